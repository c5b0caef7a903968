///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Chapter 10: one knob at a time. Why is your number another one?
//JAVA 25+
//DEPS ../lib/Lib.java
//FILES chapter10.java
//FILES chapter10.go
//FILES chapter10.py
//FILES solutions/chapter10_bothAreRight.java=solutions/chapter10_bothAreRight.java
//FILES solutions/chapter10_colleague.java=solutions/chapter10_colleague.java
//FILES solutions/chapter10_twentyKilobytes.java=solutions/chapter10_twentyKilobytes.java
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow
//RUNTIME_OPTIONS --limit-modules=java.se,jdk.httpserver,jdk.jshell,jdk.management,jdk.unsupported,jdk.zipfs
//RUNTIME_OPTIONS -XX:+UseSerialGC -Xmx160m -XX:TieredStopAtLevel=1 -Xlog:disable

import module java.base;

import memorytax.Notebook;
import memorytax.chart.KnobCharts;
import memorytax.child.Gate;
import memorytax.child.kit.*;
import memorytax.claim.*;
import memorytax.knob.*;
import memorytax.measure.plan.*;
import memorytax.measure.process.*;
import memorytax.measure.result.*;
import memorytax.notebook.Prediction;
import memorytax.record.Machine;
import memorytax.table.*;
import org.knowm.xchart.*;
import tech.tablesaw.api.*;

import static memorytax.Notebook.*; // for JShell: weigh, scale, show

/// # Why is your number another one?
///
/// Somebody weighs a waiting task and publishes a number. You weigh the
/// same task and get another number. Often both are right: the two
/// processes ran with other settings, another version, or the number
/// was read in another way. A *knob* is one thing of this kind that can
/// be changed.
///
/// The mistake is to compare two numbers when several knobs differ.
/// This chapter changes one knob at a time, and keeps everything else.
/// So it can say which knob moves the cost of a task by how many bytes,
/// and which knob does nothing. At the end you type a number of your
/// own, and the chapter says how to get it.
void main(String... args) throws Exception {
    Notebook.of(MethodHandles.lookup()).explain(args);
}

/// ## Your machine
///
/// These versions and settings are the knobs as they are set now. Look
/// at the collector: on a small machine the JVM chooses another one.
Machine machine(Scale scale) {
    return Machine.of(scale);
}

/// ## The task that stays the same
///
/// This is the load of chapter 1: virtual threads that say that they
/// run, and then wait for a signal that all of them share. The programs
/// in Go and Python do the same. In each cell below, only one thing is
/// changed.
static Gate virtualThreads(int tasks) throws Exception {
    var gate = new Gate(tasks);
    for (int i = 0; i < tasks; i++)
        Thread.startVirtualThread(() -> {
            gate.here();     // this task runs
            gate.await();    // and now it waits
        });
    return gate.full();
}

/// ## The same task, with another wait
///
/// How a task waits is a knob, too. Chapter 1 has weighed these three
/// waits: for nothing, for a timer, and for an element in a queue of
/// the task's own.
static Waiting waiting(int tasks, String what) throws Exception {
    var queues = new AtomicReferenceArray<Queue<?>>(
        what.equals("queue") ? tasks : 0);
    var next = new AtomicInteger();
    return Waiting.of(tasks, switch (what) {
        case "nothing" -> () -> LockSupport.park();
        case "timer" -> () -> Thread.sleep(Duration.ofHours(1));
        default -> () -> {
            var queue = new ArrayBlockingQueue<>(1);
            queues.set(next.getAndIncrement(), queue);
            queue.take();
        };
    });
}

/// ## Which knob makes a virtual thread most expensive?
///
/// A virtual thread takes about 1 KB when its code is compiled. Now one
/// knob is turned. The *interpreter* runs the code without compiling
/// it. With *compact headers* each object has a header of 8 bytes and
/// not of 12. With a *queue of its own* each thread waits for an
/// element of its own `ArrayBlockingQueue`. Which of them makes a
/// virtual thread most expensive?
Prediction javaMost() {
    return Prediction.oneOf("interpreter", "compact headers",
        "own queue");
}

/// ## How large is an asyncio task in development mode?
///
/// `python -X dev`, or `PYTHONDEVMODE=1`, switches on checks that help
/// to find mistakes. Many test suites run with it. An asyncio task
/// takes about 1.2 KB without it. How many bytes does one more task
/// take with it?
Prediction devMode() {
    return Prediction.bytes();
}

/// ## Turn the knobs of the JVM
///
/// What is weighed: the same virtual threads in JVMs that differ in one
/// flag. The flags stand in the code. `knob` weighs the contender above
/// it once more, with one thing changed. The base is a JVM as it comes,
/// warmed.
///
/// One knob is a test of the scale: *G1* asks for the collector that
/// most machines choose anyway, so it changes nothing there, and must
/// show no difference. If it shows one, do not believe a difference of
/// the same size elsewhere.
///
/// We expect the interpreter to cost most, because its frames are
/// larger than those of compiled code. We expect a few bytes less with
/// compact headers. *Untracked* threads are not listed by thread dumps
/// (`jdk.trackAllThreads=false`); we expect some bytes less, because
/// each listed thread has an entry in a table. *One arena* tells the C
/// library to keep a single pool of memory; we expect nothing of it,
/// because virtual threads are in the heap. (A quick run leaves out
/// some knobs.)
Weighings javaKnobs(Scale scale) {
    return scale.sizes(10_000, 60_000).quick(5_000, 20_000)
        .java("virtual threads", n -> virtualThreads(n)).warmed()
        .knob("interpreter", "-Xint")
        .knob("C1 only", "-XX:TieredStopAtLevel=1").unlessQuick()
        .knob("C2 only", "-XX:-TieredCompilation").unlessQuick()
        .knob("G1", "-XX:+UseG1GC")
        .knob("Serial", "-XX:+UseSerialGC")
        .knob("Parallel", "-XX:+UseParallelGC").unlessQuick()
        .knob("ZGC", "-XX:+UseZGC").unlessQuick()
        .knob("young of 8 MB", "-Xmn8m").unlessQuick()
        .knob("compact headers", "-XX:+UseCompactObjectHeaders")
        .knob("huge pages", "-XX:+UseTransparentHugePages")
            .unlessQuick()
        .knob("untracked", "-Djdk.trackAllThreads=false")
        .knob("one arena", "MALLOC_ARENA_MAX=1").unlessQuick()
        .java("virtual threads (cold)", n -> virtualThreads(n))
        .java("virtual threads (timer)", n -> waiting(n, "timer"))
            .warmed().unlessQuick()
        .java("virtual threads (own queue)", n -> waiting(n, "queue"))
            .warmed()
        .forks(4).quickForks(2).weigh();
}

/// ## What each knob does to a virtual thread
///
/// A chart like this is called a *tornado chart*. The line in the
/// middle is the task as it comes. A bar to the right is a knob that
/// makes the task more expensive, a bar to the left one that makes it
/// cheaper. The longest bars are at the top. A knob whose interval
/// contains zero is grey: these forks show no difference.
XYChart javaRanked(Weighings javaKnobs) {
    return KnobCharts.tornado(Knobs.of("virtual threads", javaKnobs));
}

/// ## Why these knobs move a virtual thread
///
/// - Frames: an interpreted frame keeps every variable and its
///   bookkeeping. C1 compiles without C2's inlining, so more calls have
///   frames of their own. A cold JVM has some threads with interpreted
///   frames and some with compiled ones.
/// - Collectors: look at *live* as well. Serial and Parallel touch all
///   of the young generation while the JVM is warmed. The threads then
///   fill memory that is resident already, so the slope is small, and
///   the empty process is large. The memory was not saved: it was paid
///   before the first weighing.
/// - ZGC has no compressed references: each takes 8 bytes and not 4.
/// - The queue adds its own objects, and more calls that have not
///   returned.
///
/// The table has the same knobs, with what each does to the empty
/// process.
Table javaTable(Weighings javaKnobs) {
    return KnobTables.ranked(Knobs.of("virtual threads", javaKnobs));
}

/// ## Turn the knobs of platform threads
///
/// A platform thread has a stack outside the heap. `-Xss` says how many
/// addresses are reserved for it. We expect no difference in resident
/// memory, because a page that was never touched is not resident
/// (chapter 1). We expect the interpreter to cost much more: each of
/// these threads touches more pages while it starts. (A quick run
/// leaves out some knobs.)
Weighings threadKnobs(Scale scale) {
    return scale.sizes(500, 4_000).quick(500, 2_000)
        .java("platform threads", n -> platformThreads(n))
        .knob("-Xss256k").unlessQuick()
        .knob("-Xss8m")
        .knob("interpreter", "-Xint")
        .knob("one arena", "MALLOC_ARENA_MAX=1").unlessQuick()
        .forks(3).quickForks(2).weigh();
}

static Gate platformThreads(int tasks) throws Exception {
    var gate = new Gate(tasks);
    for (int i = 0; i < tasks; i++)
        Thread.ofPlatform().start(() -> {
            gate.here();
            gate.await();
        });
    return gate.full();
}

/// ## What each knob does to a platform thread
///
/// `-Xss` moves what is reserved, and not what is paid. A service that
/// lowers it saves addresses. It saves memory only if its threads go
/// deep enough to need the pages.
XYChart threadsRanked(Weighings threadKnobs) {
    return KnobCharts.tornado(
        Knobs.of("platform threads", threadKnobs));
}

/// ## Turn the knobs of Go
///
/// `GOGC` says how much garbage Go's heap may hold before it is
/// collected, `GOMEMLIMIT` from which size on the collector works
/// harder, and `GOMAXPROCS` how many threads run goroutines. *Green
/// Tea* is the collector since Go 1.26. `GOGC=100` is what Go has
/// anyway: the test of the scale.
///
/// If goroutines go deep, Go lets new ones begin with a larger stack;
/// *small first stacks* forbids that. Here none goes deep.
///
/// We expect little of all of them. A goroutine that waits is its
/// stack, and none of these knobs changes the size of a small stack. (A
/// quick run leaves out some knobs.)
Weighings goKnobs(Scale scale) {
    return scale.sizes(10_000, 60_000).quick(5_000, 20_000)
        .go("goroutines", "chapter10.go")
        .knob("GOGC=100").knob("GOGC=25").knob("GOGC=off")
        .knob("GOMEMLIMIT=64MiB").unlessQuick()
        .knob("GOMAXPROCS=1")
        .knob("small first stacks", "GODEBUG=adaptivestackstart=0")
            .unlessQuick()
        .go("goroutines (no Green Tea)", "chapter10.go",
            "nogreenteagc")
            .unlessQuick()
        .go("goroutines (nothing)", "chapter10.go").unlessQuick()
        .go("goroutines (timer)", "chapter10.go").unlessQuick()
        .go("goroutines (own queue)", "chapter10.go")
        .forks(3).quickForks(2).weigh();
}

/// ## What each knob does to a goroutine
///
/// Look at how little the variables do, each of them a few bytes of
/// 2,700. Published numbers for goroutines are close to each other, and
/// this is why.
XYChart goRanked(Weighings goKnobs) {
    return KnobCharts.tornado(Knobs.of("goroutines", goKnobs));
}

/// ## Turn the knobs of Python
///
/// `PYTHONMALLOC` chooses who hands out memory: Python's own allocator
/// (*pymalloc*, as it comes: the test of the scale), the C library
/// (*C malloc*), or Python's own with checks (*checked malloc*). With
/// *asyncio debug*, asyncio notes where each task was made.
/// *Dev mode* switches on both, and more. *Tracemalloc* notes
/// where each piece of memory was asked for. *One arena* is for the C
/// library, and *uvloop* is another event loop.
///
/// We expect the debug modes to cost most: a note of where a task was
/// made is a list of objects, larger than the task. (A quick run leaves
/// out some knobs.)
Weighings pyKnobs(Scale scale) {
    return scale.sizes(10_000, 60_000).quick(5_000, 20_000)
        .python("asyncio tasks", "chapter10.py")
        .knob("pymalloc", "PYTHONMALLOC=pymalloc")
        .knob("C malloc", "PYTHONMALLOC=malloc")
        .knob("checked malloc", "PYTHONMALLOC=debug")
        .knob("asyncio debug", "PYTHONASYNCIODEBUG=1").unlessQuick()
        .knob("dev mode", "PYTHONDEVMODE=1")
        .knob("tracemalloc", "PYTHONTRACEMALLOC=1").unlessQuick()
        .knob("one arena", "MALLOC_ARENA_MAX=1").unlessQuick()
        .python("asyncio tasks (nothing)", "chapter10.py").unlessQuick()
        .python("asyncio tasks (timer)", "chapter10.py").unlessQuick()
        .python("asyncio tasks (own queue)", "chapter10.py")
        .python("asyncio tasks (not yet run)", "chapter10.py")
        .python("asyncio tasks (uvloop)", "chapter10.py", "uvloop")
            .unlessQuick()
        .forks(3).quickForks(2).weigh();
}

/// ## What each knob does to an asyncio task
///
/// A task in development mode costs several times as much as the same
/// task without it. Whoever publishes such a number has measured
/// correctly, and has weighed the notes that help to find mistakes.
///
/// `not yet run` is the mistake of chapter 1: the tasks were weighed
/// before they began to wait.
XYChart pyRanked(Weighings pyKnobs) {
    return KnobCharts.tornado(Knobs.of("asyncio tasks", pyKnobs));
}

/// ## Were your guesses right?
///
/// The most expensive knob is named only if the intervals of the two
/// largest differences do not overlap.
List<Guess> youAndTheScale(Weighings javaKnobs, Weighings pyKnobs,
        Prediction javaMost, Prediction devMode) {
    var most = Knobs.of("virtual threads", javaKnobs)
        .biggest(javaMost.answers());
    return List.of(
        Guess.of("the most expensive knob", javaMost, most,
            javaKnobs.here("virtual threads (" + most + ")")),
        Guess.of("a task in development mode", devMode,
            Measured.task(pyKnobs, "asyncio tasks (dev mode)")));
}

/// ## The number to remember: the same task, with one knob turned
///
/// This is the slope of asyncio tasks in development mode, from "Turn
/// the knobs of Python".
Headline headline(Weighings pyKnobs) {
    return Headline.of(pyKnobs.slope("asyncio tasks (dev mode)"),
        """
        for the asyncio task that takes about 1.2 KB without
        development mode. Nothing else was changed.""")
        .picture("pyRanked");
}

/// ## Read the same processes in other ways
///
/// No process is weighed here. The processes of the cells above are
/// read in other ways, and the task looks larger or smaller:
///
/// - *resident*, the base of these charts, counts the pages in memory;
///   *charged* adds what the kernel holds; *PSS* divides a page that
///   several processes share among them; *peak* is the most that the
///   process ever had; *live* is what a full collection leaves.
/// - A slope leaves out the empty process. *Whole process ÷ N* puts all
///   of it into the tasks. *Growth ÷ N* leaves out the empty process,
///   but not what comes with the first task.
///
/// With few tasks, dividing the whole process moves the number further
/// than any knob of the runtime.
List<XYChart> methods(Weighings javaKnobs, Weighings goKnobs,
        Weighings pyKnobs) {
    return List.of(
        KnobCharts.tornado(Knobs.methods("virtual threads", javaKnobs)),
        KnobCharts.tornado(Knobs.methods("goroutines", goKnobs)),
        KnobCharts.tornado(Knobs.methods("asyncio tasks", pyKnobs)));
}

/// ## In which Python is a task most expensive?
///
/// Since 2019 the interpreter has been rewritten in large parts. In
/// version 3.11 the frames of a call moved into the coroutine. In which
/// of these versions does one more asyncio task take most memory?
Prediction dearest() {
    return Prediction.oneOf("asyncio tasks (3.8)",
        "asyncio tasks (3.11)", "asyncio tasks (3.13)");
}

/// ## Weigh the same task in other versions
///
/// The version is a knob that turns by itself, whenever you update.
/// This cell looks for versions on your machine: Pythons of pyenv, uv
/// and the system, Gos that Go has fetched before, and JDKs. Other
/// versions are shown from our recorded run, and marked as recorded.
/// With `--fetch`, Go fetches further versions of itself first.
///
/// A JDK older than 21 has no virtual threads, so it is not here. We
/// expect asyncio tasks to become cheaper over the years, and
/// goroutines to stay where they are: the smallest stack has had 2 KB
/// since Go 1.4, of 2014.
Weighings versions(Scale scale) {
    return scale.sizes(10_000, 60_000).quick(5_000, 20_000)
        .javas("virtual threads")
        .gos("goroutines", "chapter10.go")
        .pythons("asyncio tasks", "chapter10.py")
        .forks(2).weigh();
}

/// ## The time machine
///
/// Each line is one language, each point one version, in the year in
/// which it was released. The table has the same with the intervals.
///
/// - Python 3.11 put the frame of a call into its coroutine. Before, a
///   frame was an object of its own, and a larger one. Later versions
///   save some fields.
/// - A goroutine is its stack, and the smallest stack has not changed.
/// - A virtual thread keeps its frames. Their size depends on the JIT
///   compiler, and its slope also on how the heap grows: look at *live*
///   in the table.
///
/// Another build of the same version can differ, too. So can another
/// system: write down both beside a number.
List<Object> timeMachine(Weighings versions) {
    return List.of(KnobCharts.timeMachine(versions),
        VersionTables.versions(versions));
}

/// ## Was your guess about the versions right?
///
/// Here is your answer beside the points above.
List<Guess> youAndTheVersions(Weighings versions, Prediction dearest) {
    var most = versions.dearest(dearest.answers());
    return List.of(Guess.of("the most expensive version", dearest, most,
        versions.here(most)));
}

/// ## Which figure do you want to explain?
///
/// Somebody has told you a number: a colleague, a talk, the documents
/// of a library. Type it as you heard it, with what you know about how
/// it was measured. The number of tasks helps most: "180 MB for 10,000
/// asyncio tasks". So do a setting, a version, or a word like "live".
///
/// The usual answer is the number of the blog post that started this
/// workbook. Outside of the chapter, this command answers at once:
///
///     ./jbang chapter10 --explain "2,600 B per virtual thread"
Prediction yourFigure() {
    return Figure.asked().usually("20 KB per asyncio task");
}

/// ## Where your figure can come from
///
/// Each row is one way to this figure, within 10 %: what was changed,
/// and how the processes were read. Only what was measured counts: two
/// knobs together are not in the list, unless somebody has weighed
/// them together. A row marked *calculated* comes from the slope and
/// the empty process, for a number of tasks that was not weighed.
///
/// The list does not say that your figure is wrong. It says which
/// questions to ask whoever has measured it.
Explanation explained(Prediction yourFigure, Weighings javaKnobs,
        Weighings threadKnobs, Weighings goKnobs, Weighings pyKnobs,
        Weighings versions) {
    return Explanation.of(yourFigure,
        javaKnobs, threadKnobs, goKnobs, pyKnobs, versions);
}

/// ## The verdict
///
/// The post says that an idle asyncio task costs about 20 KB. Chapter 1
/// judges that for a task as it comes. Here every knob of Python has
/// its turn: the claim holds if the task as it comes takes 16 to 24 KB,
/// and *holds only if* one knob alone brings it there.
Verdicts verdict(Weighings pyKnobs) {
    var most = Knobs.of("asyncio tasks", pyKnobs)
        .all().stream().findFirst();
    var name = most.map(Knob::name).orElse("none");
    return Judge.ofChapter(10).and("py-task").in("pyKnobs")
        .by("py-task", Measured.task(pyKnobs, "asyncio tasks"))
        .onlyIf("One knob is turned: " + name + ".",
            most.map(Knob::cost))
        .note("The knob with the largest difference: " + name
            + most.map(knob -> ", " + knob.said()).orElse("") + ".")
        .verdicts();
}

/// ## What to take to work
///
/// - Pass on a number with its knobs: version, settings, number of
///   tasks, what they wait for, and how it was read ("Read the same
///   processes in other ways").
/// - Do not measure memory in a debug mode, unless your service runs in
///   it ("What each knob does to an asyncio task").
/// - Before you believe a small difference, change nothing and measure
///   again ("Turn the knobs of the JVM").
/// - Look at the empty process, too: a setting can move memory there,
///   and then the task looks cheap ("Why these knobs move a virtual
///   thread").
/// - Do not lower `-Xss` to save memory: stacks that were not touched
///   cost none ("What each knob does to a platform thread").
static String takeToWork(long empty, long full, int tasks) {
    // wrong: the empty process is in it
    long each = full / tasks;
    // right: what the tasks have added, with all that was set
    long added = (full - empty) / tasks;
    return each + " B, or %d B for each of %d tasks, Java %s"
        .formatted(added, tasks, Runtime.version());
}

/// ## Easier: a colleague says 12 KB
///
/// A colleague tells you that a virtual thread takes 12 KB. The number
/// was measured, and measured correctly. What did the threads do?
///
/// Edit the load `colleague` until one more virtual thread takes 12 KB,
/// or up to 10 % more or less. Each thread may hold what you like while
/// it waits, and wait as deep as you like. As it is now, the method is
/// meant to fail the check. This command runs only the exercises; with
/// `--exercise easier` it runs only this one:
///
///     ./jbang chapter10 --exercise
static Gate colleague(int tasks) throws Exception {
    var gate = new Gate(tasks);
    for (int i = 0; i < tasks; i++)
        Thread.startVirtualThread(() -> {
            gate.here();
            gate.await();
        });
    return gate.full();
}

/// ## Check that a thread takes about 12 KB
///
/// The check reads the live bytes, because they do not depend on how
/// far the heap has grown. It allows at most a hundred more threads of
/// the system: platform threads would be another task.
Check twelve(Scale scale) {
    return Check.of(scale.sizes(2_000, 10_000)
            .java("your threads", n -> colleague(n))
            .forks(3).proven().weigh())
        .about(12 << 10, 0.1, PerTask.slope(Quantity.LIVE))
        .threads(100);
}

/// ## Exercise: the post's 20 KB
///
/// The post says that an asyncio task takes 20 KB. Find circumstances
/// in which that is what you measure.
///
/// A *recipe* has all circumstances of a number: a load of
/// chapter10.py, how deep its tasks wait (`with("depth", 30)`), a
/// variable (`environment("PYTHONDEVMODE", "1")`), the number of tasks,
/// and how the number is read: `resident()` is a slope, `whole()`
/// divides the whole process by its tasks. Edit the method
/// `twentyKilobytes` until its number is 20 KB, or up to 10 % more or
/// less. As it is now, the method is meant to fail the check.
static Recipe twentyKilobytes() {
    return Recipe.python("asyncio tasks").tasks(100_000).whole();
}

/// ## Check that the recipe gives 20 KB
///
/// The recipe is weighed in three processes for each number of tasks
/// that it needs.
Check twenty(Scale scale) {
    var recipe = twentyKilobytes();
    return Check.of(scale.weigh(recipe, "chapter10.py"))
        .about(20 << 10, 0.1, recipe.reading());
}

/// ## Harder: two numbers, and both are right
///
/// Two people have weighed the same processes. One says that a task
/// takes 6 KB, and means the slope. The other says 10 KB, and has
/// divided the whole process by its tasks.
///
/// Edit the method `bothAreRight` until both numbers come out of your
/// recipe, each with up to 10 % more or less. As it is now, the method
/// is meant to fail the check.
static Recipe bothAreRight() {
    return Recipe.python("asyncio tasks").tasks(100_000);
}

/// ## Check both numbers
///
/// Both are read from the same processes: the slope, and the whole
/// process divided by the number of tasks of your recipe.
Check both(Scale scale) {
    var recipe = bothAreRight().resident();
    return Check.of(scale.weigh(recipe, "chapter10.py"))
        .about(6 << 10, 0.1, PerTask.slope(Quantity.RESIDENT))
        .about(10 << 10, 0.1,
            PerTask.divided(Quantity.TOTAL, recipe.tasks()));
}

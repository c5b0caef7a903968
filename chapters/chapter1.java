///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Chapter 1: idle tasks. What does waiting cost?
//JAVA 25+
//DEPS ../lib/Lib.java
//FILES chapter1.java
//FILES chapter1.go
//FILES chapter1.py
//FILES solutions/chapter1_light.java=solutions/chapter1_light.java
//FILES solutions/chapter1_oneThread.java=solutions/chapter1_oneThread.java
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow
//RUNTIME_OPTIONS --limit-modules=java.se,jdk.jshell,jdk.management,jdk.unsupported,jdk.zipfs
//RUNTIME_OPTIONS -XX:+UseSerialGC -Xmx160m -XX:TieredStopAtLevel=1

import module java.base;

import memorytax.Notebook;
import memorytax.chart.Charts;
import memorytax.child.Gate;
import memorytax.child.kit.*;
import memorytax.claim.*;
import memorytax.measure.plan.*;
import memorytax.measure.process.*;
import memorytax.measure.result.*;
import memorytax.notebook.Prediction;
import memorytax.record.Machine;
import memorytax.table.Tables;
import org.knowm.xchart.*;
import tech.tablesaw.api.*;

import static memorytax.Notebook.*; // for JShell: weigh, scale, show

/// # What does waiting cost?
///
/// A service that holds ten thousand quiet connections does no work at
/// all, and still someone pays for it. Each connection is a task, and a
/// task that waits keeps things: a stack to return to, a handle for the
/// scheduler, a place in somebody's queue. This chapter puts one such
/// task on a scale, in three languages.
///
/// It began with a blog post that says an idle asyncio task costs 20 KB.
/// The mistake to avoid is to take a number from a process, and not to
/// ask what else is in it.
void main(String... args) throws Exception {
    Notebook.of(MethodHandles.lookup()).run(args);
}

/// ## Your machine
///
/// What follows is measured here, on this machine, now; what could not
/// be is marked as recorded. Another version of the same language may
/// give other numbers, so read the versions first, and put them beside
/// every number that you pass on.
Machine machine(Scale scale) {
    return Machine.of(scale);
}

/// ## A thread that is not a thread
///
/// What a task keeps while it waits depends on who schedules it. A
/// *platform thread* belongs to the operating system, with a stack of
/// its own. A *virtual thread* or a *goroutine* belongs to the runtime:
/// its stack lies on the heap, or starts very small. An *asyncio task*
/// has no stack at all, only the frames of the coroutines that it is
/// in the middle of.
///
/// In every language, a task says from inside that it runs (`here`).
/// Then it waits for a signal that all tasks share and that never comes.
/// A task that waits for something else has another cost, and sometimes
/// several times as much: "What is it waiting for?" weighs that.
static Gate virtualThreads(int tasks) throws Exception {
    var gate = new Gate(tasks);
    for (int i = 0; i < tasks; i++)
        Thread.startVirtualThread(() -> {
            gate.here();     // said from inside
            gate.await();    // and now: nothing
        });
    return gate.full();      // once every task has said so
}

/// ## The same with platform threads
///
/// Only the way to start one differs. `static`, because a load runs in
/// another process than this page: a fresh JVM, which has nothing in it
/// but the load.
static Gate platformThreads(int tasks) throws Exception {
    var gate = new Gate(tasks);
    for (int i = 0; i < tasks; i++)
        Thread.ofPlatform().start(() -> {
            gate.here();
            gate.await();
        });
    return gate.full();
}

/// ## The floor
///
/// How little can waiting cost? An entry in a timer's queue is a task's
/// state and nothing else: what to do, and when. There is no stack to
/// come back to. It is no fair contender, it waits in its own way; it
/// is the floor that the others stand on.
static AutoCloseable scheduledCallbacks(int tasks) {
    var timer = new ScheduledThreadPoolExecutor(1);
    for (int i = 0; i < tasks; i++)
        timer.schedule(() -> { }, 1, TimeUnit.HOURS);
    return timer::shutdownNow;
}

/// ## Try the scale with a known weight
///
/// A scale is tried with a known weight before it is believed. This one
/// weighs processes from outside: how many bytes of memory does the
/// operating system say that they occupy? So we let a process take
/// segments of exactly 4 MB, touch every page of them, and see what the
/// scale makes of it. More than 1 % off would be too much. The JVM only
/// interprets here: what its compilers need is not part of the weight.
Calibration known(Scale scale) {
    return scale.calibrate();
}

/// ## Small things of a known size
///
/// A task is no segment of 4 MB. So each runtime also holds objects of
/// 1,024 bytes, by the thousand, as many as there will be tasks. Their
/// size is known because an allocator takes exactly that for them.
/// Each has a place in a list, too: 8 bytes in Go and Python, 4 in Java.
static Object knownObjects(int objects) {
    var held = new byte[objects][];
    for (int i = 0; i < objects; i++)
        held[i] = new byte[1_008];   // and a header of 16
    return held;
}

/// ## Weigh the known objects
///
/// What is weighed: such objects, at the sizes of this chapter, in each
/// language. *Resident* is what the system counts, *live* what a full
/// collection leaves. We expect next to no error in Python. In Java live
/// is right within a percent, and resident is not, because a heap grows
/// in steps. In Go resident is 2 to 3 % more. 20 bytes for each object of
/// that are a record: the runtime keeps one of 160 bytes for each span of
/// 8 KB.
Weighings tried(Scale scale) {
    return scale.sizes(1_000, 10_000, 100_000)
        .quick(1_000, 10_000, 40_000)
        .java("objects in Java", n -> knownObjects(n))
        .go("objects in Go", "chapter1.go")
        .python("objects in Python", "chapter1.py")
        .forks(3).quickForks(2).weigh();
}

/// ## How far off the scale is
///
/// The error of the slope, and the error between neighbouring sizes. A
/// process takes some memory for itself while its objects come: some
/// hundred kilobytes, now and then a megabyte. Among 1,000 tasks that is
/// much for each, among 100,000 it is next to nothing. So a price that
/// was weighed with few tasks has a large error, and the table says so:
/// "too few tasks to trust the price".
Object errors(Weighings tried) {
    return Tables.errors(tried, Map.of("objects in Java", 1_028,
        "objects in Go", 1_032, "objects in Python", 1_032));
}

/// ## Before you look
///
/// How many bytes does one waiting asyncio task need? Think of a
/// process in which ten thousand of them wait already, and let one more
/// come: how much does the process grow?
///
/// The post says 20 KB. Say a number before you go on. One that was
/// only read is soon forgotten; a guess that was wrong is not.
Prediction perTask() {
    return Prediction.bytes();
}

/// ## Whose task is the dearest?
///
/// Of these three, whose process grows most with one more task?
/// Platform threads are left out, they would make it too easy.
///
/// *Warmed* virtual threads are those of a process that has started and
/// ended twenty thousand of them before. Its JVM runs with `-Xbatch`: it
/// waits for its compilers, so that nothing is interpreted any more when
/// it is weighed, however busy the machine is. Its live bytes are those
/// of any JVM that has been up for a while ("Weigh the fifth crowd").
Prediction dearest() {
    return Prediction.oneOf(
        "virtual threads, warmed", "goroutines", "asyncio tasks");
}

/// ## Weigh them
///
/// Every point is a fresh process. It is weighed when it is up and
/// empty, and again when each of its tasks has said that it waits.
/// Contenders take turns, so that a machine which slows down on the way
/// hits all of them alike.
///
/// Virtual threads compete twice: cold, as a JVM starts, and warmed.
///
/// *Baseline* is the empty process. *One more task* is the slope of the
/// bytes over the number of tasks. The ± says how well the forks (fresh
/// processes) agree, and nothing else. *Over sizes* says how far the
/// price depends on how many tasks there are: Python's tables grow in
/// leaps, a heap grows in steps, and cold code gets warm on the way.
///
/// *Charged* is what a container's limit counts: resident memory, and
/// what the kernel holds for the process. Expect a difference only for
/// platform threads: each has a second stack, in the kernel.
Weighings weighed(Scale scale) {
    return scale.sizes(1_000, 10_000, 100_000).thorough(1_000_000)
        .java("virtual threads", n -> virtualThreads(n))
        .java("virtual threads, warmed", n -> virtualThreads(n))
            .warmed()
        .java("platform threads", n -> platformThreads(n)).upTo(10_000)
        .java("scheduled callbacks", n -> scheduledCallbacks(n))
        .go("goroutines", "chapter1.go")
        .python("asyncio tasks", "chapter1.py")
        .weigh();
}

/// ## Growth
///
/// Both axes grow tenfold from line to line, so a cost that is the same
/// for every task is a straight line, and a dearer task is a higher one.
XYChart growth(Weighings weighed) {
    return Charts.growth(weighed);
}

/// ## One task's share
///
/// The empty process is paid once. Some 20 MB of an empty JVM are pages
/// of files, its own code above all, which all JVMs on a machine share.
/// The price of one more task is the *slope* of those lines, not a
/// quotient at one point: at 10,000 tasks half of what you divide may be
/// the process itself.
///
/// A runtime with a heap has two prices. *Charged* is what you pay: all
/// pages of the process, with the heap's room for garbage, and what the
/// kernel holds for it. *Live* is what you need: what a full collection
/// leaves in the heap. In Java, no stack of a platform thread is in it.
/// In Go the stacks are, whole. Python cannot tell it.
XYChart share(Weighings weighed) {
    return Charts.share(weighed);
}

/// ## You and the scale
///
/// What you said, beside the slopes above. Within a quarter either way
/// is close enough. Whose task is the dearest can be told only where
/// the intervals of the first two do not touch.
List<Guess> youAndTheScale(Weighings weighed, Prediction perTask,
        Prediction dearest) {
    var python = Measured.task(weighed, "asyncio tasks");
    var most = weighed.dearest(dearest.answers());
    return List.of(
        Guess.of("one asyncio task", perTask, python),
        Guess.of("the dearest of three", dearest, most,
            weighed.here(most)));
}

/// ## The number to remember
///
/// One waiting task, by the scale.
Headline headline(Weighings weighed) {
    return Headline.of(weighed.slope("asyncio tasks"), """
        for one asyncio task that waits for a shared signal.
        The post that started this workbook says 20 KB.""");
}

/// ## Cold or warm
///
/// The same virtual threads, before and after the JIT has compiled them.
/// A method that is not compiled yet runs in the interpreter, whose
/// frames are larger, and a thread that parks takes its frames along as
/// they are. And a process that starts cold gets warmer on the way, so
/// its line is not straight: look at its interval before its price.
///
/// Two people can both weigh well here and not agree. So say which of
/// the two it was.
XYChart coldOrWarm(Weighings weighed) {
    return Charts.beside(
        weighed.slope("virtual threads"),
        weighed.slope("virtual threads", Quantity.LIVE),
        weighed.slope("virtual threads, warmed"),
        weighed.slope("virtual threads, warmed", Quantity.LIVE));
}

/// ## The same crowd five times
///
/// A process that is weighed once is caught while its heap grows for
/// the first time. A service has had its crowd before. So here a JVM
/// without any flags starts all its tasks, ends them, and does so three
/// times more, before it is weighed with the fifth crowd.
static Gate fifthCrowd(int tasks) throws Exception {
    for (int crowd = 1; crowd < 5; crowd++)
        virtualThreads(tasks).close();
    return virtualThreads(tasks);
}

/// ## Weigh the fifth crowd
///
/// What is weighed: the heap of a JVM that has had four such crowds. It
/// stands for a service in steady state. Look at resident and at live.
/// We expect the live bytes to be those of warmed threads: the code is
/// compiled by now. The heap may have grown more than that, because of
/// what the crowds before have left in it. (A quick run leaves it out.)
Weighings fifth(Scale scale) {
    return scale.sizes(20_000, 60_000)
        .java("virtual threads, fifth crowd", n -> fifthCrowd(n))
            .unlessQuick()
        .forks(3).weigh();
}

/// ## First growth and steady state
///
/// Live is a property of your tasks: look how near the hollow marks are.
/// Resident is a property of the heap they live in, of its history, its
/// limit and its collector: look at its interval. After a crowd has gone,
/// its memory lies in the heap as garbage until there is a reason to
/// collect it. Chapter 8 gives a reason, with `-Xmx`.
XYChart steady(Weighings weighed, Weighings fifth) {
    var warmed = "virtual threads, warmed";
    var last = "virtual threads, fifth crowd";
    return Charts.beside(
        weighed.slope(warmed), weighed.slope(warmed, Quantity.LIVE),
        fifth.slope(last), fifth.slope(last, Quantity.LIVE));
}

/// ## The backpack
///
/// What does a task carry while it waits? Each runtime is asked to take
/// one of its own apart: the JVM by a histogram of its classes, Go by
/// the counts of its allocator, Python by a census of its objects.
Backpacks backpack(Scale scale) {
    return scale.sizes(50_000).quick(20_000)
        .java("virtual threads, warmed", n -> virtualThreads(n))
            .warmed()
        .java("scheduled callbacks", n -> scheduledCallbacks(n))
        .go("goroutines", "chapter1.go")
        .python("asyncio tasks", "chapter1.py")
        .parts();
}

/// ## Does it add up?
///
/// The parts are counted from inside, the slope is read from outside.
/// Where the two meet, nothing was forgotten; the rest is shown as what
/// it is: not accounted for. For Java, hold the parts against *live* in
/// the table above: what resident has beyond that is room in the heap.
XYChart addsUp(Backpacks backpack, Weighings weighed) {
    return Charts.backpack(backpack, weighed);
}

/// ## Three more ways to wait
///
/// Until now every task waited for one signal that all of them share.
/// A real task may wait for something else: for nothing (it is parked,
/// and nobody will wake it), for a timer, or for what another task puts
/// into a queue of its own.
///
/// The Go and the Python program have the same three. There, a task
/// waits for nothing in `select {}`, or for a bare future. `Waiting`
/// returns when the state of each thread says that it waits. The queues
/// are in a list, as whoever fills them would have it: the compiler
/// leaves out most of an object that nobody else can see.
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

/// ## Which task is the most expensive with a queue?
///
/// Give each task a queue of its own with room for one thing: an
/// `ArrayBlockingQueue`, a channel, an `asyncio.Queue`. The task waits
/// for what comes, and nothing comes.
///
/// Which process grows most now with one more task? The virtual threads
/// are warmed, as before.
Prediction withAQueue() {
    return Prediction.oneOf("virtual threads, own queue",
        "goroutines, own queue", "asyncio tasks, own queue");
}

/// ## What is it waiting for?
///
/// The tasks are as idle as before, in fresh processes as before, and
/// virtual threads are warmed. Only what the tasks wait for differs. Go
/// has one wait more, for a queue or a context: only so can a goroutine
/// be cancelled while its queue stays empty. In Java and in Python each
/// of these waits can be cancelled.
///
/// Look at how far the cost moves within one language. We expect
/// goroutines to move least, because each has paid for its stack
/// already. A task without a stack pays for every object that its wait
/// needs. A quick run weighs the queues alone.
Weighings awaited(Scale scale) {
    return scale.sizes(1_000, 10_000, 100_000)
        .quick(1_000, 10_000).forks(3).quickForks(2)
        .java("virtual threads, nothing", n -> waiting(n, "nothing"))
            .warmed().unlessQuick()
        .java("virtual threads, timer", n -> waiting(n, "timer"))
            .warmed().unlessQuick()
        .java("virtual threads, own queue", n -> waiting(n, "queue"))
            .warmed()
        .go("goroutines, nothing", "chapter1.go").unlessQuick()
        .go("goroutines, timer", "chapter1.go").unlessQuick()
        .go("goroutines, own queue", "chapter1.go")
        .go("goroutines, queue or context", "chapter1.go")
            .unlessQuick()
        .python("asyncio tasks, nothing", "chapter1.py").unlessQuick()
        .python("asyncio tasks, timer", "chapter1.py").unlessQuick()
        .python("asyncio tasks, own queue", "chapter1.py")
        .weigh();
}

/// ## What each wait costs
///
/// One group of bars for each wait. Compare goroutines with asyncio
/// tasks, from group to group. The tasks that share one signal are those
/// of the cell "Weigh them".
XYChart waits(Weighings weighed, Weighings awaited) {
    return Charts.groups(
        Group.of("nothing", awaited, "virtual threads, nothing",
            "goroutines, nothing", "asyncio tasks, nothing"),
        Group.of("a shared signal", weighed,
            "virtual threads, warmed", "goroutines", "asyncio tasks"),
        Group.of("a timer", awaited, "virtual threads, timer",
            "goroutines, timer", "asyncio tasks, timer"),
        Group.of("a queue of its own", awaited,
            "virtual threads, own queue", "goroutines, own queue",
            "asyncio tasks, own queue"),
        Group.of("own queue or a context", awaited,
            "goroutines, queue or context"));
}

/// ## You and the queue
///
/// What you said, beside the bars above.
List<Guess> youAndTheQueue(Weighings awaited, Prediction withAQueue) {
    var most = awaited.dearest(withAQueue.answers());
    return List.of(Guess.of("the most expensive with a queue",
        withAQueue, most, awaited.here(most)));
}

/// ## What a task with a queue carries
///
/// The runtimes take such a task apart, as in "The backpack".
Backpacks queues(Scale scale) {
    return scale.sizes(20_000)
        .java("virtual threads, own queue", n -> waiting(n, "queue"))
            .warmed().unlessQuick()
        .go("goroutines, own queue", "chapter1.go")
        .python("asyncio tasks, own queue", "chapter1.py")
        .parts();
}

/// ## Why the ranking turns
///
/// An `asyncio.Queue` makes four deques: for the things in it, for the
/// tasks that wait to get one, for those that wait to put one, and for
/// those that wait until all is done. An empty deque reserves 64 places
/// when it is made. A task that waits for one answer needs no queue: a
/// future will do, and costs as much as waiting for nothing.
///
/// A goroutine has its stack of 2 KB whatever it waits for. The queue
/// adds a channel to it, and no more.
///
/// A virtual thread keeps the frames of all calls down to the one that
/// parks it in a `StackChunk`, cut to size: more calls, more bytes. An
/// `ArrayBlockingQueue` brings an array, a lock and two conditions.
///
/// A timer adds an entry to the runtime's timers, and in Python the
/// coroutine of `sleep`.
XYChart inAQueue(Backpacks queues, Weighings awaited) {
    return Charts.backpack(queues, awaited);
}

/// ## Two ways to get it wrong
///
/// The first is to look too early. `create_task` only queues a task: it
/// has not run, it does not wait, and it has not made what it needs for
/// that. This is why every task here has to say that it runs.
///
/// The second is to ask the process about itself. Go's `MemStats.Alloc`
/// counts the heap, and a goroutine's stack is not in it: that is what
/// the column *live* has of `goroutines, MemStats`.
Weighings wrong(Scale scale) {
    return scale.sizes(10_000, 100_000)
        .python("asyncio tasks, not yet run", "chapter1.py")
        .go("goroutines, MemStats", "chapter1.go")
        .forks(3).quickForks(2).weigh();
}

/// ## Wrong, and right
///
/// Above each other: what the mistake says, and what the scale says.
XYChart wrongAndRight(Weighings wrong, Weighings weighed) {
    return Charts.beside(
        wrong.slope("asyncio tasks, not yet run"),
        weighed.slope("asyncio tasks"),
        wrong.slope("goroutines, MemStats", Quantity.LIVE),
        weighed.slope("goroutines"));
}

/// ## For which wait a claim is judged
///
/// The post's claims do not say what an idle task waits for. They are
/// judged for a shared signal, and each verdict adds what becomes of it
/// where every task waits for a queue of its own.
static Judge judged(Weighings weighed, Weighings awaited) {
    var go = "goroutines";
    var python = "asyncio tasks";
    var goes = Measured.whole(weighed, go, 10_000);
    var pythons = Measured.whole(weighed, python, 10_000);
    var queue = ", own queue";
    var goQueues = Measured.whole(awaited, go + queue, 10_000);
    var pyQueues = Measured.whole(awaited, python + queue, 10_000);
    return Judge.ofChapter(1).in("weighed")
        .waits("a shared signal", "a queue of its own")
        .by("go-task", Measured.task(weighed, go))
        .other(Measured.task(awaited, go + queue))
        .by("go-10k", goes).other(goQueues).published(go, 10_000)
        .by("py-task", Measured.task(weighed, python))
        .other(Measured.task(awaited, python + queue))
        .by("py-10k", pythons).reachedWith(weighed, python)
        .other(pyQueues).published(python, 10_000)
        .by("ratio-10k", Measured.ratio(pythons, goes))
        .reachedHolding(pythons, goes, 10_000)
        .other(Measured.ratio(pyQueues, goQueues));
}

/// ## The verdict
///
/// Every claim of the post about idle tasks, beside what was measured
/// here and what others have published. A range is judged by the range,
/// an "about" by 20 % either way. The ranges follow from the post's own
/// figures and stand in data/claims.csv, whatever comes out here. A KB
/// is 1,024 bytes.
///
/// The post may have weighed tasks that were not idle. For its headline
/// the verdict says what it would take to reach it.
Verdicts verdict(Weighings weighed, Weighings awaited,
        Backpacks backpack) {
    return judged(weighed, awaited)
        .by("go-base", Measured.empty(weighed, "goroutines"))
        .by("py-base", Measured.empty(weighed, "asyncio tasks"))
        .keeps("py-free-threading", weighed,
            "asyncio tasks, free-threaded", "asyncio tasks")
        .in("backpack")
        .by("go-stack-2k",
            Measured.part(backpack, "goroutines", "stack"))
        .carries("py-frames", backpack, "asyncio tasks", "dict",
            "The frames are there: inside the coroutines.")
        .verdicts();
}

/// ## Your guesses
///
/// Every size that you have guessed, over all chapters. On the diagonal
/// you and the scale agree. A guess to the right of it was too much,
/// one to the left too little. Both axes grow tenfold from line to
/// line, so how far a guess lies from the diagonal says how many times
/// it was off. Chapters that are still to come add theirs.
XYChart yourGuesses(Guesses guesses) {
    return Charts.guesses(guesses);
}

/// ## Yours: waiting for less
///
/// Now it is your turn. Ten thousand tasks wait for a letter each, as a
/// service waits for its clients. A task tells the post where its letter
/// is to go, waits, and answers it. Here each task is a virtual thread.
///
/// Edit `light` until one more waiting task needs at most 300 bytes
/// live. As it stands, it does not pass. This runs nothing but the
/// exercises, as often as you like:
///
///     ./jbang chapter1 --exercise
static void light(Post post) {
    for (int i = 0; i < post.tasks(); i++) {
        int task = i;
        Thread.startVirtualThread(() -> {
            var letter = new CompletableFuture<Letter>();
            post.deliver(task, letter::complete);
            post.answer(task, letter.join());    // it waits here
        });
    }
}

/// ## Light enough?
///
/// The letters are sent when all is weighed. Who did not wait, or does
/// not know any more who it is, is found out then.
///
/// Threads are counted as well: the stack of a platform thread is not
/// in the live heap, and it is not free.
Check lightEnough(Scale scale) {
    return Check.of(scale.sizes(2_000, 10_000)
            .java("your tasks", n -> Post.of(n, post -> light(post)))
            .proven().weigh())
        .live(300)
        .threads(100);
}

/// ## Yours: one thread for all
///
/// Here a platform thread waits for every letter. Edit `oneThread` so
/// that a single one does it for all ten thousand: letters are brought
/// by several threads, as from a network, and every answer has to come
/// from the same one. As it stands, this does not pass either.
static void oneThread(Post post) {
    for (int i = 0; i < post.tasks(); i++) {
        int task = i;
        Thread.ofPlatform().start(() -> {
            var letter = new CompletableFuture<Letter>();
            post.deliver(task, letter::complete);
            post.answer(task, letter.join());    // it waits here
        });
    }
}

/// ## Only one?
///
/// Who answers is counted exactly. Of the threads that the process has
/// beside, twenty are let pass: a JVM may start some of its own while it
/// works. The limit on live bytes is for virtual threads, which would
/// wait here and let somebody else answer.
Check onlyOne(Scale scale) {
    return Check.of(scale.sizes(2_000, 10_000)
            .java("your thread",
                n -> Post.of(n, 1, post -> oneThread(post)))
            .proven().weigh())
        .threads(20)
        .live(300);
}

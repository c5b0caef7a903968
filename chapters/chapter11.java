///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Chapter 11: the wider field. What does a task cost in your language?
//JAVA 25+
//DEPS ../lib/Lib.java
//FILES chapter11.java
//FILES chapter11.go
//FILES chapter11.py
//FILES chapter11.erl
//FILES chapter11.ex
//FILES chapter11.kt
//FILES chapter11.mjs
//FILES chapter11.rb
//FILES chapter11.rs
//FILES solutions/chapter11_jobs.java=solutions/chapter11_jobs.java
//FILES solutions/chapter11_million.java=solutions/chapter11_million.java
//FILES solutions/chapter11_queues.java=solutions/chapter11_queues.java
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow
//RUNTIME_OPTIONS --limit-modules=java.se,jdk.httpserver,jdk.jshell,jdk.management,jdk.unsupported,jdk.zipfs
//RUNTIME_OPTIONS -XX:+UseSerialGC -Xmx160m -XX:TieredStopAtLevel=1 -Xlog:disable

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
import memorytax.table.*;
import org.knowm.xchart.*;
import tech.tablesaw.api.*;

import static memorytax.Notebook.*; // for JShell: weigh, scale, show

/// # What does a task cost in your language?
///
/// Until here the workbook has weighed Java, Go and Python. Each reader
/// knows another language, and each language has documents that say how
/// little a task costs. This chapter puts more of them on the scale:
/// tokio, a library for concurrent tasks in Rust; promises in
/// JavaScript; coroutines in Kotlin; processes in Erlang and Elixir;
/// and fibers in Ruby.
///
/// The mistake is to compare the numbers of two documents. One counts
/// an allocation, another a stack that was reserved, a third a whole
/// process divided by its tasks. Here all of them are weighed in the
/// same way.
void main(String... args) throws Exception {
    Notebook.of(MethodHandles.lookup()).run(args);
}

/// ## Your machine
///
/// Only Java is always here. Any other language is weighed if your
/// machine has it; if not, you see our recorded run. README says how to
/// install them. Kotlin's compiler is fetched only if you ask for it,
/// with `--fetch`: 60 MB.
Machine machine(Scale scale) {
    return Machine.of(scale);
}

/// ## The same wait in nine languages
///
/// Each program starts as many tasks as it is asked for. Each task says
/// that it runs, and then waits for a signal that comes only after the
/// weighing. What differs is what a task is:
///
/// - A *tokio task* is a *future*: an object that the compiler makes of
///   an async function, with all variables that are needed after the
///   wait.
/// - A *promise* is an object that a JavaScript function returns when
///   it has to wait. What it needs to go on is kept beside it.
/// - A *coroutine* of Kotlin is a chain of objects, one for each call
///   that waits. It runs on the JVM.
/// - A *process* of Erlang is no process of the system. It has a heap
///   and a stack of its own, in one block that grows.
/// - A *fiber* of Ruby has two stacks of fixed size, one for Ruby and
///   one for the interpreter.
static Gate virtualThreads(int tasks) throws Exception {
    var gate = new Gate(tasks);
    for (int i = 0; i < tasks; i++)
        Thread.startVirtualThread(() -> {
            gate.here();
            gate.await();
        });
    return gate.full();
}

/// ## Hold small objects of a known size
///
/// Before we believe a scale for a new language, we weigh something
/// whose size we know: objects of 1,024 bytes, as in chapter 1. We
/// expect an error of a few percent. (A quick run leaves this out.)
Weighings known(Scale scale) {
    return scale.sizes(10_000, 100_000).forks(2)
        .rust("objects in Rust", "chapter11.rs").unlessQuick()
        .node("objects in Node", "chapter11.mjs").unlessQuick()
        .kotlin("objects in Kotlin", "chapter11.kt").unlessQuick()
        .erlang("objects in Erlang", "chapter11.erl").unlessQuick()
        .ruby("objects in Ruby", "chapter11.rb").unlessQuick()
        .weigh();
}

/// ## In which order do these tasks cost memory?
///
/// Think of one more task that waits, in each of these seven languages
/// or kinds. Put them into an order: the cheapest first. Two tasks whose
/// intervals overlap count as right in either order.
Prediction order() {
    return Prediction.order("asyncio tasks", "erlang processes",
        "goroutines", "kotlin coroutines (warmed)", "node promises",
        "tokio tasks", "virtual threads");
}

/// ## Weigh the field
///
/// What is weighed: each process while it is empty, and again when all
/// its tasks have said that they run. Virtual threads and coroutines
/// run in a warmed JVM. Look at *one more task*.
///
/// We expect the tasks without a stack to be the cheapest: tokio tasks,
/// promises, coroutines. A task with a stack needs room for calls that
/// it may make. *Small headers* is the flag for compact object headers;
/// a *hibernated* process of Erlang has given back its stack. (A quick
/// run leaves out some languages.)
Weighings field(Scale scale) {
    return scale.sizes(1_000, 50_000, 100_000).quick(1_000, 20_000)
        .rust("tokio tasks", "chapter11.rs")
        .node("node promises", "chapter11.mjs")
        .kotlin("kotlin coroutines", "chapter11.kt").warmed()
        .java("virtual threads", n -> virtualThreads(n)).warmed()
        .java("virtual threads (small headers)",
            n -> virtualThreads(n)).warmed()
            .flags("-XX:+UseCompactObjectHeaders").unlessQuick()
        .python("asyncio tasks", "chapter11.py")
        .go("goroutines", "chapter11.go")
        .erlang("erlang processes", "chapter11.erl")
        .erlang("erlang processes (hibernated)", "chapter11.erl")
            .unlessQuick()
        .elixir("elixir tasks", "chapter11.ex").unlessQuick()
        .ruby("ruby fibers", "chapter11.rb").tasks(1_000, 5_000, 10_000)
        .java("platform threads", n -> platformThreads(n))
            .tasks(1_000, 5_000, 10_000).unlessQuick()
        .forks(4).quickForks(2).weigh();
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

/// ## What one more task costs, most expensive first
///
/// Three groups stand apart. Tasks without a stack take some hundred
/// bytes. Tasks with a small stack or heap of their own take one to
/// four KB. Tasks with a stack of the system, or of fixed size, take
/// ten KB and more.
XYChart share(Weighings field) {
    return Charts.share(field);
}

/// ## Was your order right?
///
/// Your order stands at the left, the measured one at the right. A line
/// that crosses many others is a task that you thought much cheaper or
/// much more expensive than it is.
OrderGuess youAndTheScale(Weighings field, Prediction order) {
    return OrderGuess.of("the order of seven", order, field);
}

/// ## The number to remember: a task without a stack
///
/// This is the slope of the tokio tasks, from "Weigh the field".
Headline headline(Weighings field) {
    return Headline.of(field.slope("tokio tasks"), """
        for one tokio task that waits. The compiler knows exactly
        what the task needs after the wait, and keeps nothing else.""")
        .picture("share");
}

/// ## Take one task of each apart
///
/// Where a runtime can tell, it says what one more task has added: V8
/// by a snapshot of its heap, the JVM by a histogram of its classes,
/// Erlang by what it knows of a process, Rust by counting what its
/// allocator was asked for. (A quick run leaves this out.)
Backpacks backpack(Scale scale) {
    return scale.sizes(20_000)
        .rust("tokio tasks", "chapter11.rs").unlessQuick()
        .node("node promises", "chapter11.mjs").unlessQuick()
        .kotlin("kotlin coroutines", "chapter11.kt").warmed()
            .unlessQuick()
        .java("virtual threads", n -> virtualThreads(n)).warmed()
            .unlessQuick()
        .java("virtual threads (interpreter)", n -> virtualThreads(n))
            .flags("-Xint").unlessQuick()
        .go("goroutines", "chapter11.go").unlessQuick()
        .python("asyncio tasks", "chapter11.py").unlessQuick()
        .erlang("erlang processes", "chapter11.erl").unlessQuick()
        .parts();
}

/// ## Do the parts add up?
///
/// The parts are counted from inside, the slope is measured from
/// outside. What is not accounted for is room: free places in a heap
/// that has grown, and in Rust what the C library's allocator needs. A
/// task cell must begin at a multiple of 128 bytes, and the allocator
/// leaves room before it to make that so.
XYChart addsUp(Backpacks backpack, Weighings field) {
    return Charts.backpack(backpack, field);
}

/// ## What each part is
///
/// The tables say what each part in the chart is, and how many bytes it
/// takes in one task. The file data/parts.csv says where in the source
/// each part is defined.
List<Table> partNames(Backpacks backpack) {
    return Tables.partNames(backpack);
}

/// ## The same wait, many calls deep
///
/// A task with a stack of its own is *stackful*: it can wait in the
/// middle of any call, and what the calls need is on its stack. A task
/// without one is *stackless*: only a function that is marked as
/// `async` or `suspend` can wait, and each call of such a function that
/// has not returned is an object of its own, or a part of one.
static Gate deep(int tasks) throws Exception {
    var gate = new Gate(tasks);
    int depth = (int) gate.number("depth");
    for (int i = 0; i < tasks; i++)
        Thread.startVirtualThread(() -> call(depth, gate));
    return gate.full();
}

static int call(int depth, Gate gate) {
    if (depth > 0) return 1 + call(depth - 1, gate);
    gate.here();
    gate.await();
    return 0;
}

/// ## Weigh tasks that wait deep down
///
/// Each task waits 0, 10, 30 or 100 calls deep. We expect the cost of a
/// stackful task to grow little, because a frame is small; in Go it
/// grows by steps (chapter 2). We expect the cost of a stackless task
/// to grow with each call, by an object.
///
/// Rust has two rows. *Deep* calls itself, and needs a box for each
/// call. In *nested*, the compiler can tell the functions apart: it
/// puts all of them into one object. (A quick run leaves out some
/// languages.)
Weighings deeper(Scale scale) {
    return scale.sizes(2_000, 10_000).quick(1_000, 5_000)
        .over("depth", 0, 10, 30, 100).quick("depth", 0, 30)
        .rust("tokio tasks (deep)", "chapter11.rs")
        .rust("tokio tasks (nested)", "chapter11.rs").unlessQuick()
        .node("node promises (deep)", "chapter11.mjs")
        .kotlin("kotlin coroutines (deep)", "chapter11.kt")
            .unlessQuick()
        .java("virtual threads (deep)", n -> deep(n)).warmed()
        .go("goroutines (deep)", "chapter11.go")
        .python("asyncio tasks (deep)", "chapter11.py")
        .erlang("erlang processes (deep)", "chapter11.erl")
        .ruby("ruby fibers (deep)", "chapter11.rb").unlessQuick()
        .forks(2).weigh();
}

/// ## Stackful and stackless, from call to call
///
/// Follow a line to the right. Where a line is flat, the calls fit into
/// what the task had anyway. Where lines cross, the cheaper kind of
/// task depends on how deep it waits: a promise that waits deep down
/// can cost more than a goroutine.
XYChart byDepth(Weighings deeper) {
    return Charts.growth("calls that have not returned",
        deeper.slopesBy("depth", Quantity.RESIDENT));
}

/// ## Tasks that sleep, as public benchmarks weigh them
///
/// In 2024 a benchmark of hez2010 started 1, 10,000, 100,000 and
/// 1,000,000 tasks that sleep, and noted the memory of the whole
/// process. Here the same is done with the languages of your machine.
static Waiting sleeping(int tasks) throws Exception {
    return Waiting.of(tasks,
        () -> Thread.sleep(Duration.ofHours(1)));
}

/// ## Run the public benchmark again
///
/// What is weighed: a process for each number of tasks, while all tasks
/// sleep. Look at the whole process. Elixir's tasks wait for a message,
/// as in the cells above. A size that does not fit into your memory is
/// skipped. (A quick run stops at 10,000.)
Weighings matrix(Scale scale) {
    return scale.sizes(1, 10_000, 100_000, 1_000_000).quick(1, 10_000)
        .rust("tokio tasks (sleep)", "chapter11.rs")
        .node("node promises (sleep)", "chapter11.mjs")
        .java("virtual threads (sleep)", n -> sleeping(n))
        .python("asyncio tasks (sleep)", "chapter11.py")
        .go("goroutines (sleep)", "chapter11.go")
        .kotlin("kotlin coroutines (sleep)", "chapter11.kt")
            .upTo(100_000).unlessQuick()
        .erlang("erlang processes (sleep)", "chapter11.erl")
            .upTo(100_000).unlessQuick()
        .elixir("elixir tasks", "chapter11.ex").unlessQuick()
        .forks(3).quickForks(1).weigh();
}

/// ## Published, and measured here
///
/// The table has the published size of the whole process, the one that
/// was measured here, and the factor between them.
PublishedMatrix beside(Weighings matrix) {
    return PublishedMatrix.of("hez2010", matrix, Quantity.TOTAL);
}

/// ## Why the two differ
///
/// Most of the differences are knobs of chapter 10:
///
/// - The *version*: the benchmark had JDK 23, Go 1.23, Python 3.13 and
///   Node 23. Chapter 10 weighs the same task in other versions.
/// - The *way to read*: the benchmark notes the peak of the process;
///   here a process is weighed at rest. A JVM's peak has the garbage of
///   its start in it.
/// - The *wait*: a sleeping task has an entry in a queue of timers,
///   which differs more between languages than the task itself.
/// - The *scatter*: single JVMs differ by up to a hundred MB. Here the
///   median of three processes counts. Nobody knows how far the
///   published numbers scatter.
XYChart matrixDots(Weighings matrix) {
    return Charts.matrix(
        PublishedMatrix.of("hez2010", matrix, Quantity.TOTAL));
}

/// ## How the vendors' figures are judged
///
/// The file data/vendors.csv has what the makers of a runtime, or
/// public benchmarks, have published: their exact words, the page and
/// its date. They are judged like the post: a figure with a range by
/// the range, a figure with "about" by 20 % either way.
static Judge ofTasks(Weighings field, Backpacks backpack) {
    var vt = "virtual threads";
    var pt = "platform threads";
    return Judge.ofChapter(11).in("field")
        .by("tokio-task", Measured.task(field, "tokio tasks"))
        .by("beam-process", Measured.task(field, "erlang processes"))
        .by("kotlin-50k",
            Measured.whole(field, "kotlin coroutines (warmed)", 50_000))
        .by("pt-kotlin", Measured.task(field, pt, Quantity.CHARGED))
        .by("pt-stack", Measured.task(field, pt, Quantity.RESERVED))
        .by("go-faq-stack", Measured.task(field, "goroutines"))
        .by("vt-headers", Measured.ratio(Measured.task(field,
                vt + " (small headers)", Quantity.LIVE),
            Measured.task(field, vt, Quantity.LIVE)))
        .note("The JEP speaks of a whole benchmark, SPECjbb2015.")
        .in("backpack").by("go-start-stack",
            Measured.part(backpack, "goroutines", "stack"))
        .by("vt-frozen", Measured.ratio(Measured.part(backpack,
                vt + " (interpreter)", "StackChunk"),
            Measured.part(backpack, vt, "StackChunk")))
        .note("Measured with the interpreter alone.");
}

/// ## How figures of a million tasks are judged
///
/// They are judged where a million tasks were weighed at the same time,
/// in one process. What this chapter does not weigh is not judged, for
/// example a heap with a whole service in it.
static Judge ofMillions(Judge judge, Weighings matrix) {
    int million = 1_000_000;
    var go = Measured.whole(matrix, "goroutines (sleep)", million);
    var tokio = Measured.whole(matrix, "tokio tasks (sleep)", million);
    var vt = Measured.whole(matrix, "virtual threads (sleep)", million);
    var elixir = Measured.whole(matrix, "elixir tasks", million);
    return judge.in("matrix")
        .by("go-hez", go).by("tokio-hez", tokio).by("vt-hez", vt)
        .by("py-hez",
            Measured.whole(matrix, "asyncio tasks (sleep)", million))
        .by("node-hez",
            Measured.whole(matrix, "node promises (sleep)", million))
        .by("beam-pk", elixir)
        .when("beam-many", elixir.map(_ -> true),
            matrix.here("elixir tasks"),
            "A runtime had a million processes at the same time")
        .by("go-pk-tokio", Measured.ratio(go, tokio))
        .by("go-pk-java", Measured.ratio(go, vt))
        .when("go-many", go.map(_ -> true),
            matrix.here("goroutines (sleep)"),
            "A process had a million goroutines at the same time")
        .when("vt-million", vt.map(_ -> true),
            matrix.here("virtual threads (sleep)"),
            "A JVM had a million virtual threads at the same time");
}

/// ## The verdicts on the vendors' figures
///
/// Each figure is compared with what was measured in this chapter. The
/// ledger in chapter 8 has them in a part of their own.
Verdicts verdict(Weighings field, Backpacks backpack,
        Weighings matrix) {
    return ofMillions(ofTasks(field, backpack), matrix).verdicts();
}

/// ## What to take to work
///
/// - Compare two languages only by numbers that were weighed in the
///   same way ("Weigh the field").
/// - Keep what a task needs after its wait small. In a stackless task,
///   a variable that is used later is a part of the task ("The same
///   wait in nine languages").
/// - Do not pass a call on through many async functions while it waits:
///   each of them is one more object ("Stackful and stackless, from
///   call to call").
/// - Let jobs that wait for their turn wait as data, not as tasks:
///   then the language hardly matters ("What one more task costs, most
///   expensive first").
static void takeToWork(List<Callable<String>> jobs) throws Exception {
    // wrong: a task for each job, though only eight can run at once
    try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
        all.invokeAll(jobs);
    }
    // right: the jobs wait in a queue, and eight threads take them
    try (var eight = Executors.newFixedThreadPool(8)) {
        eight.invokeAll(jobs);
    }
}

/// ## Easier: 100,000 jobs in 256 MB
///
/// A *worker* takes jobs and waits for their answers, for example from
/// a database. Each job has a number and a name. `post.take` tells the
/// name, once, and `post.waits` says that the job waits. Later the
/// answers come to the function that `post.deliver` has named, in
/// random order. Then each job has to answer its name, with what came
/// behind it. So the worker must remember 100,000 names.
///
/// The worker below has a task for each job, and a queue for each task.
/// Edit the program until all of its process needs at most 256 MB, and
/// no job is lost. As it is now, it is meant to fail the check. This
/// command runs only the exercises; with `--exercise easier` it runs
/// only this one:
///
///     ./jbang chapter11 --exercise
///
/// You may write it in another language: `Worker.go`, `Worker.node`,
/// `Worker.ruby`, `Worker.rust`. The post has the same four methods in
/// all of them; the first lines of `post.go`, `post.mjs`, `post.rb` and
/// `post.rs` (in `lib/peers`) show how they are called. A worker in
/// Java is `Worker.java(n -> Post.of(n, post -> …))`, with the post of
/// chapter 1's exercises. In a text block, write a backslash twice.
static Worker queues() {
    return Worker.python("""
        import asyncio
        from post import work

        async def wait(job, post, queue):
            name = post.take(job)
            post.waits(job)
            answer = await queue.get()
            post.answer(job, name + answer)

        async def jobs(post):
            queues = [asyncio.Queue() for _ in range(post.jobs)]
            post.deliver(lambda job, answer:
                         queues[job].put_nowait(answer))
            for job in range(post.jobs):
                asyncio.create_task(wait(job, post, queues[job]))

        work(jobs)
        """);
}

/// ## Check that 100,000 jobs need at most 256 MB
///
/// The worker is weighed with all of its jobs, in three processes. This
/// is not a slope: the empty process is a part of it, and each of the
/// three must keep to the limit. Then the answers come.
Check quarter(Scale scale) {
    return Check.of(scale.weigh(queues(), 100_000)).whole(256 << 20)
        .look("Look at what each job waits in: only one answer comes.");
}

/// ## Exercise: 100,000 jobs in 64 MB
///
/// The same worker, and a limit that is too small for a task for each
/// job, in most languages.
///
/// Edit it until all of its process needs at most 64 MB, in a language
/// of your choice, with no job lost. As it is now, it is meant to fail
/// the check.
static Worker jobs() {
    return Worker.python("""
        import asyncio
        from post import work

        async def wait(job, post, queue):
            name = post.take(job)
            post.waits(job)
            answer = await queue.get()
            post.answer(job, name + answer)

        async def jobs(post):
            queues = [asyncio.Queue() for _ in range(post.jobs)]
            post.deliver(lambda job, answer:
                         queues[job].put_nowait(answer))
            for job in range(post.jobs):
                asyncio.create_task(wait(job, post, queues[job]))

        work(jobs)
        """);
}

/// ## Check that 100,000 jobs need at most 64 MB
///
/// Weighed and checked as before.
Check held(Scale scale) {
    return Check.of(scale.weigh(jobs(), 100_000)).whole(64 << 20)
        .look("Look at what must be remembered of a job, and at what "
            + "else there is for each of them.");
}

/// ## Harder: a million jobs in 64 MB
///
/// The same limit, for ten times as many jobs. This worker has no tasks
/// any more. It keeps an object for each job.
///
/// Edit it until all of its process needs at most 64 MB with a million
/// jobs, and none is lost. As it is now, it is meant to fail the check.
static Worker million() {
    return Worker.python("""
        from post import work

        class Job:
            def __init__(self, number, name):
                self.number, self.name = number, name

        def jobs(post):
            waiting = {}

            def answer(number, came):
                job = waiting.pop(number)
                post.answer(job.number, job.name + came)

            post.deliver(answer)
            for number in range(post.jobs):
                waiting[number] = Job(number, post.take(number))
                post.waits(number)

        work(jobs)
        """);
}

/// ## Check that a million jobs need at most 64 MB
///
/// Weighed and checked as before, with a million jobs: each may need
/// about 40 bytes, and a name has 16 characters.
Check compact(Scale scale) {
    return Check.of(scale.weigh(million(), 1_000_000))
        .whole(64 << 20)
        .look("Look at how many objects there are for each job, and "
            + "at what an object has beside its values.");
}

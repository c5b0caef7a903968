///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Chapter 4: worker pools. What does a bound buy?
//JAVA 25+
//DEPS ../lib/Lib.java
//FILES chapter4.java
//FILES chapter4.go
//FILES chapter4.py
//FILES solutions/chapter4_bounded.java=solutions/chapter4_bounded.java
//FILES solutions/chapter4_halve.java=solutions/chapter4_halve.java
//FILES solutions/chapter4_handleAll.java=solutions/chapter4_handleAll.java
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow
//RUNTIME_OPTIONS --limit-modules=java.se,jdk.httpserver,jdk.jshell,jdk.management,jdk.unsupported,jdk.zipfs
//RUNTIME_OPTIONS -XX:+UseSerialGC -Xmx160m -XX:TieredStopAtLevel=1 -Xlog:disable

import module java.base;

import memorytax.Notebook;
import memorytax.chart.Charts;
import memorytax.chart.Mechanisms;
import memorytax.child.kit.Burst;
import memorytax.child.kit.Feed;
import memorytax.claim.*;
import memorytax.measure.plan.*;
import memorytax.measure.result.*;
import memorytax.notebook.Prediction;
import memorytax.record.Machine;
import org.knowm.xchart.*;
import tech.tablesaw.api.*;

import static memorytax.Notebook.*; // for JShell: weigh, scale, show

/// # What does a bound buy?
///
/// A task is cheap, so why not start one for every job? The earlier
/// chapters weighed tasks that only waited. Here 20,000 jobs come in a
/// burst, do something and end. What counts is the *peak*: the most
/// memory that a process has at any time.
///
/// A *bound* limits how many jobs are under way at once. The common
/// mistake is to bound the wrong thing. A pool of threads was the
/// answer when threads were scarce. Virtual threads are not scarce.
/// What a job holds while it waits is scarce: memory, or a connection.
void main(String... args) throws Exception {
    Notebook.of(MethodHandles.lookup()).run(args);
}

/// ## Your machine
///
/// The peak depends on how fast jobs start, so it depends on the
/// processor. In Java it also depends on the heap: by default the
/// largest heap is a quarter of the machine's memory.
Machine machine(Scale scale) {
    return Machine.of(scale);
}

/// ## What one job does
///
/// A job touches a buffer of 64 KB, waits 10 ms for an answer, and
/// needs its buffer until the answer comes. All 20,000 jobs arrive at
/// once. If all of them were under way together, their buffers would
/// take 1.2 GB.
///
/// A job is *under way* from `begins`, which notes when its turn came,
/// until `ends`.
static void job(Burst burst, int millis) {
    burst.begins();
    var buffer = new byte[64 << 10];
    burst.waits(millis);
    burst.ends(buffer);
}

/// ## Start all jobs without a bound
///
/// Each job gets a virtual thread of its own, as is often recommended.
/// The Go program starts a goroutine for each job, the Python program
/// an asyncio task.
static Object oneEach(int jobs, int millis) throws Exception {
    var burst = new Burst(jobs);
    for (int i = 0; i < jobs; i++)
        Thread.startVirtualThread(() -> job(burst, millis));
    return burst.done();
}

/// ## Bound the jobs by a semaphore or a pool
///
/// The semaphore has as many permits as the bound allows. It bounds
/// jobs, not tasks: all virtual threads exist from the start, and each
/// waits until it gets a permit. The pool has as many platform threads
/// as the bound allows, and the other jobs wait in its queue. The
/// *workers* in Go and Python resemble the pool: a fixed number of
/// goroutines or asyncio tasks take the jobs from a queue.
static Object semaphore(int jobs, int millis) throws Exception {
    var burst = new Burst(jobs);
    var turns = new Semaphore(burst.workers());
    for (int i = 0; i < jobs; i++)
        Thread.startVirtualThread(() -> {
            turns.acquireUninterruptibly();
            try {
                job(burst, millis);
            } finally {
                turns.release();
            }
        });
    return burst.done();
}

static Object pool(int jobs) throws Exception {
    var burst = new Burst(jobs);
    try (var pool = Executors.newFixedThreadPool(burst.workers())) {
        for (int i = 0; i < jobs; i++)
            pool.execute(() -> job(burst, 10));
        return burst.done();
    }
}

/// ## Your guess: how high is Go's peak?
///
/// A Go process starts a goroutine for each of the 20,000 jobs. How
/// much memory does the process take at its peak? All buffers together
/// would take 1.2 GB.
Prediction peak() {
    return Prediction.bytes();
}

/// ## Your guess: which burst ends first?
///
/// With 64 jobs at a time the waits alone take 20,000 / 64 × 10 ms,
/// which is three seconds. With 512 at a time they take 0.4 s. With a
/// virtual thread for each job nothing limits how many jobs wait
/// together. Which of two Java programs ends its 20,000 jobs first: the
/// one without a bound, or the one with 512 permits?
Prediction fastest() {
    return Prediction.oneOf("one each", "512 at a time");
}

/// ## Watch the burst with and without a bound
///
/// Measured: each process is watched from outside while it works.
/// *Workers* is the bound, and a dash means no bound. *Peak* is the
/// most memory that was *resident*: given to the process by the system,
/// and in RAM. *Time* ends with the last job; a Java pool also ends its
/// threads in this time. *Half ms* says after what time half of the
/// jobs had begun, and *p99 ms* after what time 99 % of them had.
///
/// *Most at once* counts the jobs that were under way together. *Seen
/// at once* (a narrow terminal leaves it out) is a second count, by the
/// runtime. In Java and Python it is the tasks that were found waiting
/// in a job, now and then; in Go it is all goroutines of the burst. The
/// runtime knows nothing of a bound. So if a program let in more jobs
/// than its bound, this column would show it.
///
/// Look at the peak of each language without a bound and with 512. We
/// expect a bound to lower the peak, because fewer buffers are held at
/// once. (A quick run leaves out 64 workers.)
Watched burst(Scale scale) {
    return scale.sizes(20_000).over("workers", 0, 64, 512)
        .quick("workers", 0, 512)
        .java("virtual threads (one each)", n -> oneEach(n, 10))
            .only("workers", 0)
        .java("virtual threads (semaphore)", n -> semaphore(n, 10))
            .only("workers", 64, 512)
        .java("platform threads (pool)", n -> pool(n))
            .only("workers", 64, 512)
        .go("goroutines (one each)", "chapter4.go").only("workers", 0)
        .go("goroutines (workers)", "chapter4.go")
            .only("workers", 64, 512)
        .python("asyncio tasks (one each)", "chapter4.py")
            .only("workers", 0)
        .python("asyncio tasks (semaphore)", "chapter4.py")
            .only("workers", 64, 512)
        .python("asyncio tasks (workers)", "chapter4.py")
            .only("workers", 64, 512)
        .forks(3).quickForks(2).watch();
}

/// ## Memory over time
///
/// The chart has each language without a bound, and with the smallest
/// bound. A flat line means that the last job needs no more memory than
/// the first. CPython frees a buffer as soon as its job ends, and Go's
/// collector runs each time the heap has about doubled, so the next
/// jobs use the same memory again. A line that climbs does not always
/// mean that the jobs need more: Java lets its heap grow as long as
/// there is room, and collects the old buffers later.
XYChart overTime(Watched burst) {
    return Charts.trace(burst.first("workers", 2).only(
        "virtual threads (one each)", "virtual threads (semaphore)",
        "goroutines (one each)", "goroutines (workers)",
        "asyncio tasks (one each)",
        "asyncio tasks (workers)").traces());
}

/// ## How long a job waits for its turn
///
/// A bound lowers the peak, and in return jobs wait for their turn: the
/// smaller the bound, the longer. The whole burst need not take longer.
/// Getting new memory from the system takes time, too, and a bound
/// saves some of that time: compare the *time* of the asyncio tasks in
/// "Watch the burst with and without a bound". Without a bound a job
/// can begin late as well, because it takes time to start 20,000 tasks.
///
/// Without a bound, the peak depends on how many jobs are under way at
/// once. All 20,000 asyncio jobs can be under way together, because one
/// event loop starts every task before it resumes the first. In Go and
/// Java a job can end before the last one has started: then *most at
/// once* is below 20,000.
XYChart turns(Watched burst) {
    return Charts.queueDelays(burst);
}

/// ## Where the jobs wait
///
/// Without a bound there is no queue: each job begins as soon as it
/// can, and holds its buffer. With a bound of 512 all other jobs wait,
/// and hold no buffer yet. What a waiting job keeps depends on the
/// bound. A job that waits for a permit has its virtual thread already.
/// A job in the queue of a pool is only an entry of that queue.
///
/// Compare what the jobs under way hold with the peak. The peak also
/// has the process itself, old buffers that are garbage, and free room
/// in the heap.
XYChart queues(Watched burst) {
    return Mechanisms.poolAndQueue(64 << 10,
        Map.of("virtual threads (one each)", "",
            "virtual threads (semaphore)", "a virtual thread each",
            "platform threads (pool)", "an entry each"),
        burst.with("workers", 0), burst.with("workers", 512));
}

/// ## What a bound of 512 saves
///
/// Here are three observations. Each is tested against all forks before
/// it is printed; a *fork* is a fresh process. *By chance* says how
/// often the forks would look like this if there were no difference.
///
/// Why Java may differ: 512 jobs hold 32 MB of buffers. In Go and
/// Python the memory of old buffers is soon used again, so the peak
/// stays near what is held. In Java old buffers stay in the heap until
/// its next collection, so the peak follows the size of the heap.
///
/// In "Watch the burst with and without a bound", compare the asyncio
/// tasks with a semaphore and with workers, too. Both hold the same
/// number of buffers. But with the semaphore all 20,000 tasks exist
/// from the start, and a task costs memory while it waits for a permit.
String noticed(Watched burst) {
    var bound = burst.with("workers", 512);
    return Notice.all(
        Notice.less("Go's peak with 512 goroutines is less than half "
            + "of its peak with a goroutine for each job",
            Measured.peak(bound, "goroutines (workers)"), 0.5,
            Measured.peak(burst, "goroutines (one each)")),
        Notice.less("Python's peak with 512 asyncio tasks is less than "
            + "half of its peak with a task for each job",
            Measured.peak(bound, "asyncio tasks (workers)"), 0.5,
            Measured.peak(burst, "asyncio tasks (one each)")),
        Notice.less("Java's peak with a bound of 512 is still more "
            + "than half of its peak without a bound",
            Measured.peak(burst, "virtual threads (one each)"), 2,
            Measured.peak(bound, "virtual threads (semaphore)")));
}

/// ## Your guesses beside the results
///
/// Your second guess has an answer only if the times of the two
/// programs do not overlap over all forks. They may well overlap: the
/// waits are only a part of the work. Each job also needs a new buffer
/// full of zeros. Processors and memory limit how fast these are made,
/// with and without a bound.
List<Guess> youAndTheScale(Watched burst, Prediction peak,
        Prediction fastest) {
    var bound = burst.with("workers", 512);
    var first = Measured.least(Map.of("one each",
            Measured.seconds(burst, "virtual threads (one each)"),
        "512 at a time",
            Measured.seconds(bound, "virtual threads (semaphore)")));
    return List.of(
        Guess.of("goroutines (one each), at their peak", peak,
            Measured.peak(burst, "goroutines (one each)")),
        Guess.of("the burst that ends first", fastest, first,
            burst.here("virtual threads (one each)")));
}

/// ## The number to remember
///
/// The jobs are the same 20,000 with and without a bound.
Headline headline(Watched burst) {
    var bound = Measured.peak(burst.with("workers", 512),
        "goroutines (workers)");
    return Headline.of("goroutines", bound,
        "at Go's peak, with 512 goroutines for 20,000 jobs.\n"
        + "With a goroutine for each job it is " + Measured.size(
            Measured.peak(burst, "goroutines (one each)")) + ".")
        .picture("overTime");
}

/// ## Vary the number of workers
///
/// Measured: time and peak of a burst of 5,000 jobs, with few workers
/// and with very many. *Workers* are the permits of a semaphore, the
/// threads of a pool, or the goroutines or tasks that take jobs. We
/// expect the first additional workers to save much time, because the
/// waits of their jobs overlap. Beyond some number, more workers should
/// cost memory and save little. (A quick run leaves out 8 workers, and
/// platform threads.)
Watched sweep(Scale scale) {
    return scale.sizes(5_000).over("workers", 8, 64, 512, 4_096)
        .quick("workers", 64, 512, 4_096)
        .java("virtual threads (semaphore)", n -> semaphore(n, 10))
        .java("platform threads (pool)", n -> pool(n)).unlessQuick()
        .go("goroutines (workers)", "chapter4.go")
        .python("asyncio tasks (workers)", "chapter4.py")
        .forks(1).watch();
}

/// ## Time against memory
///
/// Further left is faster; lower uses less memory. Each line is a
/// contender, each point one process with one number of workers. Follow
/// a line from its slow end: at first more workers save much time for
/// little memory. Where the line turns up, each second saved costs more
/// memory than before. A platform thread also takes time to start and
/// to end, so a pool of 4,096 may even be slower than one of 512. With
/// very many workers *most at once* may stay below their number: the
/// first jobs have ended before the last worker starts.
///
/// How large should your bound be? Large enough to keep up: multiply
/// the number of jobs that arrive in a second by the wait of one job in
/// seconds. With 1,000 jobs a second that wait 10 ms each, 10 must be
/// under way at once. And small enough for your memory: divide what you
/// can spare by what one job holds.
///
/// A line that is flat at its slow end, as Java's may be, shows memory
/// that the jobs do not hold. The next cell shows what it is.
XYChart frontier(Watched sweep) {
    return Charts.frontier(sweep, "workers");
}

/// ## Give Java a smaller heap
///
/// Measured: Java's burst with 512 workers, in three sizes of heap. The
/// jobs hold 32 MB at once. Java's memory beyond that is mostly room in
/// its heap, which may grow to a quarter of the machine's memory unless
/// `-Xmx` says less. Look at *peak* and *time*. If a smaller heap takes
/// no longer, the room was not needed. We expect a heap that is too
/// small to take longer, because its collector has to run more often.
Watched heaps(Scale scale) {
    return scale.sizes(20_000).with("workers", 512)
        .java("virtual threads", n -> semaphore(n, 10))
        .java("virtual threads (-Xmx512m)", n -> semaphore(n, 10))
            .flags("-Xmx512m")
        .java("virtual threads (-Xmx128m)", n -> semaphore(n, 10))
            .flags("-Xmx128m")
        .forks(2).quickForks(1).watch();
}

/// ## Memory with less room in the heap
///
/// Each heap has two lines. The upper line is the resident memory. The
/// lower line shows what each collection has left in the heap: what is
/// *live*, which means still in use, and garbage that this collection
/// did not clear. The lowest points of the lower lines come near to
/// what the jobs need. The need is the same in all three heaps. A
/// larger heap only lets more old buffers pile up between collections.
XYChart room(Watched heaps) {
    return Charts.trace(heaps.traces());
}

/// ## When answers are slow and the heap is small
///
/// Measured: 2,000 jobs whose answer takes 300 ms, in a heap of 64 MB.
/// Without a bound the jobs want 125 MB at once, so we expect that
/// process to run out of memory. A semaphore of 256 keeps their buffers
/// at 16 MB. Look at the line below the table, which says how the
/// process without a bound ended. The peak of the other process may be
/// above 64 MB, because a JVM also takes memory outside of its heap.
///
/// A JVM without memory may also hang: a thread dies of the error, and
/// other threads wait for it forever. The flag
/// `-XX:+ExitOnOutOfMemoryError`, which both programs have, ends the
/// JVM at once.
Watched slowDay(Scale scale) {
    return scale.sizes(2_000).with("workers", 256)
        .java("virtual threads (one each)", n -> oneEach(n, 300))
            .flags("-Xmx64m", "-XX:+ExitOnOutOfMemoryError")
        .java("virtual threads (semaphore)", n -> semaphore(n, 300))
            .flags("-Xmx64m", "-XX:+ExitOnOutOfMemoryError")
        .forks(2).quickForks(1).watch();
}

/// ## A job that may need a scarce connection
///
/// Now every job asks a service that anyone may use at any time, and
/// waits 10 ms for it. One job in ten also asks a database that has 16
/// connections. An old habit is to use a pool with as many threads as
/// there are connections. Such a pool protects the database, but it
/// makes all jobs queue for what only one in ten needs.
static void visit(Burst burst, int job, Semaphore connections) {
    burst.begins();
    burst.waits(10);                            // no limit
    if (job % 10 == 0) {
        connections.acquireUninterruptibly();   // one of sixteen
        try {
            burst.waits(10);
        } finally {
            connections.release();
        }
    }
    burst.ends(connections);
}

/// ## Pool the threads, or bound the connections
///
/// `poolOfVirtual` is wrong: it pools 16 virtual threads, which are not
/// scarce. `boundConnections` is right: it starts a virtual thread for
/// each job, and only the semaphore in `visit` bounds something, the
/// connections.
static Object poolOfVirtual(int jobs) throws Exception {
    var burst = new Burst(jobs);
    var connections = new Semaphore(16);
    var factory = Thread.ofVirtual().factory();
    try (var pool = Executors.newFixedThreadPool(16, factory)) {
        for (int i = 0; i < jobs; i++) {
            int job = i;
            pool.execute(() -> visit(burst, job, connections));
        }
        return burst.done();
    }
}

static Object boundConnections(int jobs) throws Exception {
    var burst = new Burst(jobs);
    var connections = new Semaphore(16);
    for (int i = 0; i < jobs; i++) {
        int job = i;
        Thread.startVirtualThread(() -> visit(burst, job, connections));
    }
    return burst.done();
}

/// ## What it costs to pool virtual threads
///
/// Measured: 2,000 such jobs, *pooled* and *free*. There are 2,200
/// waits of 10 ms, together 22 s. Sixteen pooled threads share them:
/// 22 s / 16 is 1.4 s. With free threads only the 200 jobs at the
/// database queue: 200 / 16 × 10 ms is 0.13 s. Look at *time*, which
/// should be a little above this arithmetic, and at *most at once*.
/// *Half ms* and *p99 ms* say when jobs began: the free ones begin at
/// once, and then wait for a connection.
///
/// The pool bounds every wait. The semaphore bounds only the wait for a
/// connection.
Watched pooled(Scale scale) {
    return scale.sizes(2_000)
        .java("virtual threads (pooled)", n -> poolOfVirtual(n))
        .java("virtual threads (free)", n -> boundConnections(n))
        .forks(2).quickForks(1).watch();
}

/// ## The verdict
///
/// The post says that a worker pool keeps the count "constant and
/// predictable". We take the count as the number of jobs under way, and
/// judge it in every process with a bound, in the bursts of 20,000 and
/// of 5,000 jobs. Neither *most at once* nor *seen at once* may exceed
/// the bound. A pool keeps its bound because each worker ends one job
/// before it takes the next. The claim does not mention memory, so the
/// verdict adds only a note about it.
Verdicts verdict(Watched burst, Watched sweep) {
    var bound = Bound.of("workers", "most_at_once", "seen_at_once",
        burst.reports(), sweep.reports());
    return Judge.ofChapter(4).in("burst")
        .when("pool-constant", bound.kept(), bound.here(), "" + bound)
        .note("The count alone says nothing about memory. With 512 "
            + "workers Go's peak is "
            + Measured.size(Measured.peak(burst.with("workers", 512),
                "goroutines (workers)")) + ", Java's peak "
            + Measured.size(Measured.peak(burst.with("workers", 512),
                "platform threads (pool)")) + " (platform threads).")
        .verdicts();
}

/// ## Your guesses so far
///
/// The chart has all sizes that you have guessed.
List<Object> yourGuesses(Guesses guesses) {
    return List.of(Charts.guesses(guesses), guesses.summary());
}

/// ## What to take to work
///
/// - Multiply what a job holds while it waits by the jobs that are
///   under way: that product is what a bound limits ("What one job
///   does").
/// - Stop adding workers where they cost memory and save little time
///   ("Time against memory").
/// - Set `-Xmx` before you judge Java's peak: without it the heap takes
///   room that the jobs do not hold ("Give Java a smaller heap").
/// - Put a bound on jobs that wait for a slow answer. It keeps the
///   process alive ("When answers are slow and the heap is small").
/// - Bound what is scarce, not the threads ("What it costs to pool
///   virtual threads").
static void takeToWork(Runnable call, Runnable query) {
    // wrong: 16 threads for all jobs, because of 16 connections
    try (var pool = Executors.newFixedThreadPool(16)) {
        pool.execute(() -> { call.run(); query.run(); });
    }
    // right: a thread for each job, and a permit for each connection
    var connections = new Semaphore(16);
    try (var jobs = Executors.newVirtualThreadPerTaskExecutor()) {
        jobs.execute(() -> {
            call.run();              // not scarce: no bound
            connections.acquireUninterruptibly();
            try { query.run(); } finally { connections.release(); }
        });
    }
}

/// ## Easier: at most 64 jobs at one time
///
/// 2,000 jobs come at once, and each gets a virtual thread. So nearly
/// all of them are under way together, and they hold up to 125 MB. Edit
/// the method `bounded` until at most 64 jobs are under way at one
/// time. A job stays as it is: it holds 64 KB and waits, here for 50
/// ms. As it is now, the method is meant to fail the check. This
/// command runs only the exercises; with `--exercise easier` it runs
/// only this one:
///
///     ./jbang chapter4 --exercise
static void bounded(Burst burst) {
    for (int i = 0; i < burst.jobs(); i++)
        Thread.startVirtualThread(() -> job(burst, 50));
}

/// ## Check that at most 64 jobs are under way
///
/// Measured: the most jobs that were under way at one time. A job that
/// waits counts, whatever it says itself. The limit is 64. A bound that
/// is far too small makes jobs wait for nothing: at most 32 of the 64
/// places may stay unused.
Check atMost64(Scale scale) {
    var reports = scale.sizes(2_000).with("workers", 64).forks(3)
        .java("your burst", n ->
            Burst.of(n, 64 << 10, 50, burst -> bounded(burst)))
        .reports();
    return Check.of(reports)
        .below("at one time", "", 64, Measured.median(reports,
            "your burst", "burst", "most_at_once"))
        .look("Look at what a job has to wait for before it begins.")
        .below("unused places", "", 32, Measured.median(reports,
            "your burst", "places", "never_used"))
        .look("Look at how many jobs may begin before one has ended.");
}

/// ## Exercise: half the peak
///
/// This is the burst again, with a virtual thread for each job. Edit
/// the method `halve` until its peak is at most half of what it was,
/// and the burst takes at most a quarter more time. Each job has to
/// hold 64 KB while it waits for 10 ms. As it is now, the method is
/// meant to fail the check.
static void halve(Burst burst) {
    for (int i = 0; i < burst.jobs(); i++)
        Thread.startVirtualThread(() -> {
            burst.begins();
            var buffer = new byte[64 << 10];
            burst.waits(10);
            burst.ends(buffer);
        });
}

/// ## Is your peak half as high?
///
/// The check runs your burst and the burst without a bound on this
/// machine, now, and compares the two.
Check halved(Scale scale) {
    var both = scale.sizes(20_000)
        .java("yours", n -> Burst.of(n, 64 << 10, 10, b -> halve(b)))
        .java("one each", n -> oneEach(n, 10))
        .forks(3).watch();
    return Check.of(both.reports())
        .below("times the peak without a bound", "", 0.5,
            Measured.ratio(Measured.peak(both, "yours"),
                Measured.peak(both, "one each")))
        .look("Look at how many buffers there are at one time, "
            + "including those that nobody needs any more.")
        .below("times the time without a bound", "", 1.25,
            Measured.ratio(Measured.seconds(both, "yours"),
                Measured.seconds(both, "one each")))
        .look("Look at how many jobs wait at one time: the burst "
            + "takes 20,000 × 10 ms, divided by that number.");
}

/// ## Harder: bound the queue of a pool
///
/// A pool of 16 threads handles 1,000 messages of 64 KB. That is a
/// bound on the work, but not on what waits for it: the queue of this
/// pool takes any number of messages, and `execute` never waits. So the
/// queue soon holds about 60 MB. Edit the method `handleAll` until at
/// most 4 MB are held at one time. That is 64 messages, in work and in
/// the queue. As with a connection, only the thread that runs
/// `handleAll` may call `next`. As it is now, the method is meant to
/// fail the check.
static void handleAll(Feed feed) {
    try (var pool = Executors.newFixedThreadPool(16)) {
        while (feed.hasNext()) {
            var message = feed.next();              // 64 KB
            pool.execute(() -> feed.handle(message));
        }
    }
}

/// ## Check that at most 4 MB are held
///
/// A message is held from `next` until `handle` returns, which takes 20
/// ms. Measured: the most bytes that were held at one time. All 1,000
/// messages must be handled. At most 8 of 16 workers may be idle at the
/// busiest moment: the work must still be done side by side.
Check fourMegabytes(Scale scale) {
    var reports = scale.sizes(1_000).forks(3)
        .java("your queue",
            n -> Feed.prove(n, feed -> handleAll(feed)))
        .reports();
    return Check.of(reports)
        .below("held at one time", "B", 4 << 20, Measured.median(
            reports, "your queue", "messages", "most_held_bytes"))
        .look("Look at who has to wait when all 16 threads are busy.")
        .below("idle workers", "", 8, Measured.median(reports,
            "your queue", "messages", "idle_workers"))
        .look("Look at which threads call `handle`.");
}

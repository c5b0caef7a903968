///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Chapter 4: worker pools. What does a bound buy?
//JAVA 25+
//DEPS ../lib/Lib.java
//FILES chapter4.java
//FILES chapter4.go
//FILES chapter4.py
//FILES solutions/chapter4_halve.java=solutions/chapter4_halve.java
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow
//RUNTIME_OPTIONS --limit-modules=java.se,jdk.jshell,jdk.management,jdk.unsupported,jdk.zipfs
//RUNTIME_OPTIONS -XX:+UseSerialGC -Xmx160m -XX:TieredStopAtLevel=1

import module java.base;

import memorytax.Notebook;
import memorytax.chart.Charts;
import memorytax.child.kit.Burst;
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
/// A task is cheap, so why not start one for every job? The chapters
/// before this one weighed tasks that stood still. Here they come in a
/// burst, do something and go, and what counts is the peak.
///
/// The mistake is to bound the wrong thing. A pool of threads was the
/// answer when threads were scarce. They are not scarce any more. What
/// a job holds while it waits still is.
void main(String... args) throws Exception {
    Notebook.of(MethodHandles.lookup()).run(args);
}

/// ## Your machine
///
/// How high a peak goes depends on how fast work comes in, so on the
/// processor; and in Java on the heap, whose size is set by the memory
/// of the machine.
Machine machine(Scale scale) {
    return Machine.of(scale);
}

/// ## A job
///
/// It touches 64 KB, waits 10 ms for somebody's answer, and needs its
/// 64 KB until then. Twenty thousand of them are there at once. If all
/// were under way together, they would hold 1.2 GB.
///
/// `begins` notes when its turn has come, `ends` that it is over.
static void job(Burst burst, int millis) {
    burst.begins();
    var buffer = new byte[64 << 10];
    burst.waits(millis);
    burst.ends(buffer);
}

/// ## Without a bound
///
/// A virtual thread for each job, as it is often recommended. A goroutine
/// or an asyncio task for each looks the same.
static Object oneEach(int jobs, int millis) throws Exception {
    var burst = new Burst(jobs);
    for (int i = 0; i < jobs; i++)
        Thread.startVirtualThread(() -> job(burst, millis));
    return burst.done();
}

/// ## Two bounds
///
/// A semaphore lets so many jobs begin; the threads of all others are
/// there, and wait. A pool has so many platform threads, and all other
/// jobs wait in its queue.
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

/// ## Before you look: how high?
///
/// With a goroutine for each of the 20,000 jobs, how large does the Go
/// process get at its peak?
Prediction peak() {
    return Prediction.bytes();
}

/// ## And how fast?
///
/// With 64 at a time the waits alone take 20,000 / 64 × 10 ms, so three
/// seconds. With 512 at a time it is 0.4 s, and with a virtual thread
/// for each job there is no such limit. Which of these two is through
/// first?
Prediction fastest() {
    return Prediction.oneOf("one each", "512 at a time");
}

/// ## The burst
///
/// Every process is watched from outside while it works, and its peak is
/// the most that the system ever gave it. It tells itself when the turn
/// of a half of its jobs had come, after all were there at once, and of
/// 99 in a hundred; and how many held their 64 KB at the same time.
///
/// That is counted twice. *Most at once* is what the jobs count. *Seen
/// at once* (a narrow terminal leaves it out) is what the runtime says
/// of its threads, goroutines or tasks. It knows nothing of a bound, so
/// a bound that leaks would show there.
Watched burst(Scale scale) {
    return scale.sizes(20_000).over("workers", 0, 64, 512)
        .quick("workers", 0, 512)
        .java("virtual threads, one each", n -> oneEach(n, 10))
            .only("workers", 0)
        .java("virtual threads, semaphore", n -> semaphore(n, 10))
            .only("workers", 64, 512)
        .java("platform threads, pool", n -> pool(n))
            .only("workers", 64, 512)
        .go("goroutines, one each", "chapter4.go").only("workers", 0)
        .go("goroutines, workers", "chapter4.go")
            .only("workers", 64, 512)
        .python("asyncio tasks, one each", "chapter4.py")
            .only("workers", 0)
        .python("asyncio tasks, semaphore", "chapter4.py")
            .only("workers", 64, 512)
        .python("asyncio tasks, workers", "chapter4.py")
            .only("workers", 64, 512)
        .forks(3).quickForks(2).watch();
}

/// ## Memory over time
///
/// Without a bound, and with the smaller one. A line that lies flat is a
/// process that needs no more with the last job than with the first. A
/// line that climbs to the end may be need, or policy: Java's heap grows
/// as long as there is room, and is tidied up later.
XYChart overTime(Watched burst) {
    return Charts.trace(burst.first("workers", 2).only(
        "virtual threads, one each", "virtual threads, semaphore",
        "goroutines, one each", "goroutines, workers",
        "asyncio tasks, one each", "asyncio tasks, workers").traces());
}

/// ## When is it my turn?
///
/// What a bound takes from the peak it gives to the queue: a job waits
/// longer for its turn. That need not make the whole burst slower. To
/// get memory from the system takes time as well, and a bound saves some
/// of that: compare the times of the asyncio tasks in the table.
XYChart turns(Watched burst) {
    return Charts.queueDelays(burst);
}

/// ## Did you notice?
///
/// Three things, each held against all forks before it is said.
String noticed(Watched burst) {
    var bound = burst.with("workers", 512);
    return Notice.all(
        Notice.less("With 512 goroutines Go peaks at less than half of "
            + "what it takes with one for each job",
            Measured.peak(bound, "goroutines, workers"), 0.5,
            Measured.peak(burst, "goroutines, one each")),
        Notice.less("So do 512 asyncio tasks",
            Measured.peak(bound, "asyncio tasks, workers"), 0.5,
            Measured.peak(burst, "asyncio tasks, one each")),
        Notice.less("In Java more than half of the peak stays",
            Measured.peak(burst, "virtual threads, one each"), 2,
            Measured.peak(bound, "virtual threads, semaphore")));
}

/// ## You and the scale
///
/// Who is through first can be told where the times do not overlap over
/// all forks.
List<Guess> youAndTheScale(Watched burst, Prediction peak,
        Prediction fastest) {
    var bound = burst.with("workers", 512);
    var first = Measured.least(Map.of("one each",
            Measured.seconds(burst, "virtual threads, one each"),
        "512 at a time",
            Measured.seconds(bound, "virtual threads, semaphore")));
    return List.of(
        Guess.of("goroutines, one each, at their peak", peak,
            Measured.peak(burst, "goroutines, one each")),
        Guess.of("the first to be through", fastest, first,
            burst.here("virtual threads, one each")));
}

/// ## The number to remember
///
/// The same 20,000 jobs, with a line that says how many at a time.
Headline headline(Watched burst) {
    var bound = Measured.peak(burst.with("workers", 512),
        "goroutines, workers");
    return Headline.of("goroutines", bound,
        "at the peak, with 512 goroutines for 20,000 jobs.\n"
        + "With one for each job it is " + Measured.size(
            Measured.peak(burst, "goroutines, one each")) + ".");
}

/// ## How many?
///
/// More workers buy time with memory, up to a point. So here is a burst
/// of 5,000, with few workers and with very many.
Watched sweep(Scale scale) {
    return scale.sizes(5_000).over("workers", 8, 64, 512, 4_096)
        .quick("workers", 64, 512, 4_096)
        .java("virtual threads, semaphore", n -> semaphore(n, 10))
        .java("platform threads, pool", n -> pool(n)).unlessQuick()
        .go("goroutines, workers", "chapter4.go")
        .python("asyncio tasks, workers", "chapter4.py")
        .forks(1).watch();
}

/// ## The frontier
///
/// Further left is faster; lower uses less memory. Follow a line from
/// its name: at first more workers bring it far to the left for little
/// memory. Where it turns up, more workers cost more memory than before
/// for each second that they save. There is one process for each point.
/// Where it is flat from the start, it is not the jobs that take the
/// memory; the next cell says what does.
XYChart frontier(Watched sweep) {
    return Charts.frontier(sweep, "workers");
}

/// ## Need and policy
///
/// Behind a semaphore of 512 the jobs hold 32 MB. What Java takes on top
/// is room that it was given: a quarter of the machine, if nobody says
/// otherwise. Here is the same burst with less. If it takes no longer,
/// the room was not needed.
Watched heaps(Scale scale) {
    return scale.sizes(20_000).with("workers", 512)
        .java("virtual threads", n -> semaphore(n, 10))
        .java("virtual threads, -Xmx512m", n -> semaphore(n, 10))
            .flags("-Xmx512m")
        .java("virtual threads, -Xmx128m", n -> semaphore(n, 10))
            .flags("-Xmx128m")
        .forks(2).quickForks(1).watch();
}

/// ## Less room
///
/// The thin lines say what each collection has left in the heap. Some of
/// that is dead as well; where they are lowest, they come near to what
/// is needed.
XYChart room(Watched heaps) {
    return Charts.trace(heaps.traces());
}

/// ## Where memory is short
///
/// A slow day: an answer takes 300 ms, and the heap has 64 MB. Two
/// thousand jobs want 125 MB at once if nobody stops them. The line
/// below the table says how that ended; behind a semaphore of 256 the
/// same load is served from the same heap.
///
/// A JVM whose memory has run out may also hang, each thread waiting for
/// one that has died. So the flag has it end at once.
Watched slowDay(Scale scale) {
    return scale.sizes(2_000).with("workers", 256)
        .java("virtual threads, one each", n -> oneEach(n, 300))
            .flags("-Xmx64m", "-XX:+ExitOnOutOfMemoryError")
        .java("virtual threads, semaphore", n -> semaphore(n, 300))
            .flags("-Xmx64m", "-XX:+ExitOnOutOfMemoryError")
        .forks(2).quickForks(1).watch();
}

/// ## Bound what is scarce
///
/// Now every job asks a service that takes anyone, for 10 ms, and one in
/// ten also a database with 16 connections. The old reflex is a pool of
/// as many threads as there are connections. It works, and it makes all
/// jobs queue for what one in ten of them needs.
static void visit(Burst burst, int job, Semaphore connections) {
    burst.begins();
    burst.waits(10);                            // anybody may
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

/// ## Wrong, and right
///
/// The first pools its threads, which are not scarce. The second has a
/// thread for each job, and bounds the connections.
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

/// ## What it costs to pool them
///
/// Two thousand jobs. Look at the time, and at how many were under way.
Watched pooled(Scale scale) {
    return scale.sizes(2_000)
        .java("virtual threads, pooled", n -> poolOfVirtual(n))
        .java("virtual threads, free", n -> boundConnections(n))
        .forks(2).quickForks(1).watch();
}

/// ## The verdict
///
/// "Constant and predictable" is said of the number of tasks. So it is
/// the number that is judged, in every process that had a bound: here
/// and in the sweep. It may exceed the bound by neither count. Memory is
/// a note beside it.
Verdicts verdict(Watched burst, Watched sweep) {
    var bound = Bound.of("workers", "most_at_once", "seen_at_once",
        burst.reports(), sweep.reports());
    return Judge.ofChapter(4).in("burst")
        .when("pool-constant", bound.kept(), bound.here(), "" + bound)
        .note("Memory with 512 workers: Go peaks at "
            + Measured.size(Measured.peak(burst.with("workers", 512),
                "goroutines, workers")) + ", Java at "
            + Measured.size(Measured.peak(burst.with("workers", 512),
                "platform threads, pool")) + ".")
        .verdicts();
}

/// ## Your guesses
///
/// All sizes that you have guessed so far.
XYChart yourGuesses(Guesses guesses) {
    return Charts.guesses(guesses);
}

/// ## Yours: half the peak
///
/// The burst again, one virtual thread each. Edit `halve` until its peak
/// is at most half of what it was, and it takes at most a quarter more
/// time: that is four fifths of the speed. Every job has to hold 64 KB
/// while it waits its 10 ms. As it stands, it does not pass. This runs
/// nothing but the exercise:
///
///     ./jbang chapter4 --exercise
static void halve(Burst burst) {
    for (int i = 0; i < burst.jobs(); i++)
        Thread.startVirtualThread(() -> {
            burst.begins();
            var buffer = new byte[64 << 10];
            burst.waits(10);
            burst.ends(buffer);
        });
}

/// ## Half of it?
///
/// The burst without a bound runs beside yours, and what counts is how
/// the two compare on this machine, now.
Check halved(Scale scale) {
    var both = scale.sizes(20_000)
        .java("yours", n -> Burst.of(n, 64 << 10, 10, b -> halve(b)))
        .java("one each", n -> oneEach(n, 10))
        .forks(3).watch();
    return Check.of(both.reports())
        .below("of the peak", "", 0.5, Measured.ratio(
            Measured.peak(both, "yours"),
            Measured.peak(both, "one each")))
        .below("of the time", "", 1.25, Measured.ratio(
            Measured.seconds(both, "yours"),
            Measured.seconds(both, "one each")));
}

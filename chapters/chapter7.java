///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Chapter 7: GC and scheduler under pressure
//JAVA 25+
//DEPS ../lib/Lib.java
//FILES chapter7.java
//FILES chapter7.go
//FILES chapter7.py
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow
//RUNTIME_OPTIONS --limit-modules=java.se,jdk.jshell,jdk.management,jdk.unsupported,jdk.zipfs
//RUNTIME_OPTIONS -XX:+UseSerialGC -Xmx160m -XX:TieredStopAtLevel=1

import module java.base;

import memorytax.Notebook;
import memorytax.claim.*;
import memorytax.fork.Crowd;
import memorytax.fork.Gate;
import memorytax.fork.Jobs;
import memorytax.fork.OneCarrier;
import memorytax.notebook.Prediction;
import memorytax.plot.Charts;
import memorytax.scale.*;
import memorytax.table.*;
import org.knowm.xchart.*;
import tech.tablesaw.api.*;

import static java.lang.foreign.ValueLayout.*;
import static memorytax.Notebook.*; // for JShell: weigh, scale, show

/// # GC and scheduler under pressure
///
/// The frame is written elsewhere.
void main(String... args) throws Exception {
    Notebook.of(MethodHandles.lookup()).run(args);
}

/// ## Your machine
///
/// Stealing takes two cores at least.
Machine machine(Scale scale) {
    return Machine.of(scale);
}

/// ## Who runs it?
///
/// Tasks are many and cores are few. Tasks are run by *carriers*: in
/// Java the threads of a small pool, in Go what it calls processors, in
/// Python the one thread of the loop. Each carrier has a queue.
///
/// The mistake is to share work out beforehand, so many jobs for each,
/// as if one knew how long they take. The other way is to let a carrier
/// that has nothing left look into the queues of the others.
///
/// So here are ten thousand jobs that only compute, the first half of
/// them nineteen times as long as the rest, and all are handed to *one*
/// carrier. In Java it takes a wake-up to do that: what a virtual thread
/// starts goes into a queue that all carriers share, and what it wakes
/// into the queue of its own. So the jobs' threads are there already,
/// and wait.
static Object handedToOne(int tasks) throws Exception {
    var jobs = new Jobs(tasks);
    for (int i = 0; i < tasks; i++) {
        int job = i;
        jobs.waiting(job, Thread.startVirtualThread(
            () -> jobs.run(job)));
    }
    Thread.startVirtualThread(() -> jobs.handOut()); // wakes them all
    return jobs.done();
}

/// ## Shared out beforehand
///
/// A platform thread for each core, and each is given an equal part of
/// the list. That would be fair if all jobs were equal.
static Object sharedOut(int tasks) throws Exception {
    var jobs = new Jobs(tasks);
    int cores = Runtime.getRuntime().availableProcessors();
    for (int core = 0; core < cores; core++) {
        int first = core * tasks / cores;
        int next = (core + 1) * tasks / cores;
        Thread.ofPlatform().name("worker-" + core).start(() -> {
            for (int job = first; job < next; job++) {
                jobs.handOut(job);
                jobs.run(job);
            }
        });
    }
    return jobs.done();
}

/// ## Who ran what
///
/// All jobs together are a second of work for one core. On which carrier
/// it runs a job finds out when it begins: in Java from what stands
/// behind the `@` in the text of its thread, in Go from the number of
/// its processor. Either could be moved on the way, but a virtual thread
/// is not as long as it computes, and a goroutine not before 10 ms.
///
/// What you should see: where work is stolen all rows end together.
Told stealing(Scale scale) {
    return scale.sizes(10_000).with("ms", 1_000).quick("ms", 300)
        .java("virtual threads, handed to one", n -> handedToOne(n))
            .warmed()
        .java("platform threads, shared out", n -> sharedOut(n))
            .warmed()
        .go("goroutines, handed to one", "chapter7.go")
        .python("asyncio tasks, handed to one", "chapter7.py")
        .forks(3).quickForks(1).told();
}

/// ## Stolen
///
/// A job counts by its length. What ran on another carrier than the one
/// it was handed to has been taken from there. In Go that is not always
/// theft: the queue of a processor holds 256, and when it is full, half
/// of it goes into a queue that all of them share.
Table stolen(Told stealing) {
    return Scheduling.shared(stealing);
}

/// ## Did you notice?
///
/// Each held against all forks before it is said.
String noticedOfStealing(Told stealing) {
    var virtual = "virtual threads, handed to one";
    return Notice.all(
        Notice.above("Of what is handed to one carrier in Java, a "
            + "quarter or more runs on another", Measured.told(
            stealing, virtual, "work", "elsewhere_percent"), 25),
        Notice.less("That takes less than four fifths of the time "
            + "that it takes shared out beforehand", Measured.told(
            stealing, virtual, "work", "seconds"), 0.8, Measured.told(
            stealing, "platform threads, shared out", "work",
            "seconds")));
}

/// ## Before you look: what pins?
///
/// A virtual thread that waits leaves its carrier to others. Where it
/// cannot, it is *pinned*, and for years `synchronized` was the famous
/// case. In JDK 25, which of these keeps its carrier while it waits?
Prediction whatPins() {
    return Prediction.oneOf("sleeps in synchronized", "in Object.wait",
        "sleeps below a call from C");
}

/// ## A carrier that is kept
///
/// This JVM has one carrier, and no other may be added. A virtual thread
/// blocks on it for 200 ms, each time in another way. Just then another
/// one is started, which only notes when its turn has come.
static Object blocks(int tasks) throws Exception {
    try (var carrier = new OneCarrier()) {
        carrier.put("sleeps", () -> OneCarrier.sleep());
        carrier.put("sleeps in synchronized", () -> {
            synchronized (LOCK) {
                OneCarrier.sleep();
            }
        });
        carrier.put("in Object.wait", () -> {
            synchronized (LOCK) {
                OneCarrier.now();
                LOCK.wait(OneCarrier.MILLIS);
            }
        });
        more(carrier);
        return "all have blocked";
    }
}

static final Object LOCK = new Object();

/// ## More ways to block
///
/// Somebody else is in a `synchronized` block, or initialises a class:
/// that runs its static block, and whoever needs the class meanwhile has
/// to wait. Or the sleep is in that block itself.
static void more(OneCarrier carrier) throws InterruptedException {
    carrier.put("waits for synchronized", () -> {
        OneCarrier.meanwhile(() -> inside());
        OneCarrier.now();
        synchronized (LOCK) { } // until then it is another's
    });
    carrier.put("sleeps in a static block", () -> Slow.use());
    carrier.put("waits for a static block", () -> {
        OneCarrier.meanwhile(() -> Slower.use());
        OneCarrier.now();
        Slower.use();
    });
    carrier.put("sleeps below a call from C", () -> sort());
}

static void inside() {
    synchronized (LOCK) {
        OneCarrier.pause();
    }
}

static class Slow {
    static {
        OneCarrier.sleep();
    }

    static void use() {
    }
}

static class Slower {
    static {
        OneCarrier.pause();
    }

    static void use() {
    }
}

/// ## From C, and back
///
/// C's `qsort` asks a function which of two numbers is the smaller. This
/// function is written in Java, and sleeps. The frame of `qsort` is then
/// in the middle of the stack, and nobody but C may move that.
static void sort() throws Throwable {
    var linker = Linker.nativeLinker();
    var numbers = Arena.global().allocateFrom(JAVA_INT, 2, 1);
    var compare = linker.upcallStub(
        MethodHandles.lookup().findStatic(Order.class, "compare",
            MethodType.methodType(int.class, MemorySegment.class,
                MemorySegment.class)),
        FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS),
        Arena.global());
    var qsort = linker.downcallHandle(
        linker.defaultLookup().findOrThrow("qsort"),
        FunctionDescriptor.ofVoid(ADDRESS, JAVA_LONG, JAVA_LONG,
            ADDRESS));
    qsort.invoke(numbers, 2L, 4L, compare);
}

static class Order {
    static int compare(MemorySegment a, MemorySegment b) {
        OneCarrier.sleep();
        return 1;
    }
}

/// ## Who waits for whom
///
/// Three fourths of the 200 ms or more, and the carrier was kept; one
/// fourth or less, and it was free. The JVM says for itself whom it saw
/// pinned: its flight recorder has an event for that.
///
/// That `synchronized` leaves the carrier is new in JDK 24 (JEP 491). A
/// frame of C or of the JVM on the stack still holds it.
Told pins(Scale scale) {
    return scale.sizes(1).java("virtual threads", n -> blocks(n))
        .flags("-Djdk.virtualThreadScheduler.parallelism=1",
            "-Djdk.virtualThreadScheduler.maxPoolSize=1",
            "--enable-native-access=ALL-UNNAMED")
        .forks(2).quickForks(1).told();
}

/// ## Nothing to do
///
/// The post says that Python's loop keeps looking for work. A loop can
/// do that: ask every task in turn, again and again. Or it sleeps, and
/// whoever brings something wakes it.
///
/// CPU time tells the two apart. A million tasks wait in each of these
/// processes, and then nobody touches them for ten seconds, the same
/// ten for all. One more Python process has a task that does look all
/// the time: `await asyncio.sleep(0)`, for ever.
///
/// This was laid down before it was measured: a loop keeps looking if it
/// takes a tenth of a core or more. To look a few times and then sleep is
/// something else. Go's processors do that when they have nothing left.
Told idle(Scale scale) {
    return scale.sizes(10_000, 1_000_000).quickSizes(100_000)
        .java("virtual threads, parked", n -> waiting(n))
        .go("goroutines, parked", "chapter7.go")
        .python("asyncio tasks, parked", "chapter7.py")
        .python("asyncio tasks, one looks", "chapter7.py")
            .tasks(10_000)
        .forks(1).idle(10, 3);
}

static Gate waiting(int tasks) throws Exception {
    var gate = new Gate(tasks);
    for (int i = 0; i < tasks; i++)
        Thread.startVirtualThread(() -> {
            gate.here();
            gate.await();
        });
    return gate.full();
}

/// ## You and the scale
List<Guess> youAndTheSchedulers(Told pins, Prediction whatPins) {
    return List.of(Guess.of("what keeps its carrier", whatPins,
        Scheduling.keeper(pins, "virtual threads", whatPins.answers()),
        pins.here("virtual threads")));
}

/// ## The verdict
///
/// Two things are said at once, and both have to be so. The first is if
/// in every process a tenth of Go's work or more ran elsewhere; the
/// second if a loop whose tasks only wait takes a tenth of a core or
/// more.
Verdicts verdict(Told stealing, Told idle) {
    var go = "goroutines, handed to one";
    var loop = "asyncio tasks, parked";
    return Judge.ofChapter(7).in("stealing")
        .when("go-steal", steals(stealing, go).flatMap(
            first -> looks(idle, loop).map(then -> first && then)),
            stealing.here(go) && idle.here(loop), "The first half: Go "
            + "ran " + Scheduling.elsewhere(stealing, go)
            + " of the work elsewhere. The second: of a core, in "
            + "percent, Python's loop took " + idle.said(loop,
            "core_percent") + "; where one task looks, " + idle.said(
            "asyncio tasks, one looks", "core_percent"))
        .verdicts();
}

static Optional<Boolean> steals(Told stealing, String go) {
    return stealing.median(go, "work", "carriers")
        .filter(carriers -> carriers.low() > 1) // else from whom?
        .flatMap(_ -> stealing.median(go, "work", "elsewhere_percent"))
        .map(elsewhere -> elsewhere.low() >= 10);
}

static Optional<Boolean> looks(Told idle, String loop) {
    return idle.names().stream()
        .flatMap(n -> idle.median(loop, n, "core_percent").stream())
        .max(Comparator.comparingDouble(Spread::high))
        .map(most -> most.high() >= 10);
}

/// ## After the burst
///
/// A burst is over, and the process is as large as it ever was. Is that
/// a leak? A hundred thousand tasks wait, and then all of them end. The
/// process is weighed when all wait, when all have ended, after it was
/// left alone for a while, and after it was asked to give back what it
/// does not need. In Java that is `System.gc()`.
static Object burstEnds(int tasks) throws Exception {
    var gate = waiting(tasks);
    Gate.weigh("all wait");
    gate.close();
    Gate.weigh("all ended");
    Thread.sleep(gate.number("alone"));
    Gate.weigh("left alone");
    System.gc();
    Thread.sleep(gate.number("alone") / 4);
    Gate.weigh("asked");
    return "ended";
}

/// ## What comes back
///
/// Go is asked by `debug.FreeOSMemory()`, Python by `gc.collect()` and
/// C's `malloc_trim`. Two JVMs need not be asked. One has a G1 that
/// collects every half second that the process is idle, and then keeps
/// little room. The other has ZGC, which gives back what it has not
/// needed for a second. (A quick run leaves these two out.)
///
/// A second and a half alone is not long. Go, for one, collects at the
/// latest after two minutes.
Watched afterwards(Scale scale) {
    return scale.sizes(100_000).thorough(1_000_000)
        .with("alone", 1_500).quick("alone", 500)
        .java("virtual threads", n -> burstEnds(n))
        .java("virtual threads, eager G1", n -> burstEnds(n))
            .flags("-XX:+UseG1GC", "-XX:G1PeriodicGCInterval=500",
                "-XX:MinHeapFreeRatio=5", "-XX:MaxHeapFreeRatio=10")
            .unlessQuick()
        .java("virtual threads, ZGC", n -> burstEnds(n))
            .flags("-XX:+UseZGC", "-XX:ZUncommitDelay=1",
                "-XX:ZCollectionInterval=0.5").unlessQuick()
        .go("goroutines, burst", "chapter7.go")
        .python("asyncio tasks, burst", "chapter7.py")
        .forks(2).quickForks(1).watch();
}

/// ## It is over, and then?
///
/// All lines begin 300 ms before the last task has ended. What lies flat
/// after that is memory which is free in the process, and taken from
/// everybody else.
XYChart ebb(Watched afterwards) {
    return Charts.trace(afterwards.from("all_ended", 300).traces());
}

/// ## Where it ends
///
/// A platform thread is a thread of the operating system, and of those
/// there is an end. Here they are started until the system refuses. Then
/// nobody can have any. So a hundred are let go, some are started again
/// to see that the process is well, and with it the rest end at once.
///
/// It goes no further than memory allows, and a quick run stops at
/// 2,000.
static Object untilRefused(int most) throws Exception {
    var crowd = new Crowd(most);
    try {
        crowd.come(wait -> Thread.ofPlatform().stackSize(64 << 10)
            .start(wait));
    } catch (OutOfMemoryError e) {
        crowd.refused(); // and looks which limit that was
    }
    return crowd.goHome();
}

/// ## A hundred thousand of them
///
/// The JVM would complain, and is told not to. It has one carrier, which
/// is there before: while nothing can be had any more, it is to run a
/// thousand virtual threads.
Told crowded(Scale scale) {
    return scale.sizes(100_000).quickSizes(2_000)
        .java("platform threads", n -> untilRefused(n))
            .flags("-Xlog:disable", "-XX:+UseSerialGC",
                "-Djdk.virtualThreadScheduler.parallelism=1",
                "-Djdk.virtualThreadScheduler.maxPoolSize=1",
                "--enable-native-access=ALL-UNNAMED")
        .forks(1).told();
}

/// ## Which one it was
///
/// The message of Java's `OutOfMemoryError` leaves it open: "possibly out
/// of memory or process/resource limits reached". It is the limit that
/// is full.
String limit(Told crowded) {
    return Scheduling.end(crowded, "platform threads");
}

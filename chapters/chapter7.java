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
/// Tasks are many and cores are few. A carrier is what runs tasks: a
/// thread of a small pool in Java, a processor in Go's words, and in
/// Python the one thread of the loop. Each carrier has a queue.
///
/// The mistake is to think that a task is run by the carrier that it
/// was handed to. Here are ten thousand jobs that only compute, the
/// first half of them nineteen times as long as the rest, and all are
/// handed out on one carrier. Virtual threads wait there, parked, and
/// are woken by one of their own: what a virtual thread *starts* goes
/// into a queue that all carriers share, what it *wakes* into its own
/// carrier's.
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

/// ## Shared beforehand
///
/// Platform threads, as many as there are cores, and each is given an
/// equal part of the list. That would be fair if all jobs were equal.
static Object sharedBefore(int tasks) throws Exception {
    var jobs = new Jobs(tasks);
    int cores = Runtime.getRuntime().availableProcessors();
    for (int core = 0; core < cores; core++) {
        int first = core * tasks / cores, end = (core + 1) * tasks / cores;
        Thread.ofPlatform().name("worker-" + core).start(() -> {
            for (int job = first; job < end; job++) {
                jobs.handOut(job);
                jobs.run(job);
            }
        });
    }
    return jobs.done();
}

/// ## Who ran what
///
/// All jobs together are a second of work for one core. Who runs them
/// is what each job sees when it begins: behind the `@` in the text of a
/// virtual thread, and in Go the number of the processor. A goroutine is
/// not tied to it, but none of these is long enough to be moved.
Told stealing(Scale scale) {
    return scale.sizes(10_000).with("ms", 1_000).quick("ms", 500)
        .java("virtual threads, handed to one", n -> handedToOne(n))
            .warmed()
        .java("platform threads, shared before", n -> sharedBefore(n))
            .warmed()
        .go("goroutines, handed to one", "chapter7.go")
        .python("asyncio tasks, handed to one", "chapter7.py")
        .forks(3).quickForks(1).told();
}

/// ## Stolen
///
/// A job counts by its length. What has run on another carrier than the
/// one it was handed to was taken from it. Go keeps 256 in the queue of
/// a processor, and of more puts a half into one that all share: some
/// of its jobs were not stolen but picked up there.
Table stolen(Told stealing) {
    return Scheduling.shared(stealing);
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
    OneCarrier.tell("sleeps", () -> OneCarrier.sleep());
    OneCarrier.tell("sleeps in synchronized", () -> {
        synchronized (LOCK) {
            OneCarrier.sleep();
        }
    });
    OneCarrier.tell("waits for synchronized", () -> locked());
    OneCarrier.tell("in Object.wait", () -> {
        synchronized (LOCK) {
            OneCarrier.now();
            LOCK.wait(OneCarrier.MILLIS);
        }
    });
    OneCarrier.tell("sleeps below a call from C", () -> sort());
    OneCarrier.tell("sleeps in a static block", () -> Slow.use());
    OneCarrier.tell("waits for a static block", () -> awaited());
    return "told";
}

static final Object LOCK = new Object();

static void locked() throws Exception {
    OneCarrier.meanwhile(() -> {
        synchronized (LOCK) {
            OneCarrier.pause();
        }
    });
    OneCarrier.now();
    synchronized (LOCK) {
        // it is another's for 200 ms
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

static void awaited() throws Exception {
    OneCarrier.meanwhile(() -> Slower.use());
    OneCarrier.now();
    Slower.use();
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

/// ## One carrier
///
/// Everything else that the JVM has to do it does elsewhere.
Told pins(Scale scale) {
    return scale.sizes(1).java("virtual threads", n -> blocks(n))
        .flags("-Djdk.virtualThreadScheduler.parallelism=1",
            "-Djdk.virtualThreadScheduler.maxPoolSize=1",
            "--enable-native-access=ALL-UNNAMED")
        .forks(3).quickForks(1).told();
}

/// ## Who waits for whom
///
/// A wait of 200 ms is the whole of it. Less than a fourth of that, and
/// the carrier was free.
Table pinned(Told pins) {
    return Scheduling.kept(pins);
}

/// ## Nothing to do
///
/// The post says that Python's loop keeps looking for work. A loop can
/// do that: ask every task in turn, again and again. Or it sleeps, and
/// is woken by whoever brings something.
///
/// CPU time tells the two apart. Here are tasks that only wait, a
/// million of them, and processes that are let alone for ten seconds,
/// all of them in the same ten. One more Python process has a task that
/// does look all the time: `await asyncio.sleep(0)`, for ever.
///
/// Before it is measured: a loop keeps looking if that takes a tenth of
/// a core or more.
Told idle(Scale scale) {
    return scale.sizes(10_000, 1_000_000).quickSizes(10_000, 100_000)
        .java("virtual threads", n -> parked(n))
        .go("goroutines, parked", "chapter7.go")
        .python("asyncio tasks, parked", "chapter7.py")
        .python("asyncio tasks, one looks", "chapter7.py").upTo(10_000)
        .forks(1).idle(10, 3);
}

static Gate parked(int tasks) throws Exception {
    var gate = new Gate(tasks);
    for (int i = 0; i < tasks; i++)
        Thread.startVirtualThread(() -> {
            gate.here();
            gate.await();
        });
    return gate.full();
}

/// ## After the burst
///
/// A hundred thousand tasks wait, and then they end. What does the
/// process give back, and when? It is weighed when all wait, when all
/// have ended, after it was let alone for a while, and after it was asked
/// to: by `System.gc()`, which the JVM may take or leave.
static Object burstEnds(int tasks) throws Exception {
    var gate = parked(tasks);
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
/// C's `malloc_trim`. Two JVMs were told beforehand to give back what
/// they do not need: G1 collects when it has been idle for half a second
/// and keeps little room, ZGC gives back after a second.
Watched afterwards(Scale scale) {
    return scale.sizes(100_000).thorough(1_000_000)
        .with("alone", 2_000).quick("alone", 1_000)
        .java("virtual threads", n -> burstEnds(n))
        .java("virtual threads, G1 told to", n -> burstEnds(n))
            .flags("-XX:+UseG1GC", "-XX:G1PeriodicGCInterval=500",
                "-XX:MinHeapFreeRatio=5", "-XX:MaxHeapFreeRatio=10")
        .java("virtual threads, ZGC", n -> burstEnds(n))
            .flags("-XX:+UseZGC", "-XX:ZUncommitDelay=1",
                "-XX:ZCollectionInterval=0.5").unlessQuick()
        .go("goroutines, burst", "chapter7.go")
        .python("asyncio tasks, burst", "chapter7.py")
        .forks(2).quickForks(1).watch();
}

/// ## It is over, and then?
///
/// All lines begin half a second before the tasks end.
XYChart ebb(Watched afterwards) {
    return Charts.trace(afterwards.from("all_ended", 500).traces());
}

/// ## Where it ends
///
/// Platform threads until the system refuses. Then none is left for
/// anybody, so all of them end at once, and another one is started to see
/// that it has recovered. (A quick run stops at 5,000.)
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

/// ## Ask for a hundred thousand
///
/// The JVM would complain, and is told not to.
Told crowded(Scale scale) {
    return scale.sizes(100_000).quickSizes(5_000)
        .java("platform threads", n -> untilRefused(n))
            .flags("-Xlog:disable", "-XX:+UseSerialGC")
        .forks(1).told();
}

/// ## The limit
List<Object> limit(Told crowded) {
    return List.of(Scheduling.end(crowded, "platform threads"),
        Scheduling.limits(crowded, "platform threads"));
}

///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Chapter 7: GC and schedulers. What do waiting tasks cost the others?
//JAVA 25+
//DEPS ../lib/Lib.java
//FILES chapter7.java
//FILES chapter7.go
//FILES chapter7.py
//FILES solutions/chapter7_flags.java=solutions/chapter7_flags.java
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
import memorytax.measure.result.*;
import memorytax.measure.runtime.*;
import memorytax.notebook.Prediction;
import memorytax.record.Machine;
import memorytax.table.Exhaustion;
import memorytax.table.SchedulingTables;
import org.knowm.xchart.*;
import tech.tablesaw.api.*;

import static java.lang.foreign.ValueLayout.*;
import static memorytax.Notebook.*; // for JShell: weigh, scale, show

/// # What do waiting tasks cost the others?
///
/// A task that waits takes no processor. That is true of the task. The
/// process around it has to look after all of them: its garbage
/// collector asks again and again what each still holds, and its
/// scheduler keeps what it needs to wake them.
///
/// The mistake is to count bytes, see that they fit, and stop there.
/// This chapter measures what the others notice, those that do not
/// wait. First how long a collection stops them, and what it takes of
/// the processor. Then what the schedulers make of a crowd.
void main(String... args) throws Exception {
    Notebook.of(MethodHandles.lookup()).run(args);
}

/// ## Your machine
///
/// A collector works with as many threads as there are cores, and with
/// the memory that it is given. Quiet matters here more than elsewhere:
/// whoever else wants the processor makes pauses longer.
Machine machine(Scale scale) {
    return Machine.of(scale);
}

/// ## Those that wait
///
/// A crowd of virtual threads, each of which says that it is there and
/// waits for what does not come.
static void park(int tasks, Gate gate) throws Exception {
    for (int i = 0; i < tasks; i++)
        Thread.startVirtualThread(() -> {
            gate.here();
            gate.await();
        });
    gate.full();
}

static final byte[][] NEEDED = new byte[1_000][];

/// ## Those that work
///
/// To work is to make garbage here: eight megabytes are needed at any
/// time, and whatever was in their place before is not any more.
static void garbage(int megabytes) {
    for (int i = 0; i < megabytes * 128; i++)
        NEEDED[i % NEEDED.length] = new byte[8 << 10];
}

/// ## New, full, old
///
/// Java's collectors look at what is new often, and at all of it
/// seldom. So there are three kinds of pauses: those of young
/// collections that meet the crowd while it is new; those of full ones,
/// which `System.gc()` asks for; and those of young ones later, when
/// the crowd has become old.
///
/// Nobody guesses them from a clock. `Pauses` listens to the JVM's own
/// recorder, JFR, inside the process.
static Object parked(int tasks) throws Exception {
    var gate = new Gate(tasks);
    try (var pauses = new Pauses()) {
        park(tasks, gate);
        garbage(500);           // they are new
        for (int i = 0; i < 3; i++) System.gc();
        garbage(500);           // they are old
        pauses.tell();
    }
    return gate;
}

/// ## The same heap for all
///
/// Left alone, each collector makes itself another heap, and their
/// pauses could not be compared. So all get one size, and 128 MB of it
/// for what is new. That takes from G1 its best means to keep stops
/// short: left alone it might make the young part smaller. ZGC ignores
/// the 128 MB.
static String[] heap(String size, String collector) {
    return new String[]{"-XX:+Use" + collector + "GC",
        "-Xms" + size, "-Xmx" + size, "-Xmn128m"};
}

/// ## Before you look: one full collection
///
/// G1 is what a JVM of JDK 25 takes by itself, if it has two cores or
/// more, and about 2 GB of memory or more. With one core, or with less
/// memory, it takes Serial. Many containers have no more than that.
///
/// With 100,000 threads that wait, for how many milliseconds does a full
/// collection of G1 stop everything else?
Prediction fullStop() {
    return Prediction.number("ms");
}

/// ## Who notices least?
///
/// With which collector does such a stop grow least, from none waiting
/// to 100,000?
Prediction growsLeast() {
    return Prediction.oneOf("Serial", "Parallel", "G1", "ZGC");
}

/// ## Four collectors
///
/// A process for each, with nobody waiting and with up to 100,000. The
/// threads are cold in all of them: none has run before, and their
/// frames are larger for it. A cell has the median of single stops, and
/// the longest.
///
/// ZGC does nearly all of its work while the others run, and stops them
/// several times in one collection. Each of these counts as a stop. Here
/// its collections go through everything, also while the crowd is new.
/// *Whole* is a full collection from its beginning to its end, where that
/// is much longer. A dash says that there was none of a kind.
///
/// What it takes until all stand still is not in Java's numbers.
PauseTimes collectors(Scale scale) {
    return scale.sizes(0, 1_000, 10_000, 100_000).quick(0, 100_000)
        .thorough(1_000_000)
        .java("Java, G1", n -> parked(n)).flags(heap("2g", "G1"))
        .java("Java, Serial", n -> parked(n))
            .flags(heap("2g", "Serial")).unlessQuick()
        .java("Java, Parallel", n -> parked(n))
            .flags(heap("2g", "Parallel")).unlessQuick()
        .java("Java, ZGC", n -> parked(n)).flags(heap("2g", "Z"))
        .forks(1).reports().as(PauseTimes::new);
}

/// ## Go and Python
///
/// The same in Go, whose runtime notes what each collection has stopped
/// (both of its stops together, and the way to the standstill), and in
/// Python, where nothing runs during a collection and all of it is a
/// stop. Five full ones are asked for. Go has one kind only. Python has
/// young ones, too, but begins them after so many new objects, and not
/// after so many bytes.
///
/// The post has a claim on each, so this is how they will be judged.
/// Go is *tuned for many goroutines* if, with 100,000 of them, a full
/// collection stops all for less than a tenth of its time, and for less
/// than the 10 ms below which, by the notes on
/// [Go 1.5](https://go.dev/doc/go1.5#gc), it almost always stays: by the
/// median of each process. Python has *10,000 objects to track* if each
/// further task is about one object more for its collector, so between
/// 0.8 and 1.2.
PauseTimes others(Scale scale) {
    return scale.sizes(0, 1_000, 10_000, 100_000)
        .quick(10_000, 100_000).thorough(1_000_000)
        .go("goroutines", "chapter7.go")
        .python("asyncio tasks", "chapter7.py")
        .forks(3).quickForks(1).reports().as(PauseTimes::new);
}

/// ## What a full collection stops
///
/// Whoever goes through all of it while the others stand still has more
/// to do with every task, whether it moves them or not. Whoever does that
/// beside them stops them only to agree on where it is.
XYChart growth(PauseTimes collectors, PauseTimes others) {
    return Charts.byTasks("One stop of a full collection.",
        Pauses.FULL, "pause_ms", collectors, others);
}

/// ## Every stop, with 100,000 waiting
///
/// Three groups: while the crowd is new, full collections, and later.
/// Look at the same name in the first and in the last.
XYChart stops(PauseTimes collectors, PauseTimes others) {
    return Charts.stops(100_000,
        List.of(Pauses.NEW, Pauses.FULL, Pauses.OLD),
        collectors, others);
}

static Optional<Measured> cycle(PauseTimes others, int tasks) {
    return Measured.median(others.with(tasks), "goroutines",
        Pauses.FULL, "cycle_ms");
}

static Optional<Measured> stop(PauseTimes all, String who, String kind,
        int tasks) {
    return Measured.median(all.with(tasks), who, kind, "pause_ms");
}

static Optional<Measured> longest(PauseTimes all, String who,
        String kind) {
    return Measured.median(all.with(100_000), who, kind, "longest_ms");
}

/// ## Did you notice?
///
/// Each is held against all forks before it is said. Of Java there is one
/// process for each point, so of Java it is what one run has shown; of Go
/// and Python there are three, unless the run is a quick one.
String noticed(PauseTimes collectors, PauseTimes others) {
    return Notice.all(
        Notice.less("G1's full collections stop everything for more "
            + "than five times as long with 100,000 waiting",
            stop(collectors, "Java, G1", Pauses.FULL, 0), 0.2,
            stop(collectors, "Java, G1", Pauses.FULL, 100_000)),
        Notice.less("Its young ones, once the crowd is old, take less "
            + "than a tenth of the longest while it was new",
            stop(collectors, "Java, G1", Pauses.OLD, 100_000), 0.1,
            longest(collectors, "Java, G1", Pauses.NEW)),
        Notice.less("ZGC's longest stop in a full collection is less "
            + "than a hundredth of what G1's take",
            longest(collectors, "Java, ZGC", Pauses.FULL), 0.01,
            stop(collectors, "Java, G1", Pauses.FULL, 100_000)),
        Notice.less("A full collection of Go's takes more than three "
            + "times as long with 100,000 waiting as with 10,000",
            cycle(others, 10_000), 0.33, cycle(others, 100_000)),
        Notice.less("It stops them for less than a tenth of that",
            stop(others, "goroutines", Pauses.FULL, 100_000), 0.1,
            cycle(others, 100_000)));
}

/// ## You and the scale
///
/// Which one grows least takes three processes of each to tell, and a
/// usual run has one: `./jbang chapter7 --only youAndTheScale --forks 3`.
List<Guess> youAndTheScale(PauseTimes collectors, Prediction fullStop,
        Prediction growsLeast) {
    var growth = new TreeMap<String, Optional<Measured>>();
    for (var c : collectors.contenders()) {
        var none = stop(collectors, c.name(), Pauses.FULL, 0);
        var all = stop(collectors, c.name(), Pauses.FULL, 100_000);
        growth.put(c.name().replace("Java, ", ""),
            Measured.ratio(all, none));
    }
    return List.of(
        Guess.of("G1 stops for", fullStop,
            stop(collectors, "Java, G1", Pauses.FULL, 100_000)),
        Guess.of("grows least", growsLeast, Measured.least(growth),
            collectors.here("Java, G1")));
}

/// ## The number to remember
///
/// Between the two there is one flag.
Headline headline(PauseTimes collectors) {
    return Headline.millis("Java, G1",
        stop(collectors, "Java, G1", Pauses.FULL, 100_000),
        "was the median stop of G1's full collections, in one process\n"
        + "with 100,000 threads waiting. ZGC's longest stop was "
        + Measured.millis(longest(collectors, "Java, ZGC",
            Pauses.FULL)) + ".");
}

/// ## Beside a load
///
/// Pauses are not all. A collector that works beside the others takes its
/// time from the same processor. So now a load runs beside the crowd. It
/// makes a thousand megabytes of garbage, one each millisecond, and on a
/// slow machine more slowly. In Python it makes a hundred thousand
/// dictionaries, about 20 MB together.
///
/// The crowd is old by then. What goes before is not counted: ZGC looks
/// through everything three times until it trusts its own estimates.
static Object besideLoad(int tasks) throws Exception {
    var gate = new Gate(tasks);
    park(tasks, gate);
    for (int round = 0; round < 3; round++) {
        garbage(400);
        System.gc();
    }
    long start = System.nanoTime();
    var ms = new AtomicInteger();
    GcCpuTime.tell("the load", 1_000, () -> {
        garbage(1);
        long next = start + ms.incrementAndGet() * 1_000_000L;
        LockSupport.parkNanos(next - System.nanoTime());
    });
    return gate;
}

/// ## What the collector takes
///
/// The figure is the collector's CPU time for each GB of garbage. How
/// fast the load runs beside it does not matter. Of Java it is the time
/// that the kernel counts for the JVM's threads that collect, its VM
/// thread among them (Linux alone tells). Of Go it is its runtime's own
/// estimate, without what was done by cores that had nothing else to do.
/// Both count up to the end of the last collection, because what came
/// after that has not been collected yet. In Python it is the time
/// within collections. None has in it what slows the load itself down.
///
/// A thousand ms for a GB means: a program that makes a GB of garbage in
/// each second gives its collector one core. Compare the two rows of one
/// name, and not one name with another. Python's garbage is small
/// objects, so a GB of it is several million.
Reports share(Scale scale) {
    return scale.sizes(0, 100_000)
        .java("Java, G1", n -> besideLoad(n)).flags(heap("1g", "G1"))
        .java("Java, ZGC", n -> besideLoad(n)).flags(heap("1g", "Z"))
            .unlessQuick()
        .go("goroutines, busy", "chapter7.go")
        .python("asyncio tasks, busy", "chapter7.py").unlessQuick()
        .forks(2).quickForks(1).reports();
}

/// ## Who looks at them again?
///
/// A young collection passes over nearly all that is old, in Java and in
/// Python. Go has no young collections: each one goes through every
/// stack, to find that nothing there has changed. A figure that is lower
/// with 100,000 waiting is no gain: there were fewer collections then,
/// and two processes are few.
XYChart taken(Reports share) {
    return Charts.gcShare("CPU time of collections per GB of garbage.",
        share, "the load", "gc_ms_per_gb");
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
Schedules stealing(Scale scale) {
    return scale.sizes(10_000).with("ms", 1_000).quick("ms", 200)
        .java("virtual threads, handed to one", n -> handedToOne(n))
            .warmed()
        .java("platform threads, shared out", n -> sharedOut(n))
            .warmed()
        .go("goroutines, handed to one", "chapter7.go")
        .go("goroutines (200), handed to one", "chapter7.go").tasks(200)
        .python("asyncio tasks, handed to one", "chapter7.py")
        .forks(3).quickForks(1).reports().as(Schedules::new);
}

/// ## Stolen
///
/// A job counts by its length. What ran on another carrier than the one
/// it was handed to has been taken from there. In Go that is not always
/// theft: the queue of a processor holds 256, and when it is full, half
/// of it goes into a queue that all of them share. Of 200 goroutines all
/// have room in the one queue, and who runs one elsewhere has stolen it.
Table stolen(Schedules stealing) {
    return SchedulingTables.shared(stealing);
}

/// ## Did you notice?
///
/// Each held against all forks before it is said.
String noticedOfStealing(Schedules stealing) {
    var virtual = "virtual threads, handed to one";
    return Notice.all(
        Notice.above("Of what is handed to one carrier in Java, a "
            + "quarter or more runs on another", Measured.reported(
            stealing, virtual, "work", "elsewhere_percent"), 25),
        Notice.less("That takes less than four fifths of the time "
            + "that it takes shared out beforehand", Measured.reported(
            stealing, virtual, "work", "seconds"), 0.8,
            Measured.reported(
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

static final Object LOCK = new Object();

/// ## A carrier that is kept
///
/// This JVM has one carrier, and no other may be added. A virtual thread
/// blocks on it, each time in another way. Just then another one is
/// started, which only notes when its turn has come. The first one goes
/// on when the other has had its turn, or has had ample time for it.
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
                OneCarrier.rest(ms -> LOCK.wait(ms));
            }
        });
        more(carrier);
        return "all have blocked";
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

static class Order {
    static int compare(MemorySegment a, MemorySegment b) {
        OneCarrier.sleep();
        return 1;
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

/// ## Who waits for whom
///
/// If the other one has its turn while the first is blocked, the carrier
/// was free. If it has its turn only when the first has gone on, the
/// carrier was kept. So it is the order that counts, and not how fast
/// the machine is. The JVM says for itself which thread it saw pinned:
/// its flight recorder has an event for that.
///
/// That `synchronized` leaves the carrier is new in JDK 24 (JEP 491). A
/// frame of C or of the JVM on the stack still holds it.
Pinning pins(Scale scale) {
    return scale.sizes(1).java("virtual threads", n -> blocks(n))
        .flags("-Djdk.virtualThreadScheduler.parallelism=1",
            "-Djdk.virtualThreadScheduler.maxPoolSize=1",
            "--enable-native-access=ALL-UNNAMED")
        .forks(1).reports().as(Pinning::new);
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

/// ## Nothing to do
///
/// The post says that Python's loop keeps looking for work. A loop can
/// do that: ask every task in turn, again and again. Or it sleeps, and
/// whoever brings something wakes it.
///
/// CPU time tells the two apart. Ten thousand tasks wait in some of these
/// processes, a million in others, and nobody touches them for ten
/// seconds, the same ten for all. One more Python process, with ten
/// thousand, has a task that does look all the time: `await
/// asyncio.sleep(0)`, for ever. (In a quick run it is a hundred thousand
/// tasks, and two seconds.)
///
/// This was laid down before it was measured: a loop keeps looking if it
/// takes a tenth of a core or more. On a busy machine nobody gets a whole
/// core, so it is read as a tenth of what the one that looks takes in the
/// same seconds. To look a few times and then sleep is something else.
/// Go's processors do that when they have nothing left.
IdleCpu idle(Scale scale) {
    return scale.sizes(10_000, 1_000_000).quick(100_000)
        .java("virtual threads, parked", n -> waiting(n))
        .go("goroutines, parked", "chapter7.go")
        .python("asyncio tasks, parked", "chapter7.py")
        .python("asyncio tasks, one looks", "chapter7.py")
            .tasks(10_000)
        .forks(1).idle(10, 2);
}

/// ## You and the scale
List<Guess> youAndTheSchedulers(Pinning pins, Prediction whatPins) {
    return List.of(Guess.of("what keeps its carrier", whatPins,
        pins.keeper("virtual threads", whatPins.answers()),
        pins.here("virtual threads")));
}

/// ## After the burst
///
/// A burst is over, and the process is as large as it ever was. Is that
/// a leak? A hundred thousand tasks wait, and then all of them end. The
/// process is weighed when all wait, when all have ended, after it was
/// left alone for a while, and after it was asked to give back what it
/// does not need. In Java that is `System.gc()`. (In a quick run it is
/// fifty thousand tasks.)
static Object burstEnds(int tasks) throws Exception {
    var gate = waiting(tasks);
    Gate.weigh("all wait");
    gate.close();
    Gate.weigh("all ended");
    Thread.sleep(gate.number("alone"));
    Gate.weigh("left alone");
    System.gc();
    SteadyMemory.await();       // it gives back little by little
    Gate.weigh("asked");
    return "ended";
}

/// ## What comes back
///
/// Go is asked by `debug.FreeOSMemory()`, Python by `gc.collect()` and
/// C's `malloc_trim`. Two JVMs are told to do it by themselves. One has a
/// G1 that collects when it has not gone through its heap for half a
/// second, and then keeps little room. The other has ZGC, which may give
/// back what it has not needed for a second. Whether it has done so by
/// then stands under *left alone*. (A quick run leaves these two out.)
///
/// A second and a half is not long. Go, for one, collects at the latest
/// after two minutes.
ReturnedMemory afterwards(Scale scale) {
    return scale.sizes(100_000).thorough(1_000_000).quick(50_000)
        .with("alone", 1_500).quick("alone", 300)
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
        .forks(1).watch().as(ReturnedMemory::new);
}

/// ## It is over, and then?
///
/// All lines begin 300 ms before the last task has ended. What lies flat
/// after that is needed by no task. It is free in the process, or garbage
/// that nobody has found yet, or kept for the next burst. Nobody else can
/// have it.
XYChart ebb(ReturnedMemory afterwards) {
    return Charts.trace(afterwards.watched().from("all_ended", 300)
        .traces());
}

/// ## Where it ends
///
/// A platform thread is a thread of the operating system, and of those
/// there is an end. Here they are started until the system refuses. Then
/// nobody can have any. So a hundred or more are let go, some are started
/// again to see that the process is well, and with it the rest end at
/// once.
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
ThreadLimits crowded(Scale scale) {
    return scale.sizes(100_000).quick(2_000)
        .java("platform threads", n -> untilRefused(n))
            .flags("-Xlog:disable", "-XX:+UseSerialGC",
                "-Djdk.virtualThreadScheduler.parallelism=1",
                "-Djdk.virtualThreadScheduler.maxPoolSize=1",
                "--enable-native-access=ALL-UNNAMED")
        .forks(1).reports().as(ThreadLimits::new);
}

/// ## Which one it was
///
/// The message of Java's `OutOfMemoryError` leaves it open: "possibly out
/// of memory or process/resource limits reached". The table says how full
/// each limit was: it is one that is as good as full. Of `pid_max` the
/// kernel keeps the first 300 numbers to itself. Of `max_map_count` a
/// thread takes about two.
String limit(ThreadLimits crowded) {
    return Exhaustion.end(crowded, "platform threads");
}

static String goStops(PauseTimes others) {
    return "With 100,000 goroutines a full collection takes "
        + Measured.millis(cycle(others, 100_000))
        + ", and stops them for " + Measured.millis(
            stop(others, "goroutines", Pauses.FULL, 100_000));
}

static String pythonTracks(PauseTimes others) {
    return "With 10,000 tasks it tracks "
        + Measured.median(others.with(10_000), "asyncio tasks",
            "tracked", "objects").map(Measured::toString).orElse("?")
        + " objects more, and a full collection takes "
        + Measured.millis(
            stop(others, "asyncio tasks", Pauses.FULL, 10_000));
}

static final String HANDED = "goroutines (200), handed to one";
static final String LOOP = "asyncio tasks, parked";
static final String LOOKS = "asyncio tasks, one looks";

static String goSteals(Schedules stealing, IdleCpu idle) {
    return "The first part: of the work of 200 goroutines "
        + SchedulingTables.elsewhere(stealing, HANDED)
        + " was stolen. The second: of a core, in percent, "
        + "Python's loop took " + idle.shares(LOOP)
        + "; where one task looks, " + idle.shares(LOOKS);
}

static Optional<Boolean> steals(Schedules stealing) {
    return stealing.carriers(HANDED)
        .filter(carriers -> carriers.low() > 1) // else from whom?
        .flatMap(_ -> stealing.elsewhere(HANDED))
        .map(elsewhere -> elsewhere.low() >= 10);
}

static Optional<Boolean> looks(IdleCpu idle) {
    return idle.most(LOOP).flatMap(loop -> idle.most(LOOKS)
        .filter(all -> all > 0).map(all -> loop >= all / 10));
}

/// ## The verdict
///
/// By what was said before it was measured. Only the stop is judged of
/// Go's collector; what it takes beside the load stands above.
///
/// Of schedulers the post says two things at once, and both have to be
/// so. The first is if in every process a tenth or more of the work of 200
/// goroutines was stolen; the second if a loop whose tasks only wait
/// takes a tenth or more of what one takes that looks all the time.
Verdicts verdict(PauseTimes others, Schedules stealing, IdleCpu idle) {
    var go = others.with(100_000);
    var python = others.with(10_000);
    return Judge.ofChapter(7).in("others")
        .each("go-gc", go.each("goroutines", Pauses.FULL,
            f -> f.get("pause_ms") < 10
                && f.get("pause_ms") < f.get("cycle_ms") / 10),
            go.here("goroutines"), goStops(others))
        .each("py-gc", python.each("asyncio tasks", "tracked",
            f -> Math.abs(f.get("per_task") - 1) < 0.2),
            python.here("asyncio tasks"), pythonTracks(others))
        .onlyIf("Counting the Task objects alone, and not what each of "
            + "them brings along.", python.always("asyncio tasks",
                "tracked", "tasks", 10_000).orElse(false))
        .in("stealing").when("go-steal", steals(stealing).flatMap(
            first -> looks(idle).map(then -> first && then)),
            stealing.here(HANDED) && idle.here(LOOP),
            goSteals(stealing, idle))
        .verdicts();
}

/// ## Your guesses
///
/// All sizes that you have guessed, in this chapter and before.
XYChart yourGuesses(Guesses guesses) {
    return Charts.guesses(guesses);
}

/// ## Yours: no long stops
///
/// Fifty thousand requests arrive and wait, and something works beside
/// them, in half a gigabyte. With these flags it all stops for long.
/// Edit `flags` until the longest stop is at most a tenth of what it is
/// now. The heap stays as large, and all work has to be done. As it
/// stands, it does not pass.
static List<String> flags() {
    return List.of("-XX:+UseParallelGC");
}

static String[] small(List<String> flags) {
    return Stream.concat(flags.stream(), Stream.of("-Xmx512m"))
        .toArray(String[]::new); // of two, a JVM takes the last
}

static Object service(int tasks) throws Exception {
    var gate = new Gate(tasks);
    try (var pauses = new Pauses()) {
        park(tasks, gate);
        for (int i = 0; i < 500; i++) { // it cannot hold all
            garbage(1);
            Thread.sleep(2);
        }
        pauses.tellStops();
    }
    return gate;
}

/// ## Short enough?
///
/// The same runs with the flags as they were. A thread that has to wait
/// for memory, because its collector does not keep up, is stopped, too.
Check shortStops(Scale scale) {
    var reports = scale.sizes(50_000)
        .java("yours", n -> service(n)).flags(small(flags()))
        .java("as it was", n -> service(n))
            .flags(small(List.of("-XX:+UseParallelGC")))
        .forks(2).quickForks(1).reports();
    return Check.of(reports).below("of the longest stop", "", 0.1,
        Measured.ratio(
            Measured.median(reports, "yours", "stops", "longest_ms"),
            Measured.median(reports, "as it was", "stops",
                "longest_ms")));
}

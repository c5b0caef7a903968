///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Chapter 7: GC and schedulers. What do waiting tasks slow down?
//JAVA 25+
//DEPS ../lib/Lib.java
//FILES chapter7.java
//FILES chapter7.go
//FILES chapter7.py
//FILES solutions/chapter7_look.java=solutions/chapter7_look.java
//FILES solutions/chapter7_flags.java=solutions/chapter7_flags.java
//FILES solutions/chapter7_serve.java=solutions/chapter7_serve.java
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow
//RUNTIME_OPTIONS --limit-modules=java.se,jdk.httpserver,jdk.jshell,jdk.management,jdk.unsupported,jdk.zipfs
//RUNTIME_OPTIONS -XX:+UseSerialGC -Xmx160m -XX:TieredStopAtLevel=1 -Xlog:disable

import module java.base;

import memorytax.Notebook;
import memorytax.catalog.DiagnosticCommands;
import memorytax.chart.Charts;
import memorytax.chart.Mechanisms;
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

/// # What do waiting tasks slow down?
///
/// A task that waits uses no CPU time. But the process has to look
/// after it: the garbage collector visits what the task keeps on the
/// heap, and the scheduler has to be able to wake the task.
///
/// The mistake is to count the bytes, see that they fit, and stop
/// there. This chapter measures what running code notices when many
/// tasks wait. The first half is about the collector: how long it stops
/// the program, and how much CPU time it uses. The second half is about
/// the scheduler: how it spreads work over the cores, what holds it up,
/// and what it does while all tasks wait. The last cells ask whether
/// memory comes back when all tasks end, and how many platform threads
/// a system allows.
void main(String... args) throws Exception {
    Notebook.of(MethodHandles.lookup()).run(args);
}

/// ## Your machine
///
/// Most collectors use more threads on a machine with more cores. Close
/// other programs before you measure: a program that needs CPU time at
/// the same moment makes the collector slower.
Machine machine(Scale scale) {
    return Machine.of(scale);
}

/// ## Start threads that wait
///
/// A thread is *parked* while it waits: it uses no CPU time until
/// something wakes it. Each virtual thread here says that it has
/// started (`gate.here()`), and then waits for a gate that stays shut.
/// The method returns when all of them wait.
static void park(int tasks, Gate gate) throws Exception {
    for (int i = 0; i < tasks; i++)
        Thread.startVirtualThread(() -> {
            gate.here();
            gate.await();
        });
    gate.full();
}

static final byte[][] NEEDED = new byte[1_000][];

/// ## Make garbage
///
/// *Garbage* is memory that the program can no longer reach. This load
/// keeps 1,000 arrays of 8 KB, about 8 MB. Each new array replaces an
/// old one, and the old one is garbage then.
static void garbage(int megabytes) {
    for (int i = 0; i < megabytes * 128; i++)
        NEEDED[i % NEEDED.length] = new byte[8 << 10];
}

/// ## Record three kinds of stops
///
/// A *stop* is a time in which all threads of the program stand still
/// for the collector. Java has two kinds of collections. *Young*
/// collections look at new objects only. *Full* collections go through
/// the whole heap. An object that has survived several collections
/// counts as old. So we record three kinds of stops:
///
/// - *new*: stops of young collections while the parked threads are new
///   objects,
/// - *full*: stops of full collections, which `System.gc()` asks for,
/// - *old*: stops of young collections again, when the parked threads
///   are old objects.
///
/// We do not infer stops from a clock: JFR, the JVM's flight recorder,
/// records them. `Pauses` listens to JFR inside the process.
static Object parked(int tasks) throws Exception {
    var gate = new Gate(tasks);
    try (var pauses = new Pauses()) {
        park(tasks, gate);
        garbage(500);           // the threads are new
        for (int i = 0; i < 3; i++) System.gc();
        garbage(500);           // the threads are old
        pauses.tell();
    }
    return gate;
}

/// ## Give every collector the same heap
///
/// By default, each collector sizes its heap in its own way, and their
/// stops could not be compared. So every JVM gets a heap of one fixed
/// size, with 128 MB for new objects (`-Xmn128m`). This is a handicap
/// for G1: by default, G1 can shorten its stops by making the part for
/// new objects smaller. ZGC ignores the 128 MB.
static String[] heap(String size, String collector) {
    return new String[]{"-XX:+Use" + collector + "GC",
        "-Xms" + size, "-Xmx" + size, "-Xmn128m"};
}

/// ## How long does a full collection of G1 stop the program?
///
/// G1 is the default collector of JDK 25 on a machine with at least two
/// cores and about 2 GB of memory. With one core, or with less memory,
/// the JVM chooses Serial. Many containers are that small.
///
/// With 100,000 parked threads, for how many milliseconds does a full
/// collection of G1 stop the program?
Prediction fullStop() {
    return Prediction.number("ms");
}

/// ## Which collector's stops grow least?
///
/// Take the stop of a full collection with no parked threads, and with
/// 100,000 of them. With which collector does the stop grow by the
/// smallest factor?
Prediction growsLeast() {
    return Prediction.oneOf("Serial", "Parallel", "G1", "ZGC");
}

/// ## Measure the stops of four Java collectors
///
/// Each number of parked threads is measured in a *fork*, a fresh
/// process. An entry has two numbers: the median stop and the longest
/// stop, in ms. A dash means that there was no stop.
///
/// Look at the rows *full*. During the stop, Serial, Parallel and G1
/// find all *live* (reachable) objects and move them together, so we
/// expect longer stops with more threads. ZGC does nearly all of this
/// while the program runs, so we expect short stops. Its row *whole*
/// has one number: the time of a full collection from start to end.
///
/// - The time to reach the *safepoint*, where all threads stand still,
///   is not included.
/// - The threads are *cold*: the JVM still interprets their code, and
///   interpreted frames are larger.
/// - In the row *new*, ZGC goes through its whole heap, too. After
///   that, ZGC may need no collection, and then it has no row *old*.
///
/// (A quick run leaves out Serial and Parallel.)
PauseTimes collectors(Scale scale) {
    return scale.sizes(0, 1_000, 10_000, 100_000).quick(0, 100_000)
        .thorough(1_000_000)
        .java("Java (G1)", n -> parked(n)).flags(heap("2g", "G1"))
        .java("Java (Serial)", n -> parked(n))
            .flags(heap("2g", "Serial")).unlessQuick()
        .java("Java (Parallel)", n -> parked(n))
            .flags(heap("2g", "Parallel")).unlessQuick()
        .java("Java (ZGC)", n -> parked(n)).flags(heap("2g", "Z"))
        .forks(1).reports().as(PauseTimes::new);
}

/// ## Measure the stops in Go and Python
///
/// Each process asks for five full collections. Look at the rows *full*
/// again. We expect longer stops with more tasks in Python, but not in
/// Go.
///
/// - **Go** has only one kind of collection. It marks live objects
///   while the program runs, and stops the program twice, at the start
///   and at the end of marking. Our figure adds up both stops, with the
///   time to reach them. In the rows *new* and *old* the program does
///   not ask: Go collects because garbage has filled the heap.
/// - **Python** runs nothing else during a collection, so all of it is
///   a stop. A young collection starts after a number of new objects,
///   not of bytes.
PauseTimes others(Scale scale) {
    return scale.sizes(0, 1_000, 10_000, 100_000)
        .quick(10_000, 100_000).thorough(1_000_000)
        .go("goroutines", "chapter7.go")
        .python("asyncio tasks", "chapter7.py")
        .forks(3).quickForks(1).reports().as(PauseTimes::new);
}

/// ## How the stop of a full collection grows
///
/// A parked task consists of live objects: a virtual thread is an
/// object on the heap, and its frames are moved to the heap while it
/// waits. Serial, Parallel, G1 and Python go through all live objects
/// during the stop, so each task makes the stop longer.
///
/// ZGC and Go go through the live objects while the program runs. They
/// stop the program only at the start and at the end of a phase, and
/// what they do then hardly depends on the number of tasks.
XYChart growth(PauseTimes collectors, PauseTimes others) {
    return Charts.byTasks("One stop of a full collection.",
        Pauses.FULL, "pause_ms", collectors, others);
}

/// ## Every stop with 100,000 parked tasks
///
/// The chart has three groups: *new*, *full* and *old*. Compare the
/// longest stop of G1, or of Serial, in the first group and in the
/// last. A young collection copies each new object that is still in
/// use, so it copies all parked threads while they are new. Old objects
/// stay where they are: the JVM remembers which of them may refer to
/// new objects, and a young collection looks only at those.
///
/// Python also starts full collections by itself. The longest stop in
/// its first group can be one of them.
XYChart stops(PauseTimes collectors, PauseTimes others) {
    return Charts.stops(100_000,
        List.of(Pauses.NEW, Pauses.FULL, Pauses.OLD),
        collectors, others);
}

/// ## What each collection goes through
///
/// The heap of most Java collectors has two parts. New objects lie in
/// the *young generation*. What survives a few collections is moved to
/// the *old generation*, and so are the parked threads with their
/// frames. A young collection goes through the young part, and through
/// the few old objects that may refer to it. A full collection goes
/// through both parts.
///
/// So parked threads make a young collection longer only while they are
/// new. They make each full collection longer, for as long as they
/// wait.
XYChart generations(PauseTimes collectors) {
    return Mechanisms.generations(collectors, "Java (G1)", 100_000);
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

/// ## What the stops show, checked against every fork
///
/// Each sentence is checked against all forks before it is printed. In
/// a usual run, Java has one fork for each number of threads, and one
/// fork proves nothing. Go has three forks, and one in a quick run.
String noticed(PauseTimes collectors, PauseTimes others) {
    return Notice.all(
        Notice.less("G1's full collections stop the program for more "
            + "than five times as long with 100,000 parked threads "
            + "as with none",
            stop(collectors, "Java (G1)", Pauses.FULL, 0), 0.2,
            stop(collectors, "Java (G1)", Pauses.FULL, 100_000)),
        Notice.less("Once the parked threads are old, G1's young "
            + "collections stop the program for less than a tenth of "
            + "the longest stop while the threads were new",
            stop(collectors, "Java (G1)", Pauses.OLD, 100_000), 0.1,
            longest(collectors, "Java (G1)", Pauses.NEW)),
        Notice.less("ZGC's longest stop in a full collection is less "
            + "than a hundredth of G1's median stop",
            longest(collectors, "Java (ZGC)", Pauses.FULL), 0.01,
            stop(collectors, "Java (G1)", Pauses.FULL, 100_000)),
        Notice.less("A full collection in Go takes more than three "
            + "times as long with 100,000 goroutines as with 10,000",
            cycle(others, 10_000), 0.33, cycle(others, 100_000)),
        Notice.less("With 100,000 goroutines, a full collection in Go "
            + "stops the program for less than a tenth of its time",
            stop(others, "goroutines", Pauses.FULL, 100_000), 0.1,
            cycle(others, 100_000)));
}

/// ## Your guesses about stops
///
/// To say which stop grows least, we need three forks of each
/// collector, and a usual run has one. For three, call
/// `./jbang chapter7 --only youAndTheScale --forks 3`.
List<Guess> youAndTheScale(PauseTimes collectors, Prediction fullStop,
        Prediction growsLeast) {
    var growth = new TreeMap<String, Optional<Measured>>();
    for (var c : collectors.contenders()) {
        var none = stop(collectors, c.name(), Pauses.FULL, 0);
        var all = stop(collectors, c.name(), Pauses.FULL, 100_000);
        growth.put(Contender.trait(c.name()),
            Measured.ratio(all, none));
    }
    return List.of(
        Guess.of("G1 stops for", fullStop,
            stop(collectors, "Java (G1)", Pauses.FULL, 100_000)),
        Guess.of("grows least", growsLeast, Measured.least(growth),
            collectors.here("Java (G1)")));
}

/// ## The number to remember: one stop of G1, and of ZGC
///
/// One flag makes the difference: `-XX:+UseZGC`. Why doesn't every
/// program use ZGC? It collects while the program runs, so both need
/// CPU time and memory at the same moment. If free memory runs out
/// before the collection ends, threads have to wait. And ZGC's
/// references take 8 bytes each; those of the other three collectors
/// take 4 bytes in a heap below 32 GB.
Headline headline(PauseTimes collectors) {
    return Headline.millis("Java (G1)",
        stop(collectors, "Java (G1)", Pauses.FULL, 100_000),
        "was the median stop of G1's full collections, in one process\n"
        + "with 100,000 parked threads. ZGC's longest stop was "
        + Measured.millis(longest(collectors, "Java (ZGC)",
            Pauses.FULL)) + ".").picture("stops");
}

/// ## Make garbage beside parked tasks
///
/// Stops are not the whole cost. A collector that works while the
/// program runs uses the same cores. So now a load runs beside the
/// parked tasks. It makes 1,000 MB of garbage, 1 MB each millisecond,
/// or more slowly on a slow machine. In Python it makes 100,000
/// dictionaries, about 20 MB together.
///
/// Three rounds of garbage and `System.gc()` come first, and are not
/// counted. After them the parked threads are old, and ZGC has made the
/// three collections that it needs before it trusts its own estimates.
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

/// ## Measure the CPU time of the collectors
///
/// Look at *GC ms per GB*: the collector's CPU time for each GB of
/// garbage, however fast the load runs. 1,000 ms per GB means: a
/// program that makes 1 GB of garbage a second keeps one core busy with
/// collecting.
///
/// Compare the two rows of one contender, without and with parked
/// tasks. Do not compare two contenders: 1 GB of Python's garbage is
/// several million small objects. We expect a large difference only for
/// Go, which has no young collections.
///
/// - **Java**: the CPU time of the collector threads and the VM thread
///   (only Linux reports it).
/// - **Go**: an estimate by its runtime, without the work of cores that
///   were idle.
/// - **Python**: the time within collections.
///
/// In Java and Go we count up to the end of the last collection; the
/// garbage made after it is not counted. The program's own threads do
/// some work for the collector, too. That work is not included. (A
/// quick run leaves out ZGC and Python.)
Reports share(Scale scale) {
    return scale.sizes(0, 100_000)
        .java("Java (G1)", n -> besideLoad(n)).flags(heap("1g", "G1"))
        .java("Java (ZGC)", n -> besideLoad(n)).flags(heap("1g", "Z"))
            .unlessQuick()
        .go("goroutines (busy)", "chapter7.go")
        .python("asyncio tasks (busy)", "chapter7.py").unlessQuick()
        .forks(2).quickForks(1).reports();
}

/// ## Which collectors visit parked tasks again
///
/// Young collections in Java and Python skip nearly all old objects, so
/// old parked tasks cost them little. Go has no young collections: each
/// collection scans the stacks of all goroutines again, although a
/// parked stack has not changed. The load's own arrays contain no
/// pointers, so Go has nothing to scan in them.
///
/// If this costs too much, let Go collect less often: twice the `GOGC`
/// means about half the CPU time, and twice the room for garbage ([GC
/// guide](https://go.dev/doc/gc-guide)). Chapter 8 measures this
/// exchange of memory for CPU time.
///
/// A figure that is lower with 100,000 tasks is no advantage of parked
/// tasks: fewer collections may have run, and two forks are few.
XYChart taken(Reports share) {
    return Charts.gcShare("CPU time of collections per GB of garbage.",
        share, "the load", "gc_ms_per_gb");
}

/// ## Hand all jobs to one carrier
///
/// A *carrier* runs tasks: in Java a thread of a small pool, in Go what
/// Go calls a processor, in Python the one thread of the loop. Each
/// carrier has a queue.
///
/// The mistake is to divide the work in advance, as if one knew how
/// long each job takes. With *work stealing*, a carrier that has
/// nothing to do takes tasks from another carrier's queue.
///
/// Here are 10,000 jobs that only compute. Each job of the first half
/// is 19 times as long as one of the second half. All are handed to
/// *one* carrier. In Java, a started thread goes into a queue that all
/// carriers share, but a woken thread goes into the queue of the
/// carrier that wakes it. So the threads are started first, and wait.
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

/// ## Divide the jobs in advance
///
/// One platform thread is started for each core, and each thread gets
/// an equal part of the list. That would be fair if all jobs were
/// equally long. In this list the jobs of the first half are long, so
/// the first threads get most of the work.
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

/// ## Measure which carrier runs which job
///
/// All jobs together need one second of one core (0.2 s in a quick
/// run). *Warmed*: the JVM has compiled the code before. Each job notes
/// its carrier when it begins: in Java the name after the `@` in
/// `Thread.toString()`, in Go the number of its processor. The carrier
/// rarely changes during a job: a virtual thread keeps its carrier
/// while it computes, and a goroutine for its first 10 ms. Go runs
/// twice, with 10,000 jobs and with 200 longer jobs: the next cell says
/// why.
///
/// The chart has a row for each carrier. Look at where the rows of one
/// contender end. Where carriers steal work, we expect all rows to end
/// together. Where the jobs were divided in advance, we expect the
/// threads with the short jobs to end early and do nothing after that.
Schedules stealing(Scale scale) {
    return scale.sizes(10_000).with("ms", 1_000).quick("ms", 200)
        .java("virtual threads (handed to one)", n -> handedToOne(n))
            .warmed()
        .java("platform threads (shared out)", n -> sharedOut(n))
            .warmed()
        .go("goroutines (handed to one)", "chapter7.go")
        .go("goroutines (200 handed to one)", "chapter7.go").tasks(200)
        .python("asyncio tasks (handed to one)", "chapter7.py")
        .forks(3).quickForks(1).reports().as(Schedules::new);
}

/// ## How much of the work was stolen
///
/// Look at the column *run elsewhere*: the share of the work that ran
/// on another carrier than the one it was handed to. A long job counts
/// for more than a short one. A carrier whose queue was empty has taken
/// this work from the queues of other carriers. Python has only one
/// carrier, so nothing can be stolen.
///
/// In Go, such work is not always stolen. A processor's queue holds 256
/// goroutines. When it is full, half of it moves to a queue that all
/// processors share. 200 goroutines fit into one queue, so each of them
/// that ran on another processor was stolen.
Table stolen(Schedules stealing) {
    return SchedulingTables.shared(stealing);
}

/// ## What stealing gains, checked against every fork
///
/// Each sentence is checked against all forks before it is printed.
/// Stealing gains time because no carrier stands idle while another one
/// still has jobs in its queue.
String noticedOfStealing(Schedules stealing) {
    var virtual = "virtual threads (handed to one)";
    return Notice.all(
        Notice.above("Of the work that is handed to one carrier in "
            + "Java, a quarter or more runs on another carrier",
            Measured.reported(stealing, virtual, "work",
                "elsewhere_percent"), 25),
        Notice.less("In Java, jobs that are handed to one carrier take "
            + "less than four fifths of the time that jobs take which "
            + "are divided in advance", Measured.reported(stealing,
                virtual, "work", "seconds"), 0.8,
            Measured.reported(stealing, "platform threads (shared out)",
                "work", "seconds")));
}

/// ## What pins a virtual thread?
///
/// A virtual thread that waits normally leaves its carrier, and the
/// carrier runs other threads. A virtual thread that cannot leave is
/// *pinned*: it keeps its carrier while it waits. For years,
/// `synchronized` was the best-known cause. In JDK 25, which of these
/// keeps its carrier while it waits?
Prediction whatPins() {
    return Prediction.oneOf("sleeps in synchronized", "in Object.wait",
        "sleeps below a call from C");
}

static final Object LOCK = new Object();

/// ## Block on the only carrier
///
/// This JVM has one carrier and cannot add another. A first virtual
/// thread blocks, each time in a different way. Right before that it
/// calls `now()` (`sleep()` does so by itself). Then a second virtual
/// thread is started, which only notes the time when it runs. The first
/// thread goes on when the second has run, or after more than enough
/// time: 0.2 s, or 1 s where a third thread holds up the first.
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

/// ## Four more ways to block
///
/// - `waits for synchronized`: another thread is inside the
///   `synchronized` block, so the virtual thread has to wait.
/// - `sleeps in a static block`: the virtual thread is the first to use
///   a class. The JVM then initialises the class, that is, runs its
///   static block, which sleeps.
/// - `waits for a static block`: another thread initialises the class.
///   Each thread that needs the class has to wait until that is done.
/// - `sleeps below a call from C`: the virtual thread sleeps in a
///   method that C has called.
static void more(OneCarrier carrier) throws InterruptedException {
    carrier.put("waits for synchronized", () -> {
        OneCarrier.meanwhile(() -> inside());
        OneCarrier.now();
        synchronized (LOCK) { } // waits for the other thread
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

/// ## Sleep in a method that C calls
///
/// C's `qsort` calls a function to compare two numbers. Here, this
/// function is written in Java, and it sleeps. Meanwhile a frame of
/// `qsort` lies in the middle of the stack. The JVM cannot move that
/// frame: C code may hold addresses inside it.
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

/// ## Measure what keeps the carrier
///
/// Look at the column *the carrier is*: *free* if the second thread ran
/// while the first was blocked. The carrier is *kept* if the second
/// thread ran only after the first had gone on. The order decides, so a
/// slow machine gives the same answer. *The other waits* is the time
/// until the second thread ran. *JFR reports* shows where JFR has
/// recorded a pinned thread.
///
/// Since JDK 24 (JEP 491), a thread that waits in `synchronized` leaves
/// its carrier. We expect the carrier to be kept where a frame of C, or
/// of the JVM itself, is on the stack. The JVM puts its own frame there
/// when it initialises a class. (From JDK 26 on, a thread that only
/// waits for a static block can leave its carrier, too.)
Pinning pins(Scale scale) {
    return scale.sizes(1).java("virtual threads", n -> blocks(n))
        .flags("-Djdk.virtualThreadScheduler.parallelism=1",
            "-Djdk.virtualThreadScheduler.maxPoolSize=1",
            "--enable-native-access=ALL-UNNAMED")
        .forks(1).reports().as(Pinning::new);
}

/// ## Why some frames pin a thread, and your guess
///
/// When a virtual thread leaves its carrier, the JVM moves the thread's
/// frames to the heap. The JVM can move Java frames. It cannot move
/// frames of C, or its own.
///
/// To find pinned threads in a service, start a recording with
/// `jcmd PID JFR.start`, and later write the recording to a file with
/// `jcmd PID JFR.dump filename=FILE`. Then
/// `jfr print --events VirtualThreadPinned FILE` shows each pinned
/// thread that has waited for 20 ms or longer.
List<Guess> youAndTheSchedulers(Pinning pins, Prediction whatPins) {
    return List.of(Guess.of("what keeps its carrier", whatPins,
        pins.keeper("virtual threads", whatPins.answers()),
        pins.here("virtual threads")));
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

/// ## Measure the CPU time of tasks that wait
///
/// The post that this workbook judges says that Python's loop keeps
/// looking for work. A loop could ask every task again and again, or it
/// could sleep until something wakes it. CPU time shows which of the
/// two it does.
///
/// A process has 10,000 or 1,000,000 tasks that wait for ten seconds
/// (in a quick run 100,000 tasks, two seconds). One more Python process
/// serves as a comparison. In this process one task really keeps
/// looking: it calls `await asyncio.sleep(0)` in an endless loop. Look
/// at the column *of one core*. We expect a busy core only there.
///
/// The rule for the verdict was fixed before measuring: a loop keeps
/// looking if it uses at least a tenth of the CPU time of that busy
/// process. To look a few times and then sleep does not count: Go's
/// processors do that.
IdleCpu idle(Scale scale) {
    return scale.sizes(10_000, 1_000_000).quick(100_000)
        .java("virtual threads (parked)", n -> waiting(n))
        .go("goroutines (parked)", "chapter7.go")
        .python("asyncio tasks (parked)", "chapter7.py")
        .python("asyncio tasks (one looks)", "chapter7.py")
            .tasks(10_000)
        .forks(1).idle(10, 2);
}

static final String LOOP = "asyncio tasks (parked)";
static final String LOOKS = "asyncio tasks (one looks)";

/// ## Why a loop whose tasks all wait can sleep
///
/// An event loop that has nothing to run makes a system call (`epoll`
/// on Linux) that returns when something has happened. Until then, its
/// thread sleeps in the kernel. A task that calls `sleep(0)` is ready
/// to run again at once, so its loop never sleeps.
String noticedOfLoops(IdleCpu idle) {
    return loops(idle) + ".";
}

static String loops(IdleCpu idle) {
    return "CPU time of Python's loop, in percent of a core, if all "
        + "tasks wait: " + idle.shares(LOOP)
        + "; if one task keeps looking: " + idle.shares(LOOKS);
}

/// ## End all tasks of a burst
///
/// A burst of requests is over, and the process is still as large. Is
/// that a leak? 100,000 tasks wait (50,000 in a quick run), and then
/// all of them end. The process is weighed four times:
///
/// - *all wait*: while all tasks wait,
/// - *all ended*: when all tasks have ended,
/// - *left alone*: after 1.5 s in which nothing happened (0.3 s in a
///   quick run),
/// - *asked*: after we asked the runtime to give back what it does not
///   need. In Java, `System.gc()` asks for that.
static Object burstEnds(int tasks) throws Exception {
    var gate = waiting(tasks);
    Gate.weigh("all wait");
    gate.close();
    Gate.weigh("all ended");
    Thread.sleep(gate.number("alone"));
    Gate.weigh("left alone");
    System.gc();
    SteadyMemory.await();       // memory comes back gradually
    Gate.weigh("asked");
    return "ended";
}

/// ## Measure the memory that comes back
///
/// *Resident* memory is what the process occupies in RAM: look at when
/// it falls. *Given back* is how much of the tasks' memory has come
/// back in the end. If it is below zero, the process has even grown.
///
/// - **Python** frees an object as soon as nothing refers to it. We
///   expect the process to shrink when the tasks end. `gc.collect()`
///   and C's `malloc_trim` ask for more memory back.
/// - **Go** frees memory only when it collects; without new garbage
///   that is after two minutes. We expect the process to shrink when
///   `debug.FreeOSMemory()` asks.
/// - **Java** frees memory only when it collects, too. With the default
///   collector we expect the process to shrink when asked.
/// - **Eager G1** collects when there was no collection for half a
///   second, and keeps little free heap. We expect the process to
///   shrink when left alone.
/// - **ZGC** gives back what a collection has freed and nobody has used
///   for a second. Is 1.5 s long enough for that? (A quick run leaves
///   out ZGC and eager G1.)
ReturnedMemory afterwards(Scale scale) {
    return scale.sizes(100_000).thorough(1_000_000).quick(50_000)
        .with("alone", 1_500).quick("alone", 300)
        .java("virtual threads", n -> burstEnds(n))
        .java("virtual threads (eager G1)", n -> burstEnds(n))
            .flags("-XX:+UseG1GC", "-XX:G1PeriodicGCInterval=500",
                "-XX:MinHeapFreeRatio=5", "-XX:MaxHeapFreeRatio=10")
            .unlessQuick()
        .java("virtual threads (ZGC)", n -> burstEnds(n))
            .flags("-XX:+UseZGC", "-XX:ZUncommitDelay=1",
                "-XX:ZCollectionInterval=0.5").unlessQuick()
        .go("goroutines (burst)", "chapter7.go")
        .python("asyncio tasks (burst)", "chapter7.py")
        .forks(1).watch().as(ReturnedMemory::new);
}

/// ## Memory before and after the end of the burst
///
/// Each line begins 300 ms before the last task ends. No task needs the
/// memory that a process keeps after that. It is free memory inside the
/// process, or garbage that no collection has found yet, or kept for
/// the next burst. No other process can use this memory.
///
/// Go keeps the descriptor of each ended goroutine (its `g`), to use it
/// again: see `gfput` in Go's `runtime/proc.go`. ZGC does not give
/// memory back at once when `System.gc()` asks. It gives memory back
/// that the program has not used for `ZUncommitDelay` seconds: by
/// default 300 (`java -XX:+PrintFlagsFinal` shows it), here 1. This run
/// may be over before ZGC has done so.
XYChart ebb(ReturnedMemory afterwards) {
    return Charts.trace(afterwards.watched().from("all_ended", 300)
        .traces());
}

/// ## Start platform threads until the system refuses
///
/// A platform thread is a thread of the operating system, and the
/// system has a limited number of them. This method starts threads
/// until the system refuses. Other programs may not get a thread then
/// either, so the method soon ends a hundred or more of its threads. It
/// starts some new ones, to show that the process still works. The
/// remaining threads end together with the process.
///
/// The method stops earlier if memory runs short. A quick run stops at
/// 2,000 threads.
static Object untilRefused(int most) throws Exception {
    var crowd = new Crowd(most);
    try {
        crowd.come(wait -> Thread.ofPlatform().stackSize(64 << 10)
            .start(wait));
    } catch (OutOfMemoryError e) {
        crowd.refused(); // the reached limit is read later
    }
    return crowd.goHome();
}

/// ## Measure how many platform threads can exist
///
/// The run tries 100,000 threads. Look at the column *filled*. The
/// limit that stopped us is full, or nearly full. If several are nearly
/// full, it is the first row.
///
/// When the system refuses, 1,000 virtual threads are started. We
/// expect them to run: they need no new thread of the system, because
/// this JVM's one carrier exists already. `-Xlog:disable` silences the
/// warnings of the JVM.
ThreadLimits crowded(Scale scale) {
    return scale.sizes(100_000).quick(2_000)
        .java("platform threads", n -> untilRefused(n))
            .flags("-Xlog:disable", "-XX:+UseSerialGC",
                "-Djdk.virtualThreadScheduler.parallelism=1",
                "-Djdk.virtualThreadScheduler.maxPoolSize=1",
                "--enable-native-access=ALL-UNNAMED")
        .forks(1).reports().as(ThreadLimits::new);
}

/// ## Which limit was reached
///
/// Java's `OutOfMemoryError` does not name the limit: "possibly out of
/// memory or process/resource limits reached". So we read how full each
/// limit was:
///
/// - `pid_max` limits the ids of all processes and threads together.
///   The kernel reserves the first 300 ids, so this limit is never
///   quite full.
/// - `max_map_count` limits the memory mappings of one process. Each
///   thread uses about two: one for its stack, and one for the guard
///   pages at the end of the stack.
/// - `threads-max` limits the threads of the whole system, `ulimit -u`
///   those of a user, `cgroup pids.max` those of a container.
String limit(ThreadLimits crowded) {
    return Exhaustion.end(crowded, "platform threads");
}

static String goStops(PauseTimes others) {
    return "With 100,000 goroutines, a full collection takes "
        + Measured.millis(cycle(others, 100_000))
        + " and stops the program for " + Measured.millis(
            stop(others, "goroutines", Pauses.FULL, 100_000));
}

static String pythonTracks(PauseTimes others) {
    return "With 10,000 tasks, Python's collector tracks "
        + Measured.median(others.with(10_000), "asyncio tasks",
            "tracked", "objects").map(all -> String.format(
                Locale.ROOT, "%,.0f", all.value())).orElse("?")
        + " more objects. A full collection takes "
        + Measured.millis(
            stop(others, "asyncio tasks", Pauses.FULL, 10_000));
}

static final String HANDED = "goroutines (200 handed to one)";

static String goSteals(Schedules stealing, IdleCpu idle) {
    return "Of the work of 200 goroutines, "
        + SchedulingTables.elsewhere(stealing, HANDED)
        + " was stolen; " + loops(idle);
}

static Optional<Boolean> steals(Schedules stealing) {
    return stealing.carriers(HANDED)
        .filter(carriers -> carriers.low() > 1) // or nobody steals
        .flatMap(_ -> stealing.elsewhere(HANDED))
        .map(elsewhere -> elsewhere.low() >= 10);
}

static Optional<Boolean> looks(IdleCpu idle) {
    return idle.most(LOOP).flatMap(loop -> idle.most(LOOKS)
        .filter(all -> all > 0).map(all -> loop >= all / 10));
}

/// ## Commands that show stops and carriers
///
/// These lines show when the collector stops a process of your own, and
/// whether its tasks wait for a carrier. `PID` stands for its process
/// id. A line that runs *from inside* is code: call it in the process.
String commands() {
    return DiagnosticCommands.markdown(7);
}

/// ## The verdict
///
/// These rules were fixed before measuring:
///
/// - Go's collector is *tuned for many goroutines* if, with 100,000 of
///   them, a full collection stops the program for less than a tenth of
///   its time, and for less than 10 ms (see the notes on
///   [Go 1.5](https://go.dev/doc/go1.5#gc)). The median stop of each
///   process counts. Only stops are judged. For the CPU time see "Which
///   collectors visit parked tasks again".
/// - Python has *10,000 objects to track* if its collector has to visit
///   0.8 to 1.2 more objects for each task.
/// - Go *steals work* if, in every process, a tenth or more of the work
///   of 200 goroutines was stolen.
/// - Python's loop *keeps looking for* work if a loop whose tasks all
///   wait uses a tenth or more of the CPU time of the loop that looks.
///
/// The last two are the two parts of the post's claim about schedulers,
/// and both must hold.
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
        .onlyIf("One counts Task objects alone, and no other object "
            + "that a task needs.", python.always("asyncio tasks",
                "tracked", "tasks", 10_000).orElse(false))
        .in("stealing").when("go-steal", steals(stealing).flatMap(
            first -> looks(idle).map(then -> first && then)),
            stealing.here(HANDED) && idle.here(LOOP),
            goSteals(stealing, idle))
        .verdicts();
}

/// ## Your guesses
///
/// All sizes that you have guessed, in this chapter and in earlier
/// chapters.
List<Object> yourGuesses(Guesses guesses) {
    return List.of(Charts.guesses(guesses), guesses.summary());
}

/// ## What to take to work
///
/// - Count two costs of parked tasks: they need memory, and a collector
///   needs time for them ("How the stop of a full collection grows").
/// - Choose the collector yourself: a small container gets Serial. Try
///   ZGC where long stops hurt: it marks and moves objects while the
///   program runs ("Measure the stops of four Java collectors").
/// - Do not divide uneven jobs in advance. Let each carrier take the
///   next job when it is free ("Measure which carrier runs which job").
/// - Let a virtual thread wait in `synchronized`: since JDK 24 that
///   does not pin it. A frame of C on its stack still does ("Measure
///   what keeps the carrier").
/// - Before you speak of a leak, ask for memory back: what stays after
///   a burst may be free ("Measure the memory that comes back").
static void takeToWork(List<Runnable> jobs) {
    int n = jobs.size(), half = n / 2;
    // wrong: divided in advance, so one thread may get all long jobs
    var parts = List.of(jobs.subList(0, half), jobs.subList(half, n));
    try (var two = Executors.newFixedThreadPool(2)) {
        for (var part : parts)
            two.execute(() -> part.forEach(Runnable::run));
    }
    // right: a carrier that is free takes the next job
    try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
        jobs.forEach(each::execute);
    }
}

/// ## Easier: wait without looking
///
/// 1,000 tasks each wait for a letter from `post`, and answer it. The
/// tasks below look every 10 ms whether their letters are there. So a
/// process that has nothing to do is always busy.
///
/// Edit the method `look` until the process uses at most a tenth of the
/// CPU time of the original method while all tasks wait. It does not
/// help to look less often, because at most a quarter of the answers
/// may be late. As it is now, the method is meant to fail the check.
/// This command runs only the exercises; with `--exercise easier` it
/// runs only this one:
///
///     ./jbang chapter7 --exercise
static void look(Post post) {
    for (int i = 0; i < post.tasks(); i++) {
        int task = i;
        var box = new AtomicReference<Letter>();
        post.deliver(task, letter -> box.set(letter));
        Thread.startVirtualThread(() -> {
            while (box.get() == null)
                LockSupport.parkNanos(10_000_000); // 10 ms
            post.answer(task, box.get());
        });
    }
}

static void asItWas(Post post) {
    for (int i = 0; i < post.tasks(); i++) {
        int task = i;
        var box = new AtomicReference<Letter>();
        post.deliver(task, letter -> box.set(letter));
        Thread.startVirtualThread(() -> {
            while (box.get() == null)
                LockSupport.parkNanos(10_000_000);
            post.answer(task, box.get());
        });
    }
}

/// ## Check that waiting takes no CPU time
///
/// Your method and the original method run side by side, each in a
/// process of its own. The check compares their CPU time while all
/// tasks wait. Then the letters come, and each task has to answer its
/// own letter.
///
/// The first 40 letters come one at a time. After each letter, a thread
/// starts that sleeps for 0.2 ms. An answer is late if this thread
/// wakes up before the answer is there. At most 10 answers may be late.
Check waitsIdle(Scale scale) {
    var idle = scale.sizes(1_000)
        .java("yours", n -> Post.prompt(n, post -> look(post)))
        .java("as it was", n -> Post.prompt(n, post -> asItWas(post)))
        .forks(2).quickForks(1).proven().idle(3, 2);
    return Check.of(idle.reports())
        .below("times the CPU time of the original method", "", 0.1,
            Measured.ratio(cpu(idle, "yours"), cpu(idle, "as it was")))
        .look("Look at what a task does until its letter is there.")
        .below("late answers of 40", "", 10,
            Measured.median(idle, "yours", "letters", "late"))
        .look("Look at what wakes a task when its letter comes.");
}

static Optional<Measured> cpu(IdleCpu idle, String whose) {
    return idle.millis(whose).map(ms -> Measured.of(ms, true));
}

/// ## Exercise: shorten the longest stop
///
/// 50,000 requests arrive and wait, and a load makes garbage beside
/// them, in a heap of 512 MB. With the flags below, the program stops
/// for a long time. Edit the method `flags` until the longest stop is
/// at most a tenth of the longest stop with the original flags. The
/// heap keeps its size, and the load has to finish. As it is now, the
/// method is meant to fail the check.
static List<String> flags() {
    return List.of("-XX:+UseParallelGC");
}

static String[] small(List<String> flags) {
    return Stream.concat(flags.stream(), Stream.of("-Xmx512m"))
        .toArray(String[]::new); // a JVM uses the last -Xmx
}

static Object service(int tasks) throws Exception {
    var gate = new Gate(tasks);
    try (var pauses = new Pauses()) {
        park(tasks, gate);
        for (int i = 0; i < 500; i++) { // more than the heap holds
            garbage(1);
            Thread.sleep(2);
        }
        pauses.tellStops();
    }
    return gate;
}

/// ## Check the longest stop
///
/// Your flags and the original flags are measured in fresh processes.
/// If the collector does not keep up with the garbage, a thread has to
/// wait for memory. This wait counts as a stop, too.
Check shortStops(Scale scale) {
    var reports = scale.sizes(50_000)
        .java("yours", n -> service(n)).flags(small(flags()))
        .java("as it was", n -> service(n))
            .flags(small(List.of("-XX:+UseParallelGC")))
        .forks(2).quickForks(1).reports();
    return Check.of(reports)
        .below("times the longest stop with the original flags", "",
            0.1, Measured.ratio(Measured.median(reports, "yours",
                    "stops", "longest_ms"),
                Measured.median(reports, "as it was", "stops",
                    "longest_ms")))
        .look("Look at which collector your flags choose.");
}

/// ## Harder: let small requests through
///
/// Six long requests and 200 small ones come to a server with two
/// processors, and each gets a virtual thread. A long request only
/// computes. A virtual thread that computes keeps its carrier, and
/// there are two carriers. So a small request has to wait until a long
/// one ends.
///
/// Edit the method `serve` until no small request waits for a long one.
/// Two long requests have to run at the same time, and not more: more
/// would only take memory. The small ones stay on virtual threads. As
/// it is now, the method is meant to fail the check.
static void serve(MixedRequests requests) {
    var one = requests.next();
    while (one != null) { // a request is a Runnable
        Thread.startVirtualThread(one);
        one = requests.next();
    }
}

/// ## Check that no small request waits for a long one
///
/// `-XX:ActiveProcessorCount=2` gives the JVM two carriers on any
/// machine. The long requests come first. When two of them run, the
/// small ones come.
///
/// A long request computes until all small ones have been answered. If
/// they do not get through, it ends after a fixed amount of work, which
/// takes about half a second. A small request that is answered after
/// the end of a long one has waited for it. So the order decides, and
/// not a clock.
Check smallGetThrough(Scale scale) {
    var reports = scale.sizes(200)
        .java("your server",
            n -> MixedRequests.prove(n, requests -> serve(requests)))
        .flags("-XX:ActiveProcessorCount=2").forks(2).reports();
    return Check.of(reports)
        .below("small requests that waited for a long one", "", 0,
            Measured.median(reports, "your server", "small requests",
                "late"))
        .look("Look at which threads the long requests keep.")
        .below("long requests at the same time", "", 2,
            Measured.median(reports, "your server", "long requests",
                "at_once"))
        .look("Look at what limits how many long requests run.");
}

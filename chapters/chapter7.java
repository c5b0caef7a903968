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
import memorytax.claim.*;
import memorytax.fork.Gate;
import memorytax.fork.Pauses;
import memorytax.fork.Spent;
import memorytax.notebook.Prediction;
import memorytax.plot.Charts;
import memorytax.scale.*;
import org.knowm.xchart.*;
import tech.tablesaw.api.*;

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
        System.gc();
        System.gc();            // now they are old
        garbage(500);
        pauses.tell();
    }
    return gate;
}

/// ## The same heap for all
///
/// Left alone, each collector makes itself another heap, and their
/// pauses could not be compared. So all get one size, and 128 MB of it
/// for what is new. ZGC does not mind that last one.
static String[] heap(String size, String collector) {
    return new String[]{"-XX:+Use" + collector + "GC",
        "-Xms" + size, "-Xmx" + size, "-Xmn128m"};
}

/// ## Before you look: one full collection
///
/// G1 is what a JVM takes on most machines. With 100,000 threads that
/// wait, for how many milliseconds does a full collection of G1 stop
/// everything else?
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
/// several times in one collection. Each of these counts as a stop.
/// *Whole* is a full collection from its beginning to its end, where
/// that is much longer. What it takes until all stand still is in none
/// of the numbers.
Told collectors(Scale scale) {
    return scale.sizes(0, 1_000, 10_000, 100_000).quick(0, 100_000)
        .thorough(1_000_000)
        .java("Java, G1", n -> parked(n)).flags(heap("2g", "G1"))
        .java("Java, Serial", n -> parked(n))
            .flags(heap("2g", "Serial")).unlessQuick()
        .java("Java, Parallel", n -> parked(n))
            .flags(heap("2g", "Parallel")).unlessQuick()
        .java("Java, ZGC", n -> parked(n)).flags(heap("2g", "Z"))
        .forks(2).quickForks(1).told();
}

/// ## Go and Python
///
/// The same in Go, whose runtime notes what each collection has stopped
/// (both of its stops together), and in Python, where nothing runs
/// during a collection and all of it is a stop. Five full ones are
/// asked for. Neither language has Java's kind of young collections:
/// Go has one kind only, and Python's are of objects, not of bytes.
///
/// The post has a claim on each, so this is how they will be judged.
/// Go is *tuned for many goroutines* if, with 100,000 of them, a full
/// collection stops all for less than a tenth of its time, and for less
/// than 10 ms, in every process. Python has *10,000 objects to track*
/// if each further task is about one object more for its collector, so
/// between 0.8 and 1.2.
Told others(Scale scale) {
    return scale.sizes(0, 1_000, 10_000, 100_000)
        .quick(0, 10_000, 100_000).thorough(1_000_000)
        .go("goroutines", "chapter7.go")
        .python("asyncio tasks", "chapter7.py")
        .forks(3).quickForks(1).told();
}

/// ## What a full collection stops
///
/// Whoever copies or compacts while all others stand still has more to
/// do with every task. Whoever does that beside them stops them only to
/// agree on where it is.
XYChart growth(Told collectors, Told others) {
    return Charts.byTasks("One stop of a full collection.",
        Pauses.FULL, "pause_ms", collectors, others);
}

/// ## Every stop, with 100,000 waiting
///
/// Three groups: while the crowd is new, full collections, and later.
/// Look at the same name in the first and in the last.
XYChart stops(Told collectors, Told others) {
    return Charts.stops(100_000,
        List.of(Pauses.NEW, Pauses.FULL, Pauses.OLD),
        collectors, others);
}

/// ## Did you notice?
///
/// Each is held against all forks before it is said.
String noticed(Told collectors, Told others) {
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
        Notice.less("A full collection of Go's takes more than ten "
            + "times as long with 100,000 waiting",
            cycle(others, 0), 0.1, cycle(others, 100_000)),
        Notice.less("It stops them for less than a tenth of that",
            stop(others, "goroutines", Pauses.FULL, 100_000), 0.1,
            cycle(others, 100_000)));
}

static Optional<Measured> cycle(Told others, int tasks) {
    return Measured.median(others.with(tasks), "goroutines",
        Pauses.FULL, "cycle_ms");
}

static Optional<Measured> stop(Told told, String who, String kind,
        int tasks) {
    return Measured.median(told.with(tasks), who, kind, "pause_ms");
}

static Optional<Measured> longest(Told told, String who, String kind) {
    return Measured.median(told.with(100_000), who, kind, "longest_ms");
}

/// ## You and the scale
///
/// Which one grows least can be told where the forks leave no doubt.
List<Guess> youAndTheScale(Told collectors, Prediction fullStop,
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
Headline headline(Told collectors) {
    return Headline.millis("Java, G1",
        stop(collectors, "Java, G1", Pauses.FULL, 100_000),
        "is how long one full collection of G1 stops all that works,\n"
        + "with 100,000 threads waiting. ZGC's longest stop in one was "
        + Measured.millis(longest(collectors, "Java, ZGC",
            Pauses.FULL)) + ".");
}

/// ## Beside a load
///
/// Pauses are not all. A collector that works beside the others has its
/// time from the same processor. So now something runs beside the
/// crowd, at a steady rate: a megabyte of garbage each millisecond for
/// a second, in Python a hundred objects.
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
    Spent.tell("the load", () -> {
        long next = System.nanoTime();
        for (int ms = 0; ms < 1_000; ms++) {
            garbage(1);
            next += 1_000_000;
            LockSupport.parkNanos(next - System.nanoTime());
        }
    });
    return gate;
}

/// ## What the collector takes
///
/// Of Java it is the time that the kernel counts for the JVM's threads
/// that collect, its VM thread among them (Linux alone tells). Of Go it
/// is what its runtime says of itself, and part of it is done by cores
/// that have nothing else to do. In Python it is the time within
/// collections. What the load itself is slowed down by is in none.
///
/// So compare the two rows of one name, and not one name with another.
Told share(Scale scale) {
    return scale.sizes(0, 100_000)
        .java("Java, G1", n -> besideLoad(n)).flags(heap("1g", "G1"))
        .java("Java, ZGC", n -> besideLoad(n)).flags(heap("1g", "Z"))
            .unlessQuick()
        .go("goroutines, busy", "chapter7.go")
        .python("asyncio tasks, busy", "chapter7.py").unlessQuick()
        .forks(2).quickForks(1).told();
}

/// ## Who looks at them again?
///
/// A young collection does not look at what is old. Go has no young
/// collections: each one goes through every stack, to find that nothing
/// there has changed.
XYChart taken(Told share) {
    return Charts.taken("The collector's share of the CPU time.",
        share, "the load", "gc_percent");
}

/// ## The verdict
///
/// By what was said before it was measured. Only the stop is judged of
/// Go; what the collector takes beside the load stands above.
Verdicts verdict(Told others) {
    var go = others.with(100_000);
    var python = others.with(10_000);
    return Judge.ofChapter(7).in("others")
        .each("go-gc", go.each("goroutines", Pauses.FULL,
            f -> f.get("pause_ms") < 10
                && f.get("pause_ms") < f.get("cycle_ms") / 10),
            go.here("goroutines"), "With 100,000 goroutines a full "
            + "collection takes "
            + Measured.millis(cycle(others, 100_000))
            + ", and stops them for " + Measured.millis(
                stop(others, "goroutines", Pauses.FULL, 100_000)))
        .each("py-gc", python.each("asyncio tasks", "tracked",
            f -> Math.abs(f.get("per_task") - 1) < 0.2),
            python.here("asyncio tasks"), "With 10,000 tasks it tracks "
            + Measured.median(python, "asyncio tasks", "tracked",
                "objects").map(Measured::toString).orElse("?")
            + " objects more, and a full collection takes "
            + Measured.millis(
                stop(others, "asyncio tasks", Pauses.FULL, 10_000)))
        .onlyIf("Counting the Task objects alone, and not what each of "
            + "them brings along.", python.always("asyncio tasks",
                "tracked", "tasks", 10_000).orElse(false))
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

/// ## Short enough?
///
/// The same runs with the flags as they were. A thread that has to wait
/// for memory, because its collector does not keep up, is stopped, too.
Check shortStops(Scale scale) {
    var told = scale.sizes(50_000)
        .java("yours", n -> service(n)).flags(small(flags()))
        .java("as it was", n -> service(n))
            .flags(small(List.of("-XX:+UseParallelGC")))
        .forks(2).quickForks(1).told();
    return Check.of(told).below("of the longest stop", "", 0.1,
        Measured.ratio(
            Measured.median(told, "yours", "stops", "longest_ms"),
            Measured.median(told, "as it was", "stops", "longest_ms")));
}

static String[] small(List<String> flags) {
    return Stream.concat(flags.stream(), Stream.of("-Xmx512m"))
        .toArray(String[]::new); // of two, a JVM takes the last
}

static Object service(int tasks) throws Exception {
    var gate = new Gate(tasks);
    try (var pauses = new Pauses()) {
        park(tasks, gate);
        for (int i = 0; i < 500; i++) { // more than the heap can hold
            garbage(1);
            Thread.sleep(2);
        }
        pauses.tellStops();
    }
    return gate;
}

///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Chapter 7: GC and schedulers. What do waiting tasks cost the others?
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
/// The chapters before this one weighed tasks.
void main(String... args) throws Exception {
    Notebook.of(MethodHandles.lookup()).run(args);
}

/// ## Your machine
///
/// How long a collection takes depends on it.
Machine machine(Scale scale) {
    return Machine.of(scale);
}

/// ## Parked
///
/// Text.
static Object parked(int tasks) throws Exception {
    var gate = new Gate(tasks);
    try (var pauses = new Pauses()) {
        park(tasks, gate);
        garbage(500);           // the tasks are new
        System.gc();
        System.gc();            // and now they are old
        garbage(500);
        pauses.tell();
    }
    return gate;
}

static void park(int tasks, Gate gate) throws Exception {
    for (int i = 0; i < tasks; i++)
        Thread.startVirtualThread(() -> {
            gate.here();
            gate.await();
        });
    gate.full();
}

static final byte[][] HELD = new byte[1_000][];

static void garbage(int megabytes) {
    for (int i = 0; i < megabytes * 128; i++)
        HELD[i % HELD.length] = new byte[8 << 10];
}

/// ## Four collectors
///
/// Text.
Told collectors(Scale scale) {
    return scale.sizes(0, 1_000, 10_000, 100_000).thorough(1_000_000)
        .java("virtual threads, Serial", n -> parked(n))
            .flags("-XX:+UseSerialGC", "-Xms2g", "-Xmx2g", "-Xmn128m")
        .java("virtual threads, Parallel", n -> parked(n))
            .flags("-XX:+UseParallelGC", "-Xms2g", "-Xmx2g", "-Xmn128m")
        .java("virtual threads, G1", n -> parked(n))
            .flags("-XX:+UseG1GC", "-Xms2g", "-Xmx2g", "-Xmn128m")
        .java("virtual threads, ZGC", n -> parked(n))
            .flags("-XX:+UseZGC", "-Xms2g", "-Xmx2g", "-Xmn128m")
        .forks(2).quickForks(1).told();
}

/// ## Go and Python
///
/// Text.
Told others(Scale scale) {
    return scale.sizes(0, 1_000, 10_000, 100_000).thorough(1_000_000)
        .go("goroutines", "chapter7.go")
        .python("asyncio tasks", "chapter7.py")
        .forks(3).quickForks(2).told();
}

/// ## Share
///
/// Text.
Told share(Scale scale) {
    return scale.sizes(0, 100_000)
        .java("virtual threads, G1", n -> besideLoad(n))
            .flags("-XX:+UseG1GC", "-Xms2g", "-Xmx2g", "-Xmn128m")
        .java("virtual threads, ZGC", n -> besideLoad(n))
            .flags("-XX:+UseZGC", "-Xms2g", "-Xmx2g", "-Xmn128m")
        .go("goroutines, beside a load", "chapter7.go")
        .python("asyncio tasks, beside a load", "chapter7.py")
        .forks(2).quickForks(1).told();
}

static Object besideLoad(int tasks) throws Exception {
    var gate = new Gate(tasks);
    park(tasks, gate);
    System.gc();
    System.gc();
    Spent.tell("the load", () -> {
        long start = System.nanoTime();
        for (int ms = 0; ms < 1_000; ms++) {
            garbage(1);
            LockSupport.parkNanos(start + ms * 1_000_000L - System.nanoTime());
        }
    });
    return gate;
}

/// ## Chart
///
/// Text.
XYChart growth(Told collectors, Told others) {
    return Charts.byTasks("One stop of a full collection.",
        Pauses.FULL, "pause_ms", collectors, others);
}

/// ## Spread
///
/// Text.
XYChart spread(Told collectors, Told others) {
    return Charts.stops(100_000, List.of(Pauses.NEW, Pauses.FULL,
        Pauses.OLD), collectors, others);
}

/// ## Taken
///
/// Text.
XYChart taken(Told share) {
    return Charts.taken("What the collector takes of the CPU time.",
        share, "the load", "gc_percent");
}

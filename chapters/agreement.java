///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Agreement: do other instruments say what the scale says?
//JAVA 25+
//DEPS ../lib/Lib.java
//FILES agreement.java
//FILES chapter1.go
//FILES chapter1.py
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow
//RUNTIME_OPTIONS -XX:+UseSerialGC -Xmx160m -XX:TieredStopAtLevel=1 -Xlog:disable

import module java.base;

import memorytax.Notebook;
import memorytax.chart.Charts;
import memorytax.child.Gate;
import memorytax.claim.Headline;
import memorytax.instrument.*;
import memorytax.measure.plan.*;
import memorytax.measure.result.*;
import memorytax.record.Machine;
import memorytax.record.Results;
import memorytax.table.AgreementTables;
import org.knowm.xchart.XYChart;
import tech.tablesaw.api.Table;

/// # Do other instruments say what the scale says?
///
/// All figures of this workbook come from one scale. If it is wrong,
/// every chapter is wrong in the same way, and no chapter can notice.
/// So here the same tasks are measured a second time, by instruments
/// that others have built: the kernel's own sums, GNU time, the
/// counters of Go and Python, a histogram of Java's objects, and JMH.
///
/// You need no guess here. Look at the last column of each table.
void main(String... args) throws Exception {
    Notebook.of(MethodHandles.lookup()).run(args);
}

/// ## Your machine
///
/// The instruments read files of Linux. On another system you see our
/// recorded run.
Machine machine(Scale scale) {
    return Machine.of(scale);
}

/// ## The tasks, for the scale
///
/// These are the idle tasks of chapter 1: each says that it runs, and
/// then waits. The goroutines and the asyncio tasks are those of
/// chapter 1, too.
static Gate virtualThreads(int tasks) throws Exception {
    var gate = new Gate(tasks);
    for (int i = 0; i < tasks; i++)
        Thread.startVirtualThread(() -> {
            gate.here();
            gate.await();
        });
    return gate.full();
}

/// ## Platform threads
///
/// Fewer of them are started, because each has a stack of its own.
static Gate platformThreads(int tasks) throws Exception {
    var gate = new Gate(tasks);
    for (int i = 0; i < tasks; i++)
        Thread.ofPlatform().start(() -> {
            gate.here();
            gate.await();
        });
    return gate.full();
}

/// ## Weigh the tasks with the scale
///
/// Two numbers of tasks are enough: 10,000 and 100,000. The cost of
/// one more task is the difference of the two, divided by 90,000.
Weighings weighed(Scale scale) {
    return scale.sizes(10_000, 100_000)
        .java("virtual threads (warmed)", n -> virtualThreads(n))
            .warmed()
        .go("goroutines", "chapter1.go")
        .python("asyncio tasks", "chapter1.py")
        .forks(5).quickForks(2).weigh();
}

/// ## Weigh platform threads with the scale
///
/// Here the two numbers are 1,000 and 10,000.
Weighings threads(Scale scale) {
    return scale.sizes(1_000, 10_000)
        .java("platform threads", n -> platformThreads(n))
        .forks(5).quickForks(2).weigh();
}

/// ## Weigh the same tasks by other instruments
///
/// Three short programs start such tasks without the scale, and have
/// no line in common with it: `waiting.go`, `waiting.py` and
/// `Waiting.java` in `lib/instruments`. A shell script, `weigh.sh`,
/// starts them and reads:
///
/// - *smaps_rollup*: the kernel adds up all pages of a process that
///   are in RAM.
/// - *GNU time*: the most that a process has occupied while it ran.
/// - *control group*: what the kernel charges to the group in which
///   the process runs. A container is such a group.
/// - *MemStats* and *runtime/metrics*: two counters of Go's runtime,
///   for heap and stacks after a collection.
/// - *tracemalloc*: every piece of memory that Python's allocator has
///   given out. It counts what was asked for. The allocator rounds up,
///   so it may say a little less than is resident.
/// - *class histogram*: `jcmd` counts all objects of a JVM after a
///   full collection.
///
/// The script divides nothing and estimates nothing. You can run it by
/// itself: `sh lib/instruments/weigh.sh` says how.
Readings others(Scale scale) {
    return Instruments.weigh(scale,
        List.of(10_000, 100_000), List.of(1_000, 10_000));
}

/// ## The scale beside the other instruments
///
/// We fixed what agreement is before we compared anything:
///
/// - *Agrees*: the two differ by 2 % at most.
/// - *Differs*: they differ by more, and their 95 % intervals do not
///   overlap.
/// - *Unclear*: they differ by more, but so do the forks. Their
///   intervals overlap, so nothing is refuted, and nothing confirmed.
///
/// Expect *unclear* for the resident bytes of virtual threads. Their
/// heap grows in steps, so two JVMs with the same live bytes can
/// occupy different amounts of memory. Expect `tracemalloc` a little
/// below zero: it does not count what the allocator rounds up.
///
/// A difference can also come from the programs. Our first program
/// collected its heap before it started platform threads, and said 8 %
/// less than the scale. Without that collection the two agree better:
/// each thread takes a piece of the heap for itself, and pieces that
/// were used before cost nothing more.
Table agreement(Weighings weighed, Weighings threads,
        Readings others) {
    return AgreementTables.of(
        Agreement.of(others, weighed, threads));
}

/// ## How far they are from each other
///
/// The scale is the line at zero. A bar that ends near the line is
/// an instrument that agrees.
XYChart differences(Weighings weighed, Weighings threads,
        Readings others) {
    return Charts.agreement(Agreement.of(others, weighed, threads));
}

/// ## Count the bytes of an operation with JMH
///
/// Chapter 3 counts the bytes that one operation allocates, with a
/// meter of its own. JMH is the tool with which Java's own developers
/// measure. Its profiler `gc` says how many bytes an operation
/// allocates: `gc.alloc.rate.norm`. `./jbang jmh` runs it on all cases
/// of chapter 3. That takes a minute.
Reports jmh(Scale scale) {
    return Instruments.jmh(scale);
}

/// ## The meter of chapter 3 beside JMH
///
/// The bytes by the meter are your own, if you have run chapter 3 on
/// this machine, and recorded ones elsewhere. Both count the same
/// operations in different ways, so they agree if they differ by half
/// a byte at most.
Table allocated(Results results, Reports jmh) {
    return AgreementTables.cases(
        Agreement.cases(results.told(3, "bytes", "C2"), "C2", jmh));
}

/// ## The number to remember: how many instruments agree
///
/// An instrument that differs is in the table above, with both
/// figures.
Headline headline(Weighings weighed, Weighings threads,
        Readings others) {
    var all = Agreement.of(others, weighed, threads);
    return new Headline("", all.agreeing() + " of " + all.rows().size(),
        "comparisons with other instruments differ by 2 % at most.",
        all.here()).picture("differences");
}

///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Chapter 8: choosing an architecture. What does your service need?
//JAVA 25+
//DEPS ../lib/Lib.java
//FILES chapter8.java
//FILES chapter8.go
//FILES chapter8.py
//FILES solutions/chapter8_choose.java=solutions/chapter8_choose.java
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow
//RUNTIME_OPTIONS --limit-modules=java.se,jdk.jshell,jdk.management,jdk.unsupported,jdk.zipfs
//RUNTIME_OPTIONS -XX:+UseSerialGC -Xmx160m -XX:TieredStopAtLevel=1

import module java.base;

import memorytax.Notebook;
import memorytax.chart.Charts;
import memorytax.child.Gate;
import memorytax.child.kit.GcCpuTime;
import memorytax.claim.*;
import memorytax.measure.plan.*;
import memorytax.measure.result.*;
import memorytax.notebook.Prediction;
import memorytax.record.*;
import memorytax.service.*;
import memorytax.table.ServiceTables;
import org.knowm.xchart.*;
import tech.tablesaw.api.*;

import static memorytax.Notebook.*; // for JShell: weigh, scale, show

/// # What does your service need?
///
/// Now you build something. How many tasks wait at once, how deep, and
/// what do they hold? From that, and from what the chapters have weighed
/// on your machine, follows what it takes in each architecture, what
/// that costs, and which of them to choose.
///
/// One mistake is to choose by a number from somebody else's benchmark,
/// of tasks that do nothing. A service that works makes garbage, and
/// garbage needs room. Another mistake is to believe a calculation. So
/// the service is run in the end, and the prediction held against it.
///
/// It uses the results of chapters 1 and 2, yours if there are any. The
/// answers below can be given as options, too:
///
///     ./jbang chapter8 --tasks 50000 --holding 8KB --allocating 50MB/s
void main(String... args) throws Exception {
    Notebook.of(MethodHandles.lookup()).choose(args);
}

/// ## Your machine
///
/// Results of your own count here as long as they come from this machine
/// and these versions.
Machine machine(Scale scale) {
    return Machine.of(scale);
}

/// ## How many tasks?
///
/// Those that are there at the same time: open connections, requests
/// under way. Most of them wait, for a client, a database, a timer.
Prediction tasks() {
    return Prediction.number("tasks").between(1, 10_000_000)
        .usually("100,000");
}

/// ## How deep?
///
/// Frames on the stack of a task that waits. A request in a web
/// framework may have a hundred, a small handler ten.
Prediction depth() {
    return Prediction.number("frames").between(0, 1_000).usually("30");
}

/// ## Holding what?
///
/// Bytes that a task needs until it goes on: a buffer, a request, a
/// session. Its stack does not count.
Prediction holding() {
    return Prediction.bytes().between(0, 1 << 20).usually("4 KB");
}

/// ## How much garbage?
///
/// Bytes that all tasks together allocate in a second and soon drop:
/// buffers, strings, parsed messages. A service with 1,000 requests a
/// second that allocates 100 KB for each makes 100 MB a second. 0 is an
/// answer, too: no garbage. It is rarely true.
Prediction allocating() {
    return Prediction.rate().between(0, 10L << 30)
        .usually("100 MB/s");
}

/// ## In how much memory?
///
/// The limit of the container, or what the machine has to spare.
Prediction limit() {
    return Prediction.bytes().between(16 << 20, 1L << 44)
        .usually("2 GB");
}

/// ## Your service
///
/// All that is to come is about this one.
Service service(Prediction tasks, Prediction depth, Prediction holding,
        Prediction allocating, Prediction limit) {
    return Service.of(tasks, depth, holding, allocating, limit);
}

/// ## One of its tasks
///
/// This is how the workbook plays your service. A task goes down its
/// frames, those of chapter 2. At the bottom it takes its bytes, writes
/// to them, says that it is there, and waits.
static void task(int depth, int holding, Gate gate) {
    frames(depth, 1, () -> {
        var held = new byte[holding];
        Arrays.fill(held, (byte) 1);
        gate.here();
        gate.await();
        Reference.reachabilityFence(held); // needed until now
    });
}

static long frames(int depth, long sum, Runnable bottom) {
    if (depth == 0) {
        bottom.run();
        return sum;
    }
    long own = sum * 31 + depth;
    return frames(depth - 1, own, bottom) ^ own;
}

/// ## All of them
///
/// On virtual threads or on platform threads. In Go and Python it looks
/// the same.
static Gate start(int tasks, Thread.Builder kind) throws Exception {
    var gate = new Gate(tasks);
    int depth = (int) gate.number("depth");
    // while it warms up, its tasks hold next to nothing
    int most = gate.warmsUp() ? 64 : Integer.MAX_VALUE;
    int holding = (int) Math.min(most, gate.number("holding"));
    for (int i = 0; i < tasks; i++)
        kind.start(() -> task(depth, holding, gate));
    return gate.full();
}

/// ## Its garbage
///
/// Beside the tasks that wait, eight clients allocate at the rate that
/// you gave. A client makes a request of five buffers, of 1 to 16 KB,
/// writes to them, and forgets them at its next one. It counts its bytes
/// against the clock. A machine that is too slow makes less, and the
/// tables say how much was made.
static long client(long rate, long millis) throws Exception {
    var request = new byte[5][];
    long start = System.nanoTime(), made = 0, now = start;
    for (; now < start + millis * 1_000_000; now = System.nanoTime()) {
        boolean early = made > rate * (now - start) / 1e9;
        if (early) Thread.sleep(1);
        for (int i = 0; i < request.length && !early; i++) {
            request[i] = new byte[1_024 << i];
            Arrays.fill(request[i], (byte) 1);
            made += request[i].length;
        }
    }
    Reference.reachabilityFence(request);
    return made;
}

/// ## A service that works
///
/// All tasks are there and wait. Now the process is weighed, then comes
/// the garbage, and the process is weighed again. It tells how many bytes
/// were made, and the JVM's threads that collect garbage say what CPU
/// time they took. In Go the runtime tells that. Python needs no such
/// figure: CPython counts references, and whoever drops a buffer frees
/// it at once.
static Gate works(int tasks, Thread.Builder kind) throws Exception {
    var gate = start(tasks, kind);
    if (gate.warmsUp()) return gate;
    long rate = gate.number("allocating") << 10;
    long millis = gate.number("millis");
    Gate.weigh("parked");
    var made = new LongAdder();
    GcCpuTime.tell("garbage", 1, () -> {
        try (var eight = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) eight.submit(() ->
                { made.add(client(rate / 8, millis)); return null; });
        }
    });
    Gate.tell("made", "bytes", made.sum(), "millis", millis);
    Gate.weigh("with garbage");
    return gate;
}

/// ## Before you look: how many?
///
/// Tasks as yours are, each a goroutine, in a process that may take 1 GB.
/// How many of them fit?
Prediction fitInOne() {
    return Prediction.number("tasks");
}

/// ## And who is the lightest?
///
/// With all its tasks, in which of these does your service take the
/// least memory?
Prediction lightest() {
    return Prediction.oneOf(
        "virtual threads", "goroutines", "asyncio tasks");
}

/// ## What is known
///
/// The empty process comes from chapter 1, one more task from chapter 2,
/// each by its own slope. Between two depths that were weighed the cost
/// lies on the line between them. A goroutine's stack doubles, so there it
/// is the cost of the next larger stack.
///
/// A callback has no stack: what it costs is its entry in chapter 1,
/// however deep the others are. In return it cannot wait in the middle
/// of a call. Somebody has to cut that call into pieces.
Costs costs(Results results) {
    return Costs.of(results);
}

/// ## What a held byte costs
///
/// More than a byte, perhaps. A runtime rounds sizes up, adds a header,
/// and keeps room in its heap. So this is weighed at the size that you
/// named: tasks at the top of their stacks, with that and without.
Weighings held(Scale scale, Service service) {
    return scale.sizes(service.some())
        .with("depth", 0).over("holding", 0, service.holding())
        .java("virtual threads", n -> start(n, Thread.ofVirtual()))
            .warmed()
        .go("goroutines", "chapter8.go")
        .python("asyncio tasks", "chapter8.py")
        .weigh();
}

/// ## With, less without
///
/// In Java what is *live*, what a full collection leaves, comes near to
/// the bytes themselves: tasks without them hold an empty array, and its
/// header cancels out. What the heap takes of the machine for that
/// differs from process to process: see the interval.
Table heldByte(Service service, Weighings held) {
    return ServiceTables.held(service, held);
}

/// ## What your service takes while nothing happens
///
/// The empty process, what comes with its first tasks, and for each task
/// its cost at that depth and that of its bytes, with the 95 % interval
/// of them all. What comes with the first tasks counts, too: by the slope
/// alone a thousand platform threads would come out too small by a third
/// or a half.
///
/// In Java we know what is *live*. The heap takes more than that. How much
/// more depends on its size, and no slope tells. The lower bound is near
/// what is live, the upper one the most extra that was weighed. The
/// estimate is the middle.
///
/// *Beyond*: deeper, or more tasks, than any run has weighed. Of
/// platform threads the stacks that the kernel keeps are counted in: a
/// container's limit counts them. It may not let you have so many.
Estimates parked(Service service, Costs costs, Weighings held) {
    return Estimates.of(service, costs, held);
}

/// ## What garbage adds
///
/// Garbage lies in the heap until the collector comes. How soon that is,
/// a rule decides, and each runtime has its own:
///
/// - **Go** collects when the heap has grown by `GOGC` percent of what is
///   live, 100 if you say nothing: to twice as much. `GOMEMLIMIT` has it
///   collect sooner, when all of the process nears that limit.
/// - **Java** lets the heap grow up to a quarter of the machine's memory,
///   and decides as it goes. `-Xmx` sets it: here a quarter above what is
///   live, and 16 MB for the JVM itself.
/// - **Python** counts references. What is dropped is free at once.
///
/// These rules are ratios, so a smaller service shows them: a part of your
/// tasks, with your garbage. Look at *times*, how much the process grew,
/// and at *GC*, what that costs. With half the room a collector runs about
/// twice as often, and each time it goes through all that is live.
ServiceRuns garbage(Scale scale, Service service, Estimates parked) {
    var model = service.model();
    return scale.sizes(model.tasks())
        .with("depth", model.depth()).with("holding", model.holding())
        .with("allocating", model.kilobytes())
        .with("millis", model.millis())
        .quick("millis", model.millis() / 2)
        .java("virtual threads, -Xmx",
            n -> works(n, Thread.ofVirtual())).warmed()
            .flags(parked.heap("virtual threads", model))
        .go("goroutines", "chapter8.go")
        .go("goroutines", "chapter8.go").environment("GOGC", "50")
            .unlessQuick()
        .go("goroutines", "chapter8.go").environment("GOGC", "25")
            .unlessQuick()
        .go("goroutines", "chapter8.go")
            .environment("GOMEMLIMIT", parked.goLimit(model))
        .python("asyncio tasks", "chapter8.py")
        .forks(1).watch().as(ServiceRuns::new);
}

/// ## A JVM that nobody has told anything
///
/// A JVM without `-Xmx` begins with a heap of a 64th of the machine's
/// memory, and may go up to a quarter. When it grows, and by how much, it
/// decides by the share of time that its collections took. That is not
/// the same twice: we have seen two runs of one service differ by half.
/// So this is a scale model: a part of your tasks, and the same part of
/// both bounds. It is run several times, and you see how far the runs lie
/// apart. (A quick run has one, and does not know then how sure it is.)
ServiceRuns jvm(Scale scale, Service service) {
    var model = service.model();
    return scale.sizes(model.tasks())
        .with("depth", model.depth()).with("holding", model.holding())
        .with("allocating", model.kilobytes())
        .with("millis", model.millis())
        .quick("millis", model.millis() / 2)
        .java("virtual threads", n -> works(n, Thread.ofVirtual()))
            .warmed().flags(service.modelHeap())
        .forks(4).quickForks(1).watch().as(ServiceRuns::new);
}

/// ## What your service needs
///
/// Parked, and at its peak, when the heap has as much garbage in it as its
/// rule allows. Where *fits* says *flag*, it fits with a flag alone.
///
/// What is measured: how far the smaller services grew. What is derived:
/// yours grows in proportion to what is live in it. For Go the upper bound
/// is the goal that its collector has set itself; a short run does not
/// always reach it. For a JVM as it comes the bounds say where the next
/// run lies, 19 times out of 20, going by those that were seen. Nothing
/// but `-Xmx` keeps it there. And in a container of your limit a JVM
/// takes a quarter of that as its largest heap. If what is live needs
/// more, it ends: then *fits* says *flag*, however small the process is.
///
/// *At most*: so many tasks fit by the middle, without a flag.
Estimates needs(Estimates parked, ServiceRuns garbage,
        ServiceRuns jvm) {
    return parked.with(garbage, jvm);
}

/// ## With a flag
///
/// The table has a flag for each runtime that has one, needed or not. Less
/// memory is paid for with CPU time: a collector that has less room runs
/// more often. These times are those of the smaller service. `-Xmx` is a
/// hard limit: a JVM that needs more ends with an `OutOfMemoryError`.
/// `GOMEMLIMIT` is a soft one. Go exceeds it rather than give more than
/// half of its CPU time to the collector, so it takes room and a machine
/// that is not overloaded.
Table flags(Estimates needs) {
    return ServiceTables.flags(needs);
}

/// ## Against the limit
///
/// What lies left of the line fits.
XYChart against(Estimates needs) {
    return Charts.needs(needs);
}

/// ## If it grows
///
/// Your tasks, more of them and fewer, with garbage in proportion, as they
/// come. At the left it is the empty process that you pay, at the right
/// the tasks. A line that crosses the limit has reached the last task
/// that fits.
XYChart grows(Estimates needs) {
    return Charts.byTasks(needs);
}

/// ## You and the estimate
///
/// Who is the lightest can be told where the intervals of the first two
/// do not overlap.
List<Guess> youAndTheScale(Estimates needs, Prediction fitInOne,
        Prediction lightest) {
    var least = needs.least(lightest.answers());
    return List.of(
        Guess.of("goroutines in 1 GB", fitInOne,
            needs.fitting("goroutines", 1 << 30)),
        Guess.of("the lightest", lightest, least, needs.here(least)));
}

/// ## The choice
///
/// The rule: of those whose whole interval fits, with a flag if it takes
/// one, and that can wait so deep, the one that needs the least. If the
/// interval of another overlaps with it, that is a tie. It is a rule
/// about memory, and about nothing else. What your people can write and
/// mend, which libraries there are, and how much there is to compute is
/// not on this scale, and may well count for more.
String choice(Estimates needs) {
    return needs.reason();
}

/// ## The number to remember
///
/// For your answers. With others it is another number.
Headline headline(Estimates needs) {
    return needs.headline();
}

/// ## What that costs
///
/// Memory has a price: this is that of the peak, as it comes. Where your
/// provider's is another, say so: `--price 2.50`. It is the price by the
/// byte; a provider sells sizes, half a GB, one, two, each with
/// processors. Round up.
Table month(Estimates needs, Offer offer) {
    return ServiceTables.prices(needs, offer);
}

/// ## The proof
///
/// A prediction is worth as much as its test. So this is your service,
/// for real: all its tasks, at their depth, with what they hold and with
/// the garbage that you said. It comes faster than you said if that is
/// little, so that three times what is live comes and goes. Java and
/// Go are run twice, as they come and with their flag. Platform threads
/// are left out. What cannot be had here is skipped, and a line says so.
/// (A quick run leaves out those as they come.)
ServiceRuns tried(Scale scale, Service service, Estimates needs) {
    return scale.sizes(service.tasks())
        .with("depth", service.depth())
        .with("holding", service.holding())
        .with("allocating", service.kilobytes())
        .with("millis", service.millis())
        .quick("millis", service.millis() / 2)
        .java("virtual threads, -Xmx",
            n -> works(n, Thread.ofVirtual())).warmed()
            .flags(needs.heap("virtual threads"),
                "-XX:+ExitOnOutOfMemoryError")
            .takes(needs.mostWithFlag("virtual threads"))
        .java("virtual threads", n -> works(n, Thread.ofVirtual()))
            .warmed().takes(needs.most("virtual threads"))
            .unlessQuick()
        .go("goroutines", "chapter8.go")
            .takes(needs.most("goroutines")).unlessQuick()
        .go("goroutines", "chapter8.go")
            .environment("GOMEMLIMIT", needs.goLimit())
            .takes(needs.mostWithFlag("goroutines"))
        .python("asyncio tasks", "chapter8.py")
            .takes(needs.most("asyncio tasks"))
        .forks(1).watch().as(ServiceRuns::new);
}

/// ## Predicted and measured
///
/// Tasks were weighed by the thousand. Now that has to predict all of
/// yours at their peak; within 15 % it counts as right. Of a JVM as it
/// comes nothing so exact can be said: it is right between the bounds
/// that were predicted.
List<Object> proof(Estimates needs, ServiceRuns tried) {
    var all = Trial.of(needs, tried);
    return List.of(ServiceTables.trials(all),
        Trial.agreement(0.15, all));
}

/// ## Watch it work
///
/// The same processes over time, from the second before their tasks were
/// all parked. With the garbage each line climbs again, until its
/// collector keeps it there.
XYChart watched(ServiceRuns tried) {
    return Charts.trace(tried.watched().from("parked", 1_000)
        .traces());
}

/// ## Past one machine
///
/// A million waiting tasks, or ten, without the sockets of a connection.
/// This is a calculation from the same figures and no measurement: one
/// process on each machine, a fifth of it left to the system, and one
/// machine more than needed, so that one may fail. A JVM gets a heap that
/// large by `-Xmx` alone. `--machine 32GB` has other machines.
///
/// It is for processes as they come, with garbage in proportion: your
/// rate is that of your tasks, and more tasks make more. It is memory
/// alone. Chapter 7 has seen where the system refuses platform threads,
/// and that is far below. Java's is the middle of its bounds: plan with
/// the upper one, or with `-Xmx`.
Table machines(Estimates needs, Offer offer) {
    return ServiceTables.machines(needs, offer, 1_000_000, 10_000_000);
}

/// ## A hundred
///
/// And at the other end: the hundred API calls of the post, each idle at
/// the top of its stack. Here it is the empty process that counts. A
/// thorough run weighs a million as well.
Weighings hundred(Scale scale) {
    return scale.sizes(100).thorough(1_000_000)
        .with("depth", 0).with("holding", 0)
        .go("goroutines", "chapter8.go")
        .python("asyncio tasks", "chapter8.py")
        .weigh();
}

/// ## The verdict
///
/// Two claims say what to choose. For 100 calls Python is said to cost
/// 50 MB more than Go, and to be worth it: what can be weighed of that
/// is the difference. At millions of connections Python is said to break
/// the bank, and Go not. That is judged by a calculation for a million
/// tasks. It holds if Python takes more than Go at the top of their
/// stacks; if only a hundred frames down, it holds only there. How much a
/// bank can bear is not judged.
Verdicts verdict(Weighings hundred, Costs costs) {
    String go = "goroutines", python = "asyncio tasks";
    var top = costs.ratio(python, go, 1_000_000, 0);
    var deep = costs.ratio(python, go, 1_000_000, 100);
    return Judge.ofChapter(8).in("hundred")
        .by("choose-python", Measured.extra(
            Measured.whole(hundred, python, 100),
            Measured.whole(hundred, go, 100)))
        .note("What does not hold are the 50 MB, and not that Python "
            + "is worth them: the less it is, the more speaks for "
            + "Python. Libraries are not in it.")
        .in("costs")
        .when("choose-go", top.flatMap(r -> r.above(1)),
            costs.here(go) && costs.here(python),
            costs.beside(python, go, 1_000_000, 0))
        .onlyIf(costs.beside(python, go, 1_000_000, 100) + ".",
            deep.flatMap(r -> r.above(1)).orElse(false))
        .verdicts();
}

/// ## The ledger
///
/// Every claim of the post, and what all chapters say of it. Where you
/// have run a chapter, it is what your machine said; else it is what
/// ours did, and is marked as recorded. A claim that two chapters have
/// judged stands as the later one left it.
Ledger ledger(Results results, Verdicts verdict) {
    return results.ledger(verdict);
}

/// ## Somebody else's claims
///
/// There are more posts than one. Put what they say into a file, a row
/// for each claim, and `--claims mine.csv` judges it like the post:
///
///     statement,about,contender
///     A goroutine costs 4 KB,4 KB,goroutines
///
/// README has all columns.
UserVerdicts yours(Results results, UserClaims claims) {
    return claims.judged(results::all);
}

/// ## Your guesses
///
/// Over the whole workbook: how far you were off, and where.
List<Object> yourGuesses(Guesses guesses) {
    return List.of(Charts.guesses(guesses), guesses.tally());
}

/// ## Yours: the departure boards
///
/// Ten thousand boards in a city show the next departures, each over a
/// connection that stays open. A task for each waits 30 frames down for
/// news of its line, and holds 8 KB of timetable meanwhile. The city
/// pays for the memory that you reserve, whether you use it or not.
///
/// Edit `choose`: name an architecture and a limit. The service has to
/// stay below the limit, and the limit may be at most one and a half
/// times what the service takes. As it stands, it does not pass.
static Choice choose() {
    return Choice.of("platform threads", "64 MB");
}

/// ## Below, and not far below?
///
/// The scale runs it in the architecture that you chose, and weighs the
/// whole process. Virtual threads are warmed; heaps are as they come.
Check rightSize(Scale scale) {
    var yours = choose();
    return yours.check(scale.sizes(10_000)
        .with("depth", 30).with("holding", 8_192)
        .java("virtual threads", n -> start(n, Thread.ofVirtual()))
            .warmed()
        .java("platform threads", n -> start(n, Thread.ofPlatform()))
        .go("goroutines", "chapter8.go")
        .python("asyncio tasks", "chapter8.py")
        .alone(yours.architecture()).forks(2).weigh());
}

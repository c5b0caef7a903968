///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Chapter 6: context leaks. What does a lost task cost?
//JAVA 25+
//DEPS ../lib/Lib.java
//FILES chapter6.java
//FILES chapter6.go
//FILES chapter6.py
//FILES solutions/chapter6_first.java=solutions/chapter6_first.java
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
import memorytax.measure.process.*;
import memorytax.measure.result.*;
import memorytax.measure.runtime.SoakTest;
import memorytax.notebook.Prediction;
import memorytax.record.Machine;
import memorytax.table.LeakTables;
import memorytax.table.Tables;
import org.knowm.xchart.*;
import tech.tablesaw.api.*;

import static memorytax.Notebook.*; // for JShell: weigh, scale, show

/// # What does a lost task cost?
///
/// A request starts a task, has its answer, and is over. The task is
/// not: it waits for something that will not come. Nothing fails, no
/// log has a line of it, and the next request does the same.
///
/// The mistake is to think that a task which nobody knows any more is
/// garbage, and will be collected. Some are. This chapter counts the
/// ones that stay, in three languages, weighs what each of them keeps,
/// works out when that fills a container, and lets it come to that.
void main(String... args) throws Exception {
    Notebook.of(MethodHandles.lookup()).run(args);
}

/// ## Your machine
///
/// Who finds a lost task depends on the runtime, and on its version.
Machine machine(Scale scale) {
    return Machine.of(scale);
}

/// ## The mistake
///
/// Each request brings a kilobyte, and starts a listener: updates that
/// come while it is handled. None come, the request is answered, and
/// nobody tells the listener. It waits on a queue that only itself
/// knows.
///
/// In Go the listener waits for a context whose `cancel` was thrown
/// away, in Python for an event of the server. `traffic` counts tasks
/// that have begun and not ended, and sees that each of them waits.
static Traffic forgotten(int requests) throws Exception {
    var traffic = new Traffic(requests);
    traffic.serve(request -> {
        var updates = new ArrayBlockingQueue<String>(1);
        Thread.startVirtualThread(
            () -> listen(traffic, updates, request));
    });
    return traffic.left(requests);
}

static void listen(Traffic traffic, BlockingQueue<String> updates,
        byte[] request) {
    traffic.begins();
    try {
        updates.take();
        request[0] = 1;
    } catch (InterruptedException e) {
        // it is told to end, and does
    } finally {
        traffic.ends();
    }
}

/// ## The cure
///
/// A task gets an owner, and does not outlive it. An executor for the
/// tasks of this one request ends with its block: `close` returns when
/// all its tasks have. It *waits* for them, so one that would wait for
/// ever is cancelled first, which is to interrupt it.
///
/// `traffic.waits()` returns when the listener waits. Without it, many
/// listeners are cancelled before they begin, and never run: no proof
/// that a cancel ends a task that waits.
static Traffic closed(int requests) throws Exception {
    var traffic = new Traffic(requests);
    traffic.serve(request -> {
        var updates = new ArrayBlockingQueue<String>(1);
        try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            var listener = tasks.submit(
                () -> listen(traffic, updates, request));
            traffic.waits();
            listener.cancel(true);
        } // ends when its tasks have
    });
    return traffic.left(0);
}

/// ## The scope
///
/// Structured concurrency makes a rule of it: tasks are forked in a
/// scope, and when the scope ends, its tasks end. This one is done with
/// the first answer, and interrupts the others. The answer comes when
/// the listener waits. The scope is a preview in JDK 25, so here it is
/// a text, which is compiled for itself.
static final String SCOPED = """
    import java.util.concurrent.StructuredTaskScope.Joiner;
    import memorytax.child.kit.Traffic;

    static Traffic scoped(int requests) throws Exception {
        var traffic = new Traffic(requests);
        traffic.serve(request -> {
            var first = Joiner.<String>anySuccessfulResultOrThrow();
            try (var scope = StructuredTaskScope.open(first)) {
                scope.fork(() -> listen(traffic, request));
                traffic.waits();
                scope.fork(() -> "the answer");
                scope.join();
            } // ends when its tasks have
        });
        return traffic.left(0);
    }
    static String listen(Traffic traffic, byte[] own) throws Exception {
        traffic.begins();
        try {
            return new ArrayBlockingQueue<String>(1).take() + own;
        } finally {
            traffic.ends();
        }
    }""";

/// ## Before you look: one request
///
/// How many bytes does it leave behind when it forgets one goroutine,
/// which keeps the kilobyte of its request?
Prediction oneRequest() {
    return Prediction.bytes();
}

/// ## How long does it go well?
///
/// A container of 512 MB, 100 requests a second, and each of them
/// forgets such a goroutine. After how many minutes is it dead?
Prediction goesWell() {
    return Prediction.number("minutes");
}

/// ## Who is collected?
///
/// A task waits for something that nobody else knows, and nobody knows
/// the task. In one of these the garbage collector takes it away.
Prediction whoIsCollected() {
    return Prediction.oneOf(
        "virtual threads", "goroutines", "asyncio tasks");
}

/// ## Ten thousand requests
///
/// They come at 10,000 a second, a hundred times as fast as in a quiet
/// service. Each process tells how many it has served, and how many
/// tasks are there. Java gets a young generation of 4 MB, or else its
/// garbage would look like a leak: a JVM lets it lie until that is
/// full.
///
/// What you should see: of the forgotten tasks all are left, of the
/// others none. Every task has begun, and was seen waiting before it
/// was cancelled or counted. Otherwise its process fails, and says so.
SoakTest served(Scale scale) {
    return scale.sizes(10_000).with("rate", 10_000)
        .quick("rate", 20_000)
        .java("virtual threads, forgotten", n -> forgotten(n))
            .flags("-Xmn4m")
        .java("virtual threads, closed", n -> closed(n))
            .flags("-Xmn4m")
        .preview("virtual threads, in a scope", SCOPED, "-Xmn4m")
        .go("goroutines, forgotten", "chapter6.go")
        .go("goroutines, cancelled", "chapter6.go")
        .python("asyncio tasks, forgotten", "chapter6.py")
        .python("asyncio tasks, cancelled", "chapter6.py")
        .forks(2).quickForks(1).watch().as(SoakTest::new);
}

/// ## What a request leaves
///
/// Now without a clock: the bytes that one more request leaves behind.
/// Virtual threads are warmed, as in a server that has been up for a
/// while.
Weighings left(Scale scale) {
    return scale.sizes(2_000, 10_000)
        .java("virtual threads, forgotten", n -> forgotten(n)).warmed()
            .tasks(5_000, 20_000)
        .go("goroutines, forgotten", "chapter6.go")
        .python("asyncio tasks, forgotten", "chapter6.py")
        .weigh();
}

/// ## More ways to forget
///
/// A pool of one thread that nobody closes. A future that answers in an
/// hour, forgotten or *cancelled*. In Go a timeout of an hour, and a
/// goroutine that has ended by itself while its context was never
/// cancelled. And virtual threads once more, where the JVM is told not
/// to keep a list of them.
Weighings others(Scale scale) {
    return scale.sizes(5_000, 20_000)
        .java("virtual threads, untracked", n -> forgotten(n)).warmed()
            .flags("-Djdk.trackAllThreads=false").unlessQuick()
        .java("platform threads, in a pool", n -> pools(n))
            .tasks(500, 2_000)
        .java("callbacks, forgotten", n -> inAnHour(n, false))
        .java("callbacks, cancelled", n -> inAnHour(n, true))
        .go("goroutines, timeout of an hour", "chapter6.go")
            .unlessQuick()
        .go("goroutines, only contexts left", "chapter6.go")
            .tasks(10_000, 40_000)
        .forks(3).weigh();
}

static Traffic pools(int requests) throws Exception {
    var traffic = new Traffic(requests);
    traffic.serve(request -> {
        var pool = Executors.newFixedThreadPool(1);
        pool.submit(() -> traffic.begins());  // and its thread stays
    });
    return traffic.left(requests);
}

static Traffic inAnHour(int requests, boolean cancel) throws Exception {
    var traffic = new Traffic(requests);
    var hour = CompletableFuture.delayedExecutor(1, TimeUnit.HOURS);
    traffic.serve(request -> {
        traffic.begins();
        var answer = CompletableFuture.supplyAsync(() -> request, hour);
        if (cancel) answer.cancel(true);
    });
    return traffic.left(requests);
}

/// ## Dearest first
///
/// Filled marks are charged, hollow ones live. Each contender keeps the
/// kilobyte of its request, but for the pool, the contexts and, after a
/// collection, the threads that the JVM has no list of.
XYChart dearest(Weighings left, Weighings others) {
    return Charts.share(left, others);
}

/// ## Cancelled, and not gone
///
/// `cancel` of a future only completes it. The timer does not know, and
/// holds what it was given until its hour has come. On top there is an
/// exception now, with the stack of whoever cancelled.
///
/// Threads that the JVM has no list of occupy memory until a collection
/// comes. Compare what of it is live. (A quick run leaves them out.)
Table stillLive(Weighings left, Weighings others) {
    return Tables.slopes("What one request leaves", Stream.concat(
        slopes(left, "virtual threads, forgotten"),
        slopes(others, "virtual threads, untracked",
            "callbacks, forgotten", "callbacks, cancelled")).toList());
}

static Stream<Slope> slopes(Weighings weighed, String... contenders) {
    return Stream.of(contenders).flatMap(c ->
        Stream.of(Quantity.RESIDENT, Quantity.LIVE)
            .flatMap(q -> weighed.slope(c, q).stream()));
}

/// ## The container
///
/// The kernel ends a container that exceeds its limit. Here the scale
/// does it. It looks at a process every 5 ms, if the machine is free, and
/// ends a process that takes more than 512 MB: a little later than the
/// kernel would. The result says by how much the process
/// exceeded its limit.
///
/// A JVM in such a container gives its heap a quarter of it, 128 MB,
/// and is told to end when that is full. Otherwise it would linger:
/// the thread that finds no room fails, and the others go on.
///
/// The requests come faster than before. What counts is how many.
SoakTest container(Scale scale) {
    return scale.sizes(2_000_000).with("rate", 50_000)
        .limit(512L << 20)
        .java("virtual threads, forgotten", n -> forgotten(n)).warmed()
            .flags("-Xmx128m", "-XX:+ExitOnOutOfMemoryError")
        .go("goroutines, forgotten", "chapter6.go")
        .python("asyncio tasks, forgotten", "chapter6.py").unlessQuick()
        .forks(2).quickForks(1).watch().as(SoakTest::new);
}

/// ## What the line says
///
/// Limit, less what the empty process takes, by what one request
/// leaves: so many requests go well. At 100 a second that is a time of
/// day. It is a calculation, and beside it stands what was seen.
List<Object> dies(Weighings left, SoakTest container) {
    var all = forecasts(left, container);
    return List.of(LeakTables.forecasts(100, all),
        LeakTables.agreement(0.15, all));
}

static List<Forecast> forecasts(Weighings left, SoakTest container) {
    return Stream.of(
        Forecast.of(left, "goroutines, forgotten", Quantity.RESIDENT,
            512L << 20, container),
        Forecast.of(left, "asyncio tasks, forgotten", Quantity.RESIDENT,
            512L << 20, container),
        Forecast.of(left, "virtual threads, forgotten", Quantity.LIVE,
            128L << 20, container)).flatMap(Optional::stream).toList();
}

/// ## Who is collected
///
/// These tasks wait for something that nothing else references. They
/// are counted when each of them has been seen waiting, and again when
/// the process has collected its garbage three times.
Reports lost(Scale scale) {
    return scale.sizes(2_000)
        .java("virtual threads", n -> lostThreads(n))
        .java("virtual threads, untracked", n -> lostThreads(n))
            .flags("-Djdk.trackAllThreads=false")
        .go("goroutines", "chapter6.go")
        .python("asyncio tasks", "chapter6.py")
        .forks(2).quickForks(1).reports();
}

static LostThreads lostThreads(int tasks) {
    var lost = new LostThreads();
    for (int i = 0; i < tasks; i++) {
        var updates = new ArrayBlockingQueue<String>(1);
        lost.add(Thread.startVirtualThread(() -> {
            try {
                updates.take();
            } catch (InterruptedException e) {
                // nobody does that
            }
        }));
    }
    return lost.tell();
}

/// ## You and the scale
///
/// Python's loop has only weak references to its tasks, and so a task
/// that nobody knows is garbage.
List<Guess> youAndTheScale(Weighings left, SoakTest container,
        Reports lost, Prediction oneRequest, Prediction goesWell,
        Prediction whoIsCollected) {
    var go = "goroutines, forgotten";
    var end = Forecast.of(left, go, Quantity.RESIDENT, 512L << 20,
        container);
    var gone = lost.without("after three collections", "tasks",
        whoIsCollected.answers());
    return List.of(
        Guess.of("one request leaves", oneRequest,
            Measured.task(left, go)),
        Guess.of("it goes well for", goesWell,
            Measured.minutes(end, 100)),
        Guess.of("who is collected", whoIsCollected, gone,
            lost.here(gone)));
}

/// ## The number to remember
///
/// Calculated from what one request leaves.
Headline headline(Weighings left, SoakTest container) {
    return Headline.of(Forecast.of(left, "goroutines, forgotten",
        Quantity.RESIDENT, 512L << 20, container), 100, """
        is when a container of 512 MB dies that starts at 03:00,
        if each of 100 requests a second forgets to cancel.""");
}

/// ## What a pool remembers
///
/// A thread of a pool lives on, and so does what was put into its
/// `ThreadLocal`. These have 16 KB each from the request that they
/// handled last. An `InheritableThreadLocal` is worse: a thread has it
/// from whoever happened to start it, which in a pool is any request.
///
/// What counts here is live: what else a platform thread occupies is
/// much more, and varies.
Weighings remembered(Scale scale) {
    return scale.sizes(100, 250, 400)
        .java("platform threads, ThreadLocal", n -> pool(n, false))
        .java("platform threads, removed", n -> pool(n, true))
        .java("platform threads, inherited", n -> inherited(n))
        .forks(3).quickForks(1).weigh();
}

static final ThreadLocal<byte[]> USER = new ThreadLocal<>();
static final ThreadLocal<byte[]> HANDED_DOWN =
    new InheritableThreadLocal<>();

static Object pool(int workers, boolean remove) throws Exception {
    var gate = new Gate(workers);
    var pool = Executors.newFixedThreadPool(workers);
    for (int i = 0; i < workers; i++)
        pool.submit(() -> {
            USER.set(new byte[16 << 10]);
            if (remove) USER.remove();
            gate.here();
        });
    gate.full();
    return pool;
}

static Object inherited(int workers) throws Exception {
    var gate = new Gate(workers);
    var pool = Executors.newFixedThreadPool(workers);
    for (int i = 0; i < workers; i++)
        Thread.ofPlatform().start(() -> {   // a request of its own
            HANDED_DOWN.set(new byte[16 << 10]);
            pool.submit(() -> gate.here()); // starts another worker
        }).join();
    gate.full();
    return pool;
}

/// ## One line makes the difference
///
/// `remove()` in a `finally`, where the request ends. A virtual thread
/// for each request needs no such line: what it remembers ends with it.
XYChart kept(Weighings remembered) {
    return Charts.beside(
        remembered.slope("platform threads, ThreadLocal",
            Quantity.LIVE),
        remembered.slope("platform threads, removed", Quantity.LIVE),
        remembered.slope("platform threads, inherited",
            Quantity.LIVE));
}

/// ## Look at it while it leaks
///
/// You need not guess where they wait. Each language has a way to ask
/// a process that runs. Each process here has served a thousand
/// requests, and has seen all its tasks waiting when it is asked.
/// Java's `jcmd` writes down all threads, virtual ones as well, here
/// grouped by the first line that is not the JDK's. In Go that is the
/// goroutine profile, in Python `all_tasks`.
///
/// Go 1.26 can be built with a leak profile, too. It looks for those
/// that nobody can wake any more. A living parent could still cancel
/// its own, so by that definition they are not lost.
Reports seen(Scale scale) {
    return scale.sizes(1_000)
        .java("virtual threads, by jcmd", n -> forgotten(n))
            .probe(pid -> ThreadDump.of(pid))
        .go("goroutines, all", "chapter6.go")
        .go("goroutines, leaked, parent alive", "chapter6.go",
            "goroutineleakprofile")
        .go("goroutines, leaked, parent gone", "chapter6.go",
            "goroutineleakprofile")
        .python("asyncio tasks, all", "chapter6.py")
        .forks(1).reports();
}

/// ## Before it runs
///
/// `go vet` reads the source, and finds a `cancel` that is thrown away.
/// One that is kept in a field, and never called, it does not find: see
/// `inField` in chapter6.go.
Table goVets(Scale scale) {
    return LeakTables.goVets(scale.peers().goVets("chapter6.go"));
}

/// ## Ever?
///
/// The post says that a forgotten `cancel()` keeps the goroutine for
/// ever. So: does it outlive the garbage collector, its parent's end,
/// and a timeout of a second? The second begins after the collections,
/// when all goroutines have been counted.
Reports ever(Scale scale) {
    return scale.sizes(1_000)
        .go("goroutines, parent cancelled", "chapter6.go")
        .go("goroutines, timeout of 1 s", "chapter6.go")
        .forks(2).quickForks(1).reports();
}

/// ## The verdict
///
/// A server's own context lives for as long as the server, so under it
/// "for ever" is not far off.
Verdicts verdict(Reports ever) {
    var parent = "goroutines, parent cancelled";
    var timer = "goroutines, timeout of 1 s";
    var stays = ever.same(parent, "at first", "after three collections",
        "tasks");
    var ends = ever.always(parent, "at the end", "tasks", 0);
    var fires = ever.always(timer, "at the end", "tasks", 0);
    return Judge.ofChapter(6).in("ever")
        .when("context-leak", stays.map(s -> s && !ends.orElse(false)
            && !fires.orElse(false)), ever.here(parent),
            "Goroutines, when the parent is cancelled: "
            + ever.said(parent, "tasks") + "; with a timeout: "
            + ever.said(timer, "tasks"))
        .onlyIf("Its parent is never cancelled, and it has no timeout.",
            stays.orElse(false))
        .verdicts();
}

/// ## Your guesses
///
/// All sizes that you have guessed, in this chapter and before.
XYChart yourGuesses(Guesses guesses) {
    return Charts.guesses(guesses);
}

/// ## Yours: lose none
///
/// Two mirrors know the same. One answers and the other never does, and
/// nobody knows beforehand which is which. So `first` asks both, and
/// takes the answer that comes. The other task still waits.
///
/// Edit `first` until no task is left, and every answer is right. As it
/// stands, it does not pass.
static String first(Mirrors mirrors, int request) throws Exception {
    var answers = new ArrayBlockingQueue<String>(2);
    for (int mirror = 0; mirror < 2; mirror++) {
        int asked = mirror;
        Thread.startVirtualThread(() -> {
            try {
                answers.add(mirrors.ask(asked, request));
            } catch (InterruptedException e) {
                // told to end
            }
        });
    }
    return answers.take();
}

/// ## None left?
///
/// Five hundred requests, one after the other. Every answer is checked.
/// A task that was told to end has time to do so: a task counts as left
/// when none has ended while the scale looked 400 times.
Check noneLeft(Scale scale) {
    var reports = scale.sizes(500).java("your handler",
        n -> Mirrors.tell(n, (mirrors, i) -> first(mirrors, i)))
        .reports();
    return Check.of(reports).below("tasks left", "", 0,
        Measured.reported(reports, "your handler", "left", "tasks"));
}

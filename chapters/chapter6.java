///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Chapter 6: context leaks. What does a lost task cost?
//JAVA 25+
//DEPS ../lib/Lib.java
//FILES chapter6.java
//FILES chapter6.go
//FILES chapter6.py
//FILES solutions/chapter6_timeouts.java=solutions/chapter6_timeouts.java
//FILES solutions/chapter6_first.java=solutions/chapter6_first.java
//FILES solutions/chapter6_find.java=solutions/chapter6_find.java
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
import memorytax.measure.process.*;
import memorytax.measure.result.*;
import memorytax.measure.runtime.SoakTest;
import memorytax.notebook.Prediction;
import memorytax.record.Machine;
import memorytax.table.*;
import org.knowm.xchart.*;
import tech.tablesaw.api.*;

import static memorytax.Notebook.*; // for JShell: weigh, scale, show

/// # What does a lost task cost?
///
/// A request starts a task, sends its answer, and is over. The task
/// goes on: it waits for something that never comes. It is *lost*.
/// Nothing fails, no log shows it, and the next request does the same.
///
/// The mistake is to think that the garbage collector frees every lost
/// task. It frees some. This chapter counts the tasks that stay, in
/// three languages, and weighs them. From that we calculate when a
/// container of 512 MB is full, and then we let processes fill it.
void main(String... args) throws Exception {
    Notebook.of(MethodHandles.lookup()).run(args);
}

/// ## Your machine
///
/// The runtime and its version decide which lost tasks are collected,
/// and which tools can find the tasks that stay.
Machine machine(Scale scale) {
    return Machine.of(scale);
}

/// ## A request that forgets its listener
///
/// Each request brings 1 KB and starts a listener: `listen` waits on a
/// queue for updates. No update comes, the request is answered, and
/// nothing ends the listener. Only the listener references its queue.
///
/// In Go the listener waits for a *context*. A context ends when its
/// `cancel` is called, or when its *parent* ends. Here the request
/// throws `cancel` away, and the parent is the server's context. In
/// Python all listeners wait for one event of the server. `traffic`
/// counts the tasks that have begun and not ended: all must wait.
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
        // interrupted: the listener ends
    } finally {
        traffic.ends();
    }
}

/// ## Give every task an owner
///
/// The cure: each task has an owner, which ends it. Here the owner is
/// an executor for the tasks of this one request. `close`, at the end
/// of the block, *waits* until all its tasks have ended. A task that
/// would wait for ever must be cancelled first: `cancel(true)`
/// interrupts it.
///
/// `traffic.waits()` returns when the listener waits. Without this line
/// many listeners would be cancelled before they begin, and would never
/// run. That would not prove that a cancel ends a task that waits.
static Traffic closed(int requests) throws Exception {
    var traffic = new Traffic(requests);
    traffic.serve(request -> {
        var updates = new ArrayBlockingQueue<String>(1);
        try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            var listener = tasks.submit(
                () -> listen(traffic, updates, request));
            traffic.waits();
            listener.cancel(true);
        } // close waits until the listener has ended
    });
    return traffic.left(0);
}

/// ## The same cure with structured concurrency
///
/// In structured concurrency a scope owns the tasks: `scope.fork`
/// starts them, and the scope does not end before its tasks have ended.
/// This scope takes the first answer and interrupts the other task.
/// Here the other task is the listener. The task with the answer starts
/// only when the listener already waits.
///
/// `StructuredTaskScope` is still a preview in JDK 25. So this code is
/// a text block, which is compiled separately, with previews switched
/// on.
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
            } // close waits until both tasks have ended
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

/// ## How much does one forgotten goroutine keep?
///
/// A request brings 1 KB and forgets one goroutine, which keeps that
/// kilobyte. How many bytes does the request leave behind?
Prediction oneRequest() {
    return Prediction.bytes();
}

/// ## After how many minutes is a container full?
///
/// A container has 512 MB. It serves 100 requests a second, and each
/// request forgets one goroutine with its kilobyte. After how many
/// minutes is the container full?
Prediction goesWell() {
    return Prediction.number("minutes");
}

/// ## Which lost tasks does the collector free?
///
/// A task waits for something that nothing else references, and nothing
/// references the task. One of these three runtimes, started without
/// options, collects such a task as garbage. Which tasks are collected?
Prediction whoIsCollected() {
    return Prediction.oneOf(
        "virtual threads", "goroutines", "asyncio tasks");
}

/// ## Serve 10,000 requests and count the tasks
///
/// Each process serves 10,000 requests, much faster than a real
/// service. Each line shows *resident* memory: what the process has in
/// RAM. Look at the number where a line ends: how many tasks are left.
///
/// We expect all 10,000 of the forgotten tasks, because something still
/// references each of them: in Java a list of the JVM, in Go a list of
/// the runtime, in Python the event of the server. Of the tasks with an
/// owner (*closed*, *in a scope*, *cancelled*) we expect none.
///
/// Every task must begin, and be seen waiting, before it is cancelled
/// or counted. If not, its process fails and says so. Java gets only 4
/// MB for new objects (`-Xmn4m`): a JVM collects when that room is
/// full, and until then its garbage would look like a leak.
SoakTest served(Scale scale) {
    return scale.sizes(10_000).with("rate", 10_000)
        .quick("rate", 20_000)
        .java("virtual threads (forgotten)", n -> forgotten(n))
            .flags("-Xmn4m")
        .java("virtual threads (closed)", n -> closed(n))
            .flags("-Xmn4m")
        .preview("virtual threads (in a scope)", SCOPED, "-Xmn4m")
        .go("goroutines (forgotten)", "chapter6.go")
        .go("goroutines (cancelled)", "chapter6.go")
        .python("asyncio tasks (forgotten)", "chapter6.py")
        .python("asyncio tasks (cancelled)", "chapter6.py")
        .forks(2).quickForks(1).watch().as(SoakTest::new);
}

/// ## Weigh what one request leaves
///
/// The chart above mixes two kinds of growth: forgotten tasks, and a
/// JVM that also grows without a leak, because it loads classes,
/// compiles code and takes room for its heap. Here we measure only what
/// one more request leaves. Each process is a *fork*, started fresh.
///
/// - *Baseline* is the empty process; *process* is the process with the
///   most tasks.
/// - *One more task* is the *slope*: how much resident memory grows per
///   request. The ± is its 95 % interval, and says how well the forks
///   agree.
/// - *Charged* is the slope of resident memory plus what the kernel
///   holds for the process.
/// - *Live* is the slope of what a full collection leaves.
///
/// The JVM is *warmed*: it has compiled the code before it is weighed.
/// We expect more than the 1 KB of the request from each task, and most
/// from goroutines: the stack of a goroutine has at least 2 KB.
Weighings left(Scale scale) {
    return scale.sizes(2_000, 10_000)
        .java("virtual threads (forgotten)", n -> forgotten(n)).warmed()
            .tasks(5_000, 20_000)
        .go("goroutines (forgotten)", "chapter6.go")
        .python("asyncio tasks (forgotten)", "chapter6.py")
        .weigh();
}

/// ## Weigh more kinds of leaks
///
/// The rows are other things that a request can leave behind:
///
/// - *Untracked*: the forgotten virtual threads again, in a JVM that
///   keeps no list of them.
/// - *In a pool*: each request makes a pool of one platform thread, and
///   nothing closes the pool.
/// - *Callbacks*: a `CompletableFuture` whose code a timer runs in an
///   hour. The request forgets the future, or *cancels* it.
/// - *Timeout of an hour*: a goroutine whose context ends by itself, in
///   an hour.
/// - *Only contexts left*: the goroutine has ended by itself, but its
///   context was never cancelled.
///
/// Compare charged with live bytes. We expect the pool to be the most
/// expensive, because a platform thread has one stack in the process
/// and a second one in the kernel. Would you expect a cancelled future
/// to leave anything? (A quick run leaves out the untracked threads and
/// the timeout of an hour.)
Weighings others(Scale scale) {
    return scale.sizes(5_000, 20_000)
        .java("virtual threads (untracked)", n -> forgotten(n)).warmed()
            .flags("-Djdk.trackAllThreads=false").unlessQuick()
        .java("platform threads (in a pool)", n -> pools(n))
            .tasks(500, 2_000)
        .java("callbacks (forgotten)", n -> inAnHour(n, false))
        .java("callbacks (cancelled)", n -> inAnHour(n, true))
        .go("goroutines (timeout of an hour)", "chapter6.go")
            .unlessQuick()
        .go("goroutines (only contexts left)", "chapter6.go")
            .tasks(10_000, 40_000)
        .forks(3).weigh();
}

static Traffic pools(int requests) throws Exception {
    var traffic = new Traffic(requests);
    traffic.serve(request -> {
        var pool = Executors.newFixedThreadPool(1);
        pool.submit(() -> traffic.begins()); // its thread stays
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

/// ## Which leak is the most expensive
///
/// Filled marks are charged bytes, hollow marks are live bytes. Most of
/// these tasks keep the 1 KB of their request. The exceptions are the
/// pool, the contexts, and untracked threads after a collection.
///
/// The order comes from what a task keeps besides its request:
///
/// - A platform thread has touched pages of its stack, and a stack in
///   the kernel.
/// - A goroutine has a whole stack of its own, and its context. A
///   context with a timeout has a timer as well.
/// - A virtual thread's frames are moved to the heap while it waits,
///   and take only the room that they need.
/// - An asyncio task is a coroutine object, with its frame inside, and
///   a `Task`.
/// - A callback has no stack at all.
/// - A Go context that is never cancelled stays in a map of its parent,
///   even after its goroutine has ended.
XYChart dearest(Weighings left, Weighings others) {
    return Charts.share(left, others);
}

/// ## Why a cancelled future stays in memory
///
/// `cancel` only completes the `CompletableFuture`. The timer behind
/// `delayedExecutor` is not told: it keeps the task and its request
/// until the hour is over. The cancel even adds an exception with its
/// stack trace.
///
/// The remedy: `schedule` the task on a `ScheduledThreadPoolExecutor`
/// with `setRemoveOnCancelPolicy(true)`, and cancel the future that
/// `schedule` returns. By default that executor, too, keeps a cancelled
/// task until its delay is over.
///
/// Untracked virtual threads are no leak. They are garbage that the
/// collector has not reached yet, so resident memory still includes
/// them, and live memory does not. (A quick run leaves these threads
/// out.)
Table stillLive(Weighings left, Weighings others) {
    return Tables.slopes("What one request leaves", Stream.concat(
        slopes(left, "virtual threads (forgotten)"),
        slopes(others, "virtual threads (untracked)",
            "callbacks (forgotten)",
            "callbacks (cancelled)")).toList());
}

static Stream<Slope> slopes(Weighings weighed, String... contenders) {
    return Stream.of(contenders).flatMap(c ->
        Stream.of(Quantity.RESIDENT, Quantity.LIVE)
            .flatMap(q -> weighed.slope(c, q).stream()));
}

/// ## Let a container run full
///
/// Each process may take 512 MB, as in a container of that size, and
/// serves requests until this limit is reached. The requests come
/// faster than 100 a second: only their number matters. We expect the
/// most requests with asyncio tasks, because each keeps less than a
/// goroutine. We expect the fewest with virtual threads, because a JVM
/// takes only a quarter of a container for its heap: 128 MB of 512 MB.
/// (A quick run leaves out Python.)
///
/// The kernel ends a container that exceeds its limit. Here the scale
/// looks at the process every 5 ms, if the machine is free, and ends it
/// above 512 MB: a little later than the kernel would. The result says
/// by how much the process exceeded the limit. The JVM ends itself when
/// its heap is full. Without `ExitOnOutOfMemoryError` only the thread
/// that finds no room would fail, and the other threads would go on.
SoakTest container(Scale scale) {
    return scale.sizes(2_000_000).with("rate", 50_000)
        .limit(512L << 20)
        .java("virtual threads (forgotten)", n -> forgotten(n)).warmed()
            .flags("-Xmx128m", "-XX:+ExitOnOutOfMemoryError")
        .go("goroutines (forgotten)", "chapter6.go")
        .python("asyncio tasks (forgotten)", "chapter6.py")
            .unlessQuick()
        .forks(2).quickForks(1).watch().as(SoakTest::new);
}

/// ## When the container is full: calculated and seen
///
/// The calculation: take the limit, subtract the empty process, divide
/// by what one request leaves. The result is the number of requests
/// that fit (*calculated*). If the container starts at 03:00 and serves
/// 100 requests a second, this number gives the time when it is full
/// (*ends at*). In Java the heap is full first, so its limit is the
/// heap, and we divide by live bytes.
///
/// Compare *calculated* with *seen*, the number of requests that a
/// process really served; *off* is the difference. The calculation
/// works because every request leaves about the same number of bytes.
List<Object> dies(Weighings left, SoakTest container) {
    var all = forecasts(left, container);
    return List.of(LeakTables.forecasts(100, all),
        LeakTables.agreement(0.15, all));
}

static List<Forecast> forecasts(Weighings left, SoakTest container) {
    return Stream.of(
        Forecast.of(left, "goroutines (forgotten)", Quantity.RESIDENT,
            512L << 20, container),
        Forecast.of(left, "asyncio tasks (forgotten)",
            Quantity.RESIDENT, 512L << 20, container),
        Forecast.of(left, "virtual threads (forgotten)", Quantity.LIVE,
            128L << 20, container)).flatMap(Optional::stream).toList();
}

/// ## Count lost tasks before and after a collection
///
/// Now each task waits for a queue, a channel or an event of its own,
/// which nothing else references. For Go and Python this is new: the
/// forgotten listeners above waited for a context or an event that the
/// server references.
///
/// We count the tasks when all of them wait, and again after three
/// collections. Compare these two rows: 0 means that the tasks were
/// collected. We expect a task to survive where the runtime itself
/// keeps a list of its tasks: in Go, and in a JVM without options.
Reports lost(Scale scale) {
    return scale.sizes(2_000)
        .java("virtual threads", n -> lostThreads(n))
        .java("virtual threads (untracked)", n -> lostThreads(n))
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
                // never happens here
            }
        }));
    }
    return lost.tell();
}

/// ## Why some lost tasks are collected, and your three guesses
///
/// - **Python**: the loop has only *weak* references to its tasks, and
///   a weak reference does not keep a task alive. So the documentation
///   of `create_task` says: keep a reference to the task. When such a
///   task is collected, its `finally` runs, and Python logs "Task was
///   destroyed but it is pending!"
/// - **Java**: the stack of a waiting virtual thread is an ordinary
///   object on the heap. But the JVM has a list of the threads that are
///   started without an executor, so that `jcmd` can show them. With
///   `-Djdk.trackAllThreads=false` there is no such list. Then a lost
///   thread is collected, and its `finally` never runs. `jcmd` no
///   longer shows such threads while they wait.
/// - **Go** has a list of all goroutines, and its collector treats each
///   of their stacks as in use, whether or not anything can wake the
///   goroutine. A goroutine ends only when its function returns: it has
///   to exit on its own ([Go blog](https://go.dev/blog/pipelines)).
List<Guess> youAndTheScale(Weighings left, SoakTest container,
        Reports lost, Prediction oneRequest, Prediction goesWell,
        Prediction whoIsCollected) {
    var go = "goroutines (forgotten)";
    var end = Forecast.of(left, go, Quantity.RESIDENT, 512L << 20,
        container);
    var gone = lost.without("after three collections", "tasks",
        whoIsCollected.answers());
    return List.of(
        Guess.of("one forgotten goroutine", oneRequest,
            Measured.task(left, go)),
        Guess.of("until the container is full", goesWell,
            Measured.minutes(end, 100)),
        Guess.of("which tasks are collected", whoIsCollected, gone,
            lost.here(gone)));
}

/// ## The number to remember: when the container is full
///
/// The time is calculated from the slope of the forgotten goroutines.
Headline headline(Weighings left, SoakTest container) {
    return Headline.of(Forecast.of(left, "goroutines (forgotten)",
        Quantity.RESIDENT, 512L << 20, container), 100, """
        is when a container of 512 MB is full. It starts at 03:00,
        serves 100 requests a second, and each request forgets
        one cancel().""").picture("container");
}

/// ## Weigh what a ThreadLocal keeps in a pool
///
/// A thread of a pool outlives the request, and so does the value in
/// its `ThreadLocal`. We weigh three pools:
///
/// - *ThreadLocal*: each thread has set 16 KB for a request, and now
///   waits for the next request.
/// - *Removed*: each thread has also called `remove()`.
/// - *Inherited*: with an `InheritableThreadLocal`, a new thread takes
///   over the value of the thread that creates it. When a pool has to
///   grow, the thread of a request creates the new thread, and the new
///   thread keeps that request's value.
///
/// *Over sizes* is the smallest and the largest slope between two
/// neighbouring numbers of threads. The next chart compares the live
/// bytes. Without `remove()` we expect 16 KB more for each thread.
/// Resident memory cannot show this well: a platform thread itself
/// occupies much more than 16 KB, and varies.
Weighings remembered(Scale scale) {
    return scale.sizes(100, 250, 400)
        .java("platform threads (ThreadLocal)", n -> pool(n, false))
        .java("platform threads (removed)", n -> pool(n, true))
        .java("platform threads (inherited)", n -> inherited(n))
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
        Thread.ofPlatform().start(() -> {   // one request
            HANDED_DOWN.set(new byte[16 << 10]);
            pool.submit(() -> gate.here()); // starts a worker
        }).join();
    gate.full();
    return pool;
}

/// ## What one call of remove() saves
///
/// The value stays in memory for as long as the pool's thread, because
/// the thread references it. Call `remove()` in a `finally` where the
/// request ends. An inherited value is worse: a request can remove the
/// value only from its own thread, not from the new thread of the pool.
/// A virtual thread for each request needs no `remove()`: its values
/// end with the thread.
XYChart kept(Weighings remembered) {
    return Charts.beside(
        remembered.slope("platform threads (ThreadLocal)",
            Quantity.LIVE),
        remembered.slope("platform threads (removed)", Quantity.LIVE),
        remembered.slope("platform threads (inherited)",
            Quantity.LIVE));
}

/// ## Find the leak in a running process
///
/// Many tasks that wait at one line of your code are a sign of a leak.
/// So list the tasks, and count them by line:
///
/// - Java: `jcmd PID Thread.dump_to_file -format=json FILE` lists
///   virtual threads, too. Then
///   `grep -o 'com.example[^"]*' FILE | sort | uniq -c` counts the
///   frames of your own packages.
/// - Go: import `net/http/pprof`; then `/debug/pprof/goroutine?debug=1`
///   counts them.
/// - Python: `asyncio.all_tasks()` in the process lists them. Since
///   Python 3.14, `python -m asyncio ps PID` does it from outside.
///
/// Each process has 1,000 forgotten tasks. We expect all of them at one
/// line: the line where `listen` waits.
///
/// Go 1.26 can also be built with a leak profile
/// (`GOEXPERIMENT=goroutineleakprofile`). It looks for goroutines that
/// nothing can wake any more. While the parent context is alive we
/// expect none, because the parent could still cancel them. When
/// nothing references the parent any more (*parent gone*), we expect
/// all of them.
Reports seen(Scale scale) {
    return scale.sizes(1_000)
        .java("virtual threads (by jcmd)", n -> forgotten(n))
            .probe(pid -> ThreadDump.of(pid))
        .go("goroutines (all)", "chapter6.go")
        .go("goroutines (leaked with parent alive)", "chapter6.go",
            "goroutineleakprofile")
        .go("goroutines (leaked with parent gone)", "chapter6.go",
            "goroutineleakprofile")
        .python("asyncio tasks (all)", "chapter6.py")
        .forks(1).reports();
}

/// ## Commands that find a leak
///
/// These lines find a leak in a process of your own. `PID` stands for
/// its process id. A line that runs *from inside* is code: call it from
/// a handler of your service. Count twice, when the service is warm and
/// an hour later: the leak is where the count has grown.
///
/// Chapter 2 has lines for the memory of a process, and chapter 7 for
/// its collector and its scheduler. One sheet has all of them:
///
///     ./jbang workbook --cheatsheet
String commands() {
    return DiagnosticCommands.markdown(6);
}

/// ## What the leak profile misses, and what go vet finds
///
/// The leak profile misses the forgotten goroutines of a server: the
/// server's context is alive, and could still cancel them. The profile
/// of all goroutines shows them.
///
/// `go vet` needs no running process. It reads the source, and finds a
/// `cancel` that is thrown away. It does not find a `cancel` that is
/// kept in a field and never called: see `inField` in chapter6.go.
Table goVets(Scale scale) {
    return LeakTables.goVets(scale.peers().goVets("chapter6.go"));
}

/// ## What ends a forgotten goroutine
///
/// The post that this workbook judges says that a forgotten `cancel()`
/// keeps the goroutine for ever. We try to end 1,000 goroutines in
/// three ways: by the garbage collector, by cancelling their parent,
/// and by a timeout of 1 s. (The timeout starts after the collections,
/// when all goroutines have been counted.)
///
/// Look at the rows *after three collections* and *at the end*. We
/// expect that the collector ends no goroutine, and that the parent and
/// the timeout end them all: both cancel the context that the goroutine
/// waits for.
Reports ever(Scale scale) {
    return scale.sizes(1_000)
        .go("goroutines (parent cancelled)", "chapter6.go")
        .go("goroutines (timeout of 1 s)", "chapter6.go")
        .forks(2).quickForks(1).reports();
}

/// ## How a cancel reaches a goroutine
///
/// A context ends the contexts below it: the server's context ends the
/// context of each request, and that ends the goroutine which waits for
/// it. A context never ends the one above it. The request's own
/// `cancel` was thrown away, so only the server's context could end the
/// goroutines, and it stays open as long as the server runs.
///
/// The collector ends no goroutine. The server's context has a list of
/// the contexts below it, and the runtime has a list of all goroutines.
XYChart whoEndsWhom(Reports ever) {
    return Mechanisms.contextTree(ever,
        "goroutines (parent cancelled)");
}

/// ## The verdict
///
/// A context is cancelled when its parent is cancelled or its timeout
/// is over, and then the goroutine's function returns. But a server's
/// own context lives as long as the server. A goroutine that is
/// forgotten under that context stays until the server ends.
Verdicts verdict(Reports ever) {
    var parent = "goroutines (parent cancelled)";
    var timer = "goroutines (timeout of 1 s)";
    var stays = ever.same(parent, "at first", "after three collections",
        "tasks");
    var ends = ever.always(parent, "at the end", "tasks", 0);
    var fires = ever.always(timer, "at the end", "tasks", 0);
    return Judge.ofChapter(6).in("ever")
        .when("context-leak", stays.map(s -> s && !ends.orElse(false)
            && !fires.orElse(false)), ever.here(parent),
            "Goroutines whose parent was cancelled: "
            + ever.said(parent, "tasks") + "; with a timeout of 1 s: "
            + ever.said(timer, "tasks"))
        .onlyIf("Nothing cancels the parent, and there is no timeout.",
            stays.orElse(false))
        .verdicts();
}

/// ## All your guesses so far
///
/// All sizes that you have guessed, in this chapter and before.
List<Object> yourGuesses(Guesses guesses) {
    return List.of(Charts.guesses(guesses), guesses.summary());
}

/// ## What to take to work
///
/// - Give every task an owner that ends it ("Serve 10,000 requests and
///   count the tasks").
/// - Do not count on the collector. Go never collects a waiting task, a
///   JVM only untracked virtual threads, Python only a task that
///   nothing references ("Count lost tasks before and after a
///   collection").
/// - Take a cancelled timeout out of its timer's queue: `cancel` of a
///   `CompletableFuture` does not reach the timer ("Why a cancelled
///   future stays in memory").
/// - In a pool, `remove()` a `ThreadLocal` in a `finally` ("What one
///   call of remove() saves").
/// - When memory grows, count the waiting tasks by line ("Find the leak
///   in a running process"), with one command ("Commands that find a
///   leak").
static void takeToWork(Runnable listen, Runnable answer,
        ScheduledThreadPoolExecutor timer, Executor inAnHour) {
    // wrong: nothing ends the listener
    Thread.startVirtualThread(listen);
    answer.run();
    // right: the listener has an owner, which interrupts it
    try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
        var listener = tasks.submit(listen);
        try { answer.run(); } finally { listener.cancel(true); }
    }
    // wrong: cancel does not reach the timer of a delayedExecutor
    CompletableFuture.runAsync(answer, inAnHour).cancel(true);
    // right: cancel takes the task out of the timer's queue
    timer.setRemoveOnCancelPolicy(true);
    timer.schedule(answer, 1, TimeUnit.HOURS).cancel(true);
}

/// ## Easier: free a timeout that was cancelled
///
/// Each call of another service brings 1 KB, and may take an hour. For
/// each call the method `timeouts` starts a timeout that gives the call
/// up, and cancels it when the answer comes. Nearly all answers come at
/// once. But the timer does not hear of the cancel: it keeps the
/// timeout and the call until the hour is over.
///
/// Edit the method `timeouts` until an answered call leaves at most 40
/// bytes live. A call without an answer must still be given up. As it
/// is now, the method is meant to fail the check. This command runs
/// only the exercises; with `--exercise easier` it runs only this one:
///
///     ./jbang chapter6 --exercise
static void timeouts(Calls calls) throws Exception {
    calls.each(call -> {
        var late = CompletableFuture.delayedExecutor(
            call.patience(), TimeUnit.MILLISECONDS);
        var timeout = CompletableFuture.runAsync(
            () -> call.giveUp(), late);
        call.whenAnswered(() -> timeout.cancel(false));
    });
}

/// ## Check what an answered call leaves
///
/// Measured: the live bytes of one more answered call, from processes
/// with 5,000 and with 20,000 calls. In the result, *task* means call.
/// Whatever still references a call counts. Some more calls have a
/// patience of 20 ms and no answer: they must be given up, and not too
/// early.
Check allFreed(Scale scale) {
    return Check.of(scale.sizes(5_000, 20_000)
            .java("your calls",
                n -> Calls.of(n, calls -> timeouts(calls))).weigh())
        .live(40)
        .look("Look at what the timer keeps of a timeout that was "
            + "cancelled.");
}

/// ## Exercise: leave no task behind
///
/// Two servers, the *mirrors*, have the same data. One of them answers,
/// the other never does, and nobody knows beforehand which one answers.
/// So the method `first` asks both mirrors and returns the answer that
/// comes. The task that asked the other mirror still waits.
///
/// Edit the method `first` until no task is left and every answer is
/// right. As it is now, the method is meant to fail the check.
static String first(Mirrors mirrors, int request) throws Exception {
    var answers = new ArrayBlockingQueue<String>(2);
    for (int mirror = 0; mirror < 2; mirror++) {
        int asked = mirror;
        Thread.startVirtualThread(() -> {
            try {
                answers.add(mirrors.ask(asked, request));
            } catch (InterruptedException e) {
                // interrupted: the task ends
            }
        });
    }
    return answers.take();
}

/// ## Check that no task is left
///
/// The check sends 500 requests, one after the other, and checks every
/// answer. A task that was told to end gets time to end. It counts as
/// left when the scale has looked 400 times and no further task has
/// ended.
Check noneLeft(Scale scale) {
    var reports = scale.sizes(500).java("your handler",
        n -> Mirrors.tell(n, (mirrors, i) -> first(mirrors, i)))
        .reports();
    return Check.of(reports).below("tasks left", "", 0,
        Measured.reported(reports, "your handler", "left", "tasks"))
        .look("Look at who tells the other task that it is not needed "
            + "any more.");
}

/// ## Harder: two tasks, and either may end first
///
/// A list has pages without an end. The method `find` starts a
/// *producer*, which reads ahead: it puts pages into a queue of two.
/// The thread of the method is the *consumer*: it takes pages until one
/// is wanted. Then it leaves, and the producer waits for room in the
/// queue for ever. At every fourth request a page cannot be read. Then
/// the producer ends, and the consumer waits for ever.
///
/// Edit the method `find` until no task is left, every wanted page is
/// returned, and the caller sees every exception of `next`. Keep two
/// tasks. As it is now, the method is meant to fail the check.
static String find(Pages pages, int request) throws Exception {
    var ahead = new ArrayBlockingQueue<String>(2);
    Thread.startVirtualThread(() -> {
        try {
            while (true) ahead.put(pages.next(request));
        } catch (IOException | InterruptedException e) {
            // no further page, or told to end
        }
    });
    String page = ahead.take();
    while (!pages.isWanted(request, page)) page = ahead.take();
    return page;
}

/// ## Check that both tasks end
///
/// 300 requests run at the same time. When nothing happens any more,
/// the check counts the tasks that are left, and the *stuck* requests:
/// they have neither an answer nor an exception. The limit is 0 for
/// both. `isWanted` returns true only when the producer waits, so a
/// producer that you end is one that waits.
Check bothEnd(Scale scale) {
    var reports = scale.sizes(300).forks(3).java("your search",
        n -> Pages.tell(n, (pages, i) -> find(pages, i))).reports();
    return Check.of(reports)
        .below("tasks left", "", 0, Measured.median(reports,
            "your search", "left", "tasks"))
        .look("Look at who tells the producer that nobody takes pages "
            + "any more.")
        .below("stuck requests", "", 0, Measured.median(reports,
            "your search", "left", "stuck"))
        .look("Look at who tells the consumer that no page will come.");
}

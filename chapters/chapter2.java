///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Chapter 2: stack growth. What does a task cost that waits deep down?
//JAVA 25+
//DEPS ../lib/Lib.java
//FILES chapter2.java
//FILES chapter2.go
//FILES chapter2.py
//FILES solutions/chapter2_retry.java=solutions/chapter2_retry.java
//FILES solutions/chapter2_deep.java=solutions/chapter2_deep.java
//FILES solutions/chapter2_pass.java=solutions/chapter2_pass.java
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
import memorytax.notebook.Prediction;
import memorytax.record.Machine;
import memorytax.table.Tables;
import org.knowm.xchart.*;
import tech.tablesaw.api.*;

import static memorytax.Notebook.*; // for JShell: weigh, scale, show

/// # What does a deep task cost?
///
/// Chapter 1 weighed tasks that do nothing, and most comparisons weigh
/// such tasks. But a task that waits for a database waits at the bottom
/// of a chain of calls: router, filters, handler, service, driver. Each
/// call has a *frame*: its local variables and the place to return to.
/// Thirty to a hundred frames are usual, and each of them must still be
/// there when the answer comes.
///
/// The mistake to avoid is to take the cost of a task that does nothing
/// for the cost of your own tasks.
void main(String... args) throws Exception {
    Notebook.of(MethodHandles.lookup()).run(args);
}

/// ## Your machine
///
/// The compiler decides how large a frame is. So the versions matter in
/// this chapter even more than in chapter 1.
Machine machine(Scale scale) {
    return Machine.of(scale);
}

/// ## The call that goes deep
///
/// This is the load of the chapter: a method that calls itself until it
/// is deep enough, and waits there. Each frame holds a number that it
/// needs again on the way back, so no compiler can leave the number
/// out.
///
/// In Go each frame also has an array of 64 bytes, which stands for a
/// few local variables. In Python each frame is one `await` in a chain
/// of awaits.
static long frames(int depth, long sum, Runnable bottom) {
    if (depth == 0) {
        bottom.run();
        return sum;
    }
    long own = sum * 31 + depth;
    return frames(depth - 1, own, bottom) ^ own;
}

/// ## Tasks that wait deep down
///
/// Each task goes `depth` frames down. There it calls `stay`, which
/// does the same as every task in chapter 1: it says that the task
/// runs, and then waits for a signal that all tasks share. The scale
/// passes the depth to the load, because it weighs the same load at
/// several depths.
static Gate virtualThreads(int tasks) throws Exception {
    var gate = new Gate(tasks);
    int depth = (int) gate.number("depth");
    for (int i = 0; i < tasks; i++)
        Thread.startVirtualThread(
            () -> frames(depth, 1, () -> stay(gate)));
    return gate.full();
}

static Gate platformThreads(int tasks) throws Exception {
    var gate = new Gate(tasks);
    int depth = (int) gate.number("depth");
    for (int i = 0; i < tasks; i++)
        Thread.ofPlatform().start(
            () -> frames(depth, 1, () -> stay(gate)));
    return gate.full();
}

static void stay(Gate gate) {
    gate.here();
    gate.await();
}

/// ## Which task is cheaper at the top?
///
/// A task *at the top* (depth 0) waits in its first frame, before any
/// deeper call. Which task takes less memory there, a goroutine or an
/// asyncio task? You may know the answer from chapter 1.
///
/// Virtual threads are left out here. At the top, *warmed* virtual
/// threads cost about as much as asyncio tasks, and our recorded run
/// cannot tell which is cheaper. (Warmed: the JVM has run many virtual
/// threads before, so their code is compiled.)
Prediction atTheTop() {
    return Prediction.oneOf("goroutines", "asyncio tasks");
}

/// ## Which task is the cheapest 100 frames down?
///
/// Now each task waits a hundred frames further down. Which task takes
/// the least memory there? Warmed virtual threads are included.
Prediction deepDown() {
    return Prediction.oneOf(
        "goroutines", "asyncio tasks", "virtual threads");
}

/// ## How many bytes does a goroutine take 100 frames down?
///
/// A goroutine that waits at the top takes a little under 3 KB. How
/// many bytes does it take a hundred frames down, when each frame has
/// an array of 64 bytes?
Prediction deepGoroutine() {
    return Prediction.bytes();
}

/// ## Weigh the tasks at each depth
///
/// What is measured: the *slope*, the bytes that one more task adds to
/// its process. *Resident* bytes are pages that the process occupies in
/// RAM. *Live* bytes are what a full collection leaves on the heap (in
/// Go, whole stacks as well). The ± is a 95 % interval: how well the
/// *forks*, which are fresh processes, agree. It leaves out what a
/// process takes for itself; a remark below the table says where that
/// matters.
///
/// Look at how each column grows. Depth 100 stands for a request in a
/// web framework, depth 1,000 for a long recursion. (To count the
/// frames of your own tasks, read their stack traces:
/// `jcmd <pid> Thread.dump_to_file <file>` also writes those of virtual
/// threads.) We expect jumps in Go, because a full stack is replaced by
/// one of twice the size. We expect the same price for each frame in
/// Python, because a frame is an object. In Python the calls end before
/// 1,000: see "How deep can a call go?".
///
/// Virtual threads are warmed, as in a server that has been up for a
/// while. At depths 0 and 100 more of them are weighed, because their
/// heap grows in steps. Platform threads are not warmed. A dash means
/// that nothing was weighed there. (A quick run has depths 0 and 100
/// alone, and no platform threads.)
Weighings weighed(Scale scale) {
    return scale.sizes(1_000, 4_000)
        .over("depth", 0, 10, 30, 100, 300, 1_000)
        .quick("depth", 0, 100)
        .java("virtual threads", n -> virtualThreads(n)).warmed()
            .tasks(5_000, 20_000).only("depth", 0, 100)
        .java("virtual threads", n -> virtualThreads(n)).warmed()
            .only("depth", 1_000)
        .java("platform threads", n -> platformThreads(n))
            .tasks(500, 2_000).only("depth", 0, 1_000).unlessQuick()
        .go("goroutines", "chapter2.go")
        .python("asyncio tasks", "chapter2.py")
            .tasks(500, 2_000).only("depth", 0, 10, 30, 100, 300)
        .weigh();
}

/// ## How the cost grows with depth
///
/// There are four ways to keep a stack. They explain the lines:
///
/// - **Go** replaces a full stack by one of twice the size. Its line
///   has steps.
/// - **Python** keeps a coroutine object, with a frame in it, for each
///   `await`. With CPython 3.11, `sys.getsizeof` says 232 bytes for one
///   such object. A few awaits are cheap, a hundred are not.
/// - **A virtual thread** runs on the stack of a platform thread, its
///   *carrier*. When it *parks* (it waits, and frees its carrier), its
///   frames are moved to the heap, into a *stack chunk*: an object that
///   is just large enough for them. Compiled frames are small. And
///   where C2, the JVM's best compiler, copies a called method into its
///   caller (inlining), the two share a frame. In this recursion it
///   does so with every second call.
/// - **A platform thread** has a large range of addresses from the
///   start. The system adds a page of memory when a frame first touches
///   it. A thread that runs in the interpreter touches about twenty
///   pages in advance, to test whether there is room for them. So a
///   JVM's first threads, which run before the code is compiled, are
///   the largest.
XYChart growth(Weighings weighed) {
    return Charts.growth("frames on the stack",
        weighed.slopesBy("depth", Quantity.RESIDENT));
}

/// ## Your three guesses, checked
///
/// Here is what you said, and what was measured. The cheapest task is
/// named only if the 95 % intervals of the two cheapest tasks do not
/// overlap.
List<Guess> youAndTheScale(Weighings weighed, Prediction atTheTop,
        Prediction deepDown, Prediction deepGoroutine) {
    var deep = weighed.by("depth").get(100);
    var top = weighed.by("depth").get(0)
        .cheapest(atTheTop.answers());
    var down = deep.cheapest(deepDown.answers());
    return List.of(
        Guess.of("the cheaper task at the top", atTheTop, top,
            weighed.here(top)),
        Guess.of("the cheapest task deep down", deepDown, down,
            weighed.here(down)),
        Guess.of("a goroutine 100 frames down", deepGoroutine,
            Measured.task(deep, "goroutines")));
}

/// ## At which depth does an asyncio task take 20 KB?
///
/// The blog post from chapter 1 says that an idle asyncio task takes
/// 20 KB. Chapter 1 measured far less, at the top. But each `await`
/// adds bytes, so at some depth a task does take 20 KB. We calculate
/// this depth from the line between the points of the chart above.
///
/// What is measured: asyncio tasks at the calculated depth, in whole
/// frames. Look at *one more task*. We expect 20 KB, because each frame
/// is an object of the same size.
///
/// *Baseline* is the empty process. *Charged* is what a container's
/// limit counts: resident memory, and what the kernel holds for the
/// process.
Weighings reached(Scale scale, Weighings weighed) {
    var at = Reach.of(weighed, "asyncio tasks", "depth", 20 << 10);
    return scale.sizes(500, 2_000)
        .with("depth", at.map(Reach::nearest).orElse(0))
        .python("asyncio tasks", "chapter2.py")
        .weigh();
}

/// ## The number to remember
///
/// A task is not expensive in itself. The deeper it waits, the more it
/// costs.
Headline headline(Weighings weighed) {
    var at = Reach.of(weighed, "asyncio tasks", "depth", 20 << 10);
    return Headline.of(at, "frames", """
        deep, an asyncio task takes the 20 KB of the post.
        At the top it takes far less.""").picture("growth");
}

/// ## Weigh goroutines from 1 to 80 frames
///
/// What is measured: one more goroutine, at depths that lie close
/// together. Look at where the cost jumps.
///
/// We expect a few jumps, each about twice as large as the one before.
/// A goroutine begins with a small stack. Each call first checks
/// whether its frame still fits. If it does not fit, the runtime makes
/// a stack of twice the size, copies all frames into it, and continues
/// there. (A quick run leaves out some depths.)
Weighings steps(Scale scale) {
    return scale.sizes(1_000, 4_000)
        .over("depth", 1, 2, 4, 6, 8, 12, 16, 24, 26, 32, 48, 64, 80)
        .quick("depth", 4, 8, 16, 32, 64, 80)
        .go("goroutines", "chapter2.go")
        .forks(3).weigh();
}

/// ## Where a goroutine's stack doubles
///
/// Both axes are logarithmic: each doubling has the same length. The
/// new stack is twice as large as the old one, so a jump adds as many
/// bytes as the old stack had. So the first jump tells how large a
/// stack is at the beginning. The cost as a whole does not quite
/// double: in our recorded run some 800 bytes of each goroutine are not
/// stack. Among them are the runtime's record of the goroutine (`g`)
/// and of its wait at a channel (`sudog`).
///
/// Why do 2 KB not hold 32 frames with 64 bytes each? A frame also has
/// the return address, its argument and the registers that it saves:
/// 104 bytes in all, in our build. The calls at the bottom, which wait
/// at the channel, need room as well. And Go keeps 928 bytes of each
/// stack free, for calls that do not check whether there is room.
///
/// Doubling keeps copies rare. A stack that grew by one frame each time
/// would be copied at every call. Since Go 1.19 the runtime also looks
/// at the stacks of earlier goroutines: if they are large on average, a
/// new one starts with more than 2 KB.
List<Object> staircase(Weighings steps) {
    var stairs = Stairs.of(steps, "goroutines", "depth");
    return List.of(
        Charts.growth("frames on the stack",
            steps.slopesBy("depth", Quantity.RESIDENT)),
        Tables.stairs(stairs));
}

/// ## How a goroutine's stack doubles
///
/// Each stack is drawn just after it was made. When a call finds no
/// room for its frame, the runtime makes a stack of twice the size and
/// copies all frames. So half of a new stack is in use, and half is
/// free. The sizes come from the jumps above, and the depths beside
/// them are the depths that were weighed.
///
/// So one more frame can almost double what a goroutine costs. The
/// goroutine then has the next larger stack, and half of that is free.
XYChart doubling(Weighings steps) {
    return Mechanisms.stackCopies(
        Stairs.of(steps, "goroutines", "depth"));
}

/// ## How long the first deep call takes
///
/// What is measured: how long a goroutine's first deep call takes, and
/// its next one; how long a virtual thread's first deep park takes, and
/// its next ones. Each process takes the times of its own tasks, and
/// reports the medians. Look at *first ns* and *next ns*. We expect the
/// first to be longer:
///
/// - A goroutine makes the same calls twice. The first time its stack
///   grows on the way, and each growth copies the frames. The next time
///   only the calls themselves take time: more of them at a greater
///   depth.
/// - A virtual thread parks again and again at the same depth. The
///   first park moves all frames from the carrier's stack to the heap.
///   When the thread goes on, only the last few frames come back to the
///   carrier. So the next park moves only a few frames, at any depth.
///   (The time of the calls is subtracted.)
///
/// The JVM waits for its compilers (`-Xbatch`) and has a single carrier
/// (`parallelism=1`). So neither a compilation nor a change of carrier
/// disturbs the times. (A quick run has depth 100 alone.)
Reports times(Scale scale) {
    return scale.sizes(2_000).over("depth", 10, 100, 1_000)
        .quick("depth", 100)
        .go("goroutines (first and next)", "chapter2.go")
        .java("virtual threads (first and next)", n -> parks(n))
            .flags("-Xbatch",
                "-Djdk.virtualThreadScheduler.parallelism=1")
        .forks(3).reports();
}

static Gate parks(int tasks) throws Exception {
    var gate = new Gate(0);
    int depth = (int) gate.number("depth");
    var ns = new long[3][tasks];
    for (int i = 0; i < tasks; i++) {
        ns[0][i] = timed(depth, 0);
        ns[1][i] = timed(depth, 1);
        ns[2][i] = timed(depth, 11);
    }
    long calls = Gate.median(ns[0]), one = Gate.median(ns[1]);
    Gate.tell("parks", "first_ns", one - calls,
        "next_ns", (Gate.median(ns[2]) - one) / 10);
    return gate;
}

static long timed(int depth, int parks) throws Exception {
    var ns = new AtomicLong();
    Thread.startVirtualThread(() -> {
        long start = System.nanoTime();
        frames(depth, 1, () -> {
            for (int i = 0; i < parks; i++) Thread.yield();
        });
        ns.set(System.nanoTime() - start);
    }).join();
    return ns.get();
}

/// ## Weigh tasks that have come back up
///
/// What is measured: tasks that have been 100 frames down, came back,
/// and now wait at the top. They no longer need most of their stack.
/// Look at whether they cost less than tasks that are still down there
/// (the rows *deep*).
///
/// We expect memory back only where a garbage collection runs. So Go
/// and Java each have a row with a collection. In Go it runs when the
/// tasks are back. In Java it runs while they are still down. The next
/// cell says why. A collection does not free pages of a platform
/// thread's stack. Asyncio tasks are left out: CPython frees a
/// coroutine, and the frame in it, as soon as its call returns.
///
/// `-Xmn128m` gives Java so much room that it does not collect by
/// itself. A quick run leaves out the rows *deep*, and platform
/// threads.
Weighings back(Scale scale) {
    return scale.sizes(1_000, 4_000).with("depth", 100)
        .go("goroutines (deep)", "chapter2.go").unlessQuick()
        .go("goroutines (back)", "chapter2.go")
        .go("goroutines (back then GC)", "chapter2.go")
        .java("virtual threads (deep)", n -> virtualThreads(n))
            .warmed().flags("-Xmn128m").unlessQuick()
        .java("virtual threads (back)", n -> cameBack(n, false))
            .warmed().flags("-Xmn128m")
        .java("virtual threads (GC then back)", n -> cameBack(n, true))
            .warmed().flags("-Xmn128m")
        .java("platform threads (deep)", n -> platformThreads(n))
            .tasks(500, 2_000).unlessQuick()
        .java("platform threads (back)", n -> platformBack(n))
            .tasks(500, 2_000).unlessQuick()
        .forks(3).quickForks(2).weigh();
}

static Gate cameBack(int tasks, boolean collect) throws Exception {
    Gate deep = new Gate(tasks), top = new Gate(tasks);
    int depth = (int) top.number("depth");
    for (int i = 0; i < tasks; i++)
        Thread.startVirtualThread(() -> {
            frames(depth, 1, () -> stay(deep));
            stay(top);
        });
    deep.full();
    if (collect && !top.warmsUp()) System.gc();
    deep.close();
    return top.full();
}

static Gate platformBack(int tasks) throws Exception {
    var gate = new Gate(tasks);
    int depth = (int) gate.number("depth");
    for (int i = 0; i < tasks; i++)
        Thread.ofPlatform().start(() -> {
            frames(depth, 1, () -> { });
            stay(gate);
        });
    return gate.full();
}

/// ## Which tasks give stack memory back
///
/// - **Go**: a collection halves a stack if less than a quarter of it
///   is used. To count live bytes, the scale runs a collection: so
///   *back* has fewer live bytes than resident bytes. For the row *then
///   GC*, eight collections run, and the runtime returns all free
///   memory at once. The stacks end at 4 KB: with the bytes that Go
///   keeps free, more than a quarter of 4 KB is used.
/// - **A virtual thread** parks again in the stack chunk that it has,
///   however large that is. No collection makes a chunk smaller: *back*
///   still has about the live bytes of *deep*. But a thread that comes
///   back from its wait after a full collection leaves the old chunk,
///   and parks next in a new one that is just large enough.
/// - **A platform thread** keeps every page that a frame has touched,
///   until it ends.
///
/// For virtual threads the chart shows live bytes. Resident includes
/// free room in the heap; chapter 7 shows how much of that is given
/// back.
XYChart givenBack(Weighings back) {
    return Charts.beside(
        back.slope("goroutines (deep)"),
        back.slope("goroutines (back)"),
        back.slope("goroutines (back then GC)"),
        back.slope("virtual threads (deep)", Quantity.LIVE),
        back.slope("virtual threads (back)", Quantity.LIVE),
        back.slope("virtual threads (GC then back)", Quantity.LIVE),
        back.slope("platform threads (deep)"),
        back.slope("platform threads (back)"));
}

/// ## Does a small -Xss save memory?
///
/// Some people give threads small stacks to save memory. What is
/// measured: platform threads that wait 100 frames down, with stacks of
/// 512 KB and of 16 MB. Two thousand stacks of 16 MB are more than
/// 30 GB, and perhaps your machine has less. (A quick run leaves this
/// out.)
///
/// Look at *one more task*. We expect no clear difference. A stack's
/// size is only *reserved*: a range of addresses. A page of it becomes
/// resident when a frame first touches it. This is also why a platform
/// thread does not take the 1 MB that is usually reserved for its
/// stack.
Weighings reserved(Scale scale) {
    return scale.sizes(500, 2_000).with("depth", 100)
        .java("platform threads (-Xss512k)", n -> platformThreads(n))
            .flags("-Xss512k").unlessQuick()
        .java("platform threads (-Xss16m)", n -> platformThreads(n))
            .flags("-Xss16m").unlessQuick()
        .forks(3).weigh();
}

/// ## How deep can a call go?
///
/// In Java, `-Xss` decides how deep a call can go. What is measured:
/// how many frames deep a method gets that calls itself without end,
/// before it fails. Look at the frames, and at how each runtime fails.
/// We expect:
///
/// - **Java** throws a `StackOverflowError`, which can be caught: only
///   this task fails. A virtual thread runs on its carrier's stack, so
///   it gets about as deep as a platform thread, and deeper with
///   `-Xss8m`.
/// - **Python** counts frames. It raises a `RecursionError` at a limit,
///   by default 1,000, long before its memory is used up.
/// - **Go** lets a stack grow to 1 GB, here to 64 MB. Then it ends the
///   whole process, and no code can prevent that. The line below the
///   table has the last words of the process.
///
/// Java interprets here (`-Xint`), so that all its frames are alike.
Reports tooDeep(Scale scale) {
    return scale.sizes(1)
        .java("virtual threads", n -> overflow(Thread.ofVirtual()))
            .flags("-Xint")
        .java("virtual threads (-Xss8m)",
            n -> overflow(Thread.ofVirtual())).flags("-Xint", "-Xss8m")
        .java("platform threads", n -> overflow(Thread.ofPlatform()))
            .flags("-Xint")
        .java("platform threads (-Xss8m)",
            n -> overflow(Thread.ofPlatform())).flags("-Xint", "-Xss8m")
        .python("asyncio tasks (endless)", "chapter2.py")
        .go("goroutines (64 MB allowed)", "chapter2.go")
        .forks(3).quickForks(1).reports();
}

static Gate overflow(Thread.Builder kind) throws Exception {
    var reached = new AtomicInteger();
    kind.start(() -> {
        try {
            down(reached);
        } catch (StackOverflowError e) {
            Gate.tell("overflow", "frames", reached.get());
        }
    }).join();
    return new Gate(0);
}

static int down(AtomicInteger reached) {
    reached.incrementAndGet();
    return down(reached) + 1;
}

/// ## Commands that show where memory is
///
/// These lines show for a process of your own what is resident, what is
/// only reserved, and which lines of the program have allocated it.
/// `PID` stands for the id of your process.
String commands() {
    return DiagnosticCommands.markdown(2);
}

/// ## What to take to work
///
/// - Compare tasks at the depth at which they will wait. The order at
///   the top is not the order deep down ("How the cost grows with
///   depth").
/// - In Go, keep calls shallow where many goroutines wait: one more
///   frame can double the stack ("Where a goroutine's stack doubles").
/// - In Python, return an awaitable instead of awaiting it. Each
///   `await` on the way down keeps a coroutine ("At which depth does an
///   asyncio task take 20 KB?").
/// - Come back up before you wait for long. A stack that was deep once
///   stays large until a collection runs, or until the thread ends
///   ("Which tasks give stack memory back").
/// - Do not set `-Xss` to save memory: only touched pages are resident.
///   It limits how deep a call can go ("Does a small -Xss save
///   memory?").
static long takeToWork(Supplier<CompletableFuture<Long>> query) {
    var price = new AtomicLong();
    // wrong: waits 100 frames down, so all of them stay in memory
    frames(100, 1, () -> price.set(query.get().join()));

    var future = new AtomicReference<CompletableFuture<Long>>();
    // right: the layers hand the future up, and the first frame waits
    frames(100, 1, () -> future.set(query.get()));
    return price.get() + future.get().join();
}

/// ## The verdict
///
/// The post says that Go copies a stack when it is full. Two cells test
/// that: "Where a goroutine's stack doubles", and "How long the first
/// deep call takes". Chapter 1 judged the claim of 20 KB for tasks that
/// wait at the top. Here the verdict adds the depth at which the claim
/// holds.
Verdicts verdict(Weighings weighed, Weighings reached,
        Weighings steps, Reports times) {
    var stairs = Stairs.of(steps, "goroutines", "depth");
    var at = Reach.of(weighed, "asyncio tasks", "depth", 20 << 10);
    var top = weighed.by("depth").get(0);
    var first = Measured.times(times.by("depth").get(100),
        "goroutines (first and next)", "calls", "first_ns", "next_ns");
    return Judge.ofChapter(2).and("go-stack-2k", "py-task")
        .in("staircase")
        .by("go-stack-2k", Measured.step(stairs, 0))
        .when("go-stack-copy", stairs.doubling(), stairs.here(),
            "A goroutine grows in steps: " + stairs + " frames")
        .also(first.flatMap(f -> f.above(1)),
            "A goroutine's first call, 100 frames deep, takes "
                + first.map(Measured::factor).orElse("")
                + " as its next one")
        .in("reached")
        .by("py-task", Measured.task(top, "asyncio tasks"))
        .onlyIf(at.map(r -> "The task waits " + r.nearest()
                + " frames deep. " + r + ".").orElse(""),
            Measured.task(reached, "asyncio tasks"))
        .verdicts();
}

/// ## All your guesses of sizes so far
///
/// On the diagonal, your guess and the measurement agree. A guess to
/// the left of it was too low, a guess to the right of it too high.
List<Object> yourGuesses(Guesses guesses) {
    return List.of(Charts.guesses(guesses), guesses.summary());
}

/// ## Easier: try again without another frame
///
/// Four thousand clients ask a server that is busy. It refuses each
/// client about 400 times. After each refusal `retry` calls itself, to
/// try again. When the server accepts the request, the client waits for
/// a letter from `post`. All calls of `retry` are on its stack then.
/// `accepted` answers the letter only if the number of refusals is
/// right.
///
/// Edit the method `retry` until a waiting client needs at most 2 KB
/// live. As it is now, it is meant to fail the check. After a check
/// there are hints, one at a time, and our solution. This command runs
/// only the exercises; with `--exercise easier` it runs only this one:
///
///     ./jbang chapter2 --exercise
static void retry(Post post, int client, int refused) {
    if (isBusy(client, refused)) {
        retry(post, client, refused + 1);    // tries again
        return;
    }
    var letter = new CompletableFuture<Letter>();
    post.deliver(client, letter::complete);
    accepted(post, client, refused, letter.join());    // it waits here
}

static boolean isBusy(int client, int refused) {
    return refused < 400 + client % 10;
}

static void accepted(Post post, int client, int refused,
        Letter letter) {
    if (refused == 400 + client % 10) post.answer(client, letter);
}

static void each(Post post, IntConsumer client) {
    for (int i = 0; i < post.tasks(); i++) {
        int number = i;
        Thread.startVirtualThread(() -> client.accept(number));
    }
}

/// ## Does a client that was refused need at most 2 KB?
///
/// Each client is a virtual thread, and the JVM is warmed. The letters
/// are sent after all clients have been weighed. Every client has to
/// answer its letter then.
///
/// At most a hundred more threads are allowed: the stack of a platform
/// thread is not on the heap, but it costs memory.
Check fewFrames(Scale scale) {
    return Check.of(scale.sizes(1_000, 4_000)
            .java("your clients", n -> Post.of(n, post ->
                each(post, client -> retry(post, client, 0))))
            .warmed().proven().weigh())
        .live(2_048)
        .threads(100);
}

/// ## Exercise: wait at the top
///
/// Four thousand tasks wait for a letter each. Each task goes down
/// through 200 layers of calls, and calculates a number in each layer.
/// It waits at the bottom. On the way back it combines the numbers into
/// one sum, and `sign` answers the letter only if this sum is right.
///
/// Edit the method `deep` until a waiting task needs at most 2 KB live.
/// As it is now, it is meant to fail the check.
static void deep(Post post) {
    for (int i = 0; i < post.tasks(); i++) {
        int task = i;
        Thread.startVirtualThread(() -> {
            var letter = new CompletableFuture<Letter>();
            post.deliver(task, letter::complete);
            long sum = frames(200, task, letter::join); // it waits here
            sign(post, task, letter.join(), sum);
        });
    }
}

static void sign(Post post, int task, Letter letter, long sum) {
    if (sum == frames(200, task, () -> { })) post.answer(task, letter);
}

/// ## Does your waiting task need at most 2 KB?
///
/// The letters are sent after all tasks have been weighed. Then each
/// sum is compared with the sum that the 200 layers make of that task's
/// number. At most a hundred more threads are allowed: the stack of a
/// platform thread is not on the heap, but it costs memory.
Check lightEnough(Scale scale) {
    return Check.of(scale.sizes(1_000, 4_000)
            .java("your tasks", n -> Post.of(n, post -> deep(post)))
            .warmed().proven().weigh())
        .live(2_048)
        .threads(100);
}

/// ## Harder: wait for an answer that 200 filters change
///
/// Four thousand requests each pass a chain of 200 filters. On the way
/// down, each filter makes a new request of the one that it gets. `ask`
/// puts the last request to a server, and waits there. On the way back,
/// each filter makes a new answer of the one that it gets. For that it
/// needs the request that it made. A filter may handle a request only
/// once: so the chain cannot run before the wait and again after it.
///
/// Edit the method `pass` until a waiting request needs at most 4 KB
/// live. As it is now, it is meant to fail the check.
static long pass(Filters filters, long request, int i) {
    if (i == filters.count())
        return filters.ask(request);         // it waits here
    long mine = filters.down(i, request);
    long answer = pass(filters, mine, i + 1);
    return filters.back(i, mine, answer);
}

/// ## Does a request in the chain need at most 4 KB?
///
/// `filters` starts a virtual thread for each request, and calls `pass`
/// with the request and a 0. The JVM is warmed. The server answers when
/// all requests have been weighed, and its answer depends on the last
/// request. Every answer is compared with the one that the 200 filters
/// make of it. The check also counts how often the filters were called.
Check fewBytes(Scale scale) {
    return Check.of(scale.sizes(1_000, 4_000)
            .java("your requests", n -> Filters.of(n,
                (filters, request) -> pass(filters, request, 0)))
            .warmed().proven().weigh())
        .live(4_096)
        .threads(100);
}

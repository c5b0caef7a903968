///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Chapter 2: stack growth. What does a task cost that waits deep down?
//JAVA 25+
//DEPS ../lib/Lib.java
//FILES chapter2.java
//FILES chapter2.go
//FILES chapter2.py
//FILES solutions/chapter2_deep.java=solutions/chapter2_deep.java
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow
//RUNTIME_OPTIONS --limit-modules=java.se,jdk.jshell,jdk.management,jdk.unsupported,jdk.zipfs
//RUNTIME_OPTIONS -XX:+UseSerialGC -Xmx160m -XX:TieredStopAtLevel=1

import module java.base;

import memorytax.Notebook;
import memorytax.chart.Charts;
import memorytax.child.Gate;
import memorytax.child.kit.Letter;
import memorytax.child.kit.Post;
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
/// Chapter 1 weighed tasks that do nothing, and that is how they are
/// mostly compared. But a task that waits for a database stands at the
/// bottom of a call: router, filters, handler, service, driver. Thirty
/// to a hundred frames are usual, and every one of them has to be there
/// still when the answer comes.
///
/// The mistake to avoid is to judge a task by one that does nothing.
void main(String... args) throws Exception {
    Notebook.of(MethodHandles.lookup()).run(args);
}

/// ## Your machine
///
/// How large a frame is depends on the compiler that made it, so the
/// versions count here even more than before.
Machine machine(Scale scale) {
    return Machine.of(scale);
}

/// ## A frame
///
/// The load of this chapter. A call that calls itself until it is deep
/// enough; there it waits. Each frame has a number of its own, which it
/// needs again on the way back, so nobody can leave it out.
///
/// In Go a frame holds 64 bytes of its own, in Python it is one `await`
/// in a chain.
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
/// As in chapter 1, a task says from inside that it runs, and waits for
/// a signal that does not come. How deep that is, the scale tells the
/// load: it weighs the same load at several depths.
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

/// ## Before you look: at the top
///
/// Who is cheaper when tasks wait in their first frame? You may know it
/// from chapter 1. (Virtual threads, once warmed, come too close to
/// asyncio tasks there to be told apart, so they sit this one out.)
Prediction atTheTop() {
    return Prediction.oneOf("goroutines", "asyncio tasks");
}

/// ## And deep down
///
/// And who is the cheapest a hundred frames further down?
Prediction deepDown() {
    return Prediction.oneOf(
        "goroutines", "asyncio tasks", "virtual threads");
}

/// ## How much is it?
///
/// A goroutine that waits at the top takes a little under 3 KB. How many
/// bytes does it take a hundred frames down, with 64 bytes of its own in
/// each?
Prediction deepGoroutine() {
    return Prediction.bytes();
}

/// ## Weigh them
///
/// Every depth has a slope of its own: what one more task takes that
/// waits there. A hundred frames are a request in a web framework, a
/// thousand are a recursion that somebody forgot.
///
/// Virtual threads are warmed, as in a server that has been up for a
/// while: their frames are compiled. It takes more of them to tell what
/// one needs, because the heap around them grows in leaps. Python ends
/// before a thousand; we come to that.
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

/// ## Bytes over frames
///
/// Four ways to keep a stack. Go doubles it when it is full, so its line
/// has steps. Python has an object for each `await`: that is cheap as
/// long as there are few. A virtual thread that waits has its frames
/// copied to the heap, cut to measure. A platform thread has a large
/// range of addresses from the beginning. It pays for a page of that
/// when a frame first touches it, so it pays for depth, too.
XYChart growth(Weighings weighed) {
    return Charts.growth("frames on the stack",
        weighed.slopesBy("depth", Quantity.RESIDENT));
}

/// ## You and the scale
///
/// Who was cheapest can be told where the intervals of the first two do
/// not touch.
List<Guess> youAndTheScale(Weighings weighed, Prediction atTheTop,
        Prediction deepDown, Prediction deepGoroutine) {
    var deep = weighed.by("depth").get(100);
    var top = weighed.by("depth").get(0)
        .cheapest(atTheTop.answers());
    var down = deep.cheapest(deepDown.answers());
    return List.of(
        Guess.of("the cheaper at the top", atTheTop, top,
            weighed.here(top)),
        Guess.of("the cheapest deep down", deepDown, down,
            weighed.here(down)),
        Guess.of("a goroutine 100 frames down", deepGoroutine,
            Measured.task(deep, "goroutines")));
}

/// ## Where 20 KB becomes true
///
/// The post says that an asyncio task takes 20 KB, and chapter 1 found
/// nothing of the kind. But Python's line goes up with every frame. So
/// at some depth the post is right. Which one is it?
///
/// The line between your own points says where it crosses 20 KB. That
/// is a calculation, so it is weighed as well: at exactly that depth.
Weighings reached(Scale scale, Weighings weighed) {
    var at = Reach.of(weighed, "asyncio tasks", "depth", 20 << 10);
    return scale.sizes(500, 2_000)
        .with("depth", at.map(Reach::nearest).orElse(0))
        .python("asyncio tasks", "chapter2.py")
        .weigh();
}

/// ## The number to remember
///
/// A task is not dear in itself. It is as dear as it is deep.
Headline headline(Weighings weighed) {
    var at = Reach.of(weighed, "asyncio tasks", "depth", 20 << 10);
    return Headline.of(at, "frames", """
        down, an asyncio task takes the 20 KB of the post.
        At the top it is nowhere near.""");
}

/// ## Go, step by step
///
/// Between 1 and 80 frames, looked at more closely. A goroutine begins
/// with a small stack. When a call finds no room in it, the runtime
/// makes one of twice the size, copies all frames over, and goes on
/// there.
Weighings steps(Scale scale) {
    return scale.sizes(1_000, 4_000)
        .over("depth", 1, 2, 4, 6, 8, 12, 16, 24, 26, 32, 48, 64, 80)
        .quick("depth", 4, 8, 16, 32, 64, 80)
        .go("goroutines", "chapter2.go")
        .forks(3).weigh();
}

/// ## The staircase
///
/// Both axes grow by factors. A step adds as much as the stack had
/// before, so the first step tells how large a stack is in the beginning.
/// The steps are a little less than doublings, because some 800 bytes of
/// each goroutine are no stack.
List<Object> staircase(Weighings steps) {
    var stairs = Stairs.of(steps, "goroutines", "depth");
    return List.of(
        Charts.growth("frames on the stack",
            steps.slopesBy("depth", Quantity.RESIDENT)),
        Tables.stairs(stairs));
}

/// ## The first time is dear
///
/// Growing costs time as well. In Go a fresh goroutine makes the same
/// calls twice: the first time its stack has to grow on the way. A
/// virtual thread pays somewhere else. It runs on the stack of a
/// platform thread, and its frames move to the heap when it first parks
/// deep down. If it parks again there, only the last frames move: they
/// are brought back lazily, a few at a time.
///
/// These times are told by the processes themselves.
Reports times(Scale scale) {
    return scale.sizes(2_000).over("depth", 10, 100, 1_000)
        .quick("depth", 100)
        .go("goroutines, first and next", "chapter2.go")
        .java("virtual threads, first and next", n -> parks(n))
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

/// ## And back?
///
/// These tasks have been 100 frames down, came back, and wait at the
/// top, where most of what they needed is not needed any more. Who
/// gives it back? In Go and Java each competes once more with a garbage
/// collection: in Go when the tasks are back, in Java while they are
/// still down.
///
/// `-Xmn128m` is room enough for Java not to collect by itself.
Weighings back(Scale scale) {
    return scale.sizes(1_000, 4_000).with("depth", 100)
        .go("goroutines, deep", "chapter2.go").unlessQuick()
        .go("goroutines, back", "chapter2.go")
        .go("goroutines, back, then GC", "chapter2.go")
        .java("virtual threads, deep", n -> virtualThreads(n))
            .warmed().flags("-Xmn128m").unlessQuick()
        .java("virtual threads, back", n -> cameBack(n, false))
            .warmed().flags("-Xmn128m")
        .java("virtual threads, GC, then back", n -> cameBack(n, true))
            .warmed().flags("-Xmn128m")
        .java("platform threads, deep", n -> platformThreads(n))
            .tasks(500, 2_000).unlessQuick()
        .java("platform threads, back", n -> platformBack(n))
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

/// ## Who gives it back
///
/// A goroutine's stack shrinks when the garbage collector comes by. A
/// virtual thread keeps the place on the heap where its frames lay, and
/// parks in it again, large as it is; once a collection has been there,
/// it takes a new one, cut to measure. A platform thread has touched
/// its pages, and keeps them.
///
/// Of virtual threads this shows what is live; how much memory the heap
/// keeps around it is another matter, and one of chapter 7.
XYChart givenBack(Weighings back) {
    return Charts.beside(
        back.slope("goroutines, deep"),
        back.slope("goroutines, back"),
        back.slope("goroutines, back, then GC"),
        back.slope("virtual threads, deep", Quantity.LIVE),
        back.slope("virtual threads, back", Quantity.LIVE),
        back.slope("virtual threads, GC, then back", Quantity.LIVE),
        back.slope("platform threads, deep"),
        back.slope("platform threads, back"));
}

/// ## What -Xss does
///
/// People give threads small stacks to save memory. These wait 100
/// frames down, with room for 512 KB and for 16 MB. Two thousand of the
/// latter have 32 GB between them, and perhaps your machine has not. But
/// *reserved* is only a range of addresses. *Resident* is what was
/// touched.
Weighings reserved(Scale scale) {
    return scale.sizes(500, 2_000).with("depth", 100)
        .java("platform threads, -Xss512k", n -> platformThreads(n))
            .flags("-Xss512k").unlessQuick()
        .java("platform threads, -Xss16m", n -> platformThreads(n))
            .flags("-Xss16m").unlessQuick()
        .forks(3).weigh();
}

/// ## How deep is too deep?
///
/// So what -Xss sets is where it ends. These go down until they cannot.
/// A virtual thread runs on the stack of its carrier, a platform
/// thread, so it ends where that one does, with a `StackOverflowError`
/// that can be caught: only this task fails. Python counts frames, and
/// ends long before its memory does. In Go nothing can be caught: the
/// whole process dies. The line below the table has its last words.
Reports tooDeep(Scale scale) {
    return scale.sizes(1)
        .java("virtual threads", n -> overflow(Thread.ofVirtual()))
            .flags("-Xint")
        .java("virtual threads, -Xss8m",
            n -> overflow(Thread.ofVirtual())).flags("-Xint", "-Xss8m")
        .java("platform threads", n -> overflow(Thread.ofPlatform()))
            .flags("-Xint")
        .java("platform threads, -Xss8m",
            n -> overflow(Thread.ofPlatform())).flags("-Xint", "-Xss8m")
        .python("asyncio tasks, endless", "chapter2.py")
        .go("goroutines, 64 MB allowed", "chapter2.go")
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

/// ## The verdict
///
/// That a stack is copied when it is full can be seen twice: in the
/// steps, and in the time of the first call. The claim of 20 KB was
/// refuted in chapter 1, for tasks that wait at the top. Now there is a
/// condition under which it holds.
Verdicts verdict(Weighings weighed, Weighings reached,
        Weighings steps, Reports times) {
    var stairs = Stairs.of(steps, "goroutines", "depth");
    var at = Reach.of(weighed, "asyncio tasks", "depth", 20 << 10);
    var top = weighed.by("depth").get(0);
    var first = Measured.times(times.by("depth").get(100),
        "goroutines, first and next", "calls", "first_ns", "next_ns");
    return Judge.ofChapter(2).and("go-stack-2k", "py-task")
        .in("staircase")
        .by("go-stack-2k", Measured.step(stairs, 0))
        .when("go-stack-copy", stairs.doubling(), stairs.here(),
            "Bytes that each step adds: " + stairs)
        .also(first.flatMap(f -> f.above(1)),
            "The first time, calls 100 deep take "
                + first.map(Measured::factor).orElse(""))
        .in("reached")
        .by("py-task", Measured.task(top, "asyncio tasks"))
        .onlyIf(at.map(Reach::toString).orElse("") + ".",
            Measured.task(reached, "asyncio tasks"))
        .verdicts();
}

/// ## Your guesses
///
/// All sizes that you have guessed so far. A guess that lies left of the
/// diagonal was too little, one that lies right of it too much.
XYChart yourGuesses(Guesses guesses) {
    return Charts.guesses(guesses);
}

/// ## Yours: wait at the top
///
/// Four thousand tasks wait for a letter each. A task works something
/// out on its way down through 200 layers, waits at the bottom, and on
/// the way back makes a sum of it, without which `sign` does not take
/// its answer.
///
/// Edit `deep` until a waiting task needs at most 2 KB live. As it
/// stands, it does not pass. This runs nothing but the exercise:
///
///     ./jbang chapter2 --exercise
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

/// ## Light enough?
///
/// The letters are sent when all is weighed, and every sum is compared
/// with what the 200 layers make of that task's number.
Check lightEnough(Scale scale) {
    return Check.of(scale.sizes(1_000, 4_000)
            .java("your tasks", n -> Post.of(n, post -> deep(post)))
            .warmed().proven().weigh())
        .live(2_048)
        .threads(100);
}

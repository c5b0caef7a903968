///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Chapter 3: escape analysis. What does new cost?
//JAVA 25+
//DEPS ../lib/Lib.java
//FILES chapter3.java
//FILES chapter3.go
//FILES chapter3.py
//FILES solutions/chapter3_total.java=solutions/chapter3_total.java
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow
//RUNTIME_OPTIONS --limit-modules=java.se,jdk.jshell,jdk.management,jdk.unsupported,jdk.zipfs
//RUNTIME_OPTIONS -XX:+UseSerialGC -Xmx160m -XX:TieredStopAtLevel=1

import module java.base;

import memorytax.Notebook;
import memorytax.chart.Charts;
import memorytax.child.*;
import memorytax.claim.*;
import memorytax.measure.plan.*;
import memorytax.measure.result.*;
import memorytax.notebook.Prediction;
import memorytax.record.Machine;
import memorytax.table.Tables;
import org.knowm.xchart.*;
import tech.tablesaw.api.*;

import static memorytax.Notebook.*; // for JShell: weigh, scale, show

/// # What does `new` cost?
///
/// "Allocate less" is the oldest advice there is, and many follow it by
/// counting the `new`s in their source. The mistake is to read `new` as
/// "heap". It asks for an object; where that lives, and whether there
/// is one at all, is for the compiler to say.
///
/// What it asks itself is: can anybody else ever see this object? If
/// nobody can, the object *does not escape*, and its fields become
/// plain variables. This chapter counts the bytes, case by case, and
/// then puts tasks on the scale that hold such variables and wait.
void main(String... args) throws Exception {
    Notebook.of(MethodHandles.lookup()).run(args);
}

/// ## Your machine
///
/// What escapes is decided by a compiler, and compilers change. So read
/// the versions first.
Machine machine(Scale scale) {
    return Machine.of(scale);
}

/// ## Two numbers
///
/// All cases make one of these and add up what is in it. On the heap it
/// takes 24 bytes, as a JVM comes: a header of 12, two times 4 for the
/// numbers, and 4 to round it up.
record Pair(int a, int b) { }

/// ## Nobody sees it
///
/// In the first the pair never leaves the method. In the second it
/// would, on a branch that no run ever takes. In the third it is one of
/// two, and in the last it is passed to a lambda: always the same one.
static class Near {
    static int local(int i) {
        var p = new Pair(i, i + 1);
        return p.a() + p.b();
    }
    static int branch(int i) {
        var p = new Pair(i, i + 1);
        if (i < 0) Meter.keep(p);          // puts it in a field
        return p.a() + p.b();
    }
    static int merged(int i) {
        var p = i % 2 == 0 ? new Pair(i, 1) : new Pair(1, i);
        return p.a() + p.b();
    }
    static int oneCallee(int i) {
        var p = new Pair(i, i + 1);
        return ONE.get(i % ONE.size()).applyAsInt(p);
    }
}

/// ## Somebody might
///
/// Here one of four lambdas gets the pair. Then the pair is stored in a
/// field, where every thread could find it. The last two put it into a
/// lambda: one that is used on the spot, and one that is handed over,
/// as a task is to an executor.
static class Far {
    static int fourCallees(int i) {
        var p = new Pair(i, i + 1);
        return FOUR.get(i % FOUR.size()).applyAsInt(p);
    }
    static int stored(int i) {
        var p = new Pair(i, i + 1);
        Meter.keep(p);
        return p.a() + p.b();
    }
    static int lambdaHere(int i) {
        var p = new Pair(i, i + 1);
        IntSupplier sum = () -> p.a() + p.b();
        return sum.getAsInt();
    }
    static int lambdaAway(int i) {
        var p = new Pair(i, i + 1);
        IntSupplier sum = () -> p.a() + p.b();
        Meter.keep(sum);
        return sum.getAsInt();
    }
}

/// ## Arrays, and a wait
///
/// An array can be taken apart only when the compiler knows its length,
/// and which places are used. The last case runs on a virtual thread,
/// which lets go of its carrier between making the pair and using it.
static class Rows {
    static int known(int i) {
        byte[] row = {(byte) i, 1, 2};
        return row[0] + row[2];
    }
    static int anyPlace(int i) {
        byte[] row = {(byte) i, 1, 2};
        return row[i % 3];
    }
    static int anyLength(int i) {
        var row = new byte[3 + i % 2];
        row[0] = (byte) i;
        return row[0] + row.length;
    }
    static int acrossWait(int i) {
        var p = new Pair(i, i + 1);
        Thread.yield();                    // its thread waits here
        return p.a() + p.b();
    }
}

/// ## Whom it is passed to
///
/// The four lambdas that take turns, in `fourCallees` above. `oneCallee`
/// has only one to choose from.
static final List<ToIntFunction<Pair>> FOUR = List.of(
    p -> p.a(), p -> p.b(), p -> p.a() + p.b(), p -> p.a() - p.b());

static final List<ToIntFunction<Pair>> ONE = List.of(p -> p.a());

static int onlyWait(int i) {
    Thread.yield();
    return i;
}

/// ## Before you look
///
/// How many bytes does one operation take in which a pair is put into a
/// lambda, and the lambda is handed over?
Prediction handedOver() {
    return Prediction.bytes();
}

/// ## Which of them allocates?
///
/// Three of these take nothing from the heap. One does.
Prediction whichAllocates() {
    return Prediction.oneOf("branch never taken", "one of two",
        "one of four callees", "lambda, used here");
}

/// ## The meter
///
/// Each case runs in a loop of its own until the compiler has nothing
/// more to say, and then the JVM's counter of what this thread has
/// allocated is read, before and after. Such bytes are exact. The first
/// line is the meter itself, and has to be zero.
static Object cases(int tasks) throws Exception {
    Meter.tell("nothing, the meter itself", i -> i);
    Meter.tell("stays local", i -> Near.local(i));
    Meter.tell("branch never taken", i -> Near.branch(i));
    Meter.tell("one of two", i -> Near.merged(i));
    Meter.tell("always the same callee", i -> Near.oneCallee(i));
    Meter.tell("one of four callees", i -> Far.fourCallees(i));
    Meter.tell("stored in a field", i -> Far.stored(i));
    Meter.tell("lambda, used here", i -> Far.lambdaHere(i));
    Meter.tell("lambda, handed over", i -> Far.lambdaAway(i));
    Meter.tell("array of three", i -> Rows.known(i));
    Meter.tell("array, place unknown", i -> Rows.anyPlace(i));
    Meter.tell("array, length unknown", i -> Rows.anyLength(i));
    Meter.tell("kept across a wait", i -> Rows.acrossWait(i),
        i -> onlyWait(i));
    return "measured";
}

/// ## Four JVMs
///
/// The same cases under other flags. C2 is the JVM as it comes: its
/// last and best compiler looks for what escapes. The second is told
/// not to look. C1, the fast compiler, never does.
///
/// With compact headers an object has 8 bytes before its fields, and not
/// 12. A pair then takes 16 bytes, and not 24. But sizes are multiples
/// of 8, so many objects stay as large as they were: a virtual thread's
/// own object has 168 bytes with either, by a class histogram.
///
/// `-Xbatch` has the compilers finish what they begin, on a busy machine
/// too.
Reports bytes(Scale scale) {
    return scale.sizes(1).forks(2).quickForks(1)
        .java("C2", n -> cases(n)).flags("-Xbatch")
        .java("no analysis", n -> cases(n))
            .flags("-Xbatch", "-XX:-DoEscapeAnalysis")
        .java("C1 only", n -> cases(n))
            .flags("-Xbatch", "-XX:TieredStopAtLevel=1")
        .java("compact headers", n -> cases(n))
            .flags("-Xbatch", "-XX:+UseCompactObjectHeaders")
        .reports();
}

/// ## Where the bytes are
///
/// Read the first column from above: most of what looks like an object
/// in the source is none when it runs. A call that could go to four
/// places is one through which C2 does not look. And the pair that is
/// kept across a wait is no object either: its two numbers wait on the
/// stack of their thread.
XYChart heat(Reports bytes) {
    return Charts.heat(bytes, "bytes_per_op");
}

/// ## You and the meter
///
/// A lambda that captures something is an object, too. If it escapes,
/// so does all that it holds.
List<Guess> youAndTheMeter(Reports bytes, Prediction handedOver,
        Prediction whichAllocates) {
    var lambda = Measured.reported(bytes, "C2", "lambda, handed over",
        "bytes_per_op");
    return List.of(
        Guess.of("a lambda, handed over", handedOver, lambda),
        Guess.of("the one that allocates", whichAllocates,
            bytes.largest("C2", "bytes_per_op",
                whichAllocates.answers()), bytes.here("C2")));
}

/// ## The number to remember
///
/// By the meter, with C2 (and `-Xbatch`, so that it has compiled all).
Headline headline(Reports bytes) {
    var seen = Measured.reported(bytes, "C2", "stored in a field",
        "bytes_per_op");
    return Headline.of("", Measured.reported(bytes, "C2", "stays local",
        "bytes_per_op"), "for a new object that nobody else can see.\n"
        + "Where anybody could, it takes " + Measured.size(seen) + ".");
}

/// ## A guess that goes wrong
///
/// C2 leaves out a branch that was never taken, and compiles as if it
/// were not there. Here it is taken, once, by the 30,000th call.
static int once(int i) {
    var p = new Pair(i, i + 1);
    if (i == 30_000) Meter.keep(p);
    return p.a() + p.b();
}

/// ## From the first call on
///
/// A method is interpreted first, then compiled by C1, then by C2. Only
/// C2 looks for what escapes, so the first thousands of calls allocate.
/// A thousand calls every 10 ms make it slow enough to watch: each
/// process tells what it takes, and its flight recorder what the JIT
/// does meanwhile.
Reports warmUp(Scale scale) {
    return scale.sizes(1).forks(1)
        .java("stays local", n -> Warming.watch(i -> Near.local(i)))
        .java("branch taken once", n -> Warming.watch(i -> once(i)))
        .reports();
}

/// ## Down to nothing, and back
///
/// What you should see: both fall to nothing with C2. After one call
/// out of thirty thousand the code of the second is thrown away, and
/// compiled again with the branch in it. From then on it allocates, for
/// good: a pair that escapes on one path is made on every path.
XYChart warmedUp(Reports warmUp) {
    return Charts.moments(warmUp, "bytes_per_op");
}

/// ## What garbage costs
///
/// Garbage is cheap to collect: the less survives, the less there is to
/// do. But it has to be somewhere until then. The same case, `local`,
/// runs 150 million times, with escape analysis and without.
static Object work(int tasks) throws Exception {
    Meter.work("150 million times", 150, i -> Near.local(i));
    return "done";
}

/// ## Counted
///
/// How long each of them took for the same work, and what the collector
/// did meanwhile. The peak is seen from outside.
Watched price(Scale scale) {
    return scale.sizes(1).forks(1)
        .java("C2", n -> work(n))
        .java("no analysis", n -> work(n))
            .flags("-XX:-DoEscapeAnalysis")
        .watch();
}

/// ## Watched from outside
///
/// No pair outlives its operation, and still the pairs take memory: a
/// JVM lets garbage lie until its young generation is full, and sizes
/// that by the memory of the machine.
XYChart memory(Watched price) {
    return Charts.trace(price.traces());
}

/// ## Tasks that wait with something in their hands
///
/// Now the tasks of chapter 1, and each keeps a buffer that it needs
/// again when it has waited. In Java an array of a kilobyte is on the
/// heap in any case. Go puts one of known size on the stack, unless it
/// escapes. In Python everything is on the heap.
static Gate virtualThreads(int tasks) throws Exception {
    var gate = new Gate(tasks);
    int size = (int) gate.number("kb") << 10;
    for (int i = 0; i < tasks; i++)
        Thread.startVirtualThread(() -> {
            var local = size == 0 ? null : new byte[size];
            gate.here();
            gate.await();
            if (local != null) local[0] = 1;    // needed again
        });
    return gate.full();
}

/// ## Weigh them
///
/// With nothing, 1, 4 and 16 KB in each task. `goroutines, escaping`
/// get the same buffer from whoever starts them, so it lies on the heap
/// and not on their stack. What you should see: for Go two prices for
/// the same buffer.
Weighings parked(Scale scale) {
    return scale.sizes(1_000, 5_000).over("kb", 0, 1, 4, 16)
        .quick("kb", 0, 1, 4)
        .java("virtual threads, warmed", n -> virtualThreads(n))
            .warmed().quickOnly("kb", 0, 4)
        .go("goroutines", "chapter3.go")
        .go("goroutines, escaping", "chapter3.go")
            .only("kb", 1, 4, 16)
        .python("asyncio tasks", "chapter3.py").quickOnly("kb", 0, 4)
        .weigh();
}

/// ## Which one is cheaper?
///
/// A stack can only double. A goroutine with 4 KB of locals needs more
/// than 4 KB, and gets 8. If the buffer escapes it costs what it is,
/// and the stack stays at 2 KB. So for buffers of 1, 4 and 16 KB the
/// escape is cheaper in a task that waits; a buffer that fits into the
/// 2 KB costs next to nothing on the stack. For Java the live bytes
/// count here, which no heap policy blurs; for the others what is
/// resident.
XYChart dragged(Weighings parked) {
    return Charts.growth("KB that a task keeps while it waits",
        parked.slopesBy("kb", c -> counted(c)));
}

static Quantity counted(Contender contender) {
    return contender.runtime().equals("java") ? Quantity.LIVE
        : Quantity.RESIDENT;
}

/// ## Ask the compiler
///
/// You need not guess in Go: `go build -gcflags=-m` says it of every
/// line. Here are those of chapter3.go.
Table goSays(Scale scale) {
    return Tables.goSays(scale.peers().goSays("chapter3.go"));
}

/// ## In each language
///
/// What a kilobyte adds to a task that holds it while it waits. On a
/// stack that can only double it adds more than it is.
Table adds(Weighings parked) {
    return Tables.added(parked, "kb", c -> counted(c));
}

/// ## The verdict
///
/// The post says that a variable which escapes drags several kilobytes
/// along, and gives no figure. We take "several kilobytes" as 2 to 10,
/// whatever comes out here, and judge what 1 KB that escapes adds to a
/// goroutine that waits.
Verdicts verdict(Weighings parked) {
    var none = parked.with("kb", 0).slope("goroutines");
    var one = parked.with("kb", 1).slope("goroutines, escaping");
    var four = parked.with("kb", 4).slope("goroutines, escaping");
    var stays = parked.with("kb", 4).slope("goroutines");
    return Judge.ofChapter(3).in("parked")
        .by("go-escape", Measured.more(one, none))
        .onlyIf("The variable itself is that large.",
            Measured.more(four, none))
        .note("4 KB add " + Measured.size(Measured.more(four, none))
            + " if they escape, and " + Measured.size(
                Measured.more(stays, none)) + " if they do not.")
        .verdicts();
}

/// ## Your guesses
///
/// All sizes that you have guessed, in this chapter and before. Are they
/// nearer to the diagonal than they were?
XYChart yourGuesses(Guesses guesses) {
    return Charts.guesses(guesses);
}

/// ## Yours: leave nothing behind
///
/// A till adds up a basket. Every price goes through one of four rules
/// in turn, and each rule wants a pair: the price, and its place. Edit
/// `total` until a pass over a thousand prices takes nothing from the
/// heap, and still comes to the same sum. As it stands, it does not
/// pass.
static long total(int[] prices) {
    Long sum = 0L;
    for (int i = 0; i < prices.length; i++) {
        var p = new Pair(prices[i], i);
        sum += FOUR.get(i % FOUR.size()).applyAsInt(p);
    }
    return sum;
}

/// ## Nothing left?
///
/// The prices are others in every pass, and every sum is checked.
/// Whatever any thread allocates is counted.
Check nothingLeft(Scale scale) {
    var reports = scale.sizes(1)
        .java("your till", n -> till(prices -> total(prices)))
        .flags("-Xbatch").reports();
    return Check.of(reports).below("for a pass over 1,000 prices", "B",
        1, Measured.reported(reports, "your till", "a pass",
            "bytes_per_pass"));
}

static Object till(Meter.Pass yours) {
    Meter.prove("a pass", yours, prices -> {
        long sum = 0;
        for (int i = 0; i < prices.length; i++)
            sum += FOUR.get(i % 4).applyAsInt(new Pair(prices[i], i));
        return sum;
    });
    return "checked";
}

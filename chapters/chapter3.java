///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Chapter 3: escape analysis. What does new cost?
//JAVA 25+
//DEPS ../lib/Lib.java
//FILES chapter3.java
//FILES chapter3.go
//FILES chapter3.py
//FILES solutions/chapter3_basket.java=solutions/chapter3_basket.java
//FILES solutions/chapter3_total.java=solutions/chapter3_total.java
//FILES solutions/chapter3_audit.java=solutions/chapter3_audit.java
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow
//RUNTIME_OPTIONS --limit-modules=java.se,jdk.httpserver,jdk.jshell,jdk.management,jdk.unsupported,jdk.zipfs
//RUNTIME_OPTIONS -XX:+UseSerialGC -Xmx160m -XX:TieredStopAtLevel=1 -Xlog:disable

import module java.base;

import memorytax.Notebook;
import memorytax.chart.Charts;
import memorytax.child.*;
import memorytax.child.kit.Outliers;
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
/// "Allocate less" is old advice, and many developers follow it by
/// counting each `new` in their source. But `new` does not mean "on the
/// heap". It asks for an object. The compiler decides where the object
/// lives, and whether there is an object at all when the program runs.
///
/// The compiler asks one question: can any other code ever reach this
/// object? Other code means another thread, or a method that the
/// compiler cannot look into. If the answer is yes, the object
/// *escapes*, and it is on the heap. If the answer is no, Java's best
/// compiler can leave the object out: its fields become plain variables
/// (*scalar replacement*). This chapter counts the bytes, case by case.
/// Then it weighs tasks that keep a buffer while they wait.
void main(String... args) throws Exception {
    Notebook.of(MethodHandles.lookup()).run(args);
}

/// ## Your machine
///
/// A compiler decides what escapes, and compilers change. So read the
/// versions first: the results below hold for these versions.
Machine machine(Scale scale) {
    return Machine.of(scale);
}

/// ## The object that every case makes
///
/// Every case makes a pair and adds up its two numbers. On the heap of
/// a JVM with default flags a pair takes 24 bytes: 12 for the header, 4
/// for each number, and 4 to fill up, because sizes are multiples of 8.
record Pair(int a, int b) { }

/// ## Four cases: local, branch, merge, one callee
///
/// This list and the next two give the name of each method, and in
/// brackets the name of its case in the results.
///
/// - `local` (*stays local*): the pair never leaves the method.
/// - `branch` (*branch never taken*): one branch would store the pair
///   in a field, but no call takes that branch.
/// - `merged` (*one of two*): the method has two `new`, and each call
///   runs one of them.
/// - `oneCallee` (*always the same callee*): the pair is passed to a
///   lambda. A *callee* is the method that is called, here always the
///   same lambda.
static class Near {
    static int local(int i) {
        var p = new Pair(i, i + 1);
        return p.a() + p.b();
    }
    static int branch(int i) {
        var p = new Pair(i, i + 1);
        if (i < 0) Meter.keep(p);          // stores it in a field
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

/// ## Four cases: four callees, a field, two lambdas
///
/// - `fourCallees` (*one of four callees*): there are four lambdas, and
///   each call passes its pair to the next one.
/// - `stored` (*stored in a field*): every thread can find the pair
///   there.
/// - `lambdaHere` (*lambda, used here*): a lambda holds the pair, and
///   the method calls that lambda at once.
/// - `lambdaAway` (*lambda, handed over*): the method also stores the
///   lambda in a field, as an executor stores what you hand over.
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

/// ## Four cases: three arrays and a wait
///
/// The elements of an array can become plain variables on two
/// conditions. The compiler must know the array's length, which may be
/// at most 64. And the compiler must know the position of each element
/// that is used. On the heap each of these arrays takes 24 bytes: 16
/// for the header with the length, 3 or 4 for the elements, and the
/// rest to fill up.
///
/// - `known` (*array of three*): length and positions are constants.
/// - `anyPlace` (*array, place unknown*): the position depends on `i`.
/// - `anyLength` (*array, length unknown*): the length depends on `i`.
/// - `acrossWait` (*kept across a wait*): a virtual thread makes the
///   pair, leaves its *carrier* (the platform thread that runs it),
///   comes back and uses the pair.
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

/// ## The lambdas that get the pair
///
/// In `fourCallees` these four lambdas take turns. `oneCallee` uses a
/// list `ONE` that has only one lambda, so every call goes there.
static final List<ToIntFunction<Pair>> FOUR = List.of(
    p -> p.a(), p -> p.b(), p -> p.a() + p.b(), p -> p.a() - p.b());

static final List<ToIntFunction<Pair>> ONE = List.of(p -> p.a());

static int onlyWait(int i) {
    Thread.yield();
    return i;
}

/// ## Before you look: which of twelve cases take bytes?
///
/// Twelve methods make a pair, or a small array, and use its numbers.
/// The best compiler of the JVM has compiled them. Which of them still
/// take bytes from the heap? Say yes for each that takes bytes, and no
/// for each that takes none.
///
/// The code is in "Four cases: local, branch, merge, one callee" and in
/// the two cells behind it. Some names in more words:
///
/// - *one of two*: there are two `new`, and each call runs one of them;
/// - *callee*: the pair is passed to a lambda, always to the same one,
///   or to one of four in turn;
/// - *lambda*: a lambda holds the pair and is called at once; one that
///   is *handed over* is also stored in a field;
/// - *kept across a wait*: the method waits, and uses the pair then.
Prediction takesBytes() {
    return Prediction.yesOrNo("stays local", "branch never taken",
        "one of two", "always the same callee", "one of four callees",
        "stored in a field", "lambda, used here",
        "lambda, handed over", "array of three",
        "array, place unknown", "array, length unknown",
        "kept across a wait");
}

/// ## Before you look: a lambda that is handed over
///
/// In `lambdaAway` a lambda holds a pair, and the lambda is stored
/// where other threads can find it. How many bytes does one call of
/// `lambdaAway` take from the heap? A pair alone takes 24.
Prediction handedOver() {
    return Prediction.bytes();
}

/// ## Count the bytes of each case
///
/// Each case runs in a loop of its own until its bytes do not change
/// any more: then the compilers have finished. The JVM counts what each
/// thread allocates (`getThreadAllocatedBytes` of its `ThreadMXBean`).
/// We read that counter before and after the loop, so the bytes are
/// exact. In our tests the standard benchmark tool, JMH, reports the
/// same bytes.
///
/// The first case makes no pair, and has to report zero bytes. In the
/// last case the thread waits, and a wait allocates, too. `onlyWait`
/// waits and makes no pair; its bytes are subtracted.
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

/// ## Run all cases in four JVMs
///
/// We measure bytes and nanoseconds of one operation, in fresh
/// processes (*forks*) of four JVMs. `-Xbatch`: the program waits for
/// its compilers.
///
/// - *C2* has the default compilers. C2 is the last and best of them,
///   and looks for what escapes: that is its *escape analysis*.
/// - *no analysis*: C2 works without its escape analysis.
/// - *C1 only*: C1, the fast compiler, has no escape analysis.
/// - *compact headers*: the header of an object has 8 bytes, not 12.
///
/// The result has bytes before the dot, nanoseconds behind it. Look at
/// the bytes. Expect the most zeros where C2 does its analysis. Do not
/// compare nanoseconds: a bare loop is not your program, and one fork
/// can take several times as long as another fork of the same JVM.
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

/// ## Why a case takes bytes, or none
///
/// In the column *C2* most objects of the source are not made at all:
///
/// - *Branch never taken*: C2 leaves out the branch, the only place in
///   which the pair escapes.
/// - C2 copies a callee into its caller (*inlining*), and then sees
///   what happens to the pair. It does so with the lambdas of *always
///   the same callee* and *lambda, used here*. It cannot do so if the
///   callee is large (by default, more than 325 bytes of bytecode), or
///   if there are too many callees: "Measure where the limit of callees
///   lies" finds how many. Then the call stays a call, and what you
///   pass to it escapes.
/// - *One of two*: C2 keeps two numbers as variables, whichever `new`
///   has run. The C2 of JDK 17 makes the pair here.
/// - *Kept across a wait*: the two numbers are variables in the *frame*
///   of the method, which is its part of the stack. Every frame of a
///   waiting virtual thread moves to the heap, and the numbers with it.
///   `onlyWait` moves such a frame, too, so these bytes are subtracted.
///
/// Without its analysis C2 still leaves out *array of three*: after it
/// has copied the elements into variables, nothing uses the array.
///
/// Sizes are multiples of 8. So with compact headers a pair shrinks
/// from 24 to 16 bytes, and not to 20.
XYChart heat(Reports bytes) {
    return Charts.heat(bytes, "bytes_per_op");
}

/// ## Compare your guesses with the meter
///
/// The table has your yes or no for each case beside the bytes of *C2*.
/// A case takes bytes if one operation takes more than 0.05 B in every
/// process; the chart above shows less than that as 0 B.
///
/// A lambda that holds a variable is an object, too. If the lambda
/// escapes, everything that it holds escapes with it. So `lambdaAway`
/// makes two objects. In our recorded run the pair takes 24 bytes, and
/// the lambda takes 16: 12 for its header, 4 for the reference. With
/// compact headers 8 and 4 are filled up to 16 again.
List<Object> youAndTheMeter(Reports bytes, Prediction takesBytes,
        Prediction handedOver) {
    return List.of(
        CaseGuesses.of(takesBytes, bytes, "C2", "bytes_per_op"),
        Guess.of("a lambda, handed over", handedOver,
            Measured.reported(bytes, "C2", "lambda, handed over",
                "bytes_per_op")));
}

/// ## One, two, three and four callees
///
/// With one callee a pair takes no bytes; with four callees it takes
/// 24. Where is the limit? In `two`, two of the four lambdas take
/// turns; in `three`, three of them. In `rareThird` two lambdas take
/// turns, and a third lambda gets one call of a hundred. `oneCallee`
/// and `fourCallees` are above.
static class Some {
    static int two(int i) {
        var p = new Pair(i, i + 1);
        return FOUR.get(i % 2).applyAsInt(p);
    }
    static int three(int i) {
        var p = new Pair(i, i + 1);
        return FOUR.get(i % 3).applyAsInt(p);
    }
    static int rareThird(int i) {
        var p = new Pair(i, i + 1);
        return FOUR.get(i % 100 == 99 ? 2 : i % 2).applyAsInt(p);
    }
}

static Object callees(int tasks) throws Exception {
    Meter.tell("one callee", i -> Near.oneCallee(i));
    Meter.tell("two callees", i -> Some.two(i));
    Meter.tell("two, and rarely a third", i -> Some.rareThird(i));
    Meter.tell("three callees", i -> Some.three(i));
    Meter.tell("four callees", i -> Far.fourCallees(i));
    return "measured";
}

/// ## Measure where the limit of callees lies
///
/// We measure the bytes of one call, in two JVMs. The second JVM may
/// copy only one callee into the caller, not two. Its flag is
/// `-XX:-UseBimorphicInlining`; *bimorphic* means: of two classes. Each
/// lambda has a class of its own.
///
/// Look for the row in which the bytes begin. If the limit comes from
/// inlining, the flag has to move it: expect it one row earlier in the
/// second JVM.
Reports limit(Scale scale) {
    return scale.sizes(1).forks(2).quickForks(1)
        .java("C2", n -> callees(n)).flags("-Xbatch")
        .java("C2 with one callee", n -> callees(n))
            .flags("-Xbatch", "-XX:-UseBimorphicInlining")
        .reports();
}

/// ## Why the limit of callees is two
///
/// C2 copies at most two callees into their caller: "if it is the first
/// class, do this, if it is the second, do that". Then it sees all that
/// happens to the pair, and leaves the pair out. If there is a third
/// class, C2 keeps a real call, and a pair that is passed to a real
/// call is on the heap. One rare call to a third class is enough,
/// because the pair is made before the JVM knows which class gets it.
///
/// At work: where a hot call of an interface meets one or two classes,
/// C2 can leave out the objects that you pass. A third class can put
/// them on the heap, in every call.
XYChart limits(Reports limit) {
    return Charts.heat(limit, "bytes_per_op");
}

/// ## The number to remember
///
/// Both numbers are the bytes of one pair, after C2 has compiled the
/// case.
Headline headline(Reports bytes) {
    var seen = Measured.reported(bytes, "C2", "stored in a field",
        "bytes_per_op");
    return Headline.of("", Measured.reported(bytes, "C2", "stays local",
        "bytes_per_op"), "for a pair that no other code can reach.\n"
        + "A pair that is stored takes " + Measured.size(seen) + ".")
        .picture("heat");
}

/// ## A branch that is taken only once
///
/// When a branch was never taken, C2 leaves it out and puts a trap
/// there. If a call takes the branch later, the JVM throws the compiled
/// code away and goes on in the interpreter. This is called
/// *deoptimisation*. Here it happens once, near call 30,000.
static int once(int i) {
    var p = new Pair(i, i + 1);
    if (i == 30_000) Meter.keep(p);
    return p.a() + p.b();
}

/// ## Watch two methods warm up
///
/// A method is interpreted first, then compiled by C1, then by C2. Only
/// C2 looks for what escapes. Each method runs in a process of its own,
/// 1,000 calls every 10 ms, slow enough to watch. We measure the bytes
/// of one call, and when C1 and C2 compile the method.
///
/// Expect about 24 bytes, one pair, at first, and 0 with C2. Call
/// 30,000 comes after 300 ms: from there on expect `once` to allocate
/// again.
///
/// In the table, `a → b` is the first and the last value of a row. The
/// row *bytes per operation* has two of them: the times of the first
/// and the last reading, and the bytes at these times. *C1* and *C2*
/// have the times of compilations, *thrown away* has the time of the
/// deoptimisation. Times differ from run to run.
Reports warmUp(Scale scale) {
    return scale.sizes(1).forks(1)
        .java("stays local", n -> Warming.watch(i -> Near.local(i)))
        .java("branch taken once", n -> Warming.watch(i -> once(i)))
        .reports();
}

/// ## Why one taken branch costs every later call
///
/// Both methods stop allocating when C2 has compiled them. Then `once`
/// takes its rare branch, a single time. Its code is thrown away and
/// compiled again, now with the branch in it. On that branch the pair
/// escapes, and C2 decides once for the whole method: a pair that
/// escapes on one path is made on every path. So `once` goes on
/// allocating, though no later call takes the branch.
XYChart warmedUp(Reports warmUp) {
    return Charts.moments(warmUp, "bytes_per_op");
}

/// ## A load that makes garbage
///
/// The case `local` runs 150 million times. Without escape analysis
/// that makes 150 million pairs, about 3.4 GB. Each pair is *garbage*
/// at once: no code can reach it any more. Garbage is cheap to collect,
/// because a collector that copies objects has work only with those
/// that are still in use. But until it is collected, garbage takes up
/// memory.
static Object work(int tasks) throws Exception {
    Meter.work("150 million times", 150, i -> Near.local(i));
    return "done";
}

/// ## Run it with and without escape analysis
///
/// Both JVMs do the same work. We measure the time, the collections and
/// their pauses, and the *peak*: the most memory that was *resident*
/// (in RAM). *Time* and *peak* are read from outside. *Took ms* is the
/// time of the loop, by its own clock. Expect no work for the collector
/// with C2. With *no analysis* expect short pauses and a much higher
/// peak.
Watched price(Scale scale) {
    return scale.sizes(1).forks(1)
        .java("C2", n -> work(n))
        .java("no analysis", n -> work(n))
            .flags("-XX:-DoEscapeAnalysis")
        .watch();
}

/// ## Why garbage takes memory
///
/// No pair is used after its operation, and still the pairs fill
/// memory. A JVM puts new objects into the young generation, a part of
/// the heap, and collects them only when that part is full. How large
/// that part may get depends on the machine: by default a heap may take
/// a quarter of the machine's memory. The peak shows the room for
/// garbage, not a need of the work.
///
/// Why *no analysis* takes longer: compare *pause ms* with the
/// difference in *took ms*. The pauses are the time of the collector.
/// In the rest of the time the pairs are made and written to memory,
/// and the system has to provide some of that memory first.
XYChart memory(Watched price) {
    return Charts.trace(price.traces());
}

/// ## Tasks that keep a buffer while they wait
///
/// These are the tasks of chapter 1. Now each keeps a buffer that it
/// uses again after the wait. Where the buffer lives depends on the
/// language:
///
/// - Java: on the heap. An array of 1 KB is too long for plain
///   variables.
/// - Go: on the goroutine's stack if its size is known and it does not
///   escape, else on the heap.
/// - Python: on the heap, as every object.
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

/// ## Weigh the tasks with their buffers
///
/// We measure what one more waiting (*parked*) task adds, with 0, 1, 4
/// and 16 KB in each task; a quick run leaves some out. This price is
/// the *slope* of the bytes over the number of tasks. The ± is its 95 %
/// *interval*: how well fresh processes agree. *Warmed*: such tasks
/// have come and gone before, so the JVM has compiled their code.
///
/// `goroutines` have a local array, such as `var locals [4 << 10]byte`.
/// `goroutines (escaping)` get theirs from the goroutine that starts
/// them, so the array escapes to the heap. Compare the two: expect two
/// prices for the same buffer, because a Go stack grows only by
/// doubling.
Weighings parked(Scale scale) {
    return scale.sizes(1_000, 5_000).over("kb", 0, 1, 4, 16)
        .quick("kb", 0, 1, 4)
        .java("virtual threads (warmed)", n -> virtualThreads(n))
            .warmed().quickOnly("kb", 0, 4)
        .go("goroutines", "chapter3.go")
        .go("goroutines (escaping)", "chapter3.go")
            .only("kb", 1, 4, 16)
        .python("asyncio tasks", "chapter3.py").quickOnly("kb", 0, 4)
        .weigh();
}

/// ## Which buffer is cheaper: stack or heap?
///
/// A goroutine's stack starts with 2 KB here. When that is too small,
/// Go makes a stack of twice the size and copies the old one into it.
/// With a buffer of 1, 4 or 16 KB the stack has to have 4, 8 or 32 KB,
/// because there must also be room for other frames. Of these 32 KB
/// only the pages that were touched are resident.
///
/// A buffer that escapes costs about its own size, and the stack keeps
/// its 2 KB. So in a task that waits these buffers are cheaper on the
/// heap. A smaller buffer can be cheaper on the stack: if it fits into
/// the first 2 KB, the stack does not grow.
///
/// For Java the chart shows *live* bytes: what a full collection leaves
/// in the heap, without its spare room. For Go and Python it shows
/// resident bytes.
XYChart dragged(Weighings parked) {
    return Charts.growth("KB that a task keeps while it waits",
        parked.slopesBy("kb", c -> counted(c)));
}

static Quantity counted(Contender contender) {
    return contender.runtime().equals("java") ? Quantity.LIVE
        : Quantity.RESIDENT;
}

/// ## What Go's compiler says about each line
///
/// In Go you need not guess: `go build -gcflags=-m` says what escapes.
/// Here is what it says about chapter3.go. In the lines with
/// `var locals` only the function escapes, because `go` starts it
/// elsewhere; the array stays on the stack. A buffer from `new` escapes
/// here, because it is handed to another goroutine.
///
/// Java's compiler prints no such list. But a running JVM can show
/// where it allocates. Make a flight recording, and read it:
///
///     jcmd <pid> JFR.start duration=60s filename=my.jfr
///     jfr view allocation-by-site my.jfr
Table goSays(Scale scale) {
    return Tables.goSays(scale.peers().goSays("chapter3.go"));
}

/// ## What a buffer adds to a waiting task
///
/// The table shows the price of a task with a buffer, less that of a
/// task without one. As in the chart of "Which buffer is cheaper: stack
/// or heap?", it has live bytes for Java, and resident bytes for Go and
/// Python. On a heap the buffer adds about its own size, and a small
/// header. On a Go stack it adds more, because the stack doubles.
Table adds(Weighings parked) {
    return Tables.added(parked, "kb", c -> counted(c));
}

/// ## The verdict
///
/// The post says that a variable that escapes drags several kilobytes
/// along. It gives no figure. We take "several kilobytes" as 2 to
/// 10 KB, whatever we measure here. The claim is judged by what a
/// buffer of 1 KB that escapes adds to a goroutine that waits.
Verdicts verdict(Weighings parked) {
    var none = parked.with("kb", 0).slope("goroutines");
    var one = parked.with("kb", 1).slope("goroutines (escaping)");
    var four = parked.with("kb", 4).slope("goroutines (escaping)");
    var stays = parked.with("kb", 4).slope("goroutines");
    return Judge.ofChapter(3).in("parked")
        .by("go-escape", Measured.more(one, none))
        .onlyIf("The variable itself is several KB large.",
            Measured.more(four, none))
        .note("To a goroutine that waits, a buffer of 4 KB adds "
            + Measured.size(Measured.more(four, none))
            + " if it escapes, and " + Measured.size(Measured.more(
                stays, none)) + " if it stays on the stack.")
        .verdicts();
}

/// ## Your guesses
///
/// The chart has all sizes that you have guessed, in this chapter and
/// in earlier ones. On the diagonal, your guess equals the measurement.
/// Are the new guesses nearer to the diagonal than the old ones?
List<Object> yourGuesses(Guesses guesses) {
    return List.of(Charts.guesses(guesses), guesses.summary());
}

/// ## What to take to work
///
/// - Count bytes, not each `new`: compiled by C2, most objects that no
///   other code can reach take none ("Run all cases in four JVMs").
/// - Do not store a small object, hand it over, or pass it to a call
///   with many callees, where speed counts: that puts it on the heap
///   ("Why a case takes bytes, or none").
/// - Store a copy on a rare path. An object that escapes on one path is
///   made on every path ("Why one taken branch costs every later
///   call").
/// - Do not read a peak as what the work needs: garbage fills memory
///   until the young generation is full ("Why garbage takes memory").
/// - Let go of a large buffer before a task waits. It costs its size,
///   and more on a Go stack ("What a buffer adds to a waiting task").
///
/// Try the right form: write it into `once`, and run "Watch two methods
/// warm up" again.
static int takeToWork(int i) {
    var p = new Pair(i, i + 1);
    // wrong: this path stores p, so every call makes p
    if (i == 30_000) Meter.keep(p);

    var q = new Pair(i, i + 1);
    // right: this path stores a copy, and q never escapes
    if (i == 30_000) Meter.keep(new Pair(q.a(), q.b()));
    return p.a() + p.b() + q.a() + q.b();
}

/// ## Easier: a sum that is no object
///
/// A till (a cash register) adds up the prices of a basket. The sum is
/// a `Long`. That is an object, and a `Long` never changes: `+=` makes
/// a new one.
///
/// Edit the method `basket` until a pass over 1,000 prices takes
/// nothing from the heap and still returns the same sum. As it is now,
/// it is meant to fail the check. After a check there are hints, one at
/// a time, and our solution. This command runs only the exercises; with
/// `--exercise easier` it runs only this one:
///
///     ./jbang chapter3 --exercise
static long basket(int[] prices) {
    Long sum = 0L;
    for (int price : prices) sum += price;
    return sum;
}

/// ## Does the sum take nothing from the heap?
///
/// The check measures the bytes of one pass when C2 has compiled the
/// method. Every pass gets new prices, and every sum is checked. The
/// bytes of all threads count, so it does not help to use another
/// thread.
Check noBox(Scale scale) {
    var reports = scale.sizes(1)
        .java("your basket", n -> filled(prices -> basket(prices)))
        .flags("-Xbatch").reports();
    return Check.of(reports)
        .below("for a pass over 1,000 prices", "B", 1,
            Measured.reported(reports, "your basket", "a pass",
                "bytes_per_pass"))
        .look("Look at the type of each variable.");
}

static Object filled(Meter.Pass yours) {
    Meter.prove("a pass", yours, prices -> {
        long sum = 0;
        for (int price : prices) sum += price;
        return sum;
    });
    return "checked";
}

/// ## Exercise: add up prices without garbage
///
/// Again a till adds up prices. Now four rules take turns, and each
/// rule gets a pair: the price, and its position. Edit the method
/// `total` until a pass over 1,000 prices takes nothing from the heap
/// and still returns the same sum. As it is now, it is meant to fail
/// the check.
static long total(int[] prices) {
    Long sum = 0L;
    for (int i = 0; i < prices.length; i++) {
        var p = new Pair(prices[i], i);
        sum += FOUR.get(i % FOUR.size()).applyAsInt(p);
    }
    return sum;
}

/// ## Does a pass take nothing from the heap?
///
/// Every pass gets new prices, and every sum is checked. The bytes of
/// all threads count, so it does not help to use another thread.
Check nothingLeft(Scale scale) {
    var reports = scale.sizes(1)
        .java("your till", n -> till(prices -> total(prices)))
        .flags("-Xbatch").reports();
    return Check.of(reports)
        .below("for a pass over 1,000 prices", "B", 1,
            Measured.reported(reports, "your till", "a pass",
                "bytes_per_pass"))
        .look("Look at what each round makes, with new and without.");
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

/// ## Harder: find three reasons for garbage
///
/// A shop goes through 1,000 prices. It adds them up, with a discount
/// of 0, 5 or 10 %. It looks for the highest price and its position.
/// About one price in a thousand is an outlier: it is kept for a closer
/// look. Each round makes a pair and an array, and C2 leaves out
/// neither of them. There are three reasons in the loop.
///
/// Edit the method `audit` until a pass takes at most 1,000 bytes, one
/// byte for each price. The result and the pairs in `outliers` have to
/// stay the same. As it is now, it is meant to fail the check.
static long audit(int[] prices, Outliers outliers) {
    long sum = 0;                            // in hundredths
    var highest = new Pair(0, 0);
    for (int i = 0; i < prices.length; i++) {
        int[] percent = {100, 95, 90};
        var p = new Pair(prices[i], i);
        if (p.a() > highest.a()) highest = p;
        if (p.a() >= 9_990) outliers.add(p);
        sum += p.a() * percent[p.a() % 3];
    }
    return sum + highest.b();
}

/// ## Does a pass take at most a byte for each price?
///
/// Every pass gets new prices. Every result is checked, and so is every
/// pair in `outliers`. The limit leaves room for the pairs that are
/// really kept: about one outlier in a pass, and about seven prices
/// that are the highest so far.
Check fewObjects(Scale scale) {
    var reports = scale.sizes(1)
        .java("your audit", n -> shop((p, o) -> audit(p, o)))
        .flags("-Xbatch").reports();
    return Check.of(reports)
        .below("for a pass over 1,000 prices", "B", 1_000,
            Measured.reported(reports, "your audit", "a pass",
                "bytes_per_pass"))
        .look("Look at each new, also that of an array: can other code "
            + "reach it, is it kept beyond its round, is its place "
            + "known?");
}

static Object shop(Outliers.Pass yours) {
    int[] percent = {100, 95, 90};
    Outliers.prove("a pass", yours, (prices, outliers) -> {
        long sum = 0;
        int highest = 0;
        for (int i = 0; i < prices.length; i++) {
            int price = prices[i];
            sum += price * percent[price % 3];
            if (price > prices[highest]) highest = i;
            if (price >= 9_990) outliers.add(new Pair(price, i));
        }
        return sum + highest;
    });
    return "checked";
}

///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Chapter 5: object pooling. What does reuse save?
//JAVA 25+
//DEPS ../lib/Lib.java
// a well-kept pool to hold ours against: the one most Java services have
//DEPS org.apache.commons:commons-pool2:2.12.1
//FILES chapter5.java
//FILES chapter5.go
//FILES chapter5.py
//FILES solutions/chapter5_answer.java=solutions/chapter5_answer.java
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow
//RUNTIME_OPTIONS --limit-modules=java.se,jdk.jshell,jdk.management,jdk.unsupported,jdk.zipfs
//RUNTIME_OPTIONS -XX:+UseSerialGC -Xmx160m -XX:TieredStopAtLevel=1

import module java.base;

import memorytax.Notebook;
import memorytax.chart.Charts;
import memorytax.child.Gate;
import memorytax.child.Meter;
import memorytax.child.kit.Loans;
import memorytax.child.kit.Requests;
import memorytax.claim.*;
import memorytax.measure.plan.*;
import memorytax.measure.result.*;
import memorytax.notebook.Prediction;
import memorytax.record.Machine;
import org.apache.commons.pool2.*;
import org.apache.commons.pool2.impl.*;
import org.knowm.xchart.*;
import tech.tablesaw.api.*;

import static memorytax.Notebook.*; // for JShell: weigh, scale, show

/// # What does reuse save?
///
/// A request comes, needs a buffer of 16 KB and a little object that
/// says whose request it is, and is gone. So does the next one, which
/// needs the same. Why not keep them?
///
/// The mistake is to stop here. A pool does save bytes. What bytes
/// cost, and what the pool costs, are two more questions: it has to be
/// asked, and asked again at the end, it has to be right when two ask
/// at once, and what it hands out has been used before. This chapter
/// puts both sides on the scale.
void main(String... args) throws Exception {
    Notebook.of(MethodHandles.lookup()).run(args);
}

/// ## Your machine
///
/// A pool competes with a garbage collector. Which one your JVM has
/// chosen stands below.
Machine machine(Scale scale) {
    return Machine.of(scale);
}

/// ## A request
///
/// It has a buffer, and uses the first kilobyte: the longest request
/// decides how large a buffer is, and most are short. What was used is
/// wiped before it is used again, or else the next one finds it there.
record Context(int request, byte[] buffer) { }

static final int SIZE = 16_384, USED = 1_024;

static long serve(Context context) {
    return use(context.buffer(), USED, context.request());
}

static long use(byte[] buffer, int used, int request) {
    Arrays.fill(buffer, 0, used, (byte) request);
    return buffer[request % used];
}

static void wipe(byte[] buffer, int used) {
    Arrays.fill(buffer, 0, used, (byte) 0);
}

/// ## A pool in 15 lines
///
/// A stack of buffers, and a counter of those that are there. When all
/// are out, whoever wants one waits. The one that came back last goes
/// out first: it may still be in a cache of the processor.
static class Pool<T> {
    final Deque<T> idle = new ArrayDeque<>();
    final Semaphore there;

    Pool(int buffers, Supplier<T> make) {
        there = new Semaphore(buffers);
        for (int i = 0; i < buffers; i++) idle.push(make.get());
    }
    T take() {
        there.acquireUninterruptibly();
        synchronized (idle) { return idle.pop(); }
    }
    void back(T used) {
        synchronized (idle) { idle.push(used); }
        there.release();
    }
}

/// ## Before you look: from which size on?
///
/// To make a large object takes longer than to make a small one: all of
/// it has to be zeroed. To borrow one takes as long, whatever its size.
/// From which size on is borrowing from this pool faster than `new`?
Prediction fromWhichSize() {
    return Prediction.bytes();
}

/// ## On a virtual thread
///
/// A `ThreadLocal` with a buffer in it is a pool as well: one buffer for
/// each thread. Now there are thousands of virtual threads. Each has
/// used its buffer of 16 KB once, and waits. How many bytes does one
/// more of them keep?
Prediction keptByEach() {
    return Prediction.bytes();
}

/// ## After two collections
///
/// In Go, 1,000 buffers are put into a `sync.Pool`. Nobody needs any for
/// a while, and the garbage collector comes by twice. How many of them
/// are still there?
Prediction stillThere() {
    return Prediction.oneOf("all", "some", "none");
}

/// ## New each time, or used again
///
/// A buffer that is new for each request. One that belongs to the
/// thread. And one from our pool, which gets it back on every path.
static class Buffers {
    static final ThreadLocal<byte[]> LOCAL =
        ThreadLocal.withInitial(() -> new byte[SIZE]);
    static final Pool<byte[]> POOL =
        new Pool<>(8, () -> new byte[SIZE]);

    static long fresh(int request) {
        return serve(new Context(request, new byte[SIZE]));
    }
    static long local(int request) {
        long answer = serve(new Context(request, LOCAL.get()));
        wipe(LOCAL.get(), USED);
        return answer;
    }
    static long pooled(int request) {
        var buffer = POOL.take();
        try {
            return serve(new Context(request, buffer));
        } finally {
            wipe(buffer, USED);
            POOL.back(buffer);
        }
    }
}

/// ## A pool that others keep
///
/// Apache Commons Pool 2 is what stands below many connection pools. It
/// can check what it lends, drop what is idle, and report to JMX. It
/// comes with this chapter, and only the JVM that needs it gets it: no
/// other JVM that is weighed has a library on its class path.
static class Commons {
    static final ObjectPool<byte[]> POOL = new GenericObjectPool<>(
        new BasePooledObjectFactory<byte[]>() {
            public byte[] create() { return new byte[SIZE]; }
            public PooledObject<byte[]> wrap(byte[] buffer) {
                return new DefaultPooledObject<>(buffer);
            }
        });

    static long pooled(int request) throws Exception {
        var buffer = POOL.borrowObject();
        try {
            return serve(new Context(request, buffer));
        } finally {
            wipe(buffer, USED);
            POOL.returnObject(buffer);
        }
    }
}

/// ## Half a million requests
///
/// Two threads serve them, as fast as they can; for `virtual` each of
/// them starts a virtual thread for every request (a hundred thousand,
/// where these have thread locals). *Peak* is the memory
/// that you pay. *Bytes* is what a request takes from the heap, *ns* how
/// long a thread is busy with it, and *k/s* how many thousand are served
/// in a second. *GCs*, the collections, and their *pause* are what the
/// garbage costs.
Watched served(Scale scale) {
    return scale.sizes(500_000)
        .java("Java, fresh",
            n -> Requests.serve(n, i -> Buffers.fresh(i)))
        .java("Java, fresh, -Xmx64m",
            n -> Requests.serve(n, i -> Buffers.fresh(i)))
            .flags("-Xmx64m")
        .java("Java, thread locals",
            n -> Requests.serve(n, i -> Buffers.local(i)))
        .java("Java, thread locals, virtual",
            n -> Requests.serve(n, i -> onItsOwn(i))).tasks(100_000)
        .java("Java, own pool",
            n -> Requests.serve(n, i -> Buffers.pooled(i)))
        .java("Java, Commons Pool",
            n -> Requests.serve(n, i -> Commons.pooled(i)))
            .needs(GenericObjectPool.class)
        .forks(3).quickForks(1).watch();
}

static long onItsOwn(int request) throws Exception {
    var thread = Thread.startVirtualThread(
        () -> Buffers.local(request));
    thread.join();
    return request;
}

/// ## Did you notice?
///
/// Four things, each held against all forks before it is said.
String noticed(Watched served) {
    var reports = served.reports();
    var fresh = each(reports, "Java, fresh", "bytes");
    return Notice.all(
        Notice.less("Our pool takes less than a tenth of the bytes",
            each(reports, "Java, own pool", "bytes"), 0.1, fresh),
        Notice.less("Thread locals of virtual threads save none",
            fresh, 1.01, each(reports,
                "Java, thread locals, virtual", "bytes")),
        Notice.less("A heap of 64 MB takes no longer, with more GCs",
            each(reports, "Java, fresh, -Xmx64m", "ns"),
            each(reports, "Java, fresh", "ns")),
        Notice.less("Commons Pool takes longer than ours, which can "
            + "do less", each(reports, "Java, own pool", "ns"),
            each(reports, "Java, Commons Pool", "ns")));
}

static Optional<Measured> each(Reports reports, String contender,
        String unit) {
    return Measured.reported(reports, contender, "requests",
        unit + "_per_request");
}

/// ## Memory over time
///
/// A heap grows until its collector thinks it large enough. With 64 MB
/// the same buffers lie in the same memory again and again.
XYChart overTime(Watched served) {
    return Charts.trace(served.only("Java, fresh",
        "Java, fresh, -Xmx64m").traces());
}

/// ## In Go and in Python
///
/// The same requests, on two goroutines; in Python one after the other.
/// `sync.Pool` is the pool of the post. In Python a list does, with
/// `pop` and `append`.
///
/// Next to nothing is alive in this Go program, so it collects whenever
/// 4 MB are full. One that holds more collects less often.
///
/// What a request takes from the heap Python cannot tell without slowing
/// everything down. A buffer that nobody refers to is freed at once, and
/// the next one often gets the same memory: that *is* a pool, below the
/// language.
Watched elsewhere(Scale scale) {
    return scale.sizes(200_000)
        .go("Go, fresh", "chapter5.go")
        .go("Go, sync.Pool", "chapter5.go")
        .python("Python, fresh", "chapter5.py")
        .python("Python, free list", "chapter5.py")
        .watch();
}

/// ## From 16 B to 256 KB
///
/// Now the size varies. Each request uses 16 bytes of its object, and
/// one thread alone serves them. Nobody else wants the pool: it does not
/// get better for it than this. Of each size the same number of requests
/// is served in every round. A first try finds out how many it takes for
/// a round to last some 30 ms. The heaps of Java and Go have 256 MB, as
/// that of a server which has been up for a while: in a smaller one the
/// collector comes more often, and in a fresh one `new` is dearer,
/// because its pages have to come from the system first.
Reports bySize(Scale scale) {
    return scale.sizes(1).with("sizes", 8)
        .java("Java, fresh", n -> Requests.bySize(
            size -> i -> use(new byte[size], 16, i)))
            .flags("-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch")
        .java("Java, own pool", n -> Requests.bySize(
            size -> pooled(new Pool<>(8, () -> new byte[size]))))
            .flags("-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch")
        .go("Go, fresh", "chapter5.go")
        .go("Go, sync.Pool", "chapter5.go")
        .python("Python, fresh", "chapter5.py")
        .python("Python, free list", "chapter5.py")
        .quickForks(2).reports();
}

static Requests.Handler pooled(Pool<byte[]> pool) {
    return i -> {
        var buffer = pool.take();
        try {
            return use(buffer, 16, i);
        } finally {
            wipe(buffer, 16);
            pool.back(buffer);
        }
    };
}

/// ## Where the lines cross
///
/// What is new gets dearer with its size, what is borrowed does not. To
/// the left of where the two lines of a language cross, its pool makes
/// the program slower.
XYChart crossing(Reports bySize) {
    return Charts.bySize("size of the object", bySize,
        "ns_per_request");
}

/// ## Does it pay?
///
/// In time, and on one thread: from where on the pool was the faster one
/// in every process that was measured. Even a list in Python has to be
/// asked twice, by `pop` and by `append`.
String pays(Reports bySize) {
    return "- Java: " + faster(bySize, "Java, fresh", "Java, own pool")
        + "\n- Go: " + faster(bySize, "Go, fresh", "Go, sync.Pool")
        + "\n- Python: " + faster(bySize, "Python, fresh",
            "Python, free list");
}

static String faster(Reports bySize, String fresh, String pool) {
    var says = Crossing.sentence(bySize, fresh, pool,
        "ns_per_request");
    return says.isEmpty() ? "It was not measured." : says;
}

/// ## The number to remember
///
/// A pool of small objects spends time on saving bytes.
Headline headline(Reports bySize) {
    return Headline.of("Java, own pool", Measured.crossing(bySize,
        "Java, fresh", "Java, own pool", "ns_per_request"), """
        is about where our pool begins to pay, in Java, on a line
        between the sizes that were measured. Smaller objects are
        faster new.""");
}

/// ## The small object
///
/// And the context? Code deep down wants to know whose request it is.
/// It can be told by a parameter; by an object from our pool; by a
/// `ThreadLocal`; or by a `ScopedValue`, which is there while a method
/// runs and gone when it returns.
record Whose(int request, int user) { }

/// ## Four ways to tell
///
/// What is pooled has to be open to change: it is an array here, because
/// a record is not.
static class Ways {
    static final ScopedValue<Whose> SCOPED = ScopedValue.newInstance();
    static final ThreadLocal<Whose> LOCAL = new ThreadLocal<>();
    static final Pool<int[]> POOL = new Pool<>(8, () -> new int[2]);

    static int parameter(int i) { return sum(new Whose(i, 7)); }

    static int pooled(int i) {
        var whose = POOL.take();
        whose[0] = i;
        whose[1] = 7;
        int sum = whose[0] + whose[1];
        POOL.back(whose);
        return sum;
    }
    static int local(int i) {
        LOCAL.set(new Whose(i, 7));
        try { return sum(LOCAL.get()); } finally { LOCAL.remove(); }
    }
    static int scoped(int i) {
        return ScopedValue.where(SCOPED, new Whose(i, 7))
            .call(() -> sum(SCOPED.get()));
    }
}

static int sum(Whose whose) {
    return whose.request() + whose.user();
}

/// ## By the meter
///
/// The meter of chapter 3: each way in a loop of its own, once the
/// compiler has nothing more to say. What you should see: the parameter
/// takes no bytes, because nobody else sees that object, and its time is
/// not that of a pool, either.
Reports contexts(Scale scale) {
    return scale.sizes(1).forks(2).quickForks(1)
        .java("Java", n -> ways()).flags("-Xbatch").reports();
}

static Object ways() throws Exception {
    Meter.tell("a parameter", i -> Ways.parameter(i));
    Meter.tell("from our pool", i -> Ways.pooled(i));
    Meter.tell("ThreadLocal, set and removed", i -> Ways.local(i));
    Meter.tell("ScopedValue", i -> Ways.scoped(i));
    return "measured";
}

/// ## A buffer for every thread
///
/// With two threads a `ThreadLocal` needs two buffers. But nobody shares
/// virtual threads: each request has its own, and so its own buffer. You
/// have seen above what that saves. These have used their buffer, and
/// wait, as most requests do most of the time.
static Gate waiting(int tasks, IntConsumer request) throws Exception {
    var gate = new Gate(tasks);
    for (int i = 0; i < tasks; i++) {
        int number = i;
        Thread.startVirtualThread(() -> {
            request.accept(number);
            gate.here();
            gate.await();
        });
    }
    return gate.full();
}

/// ## Weigh them
///
/// Two thousand of them, and ten thousand. The first keep their buffer
/// in a `ThreadLocal`. The others have borrowed it from our pool of
/// eight, and given it back before they wait.
Weighings weighed(Scale scale) {
    return scale.sizes(2_000, 10_000)
        .java("virtual threads, thread locals",
            n -> waiting(n, i -> Buffers.local(i))).warmed()
        .java("virtual threads, own pool",
            n -> waiting(n, i -> Buffers.pooled(i))).warmed()
        .quickForks(2).weigh();
}

/// ## What each of them keeps
///
/// The buffer stays for as long as its thread does, and nobody gets it
/// who comes later: a new thread makes a new one. So nothing is reused,
/// and all is kept. That is the opposite of a pool.
XYChart kept(Weighings weighed) {
    return Charts.share(weighed);
}

/// ## Outside the heap
///
/// A buffer need not be on the heap. An arena hands out memory that no
/// collector looks at, and takes it back when it is closed. One arena
/// for each request is the fresh way; slices of one that stays, in our
/// pool, are the other.
static class OffHeap {
    static final Arena ALL = Arena.ofShared();
    static final Pool<MemorySegment> SLICES =
        new Pool<>(8, () -> ALL.allocate(SIZE));

    static long fresh(int request) {
        try (var arena = Arena.ofConfined()) {
            return write(arena.allocate(SIZE), request);
        }
    }
    static long slice(int request) {
        var slice = SLICES.take();
        try {
            return write(slice, request);
        } finally {
            slice.asSlice(0, USED).fill((byte) 0);
            SLICES.back(slice);
        }
    }
}

static long write(MemorySegment to, int request) {
    to.asSlice(0, USED).fill((byte) request);
    return to.get(ValueLayout.JAVA_BYTE, request % USED);
}

/// ## No garbage
///
/// The same requests. That memory has to be zeroed as well, and somebody
/// has to ask the system for it; what is spared is the collector.
Watched outside(Scale scale) {
    return scale.sizes(500_000)
        .java("Java, an arena each",
            n -> Requests.serve(n, i -> OffHeap.fresh(i)))
        .java("Java, slices of one arena",
            n -> Requests.serve(n, i -> OffHeap.slice(i)))
        .forks(3).quickForks(1).watch();
}

/// ## A pool that forgets
///
/// A pool that never gives anything back keeps what was needed once, on
/// the worst day. So `sync.Pool` forgets, at the next collection but
/// one: the first puts all of it aside, and what nobody asks for until
/// the second is garbage.
Reports idle(Scale scale) {
    return scale.sizes(1).go("Go, sync.Pool, idle", "chapter5.go")
        .forks(3).quickForks(2).reports();
}

/// ## You and the scale
///
/// The size is the one where the lines of `new` and our pool cross.
List<Guess> youAndTheScale(Reports bySize, Weighings weighed,
        Reports idle, Prediction fromWhichSize, Prediction keptByEach,
        Prediction stillThere) {
    return List.of(
        Guess.of("where a pool begins to pay", fromWhichSize,
            Measured.crossing(bySize, "Java, fresh",
                "Java, own pool", "ns_per_request")),
        Guess.of("a virtual thread with its buffer", keptByEach,
            Measured.task(weighed, "virtual threads, thread locals",
                Quantity.LIVE)),
        Guess.of("left after two collections", stillThere,
            left(idle), idle.here("Go, sync.Pool, idle")));
}

static String left(Reports idle) {
    return Measured.reported(idle, "Go, sync.Pool, idle",
        "after two collections", "buffers_left").map(
        m -> m.high() == 0 ? "none" : m.low() == 1_000 ? "all" : "some")
        .orElse("");
}

/// ## What pooling brings along
///
/// A new object is nobody else's, and it is empty. A used one is both
/// only if nobody makes a mistake. These requests write their number
/// into a buffer, let others go on, and read the number again.
static int echo(byte[] buffer, int request) {
    var digits = String.valueOf(request).getBytes();
    System.arraycopy(digits, 0, buffer, 0, digits.length);
    Thread.yield();
    int number = 0;
    for (int i = 0; buffer[i] != 0; i++)
        number = 10 * number + buffer[i] - '0';
    return number;
}

/// ## Two mistakes
///
/// The first gives a buffer back twice, now and then, as happens when a
/// timeout and the normal end both tidy up. From then on two requests
/// have it at the same time. The second forgets to wipe.
static class Careless {
    static final Pool<byte[]> POOL = new Pool<>(4, () -> new byte[64]);

    static long twice(int request) {
        var buffer = POOL.take();
        int answer = echo(buffer, request);
        wipe(buffer, 64);
        POOL.back(buffer);
        if (request % 50 == 7) POOL.back(buffer);
        return answer;
    }
    static long dirty(int request) {
        var buffer = POOL.take();
        int answer = echo(buffer, request);
        POOL.back(buffer);
        return answer;
    }
}

/// ## Mended
///
/// A lease is what one request has of a buffer. It wipes it, gives it
/// back, and forgets it, so a second `close` does nothing. With `try` it
/// ends on every path.
static class Lease implements AutoCloseable {
    byte[] buffer = Careless.POOL.take();

    public void close() {
        if (buffer == null) return;
        wipe(buffer, 64);
        Careless.POOL.back(buffer);
        buffer = null;
    }
    static long serve(int request) {
        try (var lease = new Lease()) {
            int answer = echo(lease.buffer, request);
            if (request % 50 == 7) lease.close(); // the same mistake
            return answer;
        }
    }
}

/// ## Whose answer is it?
///
/// Five thousand requests, each on a virtual thread, with four buffers
/// between them. Every answer is checked. The mended one has to have no
/// wrong answer at all.
Reports confused(Scale scale) {
    return scale.sizes(5_000)
        .java("returned twice",
            n -> Requests.count(n, i -> Careless.twice(i)))
        .java("not wiped",
            n -> Requests.count(n, i -> Careless.dirty(i)))
        .java("leased", n -> Requests.count(n, i -> Lease.serve(i)))
        .forks(3).quickForks(2).reports();
}

/// ## The verdict
///
/// The claim has no figure, so we set a limit before we look: it holds
/// if a request takes less than a tenth from the heap. Whether it also
/// makes a program faster, the post does not say, but you want to know.
Verdicts verdict(Watched elsewhere, Reports bySize, Reports idle) {
    var fresh = each(elsewhere.reports(), "Go, fresh", "bytes");
    var pooled = each(elsewhere.reports(), "Go, sync.Pool", "bytes");
    return Judge.ofChapter(5).in("elsewhere")
        .when("pool-sync", Measured.ratio(fresh, pooled)
                .map(r -> r.low() > 10), elsewhere.here("Go, fresh"),
            "With a buffer of 16 KB a request takes "
                + Measured.size(fresh) + " from the heap, and "
                + Measured.size(pooled) + " with sync.Pool")
        .note(faster(bySize, "Go, fresh", "Go, sync.Pool"))
        .note(left(idle).isEmpty() ? "" : "After two collections that "
            + "nobody asks in between, " + left(idle) + " are left.")
        .verdicts();
}

/// ## Your guesses
///
/// All sizes that you have guessed, in this chapter and before.
XYChart yourGuesses(Guesses guesses) {
    return Charts.guesses(guesses);
}

/// ## Yours: give it back
///
/// A request is read into a borrowed buffer, and answered with the sum
/// of its bytes. Some requests are empty. Some hang up while they are
/// read, and whoever asked has to hear of it. The pool makes a new
/// buffer when it has none left, so for a while nobody notices what is
/// missing.
///
/// Edit `answer` until every buffer comes back, once. As it stands, it
/// does not pass:
///
///     ./jbang chapter5 --exercise
static long answer(Loans pool, int request) throws IOException {
    var buffer = pool.borrow();
    int length = pool.read(request, buffer);    // it may hang up here
    if (length == 0) return 0;
    long sum = 0;
    for (int i = 0; i < length; i++) sum += buffer[i];
    pool.giveBack(buffer);
    return sum;
}

/// ## All back?
///
/// Ten thousand requests, on four threads. Nobody knows before which of
/// them is empty and which hangs up. Every answer is checked.
Check allBack(Scale scale) {
    var reports = scale.sizes(10_000).java("your requests",
        n -> Loans.prove(n, (pool, i) -> answer(pool, i))).reports();
    return Check.of(reports)
        .below("buffers lost", "", 0, Measured.reported(reports,
            "your requests", "buffers", "buffers_lost"))
        .below("buffers returned twice", "", 0,
            Measured.reported(reports, "your requests", "buffers",
                "buffers_returned_twice"));
}

///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Chapter 5: object pooling. What does a pool save, what does it cost?
//JAVA 25+
//DEPS ../lib/Lib.java
// a well-known pool, to compare ours with
//DEPS org.apache.commons:commons-pool2:2.12.1
//FILES chapter5.java
//FILES chapter5.go
//FILES chapter5.py
//FILES solutions/chapter5_answerAll.java=solutions/chapter5_answerAll.java
//FILES solutions/chapter5_answer.java=solutions/chapter5_answer.java
//FILES solutions/chapter5_forward.java=solutions/chapter5_forward.java
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow
//RUNTIME_OPTIONS --limit-modules=java.se,jdk.httpserver,jdk.jshell,jdk.management,jdk.unsupported,jdk.zipfs
//RUNTIME_OPTIONS -XX:+UseSerialGC -Xmx160m -XX:TieredStopAtLevel=1 -Xlog:disable

import module java.base;

import memorytax.Notebook;
import memorytax.chart.Charts;
import memorytax.child.Gate;
import memorytax.child.Meter;
import memorytax.child.kit.Batch;
import memorytax.child.kit.Loans;
import memorytax.child.kit.Relay;
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

/// # What does a pool save, what does it cost?
///
/// A request arrives. It needs a buffer of 16 KB and a small object
/// that says whose request it is. When the request ends, both are
/// *garbage*: nothing uses them any more. The next request needs the
/// same again. Why not keep them in a pool and use them again?
///
/// A pool does save bytes. The mistake is to stop thinking there,
/// because two questions are left: what do those bytes cost, and what
/// does the pool cost? Each request has to borrow from the pool and
/// give back. The pool has to be right when two threads use it at the
/// same time. And a pooled object still has in it what the last request
/// left there. This chapter measures both: what a pool saves, and what
/// it costs.
void main(String... args) throws Exception {
    Notebook.of(MethodHandles.lookup()).run(args);
}

/// ## Your machine
///
/// A pool competes with the garbage collector. The pool keeps an object
/// for the next request; the collector frees the object, and the next
/// request makes a new one. The line *Java* below names the collector
/// that your JVM has chosen.
Machine machine(Scale scale) {
    return Machine.of(scale);
}

/// ## A request and its buffer
///
/// A `Context` is what a request needs: its number and its buffer. The
/// longest request decides how large a buffer has to be. Most requests
/// are short, so our requests use only the first kilobyte of 16.
/// `serve` fills this kilobyte and reads one byte of it.
///
/// Before another request gets the buffer, `wipe` fills the used part
/// with zeros. Otherwise the next request could read what the last one
/// left there.
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
/// The pool is a stack of idle buffers, and a semaphore that counts
/// them. `take` borrows a buffer, and `back` returns it. The buffer
/// that came back last is lent first, because it may still be in the
/// processor's cache.
///
/// How many buffers does a pool need? As many as are in use at the same
/// moment. With fewer, `take` waits until a buffer comes back. With
/// more, some buffers are never used.
static class Pool<T> {
    final Deque<T> idle = new ArrayDeque<>();
    final Semaphore available;

    Pool(int buffers, Supplier<T> make) {
        available = new Semaphore(buffers);
        for (int i = 0; i < buffers; i++) idle.push(make.get());
    }
    T take() {
        available.acquireUninterruptibly();
        synchronized (idle) { return idle.pop(); }
    }
    void back(T used) {
        synchronized (idle) { idle.push(used); }
        available.release();
    }
}

/// ## From which size on is our pool faster?
///
/// A large object takes longer to make than a small one, because all of
/// it has to be filled with zeros. Borrowing an object from our pool
/// takes the same time whatever its size. From which size on is
/// borrowing faster than `new`, in Java and on one thread?
Prediction fromWhichSize() {
    return Prediction.bytes();
}

/// ## What does a virtual thread with a buffer keep?
///
/// A `ThreadLocal` that holds a buffer is a pool too: it has one buffer
/// for each thread. Now a service has thousands of virtual threads.
/// Each thread has used its own buffer of 16 KB once, and waits. How
/// many bytes of the heap does each further thread keep?
Prediction keptByEach() {
    return Prediction.bytes();
}

/// ## How many buffers survive two collections?
///
/// A Go program puts 1,000 buffers into a `sync.Pool`, the pool of Go's
/// standard library. For a while no request needs a buffer, and the
/// garbage collector runs twice. How many of the 1,000 buffers are
/// still in the pool?
Prediction stillThere() {
    return Prediction.oneOf("all", "some", "none");
}

/// ## Three ways to get a buffer
///
/// `fresh` makes a new buffer for each request. `local` uses the buffer
/// that belongs to the thread. `pooled` borrows a buffer from our pool
/// of eight. Its `finally` gives the buffer back on every path, even
/// when the request fails.
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

/// ## A fourth way: Apache Commons Pool
///
/// Many connection pools are built on Apache Commons Pool 2. It can do
/// more than our pool: check an object before lending it, drop idle
/// objects, and report to JMX. The library comes with this chapter.
/// Only the JVM that measures Commons Pool has it on its class path;
/// all other JVMs that we measure run without libraries.
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

/// ## Serve half a million requests in Java
///
/// Two threads serve the requests as fast as they can. In the row
/// `Java (virtual thread locals)` each of the two starts a virtual
/// thread for every request and waits for it; there, 100,000 requests
/// are enough. In the row `Java (fresh with -Xmx64m)` the heap has at
/// most 64 MB: does a small heap make requests slower?
///
/// Look at *bytes each*: what one request takes from the heap. We
/// expect 16 KB where the buffer is new, and next to nothing where it
/// is reused. On virtual threads we expect a little more than 16 KB:
/// each new thread starts without a buffer, and the thread itself is an
/// object on the heap, too.
///
/// - *Peak* is the largest *resident* memory: what the process has in
///   RAM, and what you pay.
/// - *ns each* is how long a thread is busy with one request.
/// - *k/s* is how many thousand requests are served in a second.
/// - *GCs* counts the collections. *Pause ms* is how long all of them
///   together stopped the program.
Watched served(Scale scale) {
    return scale.sizes(500_000)
        .java("Java (fresh)",
            n -> Requests.serve(n, i -> Buffers.fresh(i)))
        .java("Java (fresh with -Xmx64m)",
            n -> Requests.serve(n, i -> Buffers.fresh(i)))
            .flags("-Xmx64m")
        .java("Java (thread locals)",
            n -> Requests.serve(n, i -> Buffers.local(i)))
        .java("Java (virtual thread locals)",
            n -> Requests.serve(n, i -> onItsOwn(i))).tasks(100_000)
        .java("Java (own pool)",
            n -> Requests.serve(n, i -> Buffers.pooled(i)))
        .java("Java (Commons Pool)",
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

/// ## What the Java results show, checked against every fork
///
/// A *fork* is one run in a fresh process. A sentence gets its ✓ only
/// if all forks agree on it. If they do not, it *cannot be decided*.
/// *By chance* says how often all forks would agree although there is
/// no difference.
///
/// Why it comes out so:
///
/// - Our pool lends the same eight buffers again and again.
/// - A virtual thread serves one request only. Its `ThreadLocal` is
///   empty when the thread starts, and garbage when the thread ends. To
///   start a thread for each request takes time as well.
/// - A thread local needs no lock, because no other thread can reach
///   its buffer. Our pool needs a lock.
/// - Commons Pool does more for each loan: it looks the object up, and
///   notes its state and the time. For that it makes small objects of
///   its own.
///
/// The next cell shows why a small heap can be faster.
String noticed(Watched served) {
    var reports = served.reports();
    var fresh = each(reports, "Java (fresh)", "bytes");
    return Notice.all(
        Notice.less("Our pool takes less than a tenth of the bytes "
            + "that new buffers take",
            each(reports, "Java (own pool)", "bytes"), 0.1, fresh),
        Notice.less("Thread locals on virtual threads save no bytes",
            fresh, 1.01, each(reports,
                "Java (virtual thread locals)", "bytes")),
        Notice.less("With a heap of 64 MB a request takes less time",
            each(reports, "Java (fresh with -Xmx64m)", "ns"),
            each(reports, "Java (fresh)", "ns")),
        Notice.less("A request takes longer with Commons Pool than "
            + "with our pool", each(reports, "Java (own pool)", "ns"),
            each(reports, "Java (Commons Pool)", "ns")));
}

static Optional<Measured> each(Reports reports, String contender,
        String unit) {
    return Measured.reported(reports, contender, "requests",
        unit + "_per_request");
}

/// ## A large and a small heap over time
///
/// The two lines are the rows `Java (fresh)` and
/// `Java (fresh with -Xmx64m)`. The memory of a dead buffer can be used
/// again only after a collection. As long as the heap may grow, the JVM
/// can let it grow and collect rarely. Then most new buffers lie in
/// memory that is new to the process, and the system has to provide and
/// zero every page of it.
///
/// With `-Xmx64m` the heap soon cannot grow. The collector runs more
/// often, and new buffers lie in memory that the process already has.
XYChart overTime(Watched served) {
    return Charts.trace(served.only("Java (fresh)",
        "Java (fresh with -Xmx64m)").traces());
}

/// ## The same requests in Go and in Python
///
/// Go serves the requests on two goroutines, Python one after the
/// other. `sync.Pool` is the pool that the post names. Nobody waits for
/// it: when it is empty, it makes a new object. The pool in Python is a
/// list: `pop` borrows, and `append` gives back.
///
/// Look at *bytes each* for Go. We expect 16 KB with new buffers, and
/// next to nothing with `sync.Pool`. This program keeps almost nothing
/// alive, so Go collects whenever about 4 MB are full. A program that
/// keeps more alive collects less often.
///
/// Python has no *bytes each*: to count them would slow everything
/// down. For its time we expect little difference. CPython frees a
/// buffer as soon as nothing refers to it, and the next buffer often
/// gets the same memory.
Watched elsewhere(Scale scale) {
    return scale.sizes(200_000)
        .go("Go (fresh)", "chapter5.go")
        .go("Go (sync.Pool)", "chapter5.go")
        .python("Python (fresh)", "chapter5.py")
        .python("Python (free list)", "chapter5.py")
        .watch();
}

/// ## What sync.Pool saves, checked against every fork
///
/// Why it comes out so: each new buffer has to be zeroed, and the
/// collector has to run again and again to free the dead ones.
/// `sync.Pool` hands out the same few buffers, and keeps them in a slot
/// for each processor. So two goroutines rarely disturb each other.
///
/// Python reuses memory in both cases. With the list, the program
/// reuses the buffer. Without the list, the C library hands out the
/// freed memory again: that is a pool, too, below the language.
String noticedElsewhere(Watched elsewhere) {
    var reports = elsewhere.reports();
    return Notice.all(
        Notice.less("In Go a request takes less than a tenth of the "
            + "bytes with sync.Pool that it takes with a new buffer",
            each(reports, "Go (sync.Pool)", "bytes"), 0.1,
            each(reports, "Go (fresh)", "bytes")),
        Notice.less("In Go a request takes less time with sync.Pool",
            each(reports, "Go (sync.Pool)", "ns"),
            each(reports, "Go (fresh)", "ns")));
}

/// ## Objects from 16 B to 256 KB, new or pooled
///
/// Now the size of the object varies, and a request uses 16 bytes of
/// it. One thread serves all requests, so no other thread wants the
/// pool: that is the best case for a pool.
///
/// Read each column downwards. We expect the time of a new object to
/// grow with its size: more bytes to zero, and more garbage to collect.
/// The time of a loan should stay the same: the pool passes on a
/// reference, and only the 16 used bytes are wiped.
///
/// For each size, a process first finds out how many requests take
/// about 30 ms. Then it serves that many, three times, and reports the
/// median. The heaps of Java and Go have 256 MB, as in a server that
/// has run for a while. In a smaller heap the collector would run more
/// often. In a heap that still grows, a new object would take longer,
/// because the system has to provide its pages first.
Reports bySize(Scale scale) {
    return scale.sizes(1).with("sizes", 8)
        .java("Java (fresh)", n -> Requests.bySize(
            size -> i -> use(new byte[size], 16, i)))
            .flags("-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch")
        .java("Java (own pool)", n -> Requests.bySize(
            size -> pooled(new Pool<>(8, () -> new byte[size]))))
            .flags("-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch")
        .go("Go (fresh)", "chapter5.go")
        .go("Go (sync.Pool)", "chapter5.go")
        .python("Python (fresh)", "chapter5.py")
        .python("Python (free list)", "chapter5.py")
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

/// ## Time per request, by size of the object
///
/// Each language has a line for new objects and a line for its pool.
/// Left of the point where the two lines cross, the pool makes the
/// program slower. Right of it, the pool makes the program faster.
///
/// The lines of the pools differ in height. In our pool, `take` and
/// `back` each lock the stack and change the count of the semaphore,
/// even when no other thread uses the pool. `sync.Pool` has a slot for
/// each processor, so most loans need no lock. In Python every step of
/// a loan is interpreted.
XYChart crossing(Reports bySize) {
    return Charts.bySize("size of the object", bySize,
        "ns_per_request");
}

/// ## Where each pool becomes faster
///
/// These sentences compare time only, on one thread. Each sentence is
/// about the pool that it names first, and is true in every process
/// that was measured. Even a pool without a lock has a price: the list
/// in Python costs two calls for each request, `pop` and `append`, and
/// the wiping.
String pays(Reports bySize) {
    return "- " + faster(bySize, "Java (fresh)", "Java (own pool)")
        + "\n- " + faster(bySize, "Go (fresh)", "Go (sync.Pool)")
        + "\n- " + faster(bySize, "Python (fresh)",
            "Python (free list)");
}

static String faster(Reports bySize, String fresh, String pool) {
    var says = Crossing.sentence(bySize, fresh, pool,
        "ns_per_request");
    return says.isEmpty() ? "\"" + pool + "\" was not measured." : says;
}

/// ## The number to remember: where our pool gets faster
///
/// A pool of small objects spends time to save bytes. To make a small
/// object, the JVM moves a pointer and zeroes a few bytes. To borrow
/// one and give it back, a thread has to lock the stack twice and
/// change the count of the semaphore twice.
///
/// The number is the median of the processes. The size in "Where each
/// pool becomes faster" is the largest of them, so it can be larger.
Headline headline(Reports bySize) {
    return Headline.of("Java (own pool)", Measured.crossing(bySize,
        "Java (fresh)", "Java (own pool)", "ns_per_request"), """
        is about the size from which our pool in Java is faster than
        new objects. It lies between two sizes that were measured.
        Smaller objects are faster to make than to borrow.""")
        .picture("crossing");
}

/// ## A small object that says whose request it is
///
/// A request also needs a small object: from it, a method deep in the
/// call stack learns whose request it works for. There are four ways to
/// hand this object down: a parameter, an object from our pool, a
/// `ThreadLocal`, and a `ScopedValue`, which has its value only while
/// one method runs.
record Whose(int request, int user) { }

/// ## Four ways to pass the small object
///
/// Three of the ways make a new `Whose` for each request. Our pool
/// cannot use `Whose`: each request writes its own values into a pooled
/// object, and a record cannot be changed. Therefore this pool holds
/// arrays of two numbers.
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

/// ## What each of the four ways costs
///
/// The meter of chapter 3 runs each way in a loop of its own. It
/// measures after the compiler has done all that it can.
///
/// Look at *bytes per op*: what one call takes from the heap. We expect
/// none for the parameter. Its object does not *escape*: nothing
/// outside the operation can reach it. So the compiler keeps its fields
/// as plain variables, and makes no object. We expect no bytes for our
/// pool either, but more time, for the lock and the semaphore.
///
/// `ThreadLocal` and `ScopedValue` store the object where other code
/// can find it. So we expect the object on the heap, and further
/// objects beside it.
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

/// ## Which objects a ThreadLocal and a ScopedValue make
///
/// Both make a `Whose` for each call. `ThreadLocal.set` also makes an
/// entry for the map of the thread. `ScopedValue.where` makes an object
/// that binds the value, and `call` makes a second one that records
/// which values are bound now.
///
/// What a `ScopedValue` gives in return: the value ends with the
/// method, so nobody has to remember `remove()`. And a method that is
/// called cannot change the value for its caller.
String noticedOfWays(Reports contexts) {
    return "- ThreadLocal: " + perCall(contexts,
            "ThreadLocal, set and removed")
        + "\n- ScopedValue: " + perCall(contexts, "ScopedValue");
}

static String perCall(Reports contexts, String way) {
    return Measured.size(Measured.reported(contexts, "Java", way,
        "bytes_per_op")) + " for each call.";
}

/// ## Virtual threads that wait with a buffer
///
/// With two platform threads a `ThreadLocal` needs two buffers, however
/// many requests these threads serve. Requests do not share virtual
/// threads: each request has a thread of its own, and so a buffer of
/// its own.
///
/// Here every virtual thread serves one request. Then it tells a gate
/// that it is there (`gate.here()`) and waits until the gate opens, as
/// most requests wait most of the time.
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

/// ## Weigh waiting threads with and without a buffer
///
/// We weigh 2,000 and 10,000 virtual threads that wait. In the row
/// `thread locals` each thread keeps its buffer. In the row `own pool`
/// each thread has given its buffer back to our pool of eight before it
/// waits. Look at *live*: what a full collection leaves. We expect the
/// two rows to differ by about 16 KB, the size of the buffer.
///
/// - *Baseline* is the process without tasks.
/// - *One more task* is the *slope*: how much resident memory grows
///   with each further thread. The ± is its 95 % *interval*: how well
///   the forks agree.
/// - *Charged* adds what the kernel holds for the process.
///
/// The threads are *warmed*: earlier threads have run the same code, so
/// it is compiled.
Weighings weighed(Scale scale) {
    return scale.sizes(2_000, 10_000)
        .java("virtual threads (thread locals)",
            n -> waiting(n, i -> Buffers.local(i))).warmed()
        .java("virtual threads (own pool)",
            n -> waiting(n, i -> Buffers.pooled(i))).warmed()
        .quickForks(2).weigh();
}

/// ## What each waiting thread keeps
///
/// The value of a `ThreadLocal` stays as long as its thread lives. No
/// other thread can use that buffer, and every new thread makes a new
/// one. So thread locals on virtual threads reuse nothing and keep
/// everything: that is the opposite of a pool.
///
/// With our pool a waiting thread keeps only itself and its stack
/// frames. So give the buffer back before the thread waits: then a few
/// buffers are enough for many threads. *Charged* also includes room in
/// the heap that is free at the moment.
XYChart kept(Weighings weighed) {
    return Charts.share(weighed);
}

/// ## Buffers outside the heap
///
/// A buffer can lie outside the heap. An `Arena` hands out memory that
/// the garbage collector does not manage, and gives it back when the
/// arena is closed. `fresh` opens an arena for each request. `slice`
/// borrows a piece of one arena that stays open; our pool lends the
/// pieces.
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

/// ## Serve the requests outside the heap
///
/// Two threads serve half a million requests again, now with buffers
/// outside the heap. Look at *bytes each* and at *GCs*. We expect next
/// to none of both, because these buffers are not on the heap.
///
/// Then compare *ns each* with the row `Java (fresh)` in "Serve half a
/// million requests in Java". A new arena has work to do, too: it asks
/// the C library for memory, fills the memory with zeros, and frees it
/// on `close`. But the next arena can use freed memory at once, while
/// the memory of a dead buffer on the heap has to wait for a
/// collection.
Watched outside(Scale scale) {
    return scale.sizes(500_000)
        .java("Java (an arena each)",
            n -> Requests.serve(n, i -> OffHeap.fresh(i)))
        .java("Java (slices of one arena)",
            n -> Requests.serve(n, i -> OffHeap.slice(i)))
        .forks(3).quickForks(1).watch();
}

/// ## On the heap and outside it, checked against every fork
///
/// A piece of an open arena is not zeroed as a whole: only its used
/// kilobyte is wiped. Instead, a request with such a piece pays for the
/// lock and the semaphore of our pool.
///
/// The price of memory outside the heap: no collector looks for it. An
/// arena that nobody closes keeps its memory.
String noticedOutside(Watched served, Watched outside) {
    var arena = each(outside.reports(), "Java (an arena each)", "ns");
    return Notice.all(
        Notice.less("A request takes less time with an arena of its "
            + "own than with a new buffer on the heap", arena,
            each(served.reports(), "Java (fresh)", "ns")),
        Notice.less("A request takes less time with a piece of an open "
            + "arena than with an arena of its own", each(
            outside.reports(), "Java (slices of one arena)", "ns"),
            arena));
}

/// ## What two collections take from a sync.Pool
///
/// A pool that never shrinks keeps what it needed once, on its busiest
/// day. So `sync.Pool` shrinks, in two steps. The first collection puts
/// all idle objects aside. The second collection drops the objects that
/// no request has taken in between.
///
/// This cell fills three pools with 1,000 buffers each. It runs no
/// collection for the first pool, one for the second, and two for the
/// third, and counts the buffers that are left. We expect all of them
/// at first, nearly all after one collection, and none after two.
Reports idle(Scale scale) {
    return scale.sizes(1).go("Go (idle sync.Pool)", "chapter5.go")
        .forks(3).quickForks(2).reports();
}

/// ## Your three guesses, and why a buffer may be missing
///
/// The first guess is compared with the size where the lines of new
/// objects and of our pool cross. The second is compared with the live
/// bytes of one more thread, which has its stack frames besides its
/// buffer.
///
/// The third guess is about two collections. Why can a buffer be
/// missing after only one? For each processor a `sync.Pool` has a place
/// for one object, and no other processor can take that object. If the
/// goroutine has moved to another processor, it cannot reach the object
/// in that place.
List<Guess> youAndTheScale(Reports bySize, Weighings weighed,
        Reports idle, Prediction fromWhichSize, Prediction keptByEach,
        Prediction stillThere) {
    return List.of(
        Guess.of("where our pool gets faster", fromWhichSize,
            Measured.crossing(bySize, "Java (fresh)",
                "Java (own pool)", "ns_per_request")),
        Guess.of("a virtual thread with its buffer", keptByEach,
            Measured.task(weighed, "virtual threads (thread locals)",
                Quantity.LIVE)),
        Guess.of("left after two collections", stillThere,
            left(idle), idle.here("Go (idle sync.Pool)")));
}

static String left(Reports idle) {
    return Measured.reported(idle, "Go (idle sync.Pool)",
        "after two collections", "buffers_left").map(
        m -> m.high() == 0 ? "none" : m.low() == 1_000 ? "all" : "some")
        .orElse("");
}

/// ## How a request checks its buffer
///
/// A new object belongs to one request alone, and it is empty. A pooled
/// object is both only if nobody makes a mistake. `echo` makes mistakes
/// visible. It writes the request's number into the buffer, digit by
/// digit, and lets other requests run. Then it reads the number again,
/// up to the first zero, and returns it. The answer should be the
/// request's number.
static int echo(byte[] buffer, int request) {
    var digits = String.valueOf(request).getBytes();
    System.arraycopy(digits, 0, buffer, 0, digits.length);
    Thread.yield();
    int number = 0;
    for (int i = 0; buffer[i] != 0; i++)
        number = 10 * number + buffer[i] - '0';
    return number;
}

/// ## Two mistakes with a pool
///
/// `twice` gives a buffer back twice now and then, as happens when a
/// timeout and the normal end both clean up. From then on the pool
/// lends that buffer to two requests at the same time. `dirty` does not
/// wipe the buffer. Digits of a long number stay behind a shorter one,
/// and are read as a part of it.
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

/// ## The cure: a lease that ends only once
///
/// A lease is the right of one request to use one buffer. `close` wipes
/// the buffer, gives it back, and forgets it, so a second `close` does
/// nothing. `try` closes the lease on every path.
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

/// ## Count the wrong answers
///
/// 5,000 requests run, each on a virtual thread of its own, and share
/// four buffers. Every answer is checked. Look at *wrong answers*: we
/// expect many for each of the two mistakes, and none at all for the
/// lease.
///
/// Why many? A buffer that came back twice stays in the pool twice, so
/// one mistake spoils many later requests. A buffer that is not wiped
/// spoils every later number that is shorter than the longest one
/// before it.
Reports confused(Scale scale) {
    return scale.sizes(5_000)
        .java("returned twice",
            n -> Requests.count(n, i -> Careless.twice(i)))
        .java("not wiped",
            n -> Requests.count(n, i -> Careless.dirty(i)))
        .java("leased", n -> Requests.count(n, i -> Lease.serve(i)))
        .forks(3).quickForks(2).reports();
}

/// ## What to take to work
///
/// - Pool what is large and needed often: a pool saves bytes ("Serve
///   half a million requests in Java").
/// - Make small objects new. In Java a pool of small objects is slower
///   than `new` ("Where each pool becomes faster").
/// - Pass a small context as a parameter: the compiler can do without
///   the object ("What each of the four ways costs").
/// - Keep no buffer in a `ThreadLocal` on virtual threads: each thread
///   makes one and keeps it ("What each waiting thread keeps").
/// - Give every buffer back once, wiped, on every path. A lease in a
///   `try` does that ("Count the wrong answers").
static long takeToWork(int request) {
    // wrong: an exception loses the buffer, and nothing wipes it
    var buffer = Careless.POOL.take();
    long answer = echo(buffer, request);
    Careless.POOL.back(buffer);

    // right: the lease wipes it and gives it back, on every path
    try (var lease = new Lease()) {
        return answer + echo(lease.buffer, request);
    }
}

/// ## The verdict
///
/// The claim has no figure, so we set a limit before we look. The claim
/// holds if a request with `sync.Pool` takes less than a tenth of the
/// bytes that a request with a new buffer takes. The post does not say
/// whether a pool also makes a program faster. The verdict adds what we
/// measured about that.
Verdicts verdict(Watched elsewhere, Reports bySize, Reports idle) {
    var fresh = each(elsewhere.reports(), "Go (fresh)", "bytes");
    var pooled = each(elsewhere.reports(), "Go (sync.Pool)", "bytes");
    return Judge.ofChapter(5).in("elsewhere")
        .when("pool-sync", Measured.ratio(fresh, pooled)
                .map(r -> r.low() > 10), elsewhere.here("Go (fresh)"),
            "A request takes " + Measured.size(fresh) + " from the "
                + "heap with a new buffer of 16 KB, and "
                + Measured.size(pooled) + " with sync.Pool")
        .note(faster(bySize, "Go (fresh)", "Go (sync.Pool)"))
        .note(left(idle).isEmpty() ? "" : "Of 1,000 idle buffers "
            + left(idle) + " are left after two collections.")
        .verdicts();
}

/// ## Your guesses so far
///
/// The chart has all sizes that you have guessed, in this chapter and
/// in the chapters before it.
List<Object> yourGuesses(Guesses guesses) {
    return List.of(Charts.guesses(guesses), guesses.summary());
}

/// ## Easier: one buffer for all requests
///
/// `answerAll` reads 20,000 requests, one after the other, and answers
/// each with the sum of its bytes. For each request it makes a new
/// buffer of 16 KB. Edit the method until a request takes at most 100
/// bytes from the heap, and every answer is still right. `read` writes
/// a request to the beginning of the buffer, and returns its length. As
/// it is now, the method is meant to fail the check. This command runs
/// only the exercises; with `--exercise easier` it runs only this one:
///
///     ./jbang chapter5 --exercise
static void answerAll(Batch batch) {
    for (int i = 0; i < batch.requests(); i++) {
        var buffer = new byte[SIZE];
        batch.read(i, buffer);
        long sum = 0;
        for (byte b : buffer) sum += b;
        batch.answer(i, sum);
    }
}

/// ## Check what a request takes from the heap
///
/// Measured: the bytes that all threads together take from the heap,
/// divided by the number of requests. Every answer is checked.
Check nextToNothing(Scale scale) {
    var reports = scale.sizes(20_000).java("your batch",
        n -> Batch.prove(n, batch -> answerAll(batch))).reports();
    return Check.of(reports)
        .below("for each request", "B", 100,
            each(reports, "your batch", "bytes"))
        .look("Look at what each round of the loop makes.");
}

/// ## Exercise: give every buffer back
///
/// `answer` reads a request into a borrowed buffer, and returns the sum
/// of the request's bytes. Some requests are empty. Some hang up while
/// they are read: then `read` throws an exception, and the caller of
/// `answer` has to see it. When the pool has no buffer left, it makes a
/// new one. So for a while nobody notices that buffers are missing.
///
/// Edit the method `answer` until every buffer comes back exactly once.
/// As it is now, it is meant to fail the check.
static long answer(Loans pool, int request) throws IOException {
    var buffer = pool.borrow();
    int length = pool.read(request, buffer);    // it may hang up here
    if (length == 0) return 0;
    long sum = 0;
    for (int i = 0; i < length; i++) sum += buffer[i];
    pool.giveBack(buffer);
    return sum;
}

/// ## Did every buffer come back?
///
/// 10,000 requests run on four threads. Nobody knows in advance which
/// request is empty and which one hangs up. Every answer is checked.
/// `answer` passes if no buffer is lost and none comes back twice.
Check allBack(Scale scale) {
    var reports = scale.sizes(10_000).java("your requests",
        n -> Loans.prove(n, (pool, i) -> answer(pool, i))).reports();
    return Check.of(reports)
        .below("buffers lost", "", 0, Measured.reported(reports,
            "your requests", "buffers", "buffers_lost"))
        .look("Look at every way out of the method.")
        .below("buffers returned twice", "", 0,
            Measured.reported(reports, "your requests", "buffers",
                "buffers_returned_twice"))
        .look("Look for a way out with two calls of giveBack.");
}

/// ## Harder: a buffer that another thread still reads
///
/// `forward` reads a request into a borrowed buffer, and `send` has
/// another thread send the bytes later. But `finally` gives the buffer
/// back at the end of the method. Then the next request writes into it,
/// and wrong bytes are sent. When a buffer has been sent, the other
/// thread runs the callback, here `() -> { }`. But `send` may also
/// throw an exception, as `read` may: then it has not taken the buffer,
/// and never runs the callback.
///
/// Edit the method `forward` until every request is sent as it was
/// read, and every buffer comes back exactly once, as soon as it can.
/// As it is now, the method is meant to fail the check.
static void forward(Relay relay, int request) throws IOException {
    var buffer = relay.borrow();
    try {
        int length = relay.read(request, buffer);   // may hang up
        if (length == 0) return;
        relay.send(buffer, length, () -> { });      // may fail
    } finally {
        relay.giveBack(buffer);
    }
}

/// ## Was every request sent as it was read?
///
/// 10,000 requests run on four threads. Two threads send: they begin
/// with a buffer when `forward` has returned, or waits. The pool writes
/// over a buffer that comes back. Counted are the requests that were
/// *sent wrong*, and the buffers that are lost or returned twice. The
/// limit is 0 for each. The caller of `forward` has to see every
/// exception.
Check sentRight(Scale scale) {
    var reports = scale.sizes(10_000).java("your relay",
        n -> Relay.prove(n, (relay, i) -> forward(relay, i))).reports();
    return Check.of(reports)
        .below("sent wrong", "", 0, relayed(reports, "sent_wrong"))
        .look("Look at who uses the buffer last.")
        .below("buffers lost", "", 0, relayed(reports, "lost"))
        .look("Look at the ways out on which no callback comes.")
        .below("buffers returned twice", "", 0,
            relayed(reports, "returned_twice"))
        .look("Look at what runs after `send` has taken the buffer.");
}

static Optional<Measured> relayed(Reports reports, String figure) {
    return Measured.median(reports, "your relay", "buffers", figure);
}

import module java.base;

import memorytax.child.kit.MixedRequests;

/// ## A pool of platform threads for what computes
///
/// The scheduler of virtual threads takes a carrier away from a thread
/// only when that thread waits. A thread that computes does not wait.
/// So two long requests keep both carriers, and all other requests wait
/// in the queue behind them.
///
/// Now the long requests run on two platform threads. The operating
/// system divides its processors among all threads, and interrupts a
/// thread that has had its share. So the carriers get their turn while
/// the long requests compute, and a small request needs only a moment
/// of it.
///
/// The pool is also the bound: it has as many threads as there are
/// processors, and the other long requests wait in its queue.
///
/// ### What it costs
///
/// Four threads now share two processors, so a long request takes a
/// little longer. The queue of the pool has no bound. And the server
/// has to know which request is long before it runs: most servers know
/// it by the path of the request.
///
/// A semaphore of one permit around the long requests would leave one
/// carrier for the small ones. Then the long ones would run one after
/// the other, also when there are no small ones. `Thread.yield()` in
/// the calculation helps, too, if you can edit the calculation.
///
/// ### Where you meet it
///
/// Hashing a password, resizing an image, compressing a file or
/// sorting a large list: each of these computes for many milliseconds.
/// The documentation of virtual threads (JEP 444) says that they are
/// not intended for long-running CPU-intensive operations. Netty,
/// Vert.x and Node.js have the same rule for their event loops, and
/// Vert.x has `executeBlocking` with a pool of worker threads. Go
/// interrupts a goroutine that has computed for 10 ms, since Go 1.14.
///
/// ### Hints
///
/// 1. The idea: a virtual thread that computes gives its carrier to
///    nobody. The operating system, however, interrupts threads of its
///    own. So what computes belongs on a platform thread.
/// 2. The API: `Executors.newFixedThreadPool` makes platform threads,
///    and no more than you ask for. `isLong()` of a request says
///    whether it computes.
/// 3. Nearly the code: make a pool of two threads before the loop. In
///    the loop, give a request that `isLong()` to `pool.execute`, and
///    start a virtual thread for any other request.
///
/// ### As it came
///
/// ```java
/// static void serve(MixedRequests requests) {
///     var one = requests.next();
///     while (one != null) { // a request is a Runnable
///         Thread.startVirtualThread(one);
///         one = requests.next();
///     }
/// }
/// ```
static void serve(MixedRequests requests) {
    int processors = Runtime.getRuntime().availableProcessors();
    try (var pool = Executors.newFixedThreadPool(processors)) {
        var one = requests.next();
        while (one != null) {
            if (one.isLong()) pool.execute(one);
            else Thread.startVirtualThread(one);
            one = requests.next();
        }
    }
}

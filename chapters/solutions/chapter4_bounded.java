import module java.base;

import memorytax.child.kit.Burst;

/// ## A permit for each job under way
///
/// The semaphore has 64 permits. A job takes one before it begins, and
/// returns it when it has ended. A job that finds no permit waits, and
/// holds no buffer yet. So at most 64 buffers are held, which is 4 MB.
///
/// All 2,000 virtual threads exist from the start. That is fine: a
/// virtual thread that waits for a permit takes about a kilobyte, and a
/// buffer takes 64.
///
/// `release` stands in `finally`. A job that fails without returning
/// its permit would make the bound smaller for all others.
///
/// ### What it costs
///
/// Jobs wait for their turn. 2,000 jobs of 50 ms, 64 at a time, take
/// 2,000 / 64 × 50 ms: about 1.6 s. Without a bound all waits overlap.
///
/// The semaphore counts jobs, and knows nothing of their memory. When a
/// job holds twice as much, the process does so, too.
///
/// ### Where you meet it
///
/// Oracle's guide to virtual threads says: use semaphores to limit
/// concurrency. The `SemaphoreBulkhead` of Resilience4j is one; by
/// default it lets 25 calls in. Go has `SetLimit` of an
/// `errgroup.Group`, and Python has `asyncio.Semaphore`.
///
/// ### Hints
///
/// 1. The idea: let all threads start, but let a thread begin its job
///    only when fewer than 64 jobs are under way.
/// 2. The API: a `Semaphore` has a number of permits.
///    `acquireUninterruptibly` takes one, and waits while there is
///    none. `release` returns one.
/// 3. Nearly the code: make one `new Semaphore(64)` before the loop. In
///    the thread, acquire before `job`, call `job` in a `try`, and
///    release in its `finally`.
///
/// ### As it came
///
/// ```java
/// static void bounded(Burst burst) {
///     for (int i = 0; i < burst.jobs(); i++)
///         Thread.startVirtualThread(() -> job(burst, 50));
/// }
/// ```
static void bounded(Burst burst) {
    var permits = new Semaphore(64);
    for (int i = 0; i < burst.jobs(); i++)
        Thread.startVirtualThread(() -> {
            permits.acquireUninterruptibly();
            try {
                job(burst, 50);
            } finally {
                permits.release();
            }
        });
}

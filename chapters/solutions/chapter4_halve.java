import module java.base;

import memorytax.child.kit.Burst;

/// ## A fixed number of buffers, used again
///
/// What is scarce here is memory, in pieces of 64 KB. So the method
/// makes 512 pieces and puts them into a queue. A job takes a piece,
/// waits with it, and puts it back. The queue is the bound: a job that
/// finds it empty waits. Each job still has a thread of its own,
/// because a virtual thread that waits in a queue is cheap.
///
/// A semaphore would bound how many buffers are needed at one time. But
/// each job would still make a new one, and the heap would fill with
/// old buffers until the next collection. Buffers that are used again
/// make no garbage.
///
/// By arithmetic, 20,000 jobs of 10 ms, 512 at a time, take 20,000 /
/// 512 × 10 ms: about 0.4 s.
///
/// ### What it costs
///
/// The 32 MB stay, whether jobs come or not. A buffer that one job does
/// not put back is lost for all others, and when all are lost, every
/// job waits for ever. Chapter 5 has an exercise on that.
///
/// A buffer still holds what the last job wrote into it: a job may read
/// another job's bytes.
///
/// ### Where you meet it
///
/// Kafka's producer has a `BufferPool`: it keeps free buffers of one
/// size, and `allocate` blocks when the memory of the pool is used up.
/// HikariCP does the same with connections: `getConnection` waits when
/// `maximumPoolSize` of them are out. Apache Commons Pool has a
/// `GenericObjectPool` for any object.
///
/// ### Hints
///
/// 1. The idea: bound the buffers, and use them again. Bounding the
///    jobs alone is not enough, as "Watch the burst with and without a
///    bound" shows for a semaphore: every job still makes a new buffer,
///    and the old ones fill the heap. For the number: 64 buffers would
///    take 20,000 / 64 × 10 ms, about 3 s. 512 would take 0.4 s.
/// 2. The API: an `ArrayBlockingQueue<byte[]>` holds the free buffers.
///    Its `take` waits until there is one, and `add` puts one back.
/// 3. Nearly the code: before the loop, fill a queue with 512 arrays of
///    `64 << 10` bytes. In the thread: `take`, then `begins`,
///    `waits(10)`, `ends` with the buffer, and `add`. `take` may throw
///    an `InterruptedException`, so a `try` goes around it all.
///
/// ### As it came
///
/// ```java
/// static void halve(Burst burst) {
///     for (int i = 0; i < burst.jobs(); i++)
///         Thread.startVirtualThread(() -> {
///             burst.begins();
///             var buffer = new byte[64 << 10];
///             burst.waits(10);
///             burst.ends(buffer);
///         });
/// }
/// ```
static void halve(Burst burst) {
    var free = new ArrayBlockingQueue<byte[]>(512);
    for (int i = 0; i < 512; i++) free.add(new byte[64 << 10]);
    for (int i = 0; i < burst.jobs(); i++)
        Thread.startVirtualThread(() -> {
            try {
                var buffer = free.take();
                burst.begins();
                burst.waits(10);
                burst.ends(buffer);
                free.add(buffer);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
}

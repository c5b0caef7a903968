import module java.base;

import memorytax.child.kit.Burst;

/// ## As many buffers as may be out
///
/// What is scarce here is memory, in pieces of 64 KB. So there are 512
/// such pieces, and a queue of them is the bound: a job takes one, waits
/// with it in its hands, and gives it back. Every job still has a thread
/// of its own; a thread that waits in a queue is cheap.
///
/// A semaphore would bound how many are needed at once, but each job
/// would still make a new one, and the heap would fill with old ones:
/// the peak is then up to the collector. Pieces that are used again
/// make no garbage.
///
/// 512 at a time take 20,000 / 512 × 10 ms, so 0.4 s.
///
/// ### Hints
///
/// 1. How long does it take with 64 at a time, by arithmetic? How many
///    do you need to be quick enough?
/// 2. A semaphore may not be enough: the table above says what Java's
///    peak is with one. What fills the heap, if only few buffers are
///    needed at once?
/// 3. An `ArrayBlockingQueue` of buffers lets a thread wait until there
///    is one.
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

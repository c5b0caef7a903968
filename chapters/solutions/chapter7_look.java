import module java.base;

import memorytax.child.kit.Letter;
import memorytax.child.kit.Post;

/// ## Wait until something wakes the task
///
/// A task that looks every 10 ms is woken 100 times a second, and finds
/// nothing. With 1,000 tasks that is 100,000 times a second. Each time,
/// the scheduler has to find a carrier for the task and to park it
/// again.
///
/// `join` parks the thread and sets no timer. `complete` wakes it when
/// the letter comes. Until then nothing happens: the process uses no
/// CPU time, and the answer still comes at once.
///
/// Looking less often only trades one cost for the other. Ten times as
/// rarely means a tenth of the CPU time, and answers that are ten times
/// as late.
///
/// ### What it costs
///
/// Somebody has to call `complete`. If a letter gets lost on the way,
/// nobody wakes the task, and it waits for ever. So a service waits
/// with a timeout, `orTimeout` of `CompletableFuture`, for example. One
/// timer for each task that nearly never fires is cheap, a timer that
/// fires every 10 ms is not.
///
/// ### Where you meet it
///
/// `while (!done) Thread.sleep(10)` stands in many tests and scripts.
/// Frameworks for tests have a better way, but it polls as well: the
/// library Awaitility looks every 100 ms by default. A Kafka consumer
/// calls `poll` in a loop, but each call waits in the system (`epoll`)
/// until data is there. `BlockingQueue.take`, `CountDownLatch.await`
/// and `Condition.await` are the JDK's ways to wait for a signal.
///
/// ### Hints
///
/// 1. The idea: the task does not have to find out that its letter is
///    there. The thread that brings the letter knows it, and can wake
///    the task.
/// 2. The API: a `CompletableFuture<Letter>` is a box that can be
///    waited for. `complete` puts the letter into it, and `join` waits
///    for the letter without looking.
/// 3. Nearly the code: make `box` a `CompletableFuture`, give `deliver`
///    the lambda that calls `box.complete(letter)`, and replace the
///    loop and `box.get()` by `box.join()`.
///
/// ### As it came
///
/// ```java
/// static void look(Post post) {
///     for (int i = 0; i < post.tasks(); i++) {
///         int task = i;
///         var box = new AtomicReference<Letter>();
///         post.deliver(task, letter -> box.set(letter));
///         Thread.startVirtualThread(() -> {
///             while (box.get() == null)
///                 LockSupport.parkNanos(10_000_000); // 10 ms
///             post.answer(task, box.get());
///         });
///     }
/// }
/// ```
static void look(Post post) {
    for (int i = 0; i < post.tasks(); i++) {
        int task = i;
        var box = new CompletableFuture<Letter>();
        post.deliver(task, letter -> box.complete(letter));
        Thread.startVirtualThread(() -> post.answer(task, box.join()));
    }
}

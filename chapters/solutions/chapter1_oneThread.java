import module java.base;

import memorytax.child.kit.Post;

/// ## An event loop
///
/// One thread cannot wait for ten thousand letters. But it can wait for
/// the next thing to do, at the head of a queue. The thread that
/// delivers a letter puts a `Runnable` into the queue and goes on. The
/// one thread takes one `Runnable` after the other and runs it. A queue
/// and one thread that empties it are an event loop.
///
/// Only this thread touches the tasks, so they need no locks.
///
/// ### What it costs
///
/// If one `Runnable` takes 100 ms, all others wait for 100 ms. The loop
/// uses one core, however many there are. And its queue has no bound:
/// when more comes in than the thread can do, the queue grows.
///
/// If a `Runnable` throws, its thread ends, and the executor starts
/// another one. Then two threads touch the tasks, one after the other.
///
/// ### Where you meet it
///
/// Netty's `SingleThreadEventLoop` runs all tasks that are submitted to
/// it in a single thread. The JDK's `HttpClient` has one thread, the
/// `SelectorManager`, that waits for all its connections. Swing calls
/// all listeners on one thread, and `SwingUtilities.invokeLater` puts a
/// `Runnable` into its queue. Python's asyncio is an event loop, too.
///
/// ### Hints
///
/// 1. The idea: the one thread does not wait for a letter. It waits for
///    the next thing to do, whatever that is. The thread that delivers
///    a letter puts into a queue what is to be done with that letter.
/// 2. The API: `Executors.newSingleThreadExecutor()` makes one thread
///    with such a queue. Its `execute` takes a `Runnable` from any
///    thread, and returns at once.
/// 3. Nearly the code: make the executor once, before the loop. Give
///    `deliver` a lambda that takes the letter and calls `execute`.
///    What `execute` gets is a second lambda, and this one calls
///    `post.answer`.
///
/// ### As it came
///
/// ```java
/// static void oneThread(Post post) {
///     for (int i = 0; i < post.tasks(); i++) {
///         int task = i;
///         Thread.ofPlatform().start(() -> {
///             var letter = new CompletableFuture<Letter>();
///             post.deliver(task, letter::complete);
///             post.answer(task, letter.join());    // it waits here
///         });
///     }
/// }
/// ```
static void oneThread(Post post) {
    var loop = Executors.newSingleThreadExecutor();
    for (int i = 0; i < post.tasks(); i++) {
        int task = i;
        post.deliver(task, letter ->
            loop.execute(() -> post.answer(task, letter)));
    }
}

import module java.base;

import memorytax.child.kit.Post;

/// ## A callback instead of a thread
///
/// While a task waits, it needs only what it has to remember: its
/// number, and what to do when the letter comes. A lambda holds both,
/// in one object of 24 bytes: a header of 12, a reference and a number
/// of 4 each, rounded up to a multiple of 8. The check counts that
/// object, and 5 bytes that `post` keeps for each task.
///
/// No thread waits. The thread that delivers the letter calls the
/// lambda, and so runs the rest of the task. A function that is handed
/// over to be called later is a callback.
///
/// ### What it costs
///
/// The rest of the task must be put into the lambda. A task that waits
/// for three letters in turn needs three lambdas, one inside the other.
/// A loop or a `try` cannot go around a wait.
///
/// If a callback throws, its stack trace shows the thread that
/// delivered, and not the code that started the task. If a callback
/// takes long, the thread that runs it delivers no other letter in that
/// time.
///
/// ### Where you meet it
///
/// `CompletableFuture.thenAccept` keeps such a lambda until the value
/// is there. `AsynchronousSocketChannel.read` takes a
/// `CompletionHandler`; its documentation asks that handlers return
/// soon, because their thread has other handlers to call. In Netty,
/// `channelRead` of a `ChannelInboundHandler` is a callback.
///
/// ### Hints
///
/// 1. The idea: a task that waits needs its number, and what to do
///    next. A thread keeps much more: an object of its own, and every
///    frame on its stack, down to `join`. So wait without a thread.
/// 2. The API: `post.deliver` takes any `Consumer<Letter>`, and not
///    only the `complete` of a future. It is called when the letter is
///    there, by the thread that delivers.
/// 3. Nearly the code: give `deliver` a lambda that takes the letter
///    and calls `post.answer` with `task` and that letter. You need no
///    thread and no future any more.
///
/// ### As it came
///
/// ```java
/// static void light(Post post) {
///     for (int i = 0; i < post.tasks(); i++) {
///         int task = i;
///         Thread.startVirtualThread(() -> {
///             var letter = new CompletableFuture<Letter>();
///             post.deliver(task, letter::complete);
///             post.answer(task, letter.join());    // it waits here
///         });
///     }
/// }
/// ```
static void light(Post post) {
    for (int i = 0; i < post.tasks(); i++) {
        int task = i;
        post.deliver(task, letter -> post.answer(task, letter));
    }
}

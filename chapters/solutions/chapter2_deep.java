import module java.base;

import memorytax.child.kit.Letter;
import memorytax.child.kit.Post;

/// ## Work first, then wait at the top
///
/// The frames of the 200 layers are kept only because the wait is below
/// them. But what the task needs of these layers later is one number of
/// eight bytes.
///
/// So the task goes down and up again first, with nothing to do at the
/// bottom. It keeps the sum and waits at the top. A virtual thread that
/// waits keeps its frames on the heap: a handful of them now, and not
/// two hundred.
///
/// ### What it costs
///
/// The layers run before the letter is there. That is possible only
/// because they do not need the letter.
///
/// A task that asks for something in its deepest layer cannot be turned
/// around like this. It has to return the question to the top, together
/// with what is to be done with the answer. That is an object on the
/// heap, and the code of one layer is then in two places.
///
/// ### Where you meet it
///
/// A controller of Spring MVC can return a `DeferredResult`. Then the
/// `DispatcherServlet` and all filters return, and the request waits
/// without a frame. `HttpClient.sendAsync` returns a future, so you
/// decide how deep you wait for it. A query through JDBC is the
/// opposite: it waits below the controller, the transaction and the
/// driver, as deep as the framework happens to be.
///
/// ### Hints
///
/// 1. The idea: while a task waits, every frame between its start and
///    its `join` is kept. The 200 layers are most of them. They work
///    with the number of the task alone, and do not need the letter. So
///    they can run before the wait.
/// 2. The API: `frames` takes a lambda that runs at the bottom, and
///    returns the sum. An empty lambda is enough: `() -> { }`.
/// 3. Nearly the code: in the thread, call `frames` first and keep the
///    sum in a `long`. After that come the future, `deliver`, and
///    `sign` with `letter.join()` and the sum.
///
/// ### As it came
///
/// ```java
/// static void deep(Post post) {
///     for (int i = 0; i < post.tasks(); i++) {
///         int task = i;
///         Thread.startVirtualThread(() -> {
///             var letter = new CompletableFuture<Letter>();
///             post.deliver(task, letter::complete);
///             // it waits here
///             long sum = frames(200, task, letter::join);
///             sign(post, task, letter.join(), sum);
///         });
///     }
/// }
/// ```
static void deep(Post post) {
    for (int i = 0; i < post.tasks(); i++) {
        int task = i;
        Thread.startVirtualThread(() -> {
            long sum = frames(200, task, () -> { });
            var letter = new CompletableFuture<Letter>();
            post.deliver(task, letter::complete);
            sign(post, task, letter.join(), sum);    // it waits here
        });
    }
}

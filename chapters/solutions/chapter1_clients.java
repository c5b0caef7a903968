import module java.base;

import memorytax.child.kit.Letter;
import memorytax.child.kit.Post;

/// ## A virtual thread for each task
///
/// One line has changed: the executor starts a virtual thread for each
/// task, and not a platform thread. The task itself stays as it was,
/// with its `join` in the middle.
///
/// A platform thread that waits keeps its stack, a second stack in the
/// kernel, and its place in the system's list of threads. A virtual
/// thread that waits leaves its carrier, and its frames are moved to
/// the heap. So the system sees only the carriers, about as many as
/// there are cores, and some threads of the JVM itself.
///
/// ### What it costs
///
/// What a task needs is now on the heap, where the collector has to
/// look at it. A virtual thread in native code, or in a class that is
/// being initialised, keeps its carrier while it waits. And work that
/// keeps a core busy gets no faster: there are as many carriers as
/// cores.
///
/// Neither executor limits how many tasks there are. If the tasks need
/// something scarce, such as a connection, they need a limit of their
/// own. That is the subject of chapter 4.
///
/// ### Where you meet it
///
/// `Executors.newVirtualThreadPerTaskExecutor()` is an
/// `ExecutorService`, so it fits where a pool of threads was. In Spring
/// Boot 3.2 and later, `spring.threads.virtual.enabled=true` has each
/// request of Tomcat or Jetty handled by a virtual thread. Quarkus has
/// the annotation `@RunOnVirtualThread`.
///
/// ### Hints
///
/// 1. The idea: the code of a task may stay as it is. What has to
///    change is the kind of thread that runs it. Fewer platform threads
///    are not enough, because each of them would wait for one letter.
/// 2. The API: a virtual thread waits without a thread of the system.
///    `Executors` has an executor that starts one for each task.
/// 3. Nearly the code: change only the line that makes `pool`, and call
///    `newVirtualThreadPerTaskExecutor` there.
///
/// ### As it came
///
/// ```java
/// static void clients(Post post) {
///     var pool = Executors.newCachedThreadPool();
///     for (int i = 0; i < post.tasks(); i++) {
///         int task = i;
///         pool.execute(() -> {
///             var letter = new CompletableFuture<Letter>();
///             post.deliver(task, letter::complete);
///             post.answer(task, letter.join());    // it waits here
///         });
///     }
/// }
/// ```
static void clients(Post post) {
    var pool = Executors.newVirtualThreadPerTaskExecutor();
    for (int i = 0; i < post.tasks(); i++) {
        int task = i;
        pool.execute(() -> {
            var letter = new CompletableFuture<Letter>();
            post.deliver(task, letter::complete);
            post.answer(task, letter.join());    // it waits here
        });
    }
}

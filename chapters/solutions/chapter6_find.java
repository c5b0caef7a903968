import module java.base;

import memorytax.child.kit.Pages;

/// ## One owner for both, and the first to end decides
///
/// Both tasks run in one executor. An `ExecutorCompletionService`
/// returns them in the order in which they end. Whichever ends first
/// decides: the consumer with the page, or the producer with the
/// exception, which `get` throws.
///
/// Then `shutdownNow` interrupts the other one where it waits: in `put`
/// for room, or in `take` for a page. `close`, at the end of the outer
/// block, waits until it has ended.
///
/// A flag such as `done` would not do. A task that waits in `put` does
/// not look at flags. An interrupt reaches it there.
///
/// ### What it costs
///
/// The caller sees an `ExecutionException`, and the exception of `next`
/// is its cause. And the last pages that were read ahead were read for
/// nothing.
///
/// A producer that does not react to an interrupt, such as one that
/// reads from an old-fashioned socket, makes `close` wait. It must be
/// ended in another way: close what it reads from.
///
/// ### Where you meet it
///
/// `StructuredTaskScope` does the same: its joiners say which result
/// ends all tasks. The Go blog describes this leak under "Stopping
/// short": a receiver leaves, and the senders of a channel block for
/// ever. Python's `asyncio.TaskGroup` cancels the other tasks when one
/// fails. A `PipedOutputStream` of the JDK looks whether the thread at
/// the other end is alive, and throws "Read end dead".
///
/// ### Hints
///
/// 1. The idea: each of the two tasks may be the one that ends first.
///    Somebody has to notice which one it is, and interrupt the other.
///    So start both as tasks, and let the method be their owner.
/// 2. The API: an `ExecutorCompletionService` wraps an executor. Its
///    `take` waits for the task that ends first, and `get` of that task
///    returns its result or throws. `shutdownNow` of the executor
///    interrupts all tasks that still run.
/// 3. Nearly the code: open
///    `Executors.newVirtualThreadPerTaskExecutor()` in a `try (...)`,
///    and `submit` two lambdas to the completion service: the loop with
///    `put`, and the loop with `take`, which returns the page. Then, in
///    a `try`, return `ended.take().get()`, and in its `finally` call
///    `shutdownNow` of the executor.
///
/// ### As it came
///
/// ```java
/// static String find(Pages pages, int request) throws Exception {
///     var ahead = new ArrayBlockingQueue<String>(2);
///     Thread.startVirtualThread(() -> {
///         try {
///             while (true) ahead.put(pages.next(request));
///         } catch (IOException | InterruptedException e) {
///             // no further page, or told to end
///         }
///     });
///     String page = ahead.take();
///     while (!pages.isWanted(request, page)) page = ahead.take();
///     return page;
/// }
/// ```
static String find(Pages pages, int request) throws Exception {
    var ahead = new ArrayBlockingQueue<String>(2);
    try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
        var ended = new ExecutorCompletionService<String>(tasks);
        ended.submit(() -> {
            while (true) ahead.put(pages.next(request));
        });
        ended.submit(() -> {
            String page = ahead.take();
            while (!pages.isWanted(request, page)) page = ahead.take();
            return page;
        });
        try {
            return ended.take().get();  // the one that ends first
        } finally {
            tasks.shutdownNow();        // interrupts the other one
        }
    }
}

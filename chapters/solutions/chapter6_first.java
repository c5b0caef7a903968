import module java.base;

import memorytax.child.kit.Mirrors;

/// ## Cancel the others, and wait until they have ended
///
/// `invokeAny` returns the first answer and cancels the tasks that
/// still run: it interrupts their threads where they wait. At the end
/// of the block, `close` waits until the last task has ended. So after
/// the block no task of this request can be left.
///
/// ### What it costs
///
/// Both mirrors get every request, also the one that is not needed. And
/// a task has to react to its interrupt. A task that ignores it is not
/// left behind either, but `close` waits for that task. You notice a
/// slow request at once, but not a forgotten task.
///
/// A cancelled call may already have done its work at the other end. So
/// ask twice only for what may be done twice, such as reading.
///
/// ### Where you meet it
///
/// `StructuredTaskScope` with `Joiner.anySuccessfulResultOrThrow()`
/// does the same; it is a preview in JDK 25. gRPC calls it hedging: the
/// client sends a request to several servers, uses the first response
/// and cancels the rest. In Go, the tasks get a context, and `defer
/// cancel()` ends them. In Python, `asyncio.wait` with
/// `FIRST_COMPLETED` leaves it to you to cancel the rest.
///
/// ### Hints
///
/// 1. The idea: when the first answer is there, somebody has to tell
///    the other task that it is not needed any more. For that, the
///    method must keep hold of the task.
/// 2. The API: `ask` ends when its thread is interrupted.
///    `ExecutorService` has a method that runs several tasks, returns
///    one answer and interrupts the rest: `invokeAny`. Its `close`
///    waits for the tasks that still run.
/// 3. Nearly the code: open
///    `Executors.newVirtualThreadPerTaskExecutor()` in a `try (...)`,
///    and in its block return `invokeAny` of a list of two lambdas, one
///    for each mirror.
///
/// ### As it came
///
/// ```java
/// static String first(Mirrors mirrors, int request) throws Exception {
///     var answers = new ArrayBlockingQueue<String>(2);
///     for (int mirror = 0; mirror < 2; mirror++) {
///         int asked = mirror;
///         Thread.startVirtualThread(() -> {
///             try {
///                 answers.add(mirrors.ask(asked, request));
///             } catch (InterruptedException e) {
///                 // interrupted: the task ends
///             }
///         });
///     }
///     return answers.take();
/// }
/// ```
static String first(Mirrors mirrors, int request) throws Exception {
    try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
        return tasks.invokeAny(List.of(
            () -> mirrors.ask(0, request),
            () -> mirrors.ask(1, request)));
    } // ends when its tasks have
}

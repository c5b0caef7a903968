import module java.base;

import memorytax.child.kit.Mirrors;

/// ## The block ends, and its tasks have ended
///
/// `invokeAny` returns the first answer, and cancels whoever is still
/// at it: the thread is interrupted where it waits. `close`, at the end
/// of the block, returns when the last task has. So there is no line
/// after it at which a task of this request could still be there.
///
/// It takes both: a task that does not listen to its interrupt would
/// not be left behind either, but hold up the request, and that is a
/// mistake which shows.
///
/// ### Hints
///
/// 1. Who could tell the task that waits for the silent mirror that it
///    is not needed any more? What would they have to hold on to?
/// 2. `ask` ends when its thread is interrupted.
/// 3. `ExecutorService` has a method that wants one answer out of
///    several tasks, and it can be closed.
static String first(Mirrors mirrors, int request) throws Exception {
    try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
        return tasks.invokeAny(List.of(
            () -> mirrors.ask(0, request),
            () -> mirrors.ask(1, request)));
    } // ends when its tasks have
}

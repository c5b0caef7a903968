import module java.base;

import memorytax.child.kit.Calls;

/// ## Cancel at the timer, and have it removed
///
/// `cancel` of a `CompletableFuture` completes the future, and nothing
/// else. The timer behind `delayedExecutor` keeps its entry until the
/// hour is over: the timeout, the call and its kilobyte.
///
/// A `ScheduledThreadPoolExecutor` returns a future that knows the
/// timer. When it is cancelled, it lets go of the call. But by default
/// an entry of some 70 bytes stays in the queue until the hour is over.
/// With `setRemoveOnCancelPolicy(true)` the entry goes at once.
///
/// At 100 calls a second, 360,000 timeouts of an hour lie in the queue
/// at any time. With a kilobyte each that is more than 350 MB. After an
/// hour it does not grow any more, so it looks like what the service
/// needs.
///
/// ### What it costs
///
/// Each `cancel` now locks the queue and takes an entry out of a heap.
/// That takes a little longer, the more timeouts there are. A timeout
/// of a few seconds may not be worth it.
///
/// ### Where you meet it
///
/// The documentation of `ScheduledThreadPoolExecutor` warns of an
/// unbounded retention of cancelled tasks. `java.util.Timer` has the
/// same default, and a method `purge`. `CompletableFuture.orTimeout`
/// takes its timer back by itself. Go's `time.After` kept its timer
/// until it fired; since Go 1.23 the collector frees it. In Python,
/// asyncio cleans its list of timers when more than half of them are
/// cancelled.
///
/// ### Hints
///
/// 1. The idea: the cancel has to reach the timer. Then nothing
///    references the call any more. See "Why a cancelled future stays
///    in memory".
/// 2. The API: `schedule` of a `ScheduledThreadPoolExecutor` returns a
///    future whose `cancel` reaches the timer. A setting of that
///    executor decides whether a cancelled entry stays in its queue.
/// 3. Nearly the code: make one executor before `each`, with one
///    thread, and call `setRemoveOnCancelPolicy(true)`. For each call,
///    `schedule` the lambda with `giveUp` after `call.patience()`
///    milliseconds. The line with `whenAnswered` stays.
///
/// ### As it came
///
/// ```java
/// static void timeouts(Calls calls) throws Exception {
///     calls.each(call -> {
///         var late = CompletableFuture.delayedExecutor(
///             call.patience(), TimeUnit.MILLISECONDS);
///         var timeout = CompletableFuture.runAsync(
///             () -> call.giveUp(), late);
///         call.whenAnswered(() -> timeout.cancel(false));
///     });
/// }
/// ```
static void timeouts(Calls calls) throws Exception {
    var timer = new ScheduledThreadPoolExecutor(1);
    timer.setRemoveOnCancelPolicy(true);
    calls.each(call -> {
        var timeout = timer.schedule(() -> call.giveUp(),
            call.patience(), TimeUnit.MILLISECONDS);
        call.whenAnswered(() -> timeout.cancel(false));
    });
}

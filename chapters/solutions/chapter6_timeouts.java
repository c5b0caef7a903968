import module java.base;

import memorytax.child.kit.Calls;

/// ## Have the executor remove what is cancelled
///
/// `cancel` only marks the timeout as cancelled. By default the
/// executor removes it when its delay is over: after an hour, with the
/// call and its kilobyte. With `setRemoveOnCancelPolicy(true)` `cancel`
/// takes the timeout out of the queue at once, and nothing references
/// the call any more.
///
/// At 100 calls a second, 360,000 cancelled timeouts would lie in the
/// queue at any time. With a kilobyte each that is more than 350 MB. It
/// does not grow further after an hour, so it looks like what the
/// service needs.
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
/// 1. The idea: the timeout is cancelled, but it is still in the queue
///    of the executor, and it references its call. It has to leave the
///    queue when it is cancelled.
/// 2. The API: `ScheduledThreadPoolExecutor` has a setting for that,
///    and its name begins with `setRemove`. See "Why a cancelled future
///    stays in memory".
/// 3. Nearly the code: one more line, behind the line with `new`: call
///    `setRemoveOnCancelPolicy` of the timer with `true`.
///
/// ### As it came
///
/// ```java
/// static void timeouts(Calls calls) throws Exception {
///     var timer = new ScheduledThreadPoolExecutor(1);
///     calls.each(call -> {
///         var timeout = timer.schedule(() -> call.giveUp(),
///             call.patience(), TimeUnit.MILLISECONDS);
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

import module java.base;

import memorytax.child.kit.Feed;

/// ## A queue with a bound, and a caller that helps
///
/// The queue takes 32 messages and no more. When it is full, the pool
/// has nowhere to put the next message. `CallerRunsPolicy` says what
/// happens then: the thread that called `execute` handles the message
/// itself. That takes 20 ms, and in this time it takes no further
/// message. So messages cannot be taken faster than they are handled.
/// This is called back pressure.
///
/// At most 49 messages are held: 16 in the pool, 32 in the queue, and
/// one by the caller. That is about 3 MB.
///
/// A `Semaphore` with 64 permits does it, too: acquire before `next`,
/// release after `handle`.
///
/// ### What it costs
///
/// The messages that nobody has taken yet wait somewhere else: in the
/// buffers of the connection, and then at the sender. A bound moves the
/// queue to a place that can say no.
///
/// While the caller handles a message, it takes no other one. If it
/// also has to answer a heartbeat, 20 ms may be too long.
///
/// A bound on the number of messages is a bound on memory only while no
/// message is larger than you think.
///
/// ### Where you meet it
///
/// The documentation of `Executors.newFixedThreadPool` says it: a
/// shared unbounded queue. In Spring, a `ThreadPoolTaskExecutor` has a
/// queue for `Integer.MAX_VALUE` tasks unless you set `queueCapacity`.
/// Logback's `AsyncAppender` has a queue for 256 events; when it is
/// full, the thread that logs waits. Go's channels have a bound from
/// the start, and Python's `asyncio.Queue` takes a `maxsize`.
///
/// ### Hints
///
/// 1. The idea: 16 threads cannot keep up, so messages pile up in the
///    queue. The thread that takes them is the only one that can stop
///    that. It has to wait, or to help, when enough are held.
/// 2. The API: `new ThreadPoolExecutor(...)` takes the queue as an
///    argument, so give it an `ArrayBlockingQueue`. By default a full
///    queue makes `execute` throw an exception. A last argument says
///    what else to do: `new ThreadPoolExecutor.CallerRunsPolicy()`.
/// 3. Nearly the code: replace `newFixedThreadPool(16)` by a
///    `ThreadPoolExecutor` of 16 threads at least and at most, with a
///    keep-alive of 0 seconds, a queue of 32, and that policy. The rest
///    of the method stays.
///
/// ### As it came
///
/// ```java
/// static void handleAll(Feed feed) {
///     try (var pool = Executors.newFixedThreadPool(16)) {
///         while (feed.hasNext()) {
///             var message = feed.next();              // 64 KB
///             pool.execute(() -> feed.handle(message));
///         }
///     }
/// }
/// ```
static void handleAll(Feed feed) {
    try (var pool = new ThreadPoolExecutor(16, 16, 0, TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(32),
            new ThreadPoolExecutor.CallerRunsPolicy())) {
        while (feed.hasNext()) {
            var message = feed.next();              // 64 KB
            pool.execute(() -> feed.handle(message));
        }
    }
}

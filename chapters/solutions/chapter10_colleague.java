import module java.base;

/// ## Hold a buffer while the thread waits
///
/// A virtual thread that waits is an object on the heap, with its
/// frames. Whatever these frames refer to is live as well. A buffer of
/// 10,200 bytes and the thread itself come to 12 KB.
///
/// The last line matters. A variable that is not used any more after
/// the wait can be garbage although the method has not returned: the
/// JIT compiler knows which variables are still needed. The line keeps
/// the buffer alive until the wait is over.
///
/// ### What it costs
///
/// Exactly what it says: 12 KB for each thread. With a million threads
/// that is 12 GB, and the threads themselves are less than a tenth of
/// it.
///
/// ### Where you meet it
///
/// In most numbers about servers. A request that waits for a database
/// holds a connection, buffers and a session. Such a number is true of
/// that server. It is no number about virtual threads.
///
/// ### Hints
///
/// 1. The idea: frames on the heap keep alive what they refer to. See
///    "Where your figure can come from".
/// 2. The API: a local variable of the lambda, such as a `byte[]`, and
///    `Reference.reachabilityFence` after the wait.
/// 3. Nearly the code: make an array of about 10,200 bytes before
///    `gate.here()`, and name it once more after `gate.await()`.
///
/// ### As it came
///
/// ```java
/// static Gate colleague(int tasks) throws Exception {
///     var gate = new Gate(tasks);
///     for (int i = 0; i < tasks; i++)
///         Thread.startVirtualThread(() -> {
///             gate.here();
///             gate.await();
///         });
///     return gate.full();
/// }
/// ```
static Gate colleague(int tasks) throws Exception {
    var gate = new Gate(tasks);
    for (int i = 0; i < tasks; i++)
        Thread.startVirtualThread(() -> {
            var buffer = new byte[10_200];
            gate.here();
            gate.await();
            Reference.reachabilityFence(buffer);
        });
    return gate.full();
}

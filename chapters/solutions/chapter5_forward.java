import module java.base;

import memorytax.child.kit.Relay;

/// ## The last user gives it back
///
/// A buffer has one owner at any time. First it is the method. When
/// `send` has taken the buffer, the owner is the thread that sends. So
/// the callback gives it back: it runs when the bytes have left.
///
/// On three ways out nobody else has taken the buffer: the request hung
/// up, it is empty, or `send` refused it. Then no callback comes, and
/// the method has to give the buffer back. The variable `handedOn` says
/// whose it is. It changes in the line after `send`, so an exception of
/// `send` leaves it as it was.
///
/// ### What it costs
///
/// No compiler checks this. A reader of `forward` must know two things
/// of `send`: it takes the buffer over, and when it throws, it does
/// not. Write both into its documentation.
///
/// The pool needs more buffers, because each is out for longer: from
/// the request until its last byte has left.
///
/// There is another way. Let the thread wait in `forward` until the
/// callback comes, and keep the plain `finally`. On a virtual thread a
/// wait is cheap, and the code stays simple.
///
/// ### Where you meet it
///
/// Netty counts the references of each buffer. Its documentation says
/// that the party that accesses a buffer last has to release it, and
/// `write` of a `ChannelHandlerContext` does that for you. The JDK says
/// of its asynchronous channels: do not access the buffer until the
/// operation has completed. In Rust this is a rule of the language: a
/// value that was moved cannot be used any more.
///
/// ### Hints
///
/// 1. The idea: ask for each way out who uses the buffer last. After
///    `send` has returned it is the other thread. On all other ways it
///    is the method.
/// 2. The API: the third argument of `send` is a `Runnable`. The other
///    thread runs it once, when it needs the buffer no longer. If
///    `send` throws, the callback never runs.
/// 3. Nearly the code: the callback calls `giveBack`. A `boolean
///    handedOn` is false at first, and true after the line with `send`.
///    In `finally`, give the buffer back only if it is still false.
///
/// ### As it came
///
/// ```java
/// static void forward(Relay relay, int request) throws IOException {
///     var buffer = relay.borrow();
///     try {
///         int length = relay.read(request, buffer);   // may hang up
///         if (length == 0) return;
///         relay.send(buffer, length, () -> { });      // may fail
///     } finally {
///         relay.giveBack(buffer);
///     }
/// }
/// ```
static void forward(Relay relay, int request) throws IOException {
    var buffer = relay.borrow();
    boolean handedOn = false;
    try {
        int length = relay.read(request, buffer);
        if (length == 0) return;
        relay.send(buffer, length, () -> relay.giveBack(buffer));
        handedOn = true;
    } finally {
        if (!handedOn) relay.giveBack(buffer);
    }
}

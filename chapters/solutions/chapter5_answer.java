import module java.base;

import memorytax.child.kit.Loans;

/// ## Give it back in finally
///
/// There were two ways out of the method on which the buffer was not
/// given back: the early `return` for an empty request, and the
/// exception when a request hung up. A `finally` block runs on every
/// way out, also on those that somebody adds next year. The exception
/// still comes out.
///
/// `borrow` stands before the `try`. If `borrow` fails, there is
/// nothing to give back.
///
/// ### What it costs
///
/// It takes no time worth measuring. But `finally` gives the buffer
/// back at the end of the block, whatever has become of it. If another
/// thread or a callback still uses the buffer then, two tasks write
/// into the same bytes. A buffer that is handed on has to be given back
/// by its last user.
///
/// ### Where you meet it
///
/// The documentation of `Lock` in the JDK unlocks in `finally`. A JDBC
/// `Connection` from a pool goes back to the pool when it is closed,
/// and try-with-resources closes it. Netty's page on reference counted
/// objects calls `release()` of a buffer in `finally`. Go has `defer`,
/// and Python has `with`.
///
/// ### Hints
///
/// 1. The idea: count the ways out of the method. The last line is one.
///    The early `return` is another, and a call that throws is a third.
///    The buffer has to come back on all of them.
/// 2. The API: `try { ... } finally { ... }`. What stands in the
///    `finally` block runs on every way out of the `try` block, after a
///    `return` and after an exception.
/// 3. Nearly the code: `borrow` stays before the `try`. Everything from
///    `read` to `return sum` goes into the `try`. The `finally` block
///    has one line, `giveBack`, and no other line calls it.
///
/// ### As it came
///
/// ```java
/// static long answer(Loans pool, int request) throws IOException {
///     var buffer = pool.borrow();
///     // it may hang up here
///     int length = pool.read(request, buffer);
///     if (length == 0) return 0;
///     long sum = 0;
///     for (int i = 0; i < length; i++) sum += buffer[i];
///     pool.giveBack(buffer);
///     return sum;
/// }
/// ```
static long answer(Loans pool, int request) throws IOException {
    var buffer = pool.borrow();
    try {
        int length = pool.read(request, buffer);
        if (length == 0) return 0;
        long sum = 0;
        for (int i = 0; i < length; i++) sum += buffer[i];
        return sum;
    } finally {
        pool.giveBack(buffer);
    }
}

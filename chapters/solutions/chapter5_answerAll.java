import module java.base;

import memorytax.child.kit.Batch;

/// ## One buffer, and only the bytes of this request
///
/// Two lines change. The buffer is made before the loop, so 20,000
/// requests share one. And the sum takes only the first `length` bytes.
///
/// With a new buffer the second change was not needed: a new buffer is
/// full of zeros, and zeros do not change a sum. A buffer that is used
/// again still has the end of a longer request in it. So either take
/// only what belongs to this request, or wipe the rest before.
///
/// 16 KB for 20,000 requests is less than one byte for each.
///
/// ### What it costs
///
/// The buffer stays as long as the method runs, also for a request of
/// one byte. And the requests are no longer independent of each other:
/// code that forgets `length` reads bytes of another request.
///
/// The buffer belongs to one thread. When several threads answer, each
/// of them needs its own.
///
/// ### Where you meet it
///
/// `InputStream.transferTo` makes one buffer before its loop, and
/// writes only as many bytes as `read` has returned. Go's
/// `io.CopyBuffer` takes a buffer of the caller, and Python has
/// `readinto`. In April 2014 the Heartbleed bug of OpenSSL sent what
/// lay in memory behind a short request.
///
/// ### Hints
///
/// 1. The idea: the requests come one after the other, so one buffer is
///    enough for all. But then a short request comes after a long one,
///    and finds the end of the long one in the buffer.
/// 2. The API: `read` returns how many bytes the request has. Only
///    these belong to it.
/// 3. Nearly the code: move the line with `new` before the loop. Keep
///    what `read` returns in `int length`, and add up with `for (int j
///    = 0; j < length; j++)`.
///
/// ### As it came
///
/// ```java
/// static void answerAll(Batch batch) {
///     for (int i = 0; i < batch.requests(); i++) {
///         var buffer = new byte[SIZE];
///         batch.read(i, buffer);
///         long sum = 0;
///         for (byte b : buffer) sum += b;
///         batch.answer(i, sum);
///     }
/// }
/// ```
static void answerAll(Batch batch) {
    var buffer = new byte[SIZE];
    for (int i = 0; i < batch.requests(); i++) {
        int length = batch.read(i, buffer);
        long sum = 0;
        for (int j = 0; j < length; j++) sum += buffer[j];
        batch.answer(i, sum);
    }
}

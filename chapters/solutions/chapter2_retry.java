import module java.base;

import memorytax.child.kit.Letter;
import memorytax.child.kit.Post;

/// ## A loop instead of a call
///
/// When `retry` called itself, it had nothing left to do afterwards.
/// But Java keeps the frame of a call until the call returns, even if
/// no variable in it is needed any more. So each refusal added a frame,
/// and the wait at the end kept all 400.
///
/// A loop uses the same frame in every round. What one try hands on to
/// the next is one number, `refused`, and it is counted up in place.
///
/// ### What it costs
///
/// Nothing here: the loop is shorter than the recursion. In other code,
/// each parameter that a call would change becomes a variable that the
/// loop changes, and the reader has to follow these changes.
///
/// It only works if the call is the last thing that a method does. If
/// something remains to be done after the call, the frame is needed, or
/// something else that remembers it.
///
/// ### Where you meet it
///
/// Code that tries again from a `catch` block often calls its own
/// method. So does code that fetches the next page of a list, or that
/// opens a connection again when it was closed. OkHttp follows
/// redirects in a loop, in its `RetryAndFollowUpInterceptor`, and gives
/// up after 20.
///
/// Kotlin's `tailrec` has the compiler make a loop of such a method,
/// and Scala's `@tailrec` checks that it does. Java's compiler makes no
/// such loop.
///
/// ### Hints
///
/// 1. The idea: a client that waits keeps a frame for each call that
///    has not returned. The calls of `retry` do not return before the
///    letter is there. But only the last one still has work to do.
/// 2. The API: no class is needed. A `while` loop tries again without a
///    call, and `refused` is a variable that the loop can change.
/// 3. Nearly the code: replace the `if` by
///    `while (isBusy(client, refused))`, and in it only count `refused`
///    up. The lines below stay as they are.
///
/// ### As it came
///
/// ```java
/// static void retry(Post post, int client, int refused) {
///     if (isBusy(client, refused)) {
///         retry(post, client, refused + 1);    // tries again
///         return;
///     }
///     var letter = new CompletableFuture<Letter>();
///     post.deliver(client, letter::complete);
///     // it waits here
///     accepted(post, client, refused, letter.join());
/// }
/// ```
static void retry(Post post, int client, int refused) {
    while (isBusy(client, refused)) refused++;
    var letter = new CompletableFuture<Letter>();
    post.deliver(client, letter::complete);
    accepted(post, client, refused, letter.join());    // it waits here
}

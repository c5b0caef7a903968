import memorytax.child.kit.Filters;

/// ## A stack of your own
///
/// What a filter needs on the way back is one number of eight bytes. A
/// frame keeps that number, and with it the return address, the other
/// parameters, and what the compiler saves around a call. On our
/// machine, a frame took about 50 bytes.
///
/// So the method keeps the numbers itself, in an array. The first loop
/// is the way down, and writes them. The second loop is the way back,
/// and reads them in the opposite order. The array is a stack that
/// holds nothing but the numbers: 1.6 KB for 200 filters. The wait is
/// between the two loops, at the top, in a single frame.
///
/// ### What it costs
///
/// The way down and the way back of a filter are now in two places. A
/// recursive method keeps them together, and takes care of the order
/// and of exceptions: a `try` around the call inside also covers the
/// wait. With the loops you do that by hand.
///
/// The array must have the right size before the first filter runs, or
/// it has to grow.
///
/// ### Where you meet it
///
/// `Files.walk` does not call itself for each folder: its
/// `FileTreeWalker` keeps an `ArrayDeque` with one small object for
/// each open folder. A compiler does the same to an `async` function of
/// C# or a `suspend` function of Kotlin: what is needed after a wait
/// becomes fields of an object. In Spring MVC a `HandlerInterceptor`
/// has a `preHandle` and an `afterCompletion`, and a loop calls them
/// for one interceptor after the other.
///
/// ### Hints
///
/// 1. The idea: list what is needed after the wait. For each filter
///    that is its number `i` and the request `mine`, and nothing else.
///    Keep that yourself, and not in 200 frames.
/// 2. The API: a `long[]` with `filters.count()` elements keeps the
///    requests. Two loops use it: one with `down`, before `ask`, and
///    one with `back`, after it. Objects in a list would take 24 bytes
///    and more for each filter.
/// 3. Nearly the code: in the first loop, `i` goes up, and
///    `request = made[i] = filters.down(i, request)`. Then
///    `long answer = filters.ask(request)`. In the second loop, `i`
///    goes down to 0, and `answer = filters.back(i, made[i], answer)`.
///
/// ### As it came
///
/// ```java
/// static long pass(Filters filters, long request, int i) {
///     if (i == filters.count())
///         return filters.ask(request);         // it waits here
///     long mine = filters.down(i, request);
///     long answer = pass(filters, mine, i + 1);
///     return filters.back(i, mine, answer);
/// }
/// ```
static long pass(Filters filters, long request, int i) {
    var made = new long[filters.count()];
    for (; i < made.length; i++)
        request = made[i] = filters.down(i, request);
    long answer = filters.ask(request);          // it waits here
    while (--i >= 0) answer = filters.back(i, made[i], answer);
    return answer;
}

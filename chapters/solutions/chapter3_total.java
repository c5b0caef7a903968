import module java.base;

/// ## No box, and no call that hides its target
///
/// Two things were made in each round. A `Long` is an object, and `+=`
/// on a `Long` makes a new one, because a `Long` never changes. A
/// `long` needs no object.
///
/// The pair was made because it goes to one of four lambdas. C2 looks
/// through a call that has had one or two targets, and not through one
/// with four; so the pair has to exist as an object. With the rules in
/// a `switch` there is no call to look through. The `new` is still in
/// the code for its reader, and C2 leaves it out.
///
/// ### What it costs
///
/// The rules are no longer a list that somebody can add to: a new rule
/// is an edit of this method.
///
/// And nothing guarantees the result. The interpreter and C1 still make
/// every pair. If the method grows until C2 does not inline a part of
/// it, the pairs come back, and no test of the sum notices. Where it
/// matters, measure bytes, as the check does.
///
/// ### Where you meet it
///
/// The JDK has `IntStream`, `ToIntFunction` and `OptionalInt` beside
/// `Stream`, `Function` and `Optional` so that numbers need no boxes.
/// Netty has an `IntObjectHashMap` for the same reason, and fastutil
/// and Eclipse Collections have whole libraries of such types.
/// Effective Java has a sum in a `Long` among its examples, under
/// "Avoid creating unnecessary objects".
///
/// ### Hints
///
/// 1. The idea: two things are made in each round, and the compiler
///    cannot leave them out. One is the pair, written with `new`. The
///    other is the sum: `+=` on a `Long` makes a new `Long`.
/// 2. The API: a `long` is no object. And a pair needs no place on the
///    heap if no call gets it whose target the compiler cannot tell.
///    `FOUR` has four targets, so write the four rules out.
/// 3. Nearly the code: `long sum = 0`, and in the loop `sum += switch
///    (i % 4) { case 0 -> p.a(); ... }`. The rules of `FOUR` are, in
///    turn: a, b, a + b, a - b.
///
/// ### As it came
///
/// ```java
/// static long total(int[] prices) {
///     Long sum = 0L;
///     for (int i = 0; i < prices.length; i++) {
///         var p = new Pair(prices[i], i);
///         sum += FOUR.get(i % FOUR.size()).applyAsInt(p);
///     }
///     return sum;
/// }
/// ```
static long total(int[] prices) {
    long sum = 0;
    for (int i = 0; i < prices.length; i++) {
        var p = new Pair(prices[i], i);
        sum += switch (i % 4) {
            case 0 -> p.a();
            case 1 -> p.b();
            case 2 -> p.a() + p.b();
            default -> p.a() - p.b();
        };
    }
    return sum;
}

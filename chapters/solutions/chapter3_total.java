import module java.base;

/// ## Let the compiler see
///
/// Two things are left behind in each round. `Long` is an object, and a
/// sum that is a new `Long` every time is a new object every time. And
/// the pair goes to one of four lambdas: C2 does not look through a call
/// that has so many targets, so the pair has to exist.
///
/// With the rules written out, there is no call to look through. The
/// pair is still there, for whoever reads this; the JVM never makes it.
///
/// ### Hints
///
/// 1. Two things are made in each round. One of them says `new`; the
///    other is what `+=` does to a `Long`.
/// 2. A pair that nobody else sees costs nothing. Who sees it here?
/// 3. What the four rules of `FOUR` do can be written in a `switch`.
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

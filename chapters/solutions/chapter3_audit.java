import memorytax.child.kit.Outliers;

/// ## Copy on the rare path, and make the array once
///
/// The pair was made in each round for two reasons, and either was
/// enough. `outliers` keeps it, so it escapes, though only once in a
/// thousand rounds: C2 decides once for the whole method. And `highest`
/// takes it along into the next rounds. There it does not escape, but
/// C2 can make plain variables of an object only if it knows at each
/// place which `new` the object comes from. In a loop variable it may
/// come from any earlier round.
///
/// Now both get a copy. `p` itself stays in its round, and C2 leaves it
/// out. A copy is made only where a pair is really kept: for each
/// outlier, and each time that a price is higher than all before. In
/// 1,000 random prices that happens between seven and eight times.
///
/// The third reason is the array: the place in it is not known when C2
/// compiles the method. Before the loop it is made once for each pass.
///
/// ### What it costs
///
/// The copies look like a mistake. Without the comment, somebody will
/// remove them, and the result stays right: only a measurement notices.
///
/// Two variables `price` and `position` would do without a copy for
/// `highest`. That is the better way as long as there are only two.
///
/// ### Where you meet it
///
/// Code that logs, throws or counts errors keeps an object on a path
/// that is hardly ever taken. `Collections.max` and
/// `stream.max(comparator)` return an object of the collection, so
/// whoever makes objects only to compare them has them all made. And
/// `List.of(...)` or an array in a hot method is often a table that
/// never changes: as a `static final` field it is made once.
///
/// ### Hints
///
/// 1. The idea: look at each `new` and ask three questions. Can other
///    code reach the object later? Is it needed in a later round? If it
///    is an array, is the place in it known? A single yes, or a no to
///    the last one, is enough to have it made in each round.
/// 2. The API: a new pair with the same numbers is equal to the old
///    one, because `Pair` is a record. So what is kept may be a copy,
///    made at the place where it is kept. The array never changes.
/// 3. Nearly the code: `int[] percent` goes before the loop. In both
///    lines with `if`, replace `p` behind the condition by
///    `new Pair(p.a(), p.b())`.
///
/// ### As it came
///
/// ```java
/// static long audit(int[] prices, Outliers outliers) {
///     long sum = 0;                            // in hundredths
///     var highest = new Pair(0, 0);
///     for (int i = 0; i < prices.length; i++) {
///         int[] percent = {100, 95, 90};
///         var p = new Pair(prices[i], i);
///         if (p.a() > highest.a()) highest = p;
///         if (p.a() >= 9_990) outliers.add(p);
///         sum += p.a() * percent[p.a() % 3];
///     }
///     return sum + highest.b();
/// }
/// ```
static long audit(int[] prices, Outliers outliers) {
    long sum = 0;                            // in hundredths
    int[] percent = {100, 95, 90};
    var highest = new Pair(0, 0);
    for (int i = 0; i < prices.length; i++) {
        var p = new Pair(prices[i], i);      // kept: only copies of it
        if (p.a() > highest.a()) highest = new Pair(p.a(), p.b());
        if (p.a() >= 9_990) outliers.add(new Pair(p.a(), p.b()));
        sum += p.a() * percent[p.a() % 3];
    }
    return sum + highest.b();
}

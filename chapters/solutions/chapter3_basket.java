/// ## A long instead of a Long
///
/// `+=` on a `Long` takes the number out of the object, adds, and calls
/// `Long.valueOf`. For a number from -128 to 127 that returns an object
/// of a cache, and for any other number a new one, of 24 bytes. No
/// other code can reach the new object, but the next round needs it. In
/// that round, `sum` is an object of the cache or a new one. C2 does
/// not make a plain variable of a mix like that in a loop.
///
/// A `long` is the number itself. It is in a register or on the stack,
/// whichever compiler runs the method.
///
/// ### What it costs
///
/// Nothing in this method. A `Long` can be `null`, and a `long` cannot:
/// where "no sum yet" is different from 0, something else has to say
/// so.
///
/// ### Where you meet it
///
/// `map.merge(word, 1L, Long::sum)` makes a `Long` for each word that
/// it counts, and `stream.reduce(0L, Long::sum)` one for each element.
/// `LongStream.sum()` and `Stream.mapToLong` do without. Database
/// classes often have `Long` fields, because a column may be `NULL`,
/// and code that calculates with them copies the type. Error Prone
/// warns of such variables: its check is called
/// `UnnecessaryBoxedVariable`.
///
/// ### Hints
///
/// 1. The idea: there is no `new` in the method, and still each round
///    makes an object. Look for a variable whose type is a class.
/// 2. The API: Java has a class for each primitive type, such as `Long`
///    for `long`. It turns one into the other by itself (*boxing*). An
///    object of the class is on the heap, a `long` is not.
/// 3. Nearly the code: one letter. The line that begins with `Long` has
///    to begin with `long`.
///
/// ### As it came
///
/// ```java
/// static long basket(int[] prices) {
///     Long sum = 0L;
///     for (int price : prices) sum += price;
///     return sum;
/// }
/// ```
static long basket(int[] prices) {
    long sum = 0;
    for (int price : prices) sum += price;
    return sum;
}

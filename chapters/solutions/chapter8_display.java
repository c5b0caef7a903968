import module java.base;

import memorytax.child.kit.Letter;
import memorytax.child.kit.Post;
import memorytax.child.kit.Timetables;

/// ## One timetable for each line, and not for each board
///
/// A hundred boards of one line held a hundred equal timetables. Now
/// the first board of a line loads the timetable, and all boards of the
/// line hold a reference to the same array: 100 arrays of 8 KB, and not
/// 10,000. What remains for each board is its thread and its frames. On
/// our machine the peak fell from about 190 MB to 95 MB.
///
/// `computeIfAbsent` also sees to the other limit. When all boards
/// start together, a hundred of them miss the same timetable at the
/// same moment. `computeIfAbsent` runs the function once for each key,
/// and the other threads wait for its result. With `get`, a test for
/// null and `put`, each of them would ask the database.
///
/// ### What it costs
///
/// What is shared must not be changed: a board that wrote into its
/// timetable would change the timetable of a hundred boards. And the
/// map never forgets. When a timetable changes, or when a line closes,
/// somebody has to remove the old one. A cache needs a bound and an
/// end, or it is a leak.
///
/// A thread that waits in `computeIfAbsent` also makes threads wait
/// whose keys happen to lie in the same part of the map. So keep the
/// function short, or put futures into the map.
///
/// ### Where you meet it
///
/// When many tasks miss the same entry at once, it is called a cache
/// stampede. Caffeine's `LoadingCache` loads an entry once, and has a
/// maximum size and an end. Go has `singleflight` for it, and in Spring
/// it is `@Cacheable(sync = true)`. Objects that are equal and never
/// change are shared in the JDK, too: `Integer.valueOf` shares small
/// numbers, and G1 can share the bytes of equal strings
/// (`-XX:+UseStringDeduplication`).
///
/// ### Hints
///
/// 1. The idea: there are 10,000 boards, but only 100 different
///    timetables. A board has to reach the timetable of its line, and
///    need not have one of its own.
/// 2. The API: a `ConcurrentHashMap<Integer, byte[]>` can hold one for
///    each line. Its `computeIfAbsent` loads a missing one, and no two
///    threads load the same one.
/// 3. Nearly the code: make the map before the loop. Replace the call
///    of `load` by `map.computeIfAbsent(tables.line(board), …)`, with a
///    lambda that takes the line and calls `tables.load`.
///
/// ### As it came
///
/// ```java
/// static void display(Post post, Timetables tables) {
///     for (int i = 0; i < post.tasks(); i++) {
///         int board = i;
///         Thread.startVirtualThread(() -> {
///             byte[] table = tables.load(tables.line(board));
///             var news = new CompletableFuture<Letter>();
///             post.deliver(board, news::complete);
///             tables.show(board, news.join(), table); // it waits here
///             post.answer(board, news.join());
///         });
///     }
/// }
/// ```
static void display(Post post, Timetables tables) {
    var shared = new ConcurrentHashMap<Integer, byte[]>();
    for (int i = 0; i < post.tasks(); i++) {
        int board = i;
        Thread.startVirtualThread(() -> {
            byte[] table = shared.computeIfAbsent(tables.line(board),
                line -> tables.load(line));
            var news = new CompletableFuture<Letter>();
            post.deliver(board, news::complete);
            tables.show(board, news.join(), table); // it waits here
            post.answer(board, news.join());
        });
    }
}

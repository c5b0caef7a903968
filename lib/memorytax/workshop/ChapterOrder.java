package memorytax.workshop;

import java.util.Comparator;
import java.util.List;

/// Which chapters a workshop takes first, where nobody has named any.
final class ChapterOrder {
    /// What a waiting task costs, when `new` is free, and how forgotten tasks fill a container: these three make sense
    /// without the others. Then what chapter 8 builds on, and chapter 8.
    private static final List<Integer> FIRST = List.of(1, 3, 6, 2, 8, 4, 7, 5);
    private static final int CORE = 3, MINUTES_EACH = 45;

    private ChapterOrder() {
    }

    /// The same chapters in this order; those that have no place in it come last.
    static List<ChapterWork> of(List<ChapterWork> chapters) {
        return chapters.stream().sorted(Comparator.comparingInt((ChapterWork work) -> place(work.number()))
            .thenComparingInt(ChapterWork::number)).toList();
    }

    private static int place(int number) {
        int place = FIRST.indexOf(number);
        return place < 0 ? FIRST.size() : place;
    }

    /// Those among which a workshop of so many minutes chooses.
    static List<ChapterWork> first(List<ChapterWork> order, int minutes) {
        return order.stream().limit(Math.max(CORE, minutes / MINUTES_EACH)).toList();
    }
}

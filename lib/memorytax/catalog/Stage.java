package memorytax.catalog;

import java.util.List;

/// Chapters that belong together on the way to a decision.
///
/// @param first number of its first chapter
/// @param last  number of its last one
public record Stage(String title, int first, int last) {
    /// In the order in which they are read.
    public static final List<Stage> ALL = List.of(new Stage("What waiting costs", 1, 2),
        new Stage("Memory of work", 3, 5), new Stage("When many wait", 6, 7), new Stage("Your decision", 8, 8),
        new Stage("Further", 9, 11));

    /// Whether a chapter of that number is in it; what comes later than all belongs to the last.
    public boolean has(int number) {
        return number >= first && (number <= last || equals(ALL.getLast()));
    }
}

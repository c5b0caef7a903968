package memorytax.workshop;

/// A row of a timetable: something that a room does for some minutes.
///
/// @param chapter 0 for what belongs to no chapter
/// @param minutes at least one; a reserve may have none
/// @param what    happens, in a sentence or two of Markdown
public record Activity(int chapter, Kind kind, int minutes, String what) {
    /// The kinds of rows, as a reader sees them.
    public enum Kind {
        START, READING, PREDICTING, MEASURING, DISCUSSING, EXERCISE, BREAK, RESERVE;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// The same for so many minutes more.
    Activity longer(int more) {
        return new Activity(chapter, kind, minutes + more, what);
    }
}

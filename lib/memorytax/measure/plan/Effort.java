package memorytax.measure.plan;

import memorytax.measure.process.Guests;

import java.util.List;
import java.util.OptionalInt;

/// How much the reader wants to spend: the options of a chapter that the scale obeys. How fast and how many processes
/// are two choices: a number that the reader names always wins, up and down, and leaves nothing out.
///
/// @param pace  how much of the chapter's plan is run
/// @param said  processes per point, where the reader has named a number
/// @param tasks replaces the chapter's own sizes; empty leaves them
/// @param with  who is weighed beside the chapter's own contenders, where it has room for others
public record Effort(Pace pace, OptionalInt said, List<Integer> tasks, Guests with) {
    /// How much of a chapter's plan is run.
    public enum Pace {
        /// A first look: three processes per point, fewer sizes, and only the contenders that make the point.
        QUICK(3),
        /// Five, and all that the chapter lists.
        USUAL(5),
        /// Ten, and the largest sizes.
        THOROUGH(10);

        private final int forks;

        Pace(int forks) {
            this.forks = forks;
        }
    }

    /// Five forks of each point.
    public static final Effort DEFAULT = new Effort(Pace.USUAL);
    /// Three, and less of everything.
    public static final Effort QUICK = new Effort(Pace.QUICK);
    /// Ten, and the largest sizes.
    public static final Effort THOROUGH = new Effort(Pace.THOROUGH);

    private Effort(Pace pace) {
        this(pace, OptionalInt.empty(), List.of(), Guests.NONE);
    }

    /// The usual plan, or the thorough one, with so many processes per point.
    public Effort(int forks, List<Integer> tasks, boolean thorough) {
        this(thorough ? Pace.THOROUGH : Pace.USUAL, OptionalInt.of(forks), tasks, Guests.NONE);
    }

    /// A first look with so many processes per point.
    public static Effort quick(int forks, Integer... tasks) {
        return new Effort(Pace.QUICK, OptionalInt.of(forks), List.of(tasks), Guests.NONE);
    }

    /// The same with guests.
    public Effort with(Guests guests) {
        return new Effort(pace, said, tasks, guests);
    }

    /// Processes per point.
    public int forks() {
        return said.orElse(pace.forks);
    }

    /// The same for a cell that is content with so many, unless the reader has named a number or wants it thorough.
    public int forks(int most) {
        return said.isPresent() || thorough() ? forks() : Math.min(forks(), most);
    }

    /// Whether it is a first look.
    boolean quick() {
        return pace == Pace.QUICK;
    }

    boolean thorough() {
        return pace == Pace.THOROUGH;
    }
}

package memorytax.scale;

import java.util.List;

/// How much the reader wants to spend: the options of a chapter that the scale obeys.
///
/// @param forks    processes per point
/// @param tasks    replaces the chapter's own sizes; empty leaves them
/// @param thorough adds the sizes that a chapter keeps for it
public record Effort(int forks, List<Integer> tasks, boolean thorough) {
    /// Five forks of each point.
    public static final Effort DEFAULT = new Effort(5, List.of(), false);
    /// Three.
    public static final Effort QUICK = new Effort(3, List.of(), false);
    /// Ten, and the largest sizes.
    public static final Effort THOROUGH = new Effort(10, List.of(), true);

    /// Whether it is a first look: fewer forks than usual.
    boolean quick() {
        return forks < DEFAULT.forks;
    }
}

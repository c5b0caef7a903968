package memorytax.notebook;

import java.util.Locale;

/// How a step of a chapter stands whose cells are run in any order.
public enum CellState {
    /// It was not run yet.
    IDLE,
    /// It asks something, and has no answer yet.
    ASKS,
    /// It waits for its turn.
    QUEUED,
    /// It runs now.
    RUNNING,
    /// Its result is of the code and the values as they are now.
    FRESH,
    /// It was measured while its reader read, and has a result that nobody has seen.
    MEASURED,
    /// It had a result, and something that this rests on has changed since.
    STALE,
    /// It threw.
    FAILED,
    /// It needs a step that failed.
    BLOCKED;

    /// `fresh`: as it is shown.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

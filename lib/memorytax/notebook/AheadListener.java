package memorytax.notebook;

/// Who shows what [Ahead] measures. Called on the thread that measures, and on those that wait for it.
public interface AheadListener {
    /// Shows nothing.
    AheadListener SILENT = new AheadListener() {
    };

    /// Somebody waits for the step that is under way.
    default void awaited() {
    }

    /// Somebody waits for the end of the process that is under way, to measure something else.
    default void finishing() {
    }

    /// Nobody waits any more.
    default void over() {
    }

    /// It is on or off, or something is under way or there that was not before.
    default void changed() {
    }
}

package memorytax.shell;

import java.util.Optional;

/// One thing that came of typed code.
public sealed interface Reply {
    /// What the code has printed, as it is; at most [Spoken#LONGEST] characters of it.
    record Printed(String text) implements Reply {
    }

    /// A value: of an expression, of a variable that was declared, or one that the code has shown.
    ///
    /// @param name  of the variable that holds it; empty when it was shown
    /// @param text  as JShell writes it; of one that was shown, its own words
    /// @param value empty for `null`
    record Value(String name, String text, Optional<Object> value) implements Reply {
    }

    /// What there is now, or what to know: `created method mine(int)`.
    record Note(String text) implements Reply {
    }

    /// What is wrong with the code, or what it threw: words for whoever typed it, without a stack trace.
    record Trouble(String text) implements Reply {
    }
}

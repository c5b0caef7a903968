package memorytax.terminal.chart;

/// Names that are too long for their place: what tells a contender from others of its kind stays, and its kind goes,
/// because its colour and its marker say that.
final class TerminalNames {
    private TerminalNames() {
    }

    /// The most columns that names may take of so many.
    static int most(int width) {
        return width * 2 / 5;
    }

    /// `virtual threads` of `virtual threads (untracked)`: what is left out of a name that is too long.
    static String kind(String contender) {
        return contender.replaceFirst(" \\(.*", "");
    }

    /// `virtual threads (untracked)` as it is where it fits, else `untracked`; `0 left: virtual threads (closed)` else
    /// `0 left: closed`.
    static String fit(String name, int columns) {
        return name.length() <= columns ? name : name.replaceFirst("(^|: )[^:(]* \\(([^)]*)\\)", "$1$2");
    }
}

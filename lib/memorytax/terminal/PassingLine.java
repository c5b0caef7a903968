package memorytax.terminal;

/// One line for who waits before the screen is opened: what is being done. It is wiped when that is done, and a pipe
/// gets none.
public final class PassingLine implements AutoCloseable {
    private static final String WIPE = "\r\033[K";
    private final boolean shown;

    private PassingLine(boolean shown) {
        this.shown = shown;
    }

    /// Says it now.
    ///
    /// @param what `building mine.go`; nothing is said where it is empty
    public static PassingLine say(String what) {
        var console = System.console();
        boolean shown = !what.isEmpty() && console != null && console.isTerminal() && !dumb();
        if (shown) write(WIPE + " " + what + " ...");
        return new PassingLine(shown);
    }

    private static boolean dumb() {
        return System.getenv().getOrDefault("TERM", "dumb").equals("dumb") && System.getenv("WT_SESSION") == null;
    }

    private static void write(String text) {
        System.out.print(text);
        System.out.flush();
    }

    @Override
    public void close() {
        if (shown) write(WIPE);
    }
}

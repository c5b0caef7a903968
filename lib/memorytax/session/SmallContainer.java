package memorytax.session;

import memorytax.measure.process.Linux;
import memorytax.measure.result.Bytes;
import memorytax.terminal.TerminalScreen;
import memorytax.terminal.text.TerminalLines;

import java.util.OptionalLong;

/// A container that has less memory than a chapter may take for itself, its children aside. Whoever is killed for that
/// cannot say so any more, so it is said beforehand.
final class SmallContainer {
    /// Bytes that a chapter takes at the most: its heap, and what a JVM has beside that.
    private static final long ALONE = 250L << 20;

    private SmallContainer() {
    }

    static void tell(TerminalScreen screen) {
        var said = said(Linux.limit());
        if (!said.isEmpty()) screen.print(TerminalLines.wrap(TerminalLines.plain(" " + said), screen.width()));
    }

    private static String said(OptionalLong limit) {
        return limit.orElse(ALONE) >= ALONE ? "" : "The container has " + Bytes.of(limit.getAsLong())
            + " of memory, and a chapter may need " + Bytes.of(ALONE) + " for itself: if it is killed, that is why.";
    }
}

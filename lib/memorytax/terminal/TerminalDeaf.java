package memorytax.terminal;

import org.jline.utils.Signals;

/// A time in which Ctrl-C does not reach this process, because another program that it has started has the terminal.
/// The system itself drops it: a handler may be so late that the program has ended by then, and would take it for its
/// own. Begun once that program runs, which else would inherit this.
public final class TerminalDeaf implements AutoCloseable {
    private static final String CTRL_C = "INT";
    private final Object before = Signals.register(CTRL_C, () -> { });

    public TerminalDeaf() {
        try {
            var ignored = Class.forName("sun.misc.SignalHandler").getField("SIG_IGN").get(null);
            Signals.unregister(CTRL_C, ignored);
        } catch (ReflectiveOperationException e) {
            // a Java without it: then nothing hears it, which is nearly as good
        }
    }

    @Override
    public void close() {
        Signals.unregister(CTRL_C, before);
    }
}

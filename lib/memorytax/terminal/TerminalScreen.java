package memorytax.terminal;

import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;

import java.io.IOError;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Where a chapter is printed: a terminal with colours and keys, or, on a pipe, plain text.
public final class TerminalScreen implements AutoCloseable {
    /// What [#key] returns when nothing more will come: end of input, Ctrl-D, Ctrl-C.
    public static final int END = -1;
    /// What [#key] returns when it was told to wait no longer.
    static final int DISTURBED = -3;
    private static final int GLANCE = 200;
    private static final int CTRL_C = 3, CTRL_D = 4, ESCAPE = 27;
    /// What a shell expects of a process that Ctrl-C has ended.
    private static final int INTERRUPTED = 130;
    private static final int USUAL = 80, LEAST = 40;
    // held, because a logger that nobody holds forgets its level
    private static final Logger JLINE = Logger.getLogger("org.jline");

    private final Optional<Terminal> terminal;
    private final PrintStream out;
    private final TerminalInk ink;
    private volatile boolean lent, gone;

    private TerminalScreen(Optional<Terminal> terminal, PrintStream out, TerminalInk ink) {
        this.terminal = terminal;
        this.out = out;
        this.ink = ink;
    }

    /// The terminal, when both input and output are one; otherwise standard output, as plain text.
    public static TerminalScreen open() {
        var console = System.console();
        if (console == null || !console.isTerminal()) return plain(System.out);
        JLINE.setLevel(Level.OFF);
        try {
            var terminal = TerminalCharset.terminal();
            var screen = on(terminal);
            terminal.handle(Terminal.Signal.INT, _ -> screen.interrupted());
            return screen;
        } catch (IOException | IllegalStateException e) {
            return plain(System.out);
        }
    }

    /// A terminal that is already open; it is closed with the screen.
    public static TerminalScreen on(Terminal terminal) {
        terminal.echo(false); // keys pressed while something is weighed must not land in the picture
        return new TerminalScreen(Optional.of(terminal), System.out, TerminalInk.of(terminal, System.getenv()));
    }

    /// Leaves what is half drawn behind; JLine's shutdown hook gives the terminal back as it was.
    private void interrupted() {
        if (lent) return; // it is meant for somebody else
        write(redraws() ? "\r\033[K" : "\n");
        gone = true; // whoever is just drawing something draws no more
        // not here: JLine may call from within a read, whose lock its shutdown hook needs
        Thread.ofPlatform().daemon().start(() -> System.exit(INTERRUPTED));
    }

    /// A terminal that has been given back, because this process is being ended, is no trouble that is worth a word:
    /// whoever reads from it has nothing to do any more.
    private void waitForTheEnd() {
        while (gone) {
            LockSupport.park();
            Thread.interrupted(); // else there is no waiting
        }
    }

    /// Plain text, without a key to press.
    public static TerminalScreen plain(PrintStream out) {
        return new TerminalScreen(Optional.empty(), out, TerminalInk.plain(out.charset()));
    }

    /// Plain text in another character set than the stream's own.
    public static TerminalScreen plain(PrintStream out, Charset charset) {
        return new TerminalScreen(Optional.empty(), out, TerminalInk.plain(charset));
    }

    /// Whether somebody sits in front of it, who can press keys.
    public boolean interactive() {
        return terminal.isPresent();
    }

    /// Whether what was printed can be drawn over: not on a pipe, and not on a dumb terminal.
    public boolean redraws() {
        return terminal.filter(t -> t.getStringCapability(Capability.cursor_up) != null).isPresent();
    }

    /// Columns, as they are now: 80 on a pipe, and where the terminal does not say.
    public int width() {
        int columns = asked(Terminal::getColumns);
        return columns <= 0 ? USUAL : Math.max(LEAST, columns);
    }

    /// Lines that fit on the screen; endless on a pipe.
    public int height() {
        int rows = asked(Terminal::getRows);
        return rows <= 0 ? Integer.MAX_VALUE : rows;
    }

    /// Zero on a pipe, and of a terminal that has been given back, because this process is being ended.
    private int asked(ToIntFunction<Terminal> question) {
        try {
            return terminal.map(question::applyAsInt).orElse(0);
        } catch (IllegalStateException e) {
            return 0;
        }
    }

    /// Prints these lines.
    public void print(List<AttributedString> lines) {
        var text = new StringBuilder();
        lines.forEach(line -> text.append(ink.write(line)).append('\n'));
        write(text.toString());
    }

    /// Prints one line.
    public void print(AttributedString line) {
        print(List.of(line));
    }

    /// Writes a piece of text as it is, in one go.
    public void write(String text) {
        if (gone) return;
        if (terminal.isPresent()) {
            try {
                terminal.get().writer().write(text);
                terminal.get().flush();
            } catch (IllegalStateException e) {
                // it has been given back, because this process is being ended
            }
        } else {
            out.print(text);
            out.flush();
        }
    }

    /// A line as characters and escapes of this screen.
    public String written(AttributedString line) {
        return ink.write(line);
    }

    /// The key Enter, in characters of this screen.
    String enter() {
        return ink.enter();
    }

    /// Forgets the keys that were pressed before, writes `prompt`, and waits for a key. Returns its character; zero for
    /// a key that sends more than one; [#END] at the end of input; [#DISTURBED] as soon as there is something else to
    /// do.
    int key(String prompt, BooleanSupplier disturbed) {
        if (terminal.isEmpty()) return END;
        try {
            var before = terminal.get().enterRawMode();
            try {
                return key(terminal.get().reader(), prompt, disturbed);
            } finally {
                waitForTheEnd();
                terminal.get().setAttributes(before);
            }
        } catch (InterruptedIOException e) {
            Thread.currentThread().interrupt(); // JLine has lifted the flag
            return END;
        } catch (IOException | IllegalStateException | IOError e) {
            waitForTheEnd();
            return END;
        }
    }

    private int key(NonBlockingReader keys, String prompt, BooleanSupplier disturbed) throws IOException {
        while (keys.peek(1) >= 0) keys.read();
        write(prompt);
        int next = NonBlockingReader.READ_EXPIRED;
        while (next == NonBlockingReader.READ_EXPIRED) {
            if (disturbed.getAsBoolean()) return DISTURBED;
            next = keys.peek(GLANCE);
        }
        int key = keys.read();
        if (key == CTRL_C || key == CTRL_D) return END;
        if (key != ESCAPE) return key;
        while (keys.peek(20) >= 0) keys.read();
        return 0;
    }

    /// Asks for a line. Empty when there is nobody to ask, or the answer is Ctrl-D, or Ctrl-C, which also interrupts
    /// this thread.
    public Optional<String> ask(String prompt) {
        return ask(prompt, "");
    }

    /// The same of a line of which a beginning has been typed.
    Optional<String> ask(String prompt, String begun) {
        if (terminal.isEmpty()) return Optional.empty();
        var reader = LineReaderBuilder.builder().terminal(terminal.get())
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true).build();
        try {
            return Optional.of(reader.readLine(ink.plainly(prompt), null, begun).strip());
        } catch (UserInterruptException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (EndOfFileException e) {
            return Optional.empty();
        } catch (IllegalStateException | IOError e) {
            waitForTheEnd();
            return Optional.empty();
        }
    }

    /// Lends the terminal to somebody who wants all of it for a while: an editor, JShell. Ctrl-C is theirs, too.
    public void lend(Runnable borrower) {
        lent = true;
        terminal.ifPresent(t -> t.echo(true));
        try {
            borrower.run();
        } finally {
            terminal.ifPresent(t -> t.echo(false));
            lent = false;
        }
    }

    /// Gives the terminal back as it was.
    @Override
    public void close() {
        try {
            if (terminal.isPresent()) terminal.get().close();
        } catch (IOException e) {
            // it is gone, and so is what there was to give back
        }
    }
}

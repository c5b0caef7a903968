package memorytax.shell;

import jdk.jshell.tool.JavaShellToolBuilder;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// JShell inside this JVM: what is typed runs beside the code that opened it, and sees the very values it has.
public final class Shell {
    /// What a shell has heard before, by its name, so that the next one of that name goes on there.
    private static final Map<String, Map<String, String>> HEARD = new ConcurrentHashMap<>();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private final int number = next();
    private final Setting setting;
    private final InputStream in;
    private final PrintStream out;
    private final boolean interactive;

    private Shell(Setting setting, InputStream in, PrintStream out, boolean interactive) {
        this.setting = setting;
        this.in = in;
        this.out = out;
        this.interactive = interactive;
    }

    /// The number of a shell, of which there is only one in this JVM.
    static int next() {
        return COUNT.incrementAndGet();
    }

    /// Opens a shell on the terminal of this process, and returns when the reader leaves it, by `/exit` or Ctrl-D. On a
    /// pipe it answers what it is sent, without a prompt and without colours. Whoever reads keys from the terminal must
    /// be silent meanwhile. One shell at a time.
    ///
    /// @throws IllegalStateException when JShell cannot be started; the cause says why
    public static void open(Setting setting) {
        var console = System.console();
        boolean interactive = console != null && console.isTerminal();
        // the tool takes System.in itself, and nothing else, for a terminal
        var in = interactive ? System.in : new FilterInputStream(System.in) { };
        new Shell(setting, in, System.out, interactive).run();
    }

    /// The same for who is no reader: answers what comes from `in`, on `out`. What the code that is sent prints by
    /// itself goes to where this JVM prints.
    public static void open(Setting setting, InputStream in, PrintStream out) {
        new Shell(setting, in, out, false).run();
    }

    private void run() {
        setting.variables().forEach(variable -> Handed.keep(number, variable.name(), variable.value()));
        try {
            var startUp = Files.writeString(Files.createTempFile("memory-tax-", ".jsh"), source());
            startUp.toFile().deleteOnExit(); // for who closes the window
            try {
                if (interactive) out.print(setting.welcome());
                out.flush();
                start(startUp);
            } finally {
                Files.delete(startUp);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Handed.clear(number);
        }
    }

    private String source() {
        var source = new StringBuilder(setting.startUp()).append('\n');
        for (var v : setting.variables())
            source.append("%s %s = %s;%n".formatted(v.type(), v.name(), Handed.source(number, v.name())));
        return source.toString();
    }

    private void start(Path startUp) {
        try {
            if (!HEARD.containsKey(setting.name())) HEARD.put(setting.name(), Feedback.of(setting.name()));
            // where nobody looks, neither a prompt nor an echo of what was sent
            var console = interactive ? out : new PrintStream(OutputStream.nullOutputStream());
            JavaShellToolBuilder.builder().in(in, null).out(out, console, out).err(out)
                .persistence(HEARD.get(setting.name()))
                .start("--execution", "local", "--class-path", System.getProperty("java.class.path"),
                    "--startup", startUp.toString());
        } catch (Exception e) {
            throw new IllegalStateException("JShell could not be started: " + e.getMessage(), e);
        }
    }
}

package memorytax.terminal;

import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

/// The characters that this process writes in. Where the environment names no locale at all, as in most containers,
/// Java takes the terminal for one that knows ASCII only. Terminals know UTF-8 today, and the launcher says so too. A
/// locale that is named counts: `LC_ALL=C` asks for ASCII.
public final class TerminalCharset {
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private TerminalCharset() {
    }

    /// Has standard output and standard error write in UTF-8, if the environment names no locale. To be called before
    /// anything is printed.
    public static void ready() {
        if (WINDOWS || named(System.getenv()) || !System.out.charset().equals(StandardCharsets.US_ASCII)) return;
        System.setOut(utf8(FileDescriptor.out));
        System.setErr(utf8(FileDescriptor.err));
    }

    private static PrintStream utf8(FileDescriptor of) {
        return new PrintStream(new FileOutputStream(of), true, StandardCharsets.UTF_8);
    }

    /// Whether the environment names a locale.
    static boolean named(Map<String, String> environment) {
        return Stream.of("LC_ALL", "LC_CTYPE", "LANG").anyMatch(name -> !environment.getOrDefault(name, "").isEmpty());
    }

    /// The terminal of this process.
    static Terminal terminal() throws IOException {
        var builder = TerminalBuilder.builder().system(true).dumb(true);
        if (!WINDOWS && !named(System.getenv())) builder.encoding(StandardCharsets.UTF_8)
            .stdinEncoding(StandardCharsets.UTF_8).stdoutEncoding(StandardCharsets.UTF_8);
        try (var _ = PassingLine.say("preparing the terminal")) {
            return builder.build();
        }
    }
}

package memorytax.shell;

import jdk.jshell.tool.JavaShellToolBuilder;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// How JShell answers: as it usually does, without its own welcome, and long enough for a table.
final class Feedback {
    private static final int LONGEST = 20_000;

    private Feedback() {
    }

    /// What a tool of that name starts with, as the tool itself keeps it: a mode of answering. Nobody but the tool can
    /// write that down, so one is asked to.
    static Map<String, String> of(String name) throws Exception {
        var commands = """
            /set mode workbook normal -quiet
            /set prompt workbook "%s> " "%s> "
            /set truncation workbook %d
            /set mode workbook -retain
            /set feedback -retain workbook
            """.formatted(name, ".".repeat(3).indent(name.length() - 3).stripTrailing(), LONGEST);
        var kept = new HashMap<String, String>();
        JavaShellToolBuilder.builder().persistence(kept)
            .in(new ByteArrayInputStream(commands.getBytes(StandardCharsets.UTF_8)), null)
            .out(new PrintStream(OutputStream.nullOutputStream())).start("--execution", "local", "--no-startup");
        kept.keySet().removeIf(key -> key.startsWith("HISTORY") || key.startsWith("REPLAY"));
        return kept;
    }
}

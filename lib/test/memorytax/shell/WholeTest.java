package memorytax.shell;

import jdk.jshell.tool.JavaShellToolBuilder;
import memorytax.House;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A result in JShell is as long as it is: a table that is cut in its middle cannot be read.
class WholeTest {
    /// Longer than any table of a chapter, and of lines.
    private static final String TABLE =
        "record Rows(int n) { public String toString() { return \"row\\n\".repeat(n); } }\n";

    /// In a JShell that somebody else has started, as `jbang -i` does, a file has it answer so.
    @Test
    void afterOneCommandAnyJShellAnswersWithAllOfIt() throws Exception {
        var cut = answer(TABLE + "var cut = new Rows(1_500)\n");
        assertTrue(cut.contains(" ... "), cut);
        var whole = answer("/open " + House.root().resolve("lib/whole.jsh") + "\n" + TABLE
            + "var whole = new Rows(1_500)\nnew Rows(1_500)\n");
        assertEquals(2 * 1_500, whole.split("row\n", -1).length - 1, whole);
        assertFalse(whole.contains("|  Unknown") || whole.contains("|  Not valid"), whole);
    }

    @Test
    void theShellOfTheWorkbookAnswersWithAllOfIt() {
        var out = new ByteArrayOutputStream();
        Shell.open(new Setting("whole", "", TABLE, List.of()), in("var whole = new Rows(1_500)\nwhole\n"),
            new PrintStream(out, true, StandardCharsets.UTF_8));
        var said = out.toString(StandardCharsets.UTF_8);
        assertEquals(2 * 1_500, said.split("row\n", -1).length - 1, said);
    }

    private static String answer(String typed) throws Exception {
        var out = new ByteArrayOutputStream();
        JavaShellToolBuilder.builder().persistence(new HashMap<>()).in(in(typed), null)
            .out(new PrintStream(out, true, StandardCharsets.UTF_8)).start("--execution", "local");
        return out.toString(StandardCharsets.UTF_8);
    }

    private static InputStream in(String typed) {
        return new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
    }
}

package memorytax;

import memorytax.cli.ApiCard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What `help()` shows in JShell.
class ApiCardTest {
    private static final String CODE = "    ";

    @Test
    void fitsOnAScreen() {
        var lines = ApiCard.text().lines().toList();
        assertTrue(lines.size() <= 23, lines.size() + " lines");
        for (var line : lines) assertTrue(line.length() <= 79 && !line.contains("|"), line);
    }

    /// Typed from the top to the bottom, each line is a statement that JShell takes.
    @Test
    void everyLineCompiles(@TempDir Path folder) throws Exception {
        var code = ApiCard.text().lines().filter(line -> line.startsWith(CODE)).collect(Collectors.joining("\n"));
        int end = code.indexOf("\n" + CODE + "}") + CODE.length() + 2;
        var statements = code.substring(end).lines().filter(line -> !line.isBlank()).map(line -> line + ";")
            .collect(Collectors.joining("\n"));
        assertFalse(statements.isEmpty());
        var source = Files.writeString(folder.resolve("Typed.java"), """
            import module java.base;
            import memorytax.chart.Charts;
            import memorytax.child.Gate;
            import memorytax.measure.result.*;
            import memorytax.table.Tables;
            import static memorytax.Notebook.*;
            class Typed {
            %s
            static void all() throws Exception {
            %s
            }
            }
            """.formatted(code.substring(0, end), statements));
        assertEquals("", ReadmeTest.compiled(source), Files.readString(source));
    }
}

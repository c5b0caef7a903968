package memorytax.terminal.text;

import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

import java.util.List;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Text, Markdown and tables as lines.
public class TerminalTextTest {
    @Test
    void markdownIsWrappedBlockByBlock() {
        assertEquals("""
             One *two* is said in
             the post example.org.

             1. first, which is too
                long
             2. second
                • inner

             │ quoted

               x = 1;

             who  bytes
             go   2,771""".stripIndent(), text(TerminalText.markdown("""
            One \\*two\\* is *said* in [the post](https://example.org).

            1. first, which is too long
            2. second
               - inner

            > quoted

            ```java
            x = 1;
            ```

            | who | bytes |
            |---|--:|
            | go | 2,771 |
            """, 24)).indent(-1).stripTrailing());
    }

    @Test
    void codeIsNumberedAndCut() {
        assertEquals("   9  int a;\n  10  int b = somethi…",
            text(TerminalText.code("int a;\nint b = something();\n", "java", 9, 22)));
        assertEquals(" Weigh them ─────── 4/10", text(List.of(TerminalText.heading("Weigh them", "4/10", 24))));
    }

    @Test
    void aTableFitsWhateverTheWidth() {
        var table = Table.create("t", StringColumn.create("contender", "goroutines", "asyncio tasks"),
            LongColumn.create("bytes", 2_412_345L, 1L),
            DoubleColumn.create("slope", 2771.25, Double.NaN),
                StringColumn.create("outcome", "ok",
                "failed: was killed (signal 9), which the system does when memory is short"));
        for (int width = 40; width < 120; width++)
            for (var line : TerminalTable.draw(table, width)) assertTrue(line.columnLength() <= width,
                width + ": " + line);
        var wide = TerminalTable.draw(table, 120).stream().map(Object::toString).toList();
        assertEquals(" goroutines     2,412,345  2,771.3  ok", wide.get(1));
        assertTrue(wide.get(2).startsWith(" asyncio tasks          1        –  failed: was"), wide.get(2));
        table.addColumns(LongColumn.create("another", 123_456_789L, 1L), LongColumn.create("last", 123_456_789L, 1L));
        assertTrue(text(TerminalTable.draw(table, 50))
            .endsWith("not shown in 49 columns: another, last\n t"), text(TerminalTable.draw(table, 50)));
        assertTrue(text(TerminalTable.draw(Table.create("t", StringColumn.create("a", "x".repeat(30)),
            StringColumn.create("goroutines, live", "1"), StringColumn.create("tasks", "2")), 36))
            .contains("goroutines, live; tasks"), "a name with a comma in it ends where it ends");
    }

    /// A word is broken only where a line has no room for it.
    @Test
    void aColumnGivesWayBeforeAWordOfAnotherIsBroken() {
        var table = Table.create("", StringColumn.create("line", "51"),
            StringColumn.create("code", "parent, _ := context.WithCancel(context.Background())"),
            StringColumn.create("says", "should be called, not discarded, to avoid a leak"));
        var text = text(TerminalTable.draw(table, 80));
        assertTrue(text.contains("context.WithCancel(context.Background())"), text);
        assertTrue(text(TerminalTable.draw(table, 50)).contains("context.W"), "it is broken where it must be");
    }

    public static String text(List<AttributedString> lines) {
        return lines.stream().map(Object::toString).collect(Collectors.joining("\n"));
    }
}

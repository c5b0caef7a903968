package memorytax.export;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

import java.util.List;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MarkdownTextTest {
    /// What a reader sees is what was said.
    @ParameterizedTest
    @ValueSource(strings = {"~20 KB, not ~30 KB", "a_b and _c_", "List<String> & <b>", "2 * 3 * 4", "a|b", "`n -> n`",
        "$3 to $4", "a [link](somewhere)", "C:\\temp", "-5 and 1. and #", "✗ refuted"})
    void isReadLetterByLetter(String text) {
        var html = MarkdownText.html("x " + MarkdownText.escape(text));
        assertEquals("<p>x " + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</p>\n", html);
    }

    @Test
    void noCellBreaksItsTable() {
        var table = Table.create("a | b", StringColumn.create("who|what", "x | y", "two\nlines", ""),
            IntColumn.create("bytes", 1234567, 5, 60));
        assertEquals("""
            **a \\| b**

            | who\\|what |     bytes |
            | --------- | --------: |
            | x \\| y    | 1,234,567 |
            | two lines |         5 |
            | –         |        60 |""", MarkdownTable.of(table));
        var html = MarkdownText.html(MarkdownTable.of(table));
        assertTrue(html.contains("""
            <td style="text-align: left">x | y</td>
            <td align="right">1,234,567</td>"""), html);
    }

    @Test
    void aLongTableSaysHowMuchOfItIsLeftOut() {
        var table = Table.create("n", IntColumn.create("i", IntStream.range(0, 1100).toArray()));
        assertTrue(MarkdownTable.of(table).endsWith("|  59 |\n\nand 1,040 more rows"), MarkdownTable.of(table));
    }

    @Test
    void codeThatHasAFenceIsFencedAllTheSame() {
        var html = MarkdownText.html(MarkdownText.fenced("java", "/// ```java\n/// a();\n/// ```"));
        assertEquals("<pre><code class=\"language-java\">/// ```java\n/// a();\n/// ```\n</code></pre>\n", html);
    }

    @Test
    void aSummaryIsNoTag() {
        assertEquals("<details><summary>a &lt; b</summary>\n\n- c\n\n</details>",
            MarkdownText.details("a < b", MarkdownText.list(List.of("c"))));
    }
}

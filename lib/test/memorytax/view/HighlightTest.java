package memorytax.view;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class HighlightTest {
    @Test
    void marksAndEscapes() {
        assertEquals("<b>static</b> List&lt;<b>int</b>[]&gt; a = f(<em>\"&amp;\"</em>); <i>// new &lt;b&gt;</i>",
            Highlight.html("static List<int[]> a = f(\"&\"); // new <b>", "java"));
    }

    @Test
    void twoSlashesInAStringAreNoComment() {
        assertEquals("f(<em>\"http://a new\"</em>, <em>\"b\\\"c\"</em>); <i>// said \"new\"</i>",
            Highlight.html("f(\"http://a new\", \"b\\\"c\"); // said \"new\"", "java"));
        assertEquals("x = <em>'#'</em> <i># it's</i>", Highlight.html("x = '#' # it's", "python"));
    }

    @Test
    void whatGoesOnOverSeveralLinesStaysWhatItIs() {
        assertEquals("<i>/* a</i>\n<i>new */</i> "
            + "<b>new</b> X(<em>\"\"\"</em>\n<em>  int \"b\" // c</em>\n<em>  \"\"\"</em>);",
            Highlight.html("/* a\nnew */ new X(\"\"\"\n  int \"b\" // c\n  \"\"\");", "java"));
    }

    @Test
    void javaScriptAndRustHaveTheirOwnKeywords() {
        assertEquals("<b>await</b> f(<em>`a//${b}`</em>, <em>\"c\"</em>); <i>// new</i>",
            Highlight.html("await f(`a//${b}`, \"c\"); // new", "node"));
        assertEquals("<b>let</b> x: &amp;'a <b>str</b> = <em>\"//\"</em>; <i>// 'a</i>",
            Highlight.html("let x: &'a str = \"//\"; // 'a", "rust"));
    }

    @Test
    void keepsEveryCharacter() {
        String code = "func main() {\n\tx := `a` // b\n\n}";
        assertEquals(code, String.join("\n", Highlight.lines(code, "go").stream().map(Object::toString).toList()));
        assertEquals("a &lt; b", Highlight.html("a < b", "cobol"));
    }
}

package memorytax.notebook.source;

import memorytax.notebook.Fixture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChapterSourceTest {
    private final Chapter chapter = Fixture.chapter();

    @Test
    void aMemberIsAStepOrAnExhibitOrFolded() {
        assertEquals("""
                Exhibit load
                Folded twice
                Folded Pair
                Exhibit SMALL
                Step guess
                Step weighedTwice
                Step tooMuch
                Step needsIt
                Step needsThat
                Step said
                Folded Mood""", chapter.cells().stream()
                .map(cell -> cell.getClass().getSimpleName() + " " + cell.name()).collect(Collectors.joining("\n")));
    }

    @Test
    void mainHoldsTheTitleAndTheOpening() {
        assertEquals("Small things", chapter.title());
        assertEquals("The opening,\non two lines.  \n\n    indented code", chapter.opening());
    }

    @Test
    void aStepSaysWhatItTakesAndReturns() {
        var step = chapter.steps().get(1);
        assertEquals("Weighed twice", step.title());
        assertEquals("Weighs with care.", step.prose());
        assertEquals("Map<String, int[]>", step.type());
        assertEquals(List.of(new Cell.Parameter("StringBuilder", "scale"), new Cell.Parameter("Integer", "guess")),
                step.parameters());
        assertTrue(step.code().startsWith("/* a remark between prose and code */\nprivate Map<"), step.code());
        assertEquals("/* a remark", Fixture.SOURCE.lines().toList().get(step.line() - 1).substring(0, 11));
    }

    @Test
    void remarksGoWithTheMemberTheyLeanOn() {
        assertEquals("""
                // A remark that leans on the helper.
                private static int twice(int n) { return 2 * n; }  // ends the line""", cell("twice").code());
        assertEquals("static final int SMALL = 1, LARGE = 1_000;", cell("SMALL").code());
    }

    @Test
    void codeIsMovedToTheLeft() {
        var indented = read("/// # C\nvoid main() {}\n\t/// ## A\n\tint a() {\n\t\treturn 1;\n\t}\n");
        assertEquals("int a() {\n\treturn 1;\n}", indented.steps().getFirst().code());
    }

    @Test
    void aHeadingIsMissedOnlyByTheLint() {
        assertEquals("Weighed HTTP2 calls", Prose.title("weighedHTTP2Calls"));
        assertEquals("Max tasks", Prose.title("MAX_TASKS"));
    }

    @Test
    void withoutImportsTheFirstLineIsNoProse() {
        var bare = read("///usr/bin/env jbang x\n/// # Bare\nvoid main() {}\n");
        assertEquals("Bare", bare.title());
        var top = read("///usr/bin/env jbang x\n//DEPS a:b:1\nint a() { return 1; }\nvoid main() {}\n");
        assertEquals(List.of(new Cell.Folded("a", "int a() { return 1; }", 3)), top.cells());
    }

    @Test
    void withoutMainThereIsNoTitle() {
        var types = read("/// ## R\nrecord R(int x) {}\nclass C { int y; }\n");
        assertEquals("", types.title());
        assertEquals(List.of("R", "C"), types.cells().stream().map(Cell::name).toList());
    }

    @Test
    void whatIsNotJavaIsSaidInOneLine() {
        var refusal = assertThrows(SourceException.class,
                () -> ChapterSource.read("chapter7", "void main() {\n    int x = 1\n}\n"));
        assertEquals("chapter7.java:2: ';' expected", refusal.getMessage());
    }

    static List<String> files() {
        String whole = Fixture.SOURCE;
        return List.of(whole, whole.replace("\n", "\r\n"), whole.replace("    ", "\t"), whole.indent(3),
                whole.stripTrailing(), "", "// nothing\n", "int a = 1; int b;int c;");
    }

    @ParameterizedTest
    @MethodSource("files")
    void spansGiveTheFileBack(String source) {
        var spans = ChapterSource.spans("c", source);
        assertEquals(source, spans.stream().map(span -> span.in(source)).collect(Collectors.joining()));
        var code = spans.stream().filter(span -> span.kind() == Span.Kind.CODE && !span.name().equals("main"))
                .map(span -> span.name() + ": " + Indent.none(span.in(source))).toList();
        assertEquals(ChapterSource.read("c", source).cells().stream()
                .map(cell -> cell.name() + ": " + cell.code()).toList(), code);
    }

    /// javac takes the comments off by its own rules. What it calls a member's comment must be what a reader sees.
    @Test
    void proseIsWhatJavacTakesForIt() {
        var parsed = new Parsed(Fixture.SOURCE);
        var layout = Layout.of(parsed);
        for (var member : layout.members()) {
            var path = TreePath.getPath(parsed.unit, member.declaration().tree());
            assertEquals(Objects.requireNonNullElse(parsed.trees.getDocComment(path), ""),
                    ChapterSource.prose(layout, member, "none").body(), member.name());
        }
    }

    @Test
    void lineEndingsChangeNothingThatIsRead() {
        var windows = ChapterSource.read("chapter0", Fixture.SOURCE.replace("\n", "\r\n"));
        assertEquals(chapter.cells(), windows.cells());
        assertEquals(chapter.opening(), windows.opening());
    }

    private static Chapter read(String source) {
        return ChapterSource.read("c", source);
    }

    private Cell cell(String name) {
        return chapter.cells().stream().filter(cell -> cell.name().equals(name)).findFirst().orElseThrow();
    }
}

package memorytax.notebook.source;

import memorytax.notebook.Fixture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LintTest {
    private static final String MAIN = "/// # Title\nvoid main() {}\n";
    private static final List<Cell.Parameter> GIVEN = List.of(new Cell.Parameter("Scale", "scale"),
            new Cell.Parameter("Guesses", "guesses"));

    @Test
    void theFixtureHasTheFlawsThatItIsGiven() {
        assertEquals(List.of(
                "chapter0.java:47: weighedTwice: the prose must begin with a heading: /// ## Title",
                "chapter0.java:48: weighedTwice takes \"scale\", no step; "
                    + "it may take Scale scale, Guesses guesses, guess",
                "chapter0.java:49: weighedTwice: 81 columns of code, at most 72 fit",
                "chapter0.java:51: weighedTwice: 87 columns of code, at most 72 fit"),
                Lint.check("chapter0", Fixture.SOURCE, GIVEN));
    }

    @Test
    void proseThatJavacDropsIsFound() {
        flaws(MAIN + """
                /// ## Lost
                /// with a second line

                /// ## Kept

                static int a;
                /** javadoc */
                static int b;
                // fine
                /// nobody follows
                """,
                "c.java:3: lost prose: 2 lines of /// that no member follows; join them to the next block",
                "c.java:9: a /** comment is not shown: write prose with ///, a remark with //",
                "c.java:12: lost prose: 1 line of /// that no member follows; join them to the next block");
    }

    @Test
    void proseAboveTheImportsIsLostToo() {
        flaws("/// # Title\nimport module java.base;\nvoid main() {}\n",
                "c.java:1: lost prose: 1 line of /// that no member follows; join them to the next block",
                "c.java:3: main's /// comment must begin with the title: /// # Title");
    }

    @Test
    void aParameterNamesAnEarlierStep() {
        flaws(MAIN + """
                static int helper() { return 1; }
                /// ## Load
                static Object load() { return null; }
                /// ## A
                List<String> a(Scale scale, int b, int load, int helper) { }
                /// ## B
                int b(Scale scales, List<Integer> a, Object c) { return 1; }
                /// ## C
                void c(Collection<String> a, Integer b) {}
                /// ## D
                void d(Object a, java.util.List<String> b, Object c) {}
                """,
                "c.java:7: a takes \"b\", a step that does not come before it",
                "c.java:7: a takes \"load\", an exhibit, which is shown and not run",
                "c.java:7: a takes \"helper\", a member without prose, which is not run",
                "c.java:9: b takes \"scales\", no step; it may take Scale scale, Guesses guesses, a",
                "c.java:9: b takes \"c\", a step that does not come before it",
                "c.java:11: c takes Collection<String> a, but a returns List<String>",
                "c.java:13: d takes java.util.List<String> b, but b returns int",
                "c.java:13: d takes c, which returns nothing");
    }

    @Test
    void whatJShellCannotOpenIsRefused() {
        flaws(MAIN + """
                int count;
                final int fixed = 1;
                static int a() { return 1; }
                static int a(int n) {
                    return new Object() { int b() { return this.hashCode(); } }.b();
                }
                int c() {
                    return this.fixed;
                }
                record R(int x) { R(String s) { this(s.length()); } }
                """,
                "c.java:3: count can change: make it final, or let a step return it",
                "c.java:6: a second a, after line 5: every member needs a name of its own",
                "c.java:10: c says this: JShell has none; call the member by its name");
    }

    @Test
    void aCellIsOneGlance() {
        flaws(MAIN + "/// ## Tall\nstatic void tall() {\n" + "\t;\n".repeat(23) + "}\n", new String[0]);
        flaws(MAIN + "static void tall() {\n" + "\t;\n".repeat(24) + "}\n",
                "c.java:3: tall: 26 lines of code, at most 25 fit");
        flaws(MAIN + "static int n =\n" + "\t".repeat(17) + "1234;\nstatic int m =\n" + "\t".repeat(17) + "123;\n",
                "c.java:4: n: 73 columns of code, at most 72 fit");
    }

    @Test
    void javacSpeaksForItself() {
        flaws("void main() {\n    int x = 1\n}\nint y = \"open;\n",
                "c.java:2: ';' expected", "c.java:4: unclosed string literal");
        flaws("static int a;\n", "c.java:1: no main: its /// comment is the title and the opening of the chapter");
    }

    private static void flaws(String source, String... expected) {
        assertEquals(List.of(expected), Lint.check("c", source, GIVEN));
    }
}

package memorytax.shell;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

import java.util.List;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A chapter that is edited while somebody types beside it. Alone: what is evaluated prints on the whole JVM's output.
@Isolated
class EvaluatorTest {
    private static final String ROWS = "List<Integer> rows;";
    private final Evaluator shell = new Evaluator();

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void whatIsTypedGoesOnWithTheChapterAsItIsNow() {
        shell.take(List.of("int f() { return 1; }", "record Pair(int a) { }"));
        assertEquals("10", value("int mine() { return f() * 10; }\nmine()"));
        shell.take(List.of("int f() { return 2; }", "record Pair(int a, int b) { }", "int g() { return f() + 1; }"));
        assertEquals("20", value("mine()"));
        assertEquals("Pair[a=1, b=3]", value("new Pair(1, g())"));
        shell.take(List.of("record Pair(int a, int b) { }"));
        assertEquals("method mine() cannot be used yet: there is no method f()", trouble("mine()"));
    }

    @Test
    void aVariableHasTheValueOfItsStep() {
        shell.take(List.of("import java.util.*;", ROWS));
        assertEquals("null", value("rows"));
        give(new Setting.Variable("rows", "List<Integer>", List.of(1)), new Setting.Variable("count", "int", 5));
        assertEquals("6", value("rows.getFirst() + count"));
        give(new Setting.Variable("rows", "List<Integer>", List.of(2)));
        assertEquals("[2]", value("rows"));
        assertTrue(trouble("count").contains("symbol:   variable count"), "a number is not there without a value");
        give();
        assertEquals("null", value("rows"));
    }

    @Test
    void aNameThatSomebodyTakesIsTheirs() {
        shell.take(List.of("import java.util.*;", ROWS));
        assertTrue(shell.has(ROWS));
        assertEquals("3", value("int rows = 3"));
        give(new Setting.Variable("rows", "List<Integer>", List.of(1)));
        assertEquals("3", value("rows"));
        assertFalse(shell.has(ROWS));
    }

    private void give(Setting.Variable... variables) {
        shell.give(Set.of("rows", "count"), List.of(variables));
    }

    /// Of the last statement, as JShell writes it.
    private String value(String code) {
        return ((Reply.Value) shell.eval(code, () -> false).getLast()).text();
    }

    private String trouble(String code) {
        return ((Reply.Trouble) shell.eval(code, () -> false).getLast()).text();
    }
}

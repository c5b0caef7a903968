package memorytax.notebook.source;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;

class CellNamesTest {
    private static final String PROSE = """
        See "Weigh the idle
        tasks", and ("How deep?"). The row "nothing" names no cell.

        - In `print("Not this")` nothing is named,

              print("Nor this")

        An open " mark, and

        a "Next" one.""";

    private static Optional<String> place(String heading) {
        return heading.equals("Weigh the idle tasks") ? Optional.of("chapter 1.html#weighed") : Optional.empty();
    }

    @Test
    void aCellIsNamedByItsHeadingInQuotationMarks() {
        assertEquals(List.of("Weigh the idle tasks", "How deep?", "Next"), CellNames.in(PROSE));
    }

    @Test
    void whatIsNamedAndIsThereBecomesALink() {
        assertEquals(PROSE.replace("Weigh the idle\ntasks", "[Weigh the idle\ntasks](<chapter 1.html#weighed>)"),
            CellNames.linked(PROSE, CellNamesTest::place));
    }
}

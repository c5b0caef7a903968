package browser;

import memorytax.House;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A whole chapter without a mouse, from the first question to the exercise that is solved.
@Timeout(120)
class BrowserKeysTest {
    private static final String SOLUTION = House.read("lib/test/fixtures/solutions/stepping_few.java");

    @Test
    void aWholeChapterByKeyboardAlone() throws Exception {
        try (var chapter = LiveChapter.small(); var visit = Visit.to(chapter)) {
            var keys = new Keyboard(visit.page);
            keys.tabTo("perTask", "Your guess");
            keys.type("1 KB");
            keys.press("Enter");
            visit.awaitState("perTask", "fresh");
            keys.isIn("perTask");
            keys.tabTo("dearer", "goroutines");
            keys.press("Enter");
            visit.awaitState("dearer", "fresh");
            keys.isIn("dearer");

            keys.tabTo("weighed", "Run");
            keys.press("Shift+Enter");
            visit.awaitState("weighed", "running");
            keys.isIn("growth"); // it has gone on
            for (var cell : List.of("weighed", "growth", "said", "youAndTheScale")) visit.awaitState(cell, "fresh");
            keys.isIn("growth");
            keys.press("k");
            keys.isIn("weighed");
            keys.press("Control+Enter");
            visit.awaitState("weighed", "running");
            keys.isIn("weighed");
            visit.awaitState("weighed", "fresh");
            keys.isIn("weighed");

            keys.tabTo("said", "Edit");
            keys.press("Enter");
            assertThat(visit.cell("said").locator(".cm-content")).isFocused();
            keys.press("Escape");
            keys.isIn("said");
            keys.press("Enter");
            assertThat(visit.cell("said").locator(".cm-content")).isFocused();
            keys.press("ControlOrMeta+a");
            keys.type("String said() {\n    return \"By keys alone.\";\n}");
            keys.press("ControlOrMeta+Enter");
            assertThat(visit.cell("said").locator(".cm-content")).hasCount(0);
            assertThat(visit.cell("said").locator(".out")).containsText("By keys alone.");
            visit.awaitState("said", "fresh");
            keys.isIn("said");

            keys.tabTo("few", "Edit");
            keys.press("Enter");
            assertThat(visit.cell("few").locator(".cm-content")).isFocused();
            keys.press("ControlOrMeta+a");
            keys.type(SOLUTION.substring(SOLUTION.indexOf("\nstatic void") + 1));
            keys.press("ControlOrMeta+s");
            chapter.awaitSource("post.deliver(task, letter -> ");
            assertThat(visit.cell("few").locator(".cm-content")).hasCount(0);
            keys.isIn("few");
            keys.tabTo("areFew", "Check");
            keys.press("Enter");
            assertThat(visit.cell("areFew").locator(".check.solved")).isVisible();
            visit.awaitState("areFew", "fresh");
            keys.isIn("areFew");
            assertThat(visit.page.locator(".live-foot .all")).hasText("7 of 7 cells have run");
        }
    }

    /// The last cells are too short to be scrolled to the top.
    @Test
    void theKeysLeadFromTheFirstCellToTheLastAndBack() throws Exception {
        try (var chapter = LiveChapter.small(); var visit = Visit.to(chapter)) {
            var keys = new Keyboard(visit.page);
            var cells = visit.page.locator("main > .cell:not(#terms)").all().stream()
                .map(c -> c.getAttribute("id")).toList();
            assertTrue(cells.size() > 7, cells.toString());
            keys.press("k");
            for (var cell : cells) {
                if (!cell.equals(cells.getFirst())) keys.press("j");
                assertEquals(cell, keys.focus().cell());
            }
            keys.press("j");
            assertEquals(cells.getLast(), keys.focus().cell());
            for (var cell : cells.reversed()) {
                if (!cell.equals(cells.getLast())) keys.press("k");
                assertEquals(cell, keys.focus().cell());
            }
        }
    }
}

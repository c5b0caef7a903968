package browser;

import memorytax.House;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/// A question for a line of text, in the live notebook.
@Timeout(120)
class BrowserFigureTest {
    @Test
    void aFigureIsTypedAndExplained() throws Exception {
        try (var chapter = LiveChapter.of(House.root().resolve("lib/test/fixtures/figures.java"), "--no-ahead");
             var visit = Visit.to(chapter)) {
            var cell = visit.cell("yourFigure");
            var input = cell.locator("input[name=answer]");
            input.fill("20 KB");
            input.press("Enter");
            assertThat(cell.locator(".bar .says")).containsText("it names no kind of task; allowed: virtual thread");
            assertThat(input).hasValue("20 KB");
            visit.answer("yourFigure", "3 KB per goroutine, on a Sunday");
            assertThat(cell).containsText("Your answer: 3 KB per goroutine, on a Sunday.");
            visit.awaitState("explained", "fresh"); // it measures nothing, so it runs by itself
            assertThat(visit.cell("explained")).containsText("One more goroutine occupies 3,000 B");
            assertThat(visit.cell("explained")).containsText("Not used: Sunday.");
            assertThat(visit.cell("explained").locator("table")).containsText("one more task, resident");
        }
    }
}

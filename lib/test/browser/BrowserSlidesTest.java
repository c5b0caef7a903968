package browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

/// One cell on each screen, for a room, and still to be run and edited.
@Timeout(120)
class BrowserSlidesTest {
    @Test
    void eachScreenHasOneCellThatCanBeEdited() throws Exception {
        try (var chapter = LiveChapter.small(); var visit = Visit.to(chapter)) {
            var slides = visit.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Slides"));
            var cells = visit.page.locator("main > .cell").filter(new Locator.FilterOptions().setVisible(true));
            visit.answer("perTask", "1 KB"); // what comes after a question is veiled
            visit.choose("dearer", "goroutines");
            int all = cells.count();
            slides.click();
            var keys = new Keyboard(visit.page);
            while (!visit.cell("said").isVisible()) keys.press("j");
            assertThat(cells).hasCount(1);
            assertThat(visit.cell("growth")).isHidden();
            keys.press("m"); // all of it
            var editor = visit.edit("said", "There are", "Behold");
            editor.press("ControlOrMeta+s");
            chapter.awaitSource("Behold");
            assertThat(editor).hasCount(0);
            assertThat(cells).hasCount(1);
            slides.click();
            assertThat(visit.cell("perTask")).isVisible();
            assertEquals(all, cells.count());
        }
    }
}

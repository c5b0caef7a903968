package browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/// A JShell at a cell, in which the results so far are variables.
@Timeout(300)
class BrowserDrawerTest {
    @Test
    void theResultsAreVariablesThere() throws Exception {
        try (var chapter = LiveChapter.small(); var visit = Visit.to(chapter)) {
            visit.answer("perTask", "1 KB"); // what comes after a question is veiled
            visit.choose("dearer", "goroutines");
            visit.run("weighed", "Run");
            var keys = new Keyboard(visit.page);
            keys.tabTo("said", "JShell");
            keys.press("Enter");
            var drawer = visit.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions()
                .setName("JShell"));
            assertThat(drawer.getByRole(AriaRole.TEXTBOX)).isFocused();
            keys.type("weighed.all().size() * 1000");
            keys.press("Enter");
            assertThat(drawer).containsText("2000");
            keys.type("nothing.there()");
            keys.press("Enter");
            assertThat(drawer).containsText("cannot find symbol");
            keys.press("Escape");
            assertThat(visit.button("said", "JShell")).isFocused();
        }
    }
}

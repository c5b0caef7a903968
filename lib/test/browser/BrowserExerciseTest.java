package browser;

import memorytax.House;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/// An exercise, from the method as it came to the one that solves it.
@Timeout(120)
class BrowserExerciseTest {
    private static final String SOLUTION = House.read("lib/test/fixtures/solutions/stepping_few.java");

    @Test
    void fromFailingToSolved() throws Exception {
        try (var chapter = LiveChapter.small(); var visit = Visit.to(chapter)) {
            visit.answer("perTask", "1 KB"); // what comes after a question is veiled
            visit.choose("dearer", "goroutines");
            var check = visit.cell("areFew");
            visit.run("areFew", "Check");
            assertThat(check).containsText("as it came");
            assertThat(check.locator(".bars dd.yours")).isVisible();
            assertThat(visit.cell("areFew")).not().containsText("Nobody waits"); // our solution

            var first = visit.edit("few", "Thread.ofPlatform()", "Thread.ofPlatform().daemon()");
            first.press("ControlOrMeta+s");
            assertThat(first).hasCount(0);
            visit.awaitState("areFew", "stale");
            visit.run("areFew", "Check");
            assertThat(check).containsText("not yet");

            var editor = visit.edit("few", "Thread.ofPlatform()", "Thread.ofPlatforms()");
            editor.press("ControlOrMeta+Enter");
            assertThat(visit.cell("few").locator(".trouble")).containsText("cannot find symbol");
            editor.press("ControlOrMeta+a");
            visit.page.keyboard().insertText(SOLUTION.substring(SOLUTION.indexOf("\nstatic void") + 1));
            editor.press("ControlOrMeta+s");
            assertThat(editor).hasCount(0);
            visit.awaitState("areFew", "stale");
            visit.run("areFew", "Check");
            assertThat(check).containsText("solved");
            assertThat(visit.cell("areFew")).containsText("Nobody waits");
        }
    }
}

package browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The code of a cell, changed in its place.
@Timeout(120)
class BrowserEditTest {
    private static LiveChapter chapter;

    @BeforeAll
    static void begin() throws Exception {
        chapter = LiveChapter.small();
        try (var visit = Visit.to(chapter)) { // what comes after a question is veiled
            visit.answer("perTask", "1 KB");
            visit.choose("dearer", "goroutines");
        }
    }

    @AfterAll
    static void end() throws Exception {
        if (chapter != null) chapter.close();
    }

    @Test
    void whatDoesNotCompileIsSaidAtItsLineAndCanBeMended() throws Exception {
        try (var visit = Visit.to(chapter)) {
            visit.run("weighed", "Run");
            assertThat(visit.cell("said")).containsText("There are 2 weighings.");
            var before = chapter.source();

            var editor = visit.edit("said", ".size()", ".sise()");
            editor.press("ControlOrMeta+Enter");
            assertThat(visit.cell("said").locator(".trouble")).containsText("cannot find symbol");
            var mark = visit.cell("said").locator(".cm-lint-marker-error");
            assertThat(mark).hasCount(1);
            assertEquals(line(editor, ".sise()"), mark.boundingBox().y, 8, "the mark stands at the line");
            assertThat(editor.locator(".cm-lintRange-error")).hasCount(1);
            assertEquals(before, chapter.source());
            assertThat(editor).isFocused();

            visit.retype(editor, "weighed.all().sise() + \" weighings.\"", "weighed.all().size() + \" of them.\"");
            editor.press("ControlOrMeta+Enter");
            assertThat(editor).hasCount(0);
            assertThat(visit.button("said", "Edit")).isFocused();
            assertThat(visit.cell("said")).containsText("There are 2 of them.");
            visit.awaitState("weighed", "fresh"); // it is not measured again
            assertEquals(before.replace(" weighings.\"", " of them.\""), chapter.source());
        }
    }

    private static double line(Locator editor, String text) {
        return editor.locator(".cm-line", new Locator.LocatorOptions().setHasText(text)).boundingBox().y;
    }

    /// Of two who write, neither loses a word.
    @Test
    void anEditFromOutsideIsNotOverwritten() throws Exception {
        try (var visit = Visit.to(chapter)) {
            var editor = visit.edit("growth", "return", "return /* mine */");
            chapter.save("Charts.growth(weighed)", "Charts.growth(weighed /* theirs */)");
            chapter.save("/// What rests on the weighings, and", "/// The page has heard of all: it");
            assertThat(visit.cell("said")).containsText("The page has heard of all");
            assertThat(editor).containsText("/* mine */"); // nor is it taken away
            assertThat(visit.cell("growth").locator(".code")).isHidden();
            visit.button("growth", "Save").click();
            var theirs = visit.cell("growth").getByRole(AriaRole.REGION,
                new Locator.GetByRoleOptions().setName("The code as it is in the file now"));
            assertThat(theirs).containsText("/* theirs */");
            assertThat(editor).containsText("/* mine */");
            assertTrue(chapter.source().contains("/* theirs */") && !chapter.source().contains("/* mine */"));
            visit.button("growth", "Take theirs").click();
            assertThat(editor).hasCount(0);
            assertThat(visit.cell("growth").locator(".source")).containsText("/* theirs */");
        }
    }

    /// Whoever looks at the chapter sees what another editor saves, and what is wrong with it.
    @Test
    void anEditFromOutsideAppears() throws Exception {
        try (var visit = Visit.to(chapter)) {
            var foot = visit.page.locator(".live-foot .line");
            chapter.save("    return Prediction.bytes();", "    return Prediction.byte();");
            assertThat(foot).containsText("stepping.java:");
            chapter.save("    return Prediction.byte();", "    return Prediction.bytes(); // look");
            assertThat(visit.cell("perTask").locator(".source")).containsText("// look");
            assertThat(foot).isEmpty();
        }
    }
}

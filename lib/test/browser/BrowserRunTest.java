package browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/// Cells that run, and who sees it. A load of 77 threads waits for an hour.
@Timeout(120)
class BrowserRunTest {
    private static final String SHORT = "sizes(100, 200)", LONG = "sizes(77, 100)";
    private static LiveChapter chapter;

    @BeforeAll
    static void begin() throws Exception {
        chapter = LiveChapter.small();
        try (var visit = Visit.to(chapter)) {
            visit.answer("perTask", "1 KB");
            visit.run("weighed", "Run");
            chapter.save(SHORT, LONG);
            visit.awaitState("weighed", "stale");
            visit.awaitState("said", "stale");
        }
    }

    @AfterAll
    static void end() throws Exception {
        if (chapter != null) chapter.close();
    }

    private static void begins(Visit visit) {
        visit.button("weighed", "Run").click();
        visit.awaitState("weighed", "running");
        assertThat(meter(visit)).containsText("of 2 processes");
    }

    private static Locator meter(Visit visit) {
        return visit.cell("weighed").locator(".meter");
    }

    private static void hasStopped(Visit visit) {
        visit.awaitState("weighed", "stale");
        assertThat(meter(visit)).hasCount(0);
        assertThat(visit.button("weighed", "Run")).isVisible();
        chapter.awaitRest();
    }

    @Test
    void aLongCellIsStopped() {
        try (var visit = Visit.to(chapter)) {
            begins(visit);
            visit.button("weighed", "Stop").click();
            hasStopped(visit);
        }
    }

    @Test
    void theStopButtonAtTheFootStopsItFromAnywhere() {
        try (var visit = Visit.to(chapter)) {
            begins(visit);
            visit.page.evaluate("scrollTo(0, 0)");
            visit.page.locator(".live-foot").getByRole(AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName("Stop")).click();
            hasStopped(visit);
        }
    }

    @Test
    void whoReloadsInTheMiddleFindsAllAsItStands() {
        try (var visit = Visit.to(chapter)) {
            begins(visit);
            visit.page.reload();
            visit.awaitState("weighed", "running");
            assertThat(meter(visit)).containsText("of 2 processes");
            assertThat(visit.cell("perTask")).containsText("1 KB");
            visit.button("weighed", "Stop").click();
            hasStopped(visit);
        }
    }

    @Test
    void whatThereWasStaysWhenItIsStale() {
        try (var visit = Visit.to(chapter)) {
            assertThat(visit.cell("said")).containsText("There are 2 weighings.");
            begins(visit);
            visit.button("weighed", "Stop").click();
            hasStopped(visit);
            visit.page.reload();
            assertThat(visit.cell("said")).containsText("There are 2 weighings.");
        }
    }

    @Test
    void twoWindowsShowTheSame() {
        try (var visit = Visit.to(chapter)) {
            var other = visit.open();
            begins(visit);
            assertThat(Visit.cell(other, "weighed").locator(".state")).hasText("running");
            assertThat(Visit.cell(other, "weighed").locator(".meter")).containsText("of 2 processes");
            Visit.cell(other, "weighed").getByText("Stop").click();
            hasStopped(visit);
            Visit.cell(other, "dearer").getByRole(AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName("goroutines")).click();
            visit.awaitState("dearer", "fresh");
            assertThat(visit.cell("dearer")).containsText("goroutines");

            var editor = visit.edit("growth", "return", "return /* one */");
            Visit.cell(other, "growth").getByText("Edit").click();
            Visit.cell(other, "growth").getByRole(AriaRole.TEXTBOX).press("Control+Home");
            other.keyboard().insertText("/* the other */ ");
            visit.button("growth", "Save").click();
            assertThat(editor).hasCount(0);
            Visit.cell(other, "growth").getByText("Save", new Locator.GetByTextOptions().setExact(true)).click();
            assertThat(Visit.cell(other, "growth").locator(".conflict")).containsText("/* one */");
            assertThat(Visit.cell(other, "growth").getByRole(AriaRole.TEXTBOX)).containsText("/* the other */");
        }
    }
}

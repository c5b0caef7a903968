package browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

/// The page can be read and used by everybody: in the dark, on a phone, with a screen reader. In each of its states.
@Timeout(180)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrowserLookTest {
    static final String AXE = axe();
    /// Which rules are broken, and where: `color-contrast: …: .state <span>running</span> …`.
    static final String BROKEN = """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
          .flatMap(rule => rule.nodes.map(({ target, html, any }) => `${rule.id}: ${rule.help}: ${
            target} ${html.slice(0, 90)} ${any.map(check => check.message).join('; ')}`))""";
    private static LiveChapter chapter;

    /// One cell fails, and an exercise is not solved.
    @BeforeAll
    static void begin() throws Exception {
        chapter = LiveChapter.small();
        chapter.save("return \"There are \" +", "if (true) throw new IllegalStateException(\"no\"); return \"\" +");
    }

    @AfterAll
    static void end() throws Exception {
        if (chapter != null) chapter.close();
    }

    /// What finds that, as its makers ship it.
    private static String axe() {
        try (var in = BrowserLookTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Order(1)
    @Test
    void everybodyCanReadAndUseIt() throws Exception {
        try (var visit = Visit.to(chapter)) {
            fits(visit.page, "at the beginning");
            measures(visit);
            fits(visit.page, "measured");
            editsWrongly(visit);
            fits(visit.page, "editing");
            visit.button("said", "Cancel").click();
            runs(visit);
            fits(visit.page, "running");
            stops(visit);
            fits(visit.page, "stale");
        }
    }

    @Order(2)
    @Test
    void whatOpensOverItCanBeReadAndUsedAsWell() {
        try (var visit = Visit.to(chapter)) {
            var keys = new Keyboard(visit.page);
            keys.press("?");
            assertThat(visit.page.locator("dialog.keys")).isVisible();
            fits(visit.page, "keys");
            keys.press("Escape", "/");
            assertThat(visit.page.locator(".search input")).isFocused();
            fits(visit.page, "search");
            keys.press("Escape");
            visit.button("waiting", "JShell").click();
            assertThat(visit.page.locator(".shell .cm-content")).isFocused();
            keys.type("21 * 2");
            keys.press("Enter");
            assertThat(visit.page.locator(".shell .log")).containsText("42");
            fits(visit.page, "JShell");
            keys.press("Escape");
            visit.page.locator(".live-foot [data-does=slides]").click();
            assertThat(visit.page.locator("body.slides")).hasCount(1);
            fits(visit.page, "slides");
        }
    }

    /// The chapter's result is there.
    private static void measures(Visit visit) {
        if (visit.asks("perTask")) visit.answer("perTask", "1 KB");
        if (visit.asks("dearer")) visit.choose("dearer", "goroutines");
        visit.cell("areFew").locator("[data-does=run]").click();
        visit.cell("weighed").locator("[data-does=run]").click();
        visit.awaitState("weighed", "fresh");
        visit.awaitState("said", "failed");
        assertThat(visit.cell("growth").locator("svg:visible")).hasCount(1);
        assertThat(visit.cell("areFew").locator(".check")).isVisible();
        assertThat(visit.page.locator("[data-state=running], [data-state=queued]")).hasCount(0);
    }

    private static void editsWrongly(Visit visit) {
        var editor = visit.edit("said", ".all()", ".some(\"a line that is longer than a phone is wide, by far\")");
        editor.press("ControlOrMeta+s");
        assertThat(visit.cell("said").locator(".cm-lint-marker-error")).isVisible();
        editor.press("ArrowUp"); // the line with the cursor looks otherwise
    }

    /// 77 threads wait for an hour.
    private static void runs(Visit visit) throws Exception {
        chapter.save("sizes(100, 200)", "sizes(77, 100)");
        visit.awaitState("weighed", "stale");
        visit.button("weighed", "Run").click();
        assertThat(visit.cell("weighed").locator(".meter")).containsText("of 2 processes");
    }

    private static void stops(Visit visit) throws Exception {
        visit.button("weighed", "Stop").click();
        visit.awaitState("weighed", "stale");
        chapter.awaitRest();
        chapter.save("sizes(77, 100)", "sizes(100, 200)");
        assertThat(visit.cell("weighed").locator(".source")).containsText("sizes(100, 200)");
    }

    static void fits(Page page, String state) {
        page.evaluate(AXE);
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertEquals(List.of(), page.evaluate(BROKEN), state + ", " + scheme);
        }
    }

    @Test
    void itIsDarkInTheDark() {
        try (var visit = Visit.to(chapter)) {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                visit.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                visit.button("waiting", "Edit").click();
                assertThat(visit.page.locator(".cm-editor")).isVisible();
                for (var place : List.of("body", ".live-foot", ".cm-editor", ".does"))
                    assertEquals(scheme == ColorScheme.LIGHT, isBright(visit.page, place), place + ", " + scheme);
                visit.button("waiting", "Cancel").click();
            }
        }
    }

    /// Of its background.
    private static boolean isBright(Page page, String place) {
        return (boolean) page.evaluate("""
            place => {
              const [r, g, b] = getComputedStyle(document.querySelector(place)).backgroundColor.match(/[\\d.]+/g);
              return .2126 * r + .7152 * g + .0722 * b > 128;
            }""", place);
    }

    /// At 360 px nothing is wider than the screen, but what scrolls by itself.
    @Test
    void aPhoneShowsAllOfIt() throws Exception {
        var phone = new Browser.NewContextOptions().setViewportSize(360, 700).setIsMobile(true).setHasTouch(true);
        try (var visit = Visit.to(chapter, phone)) {
            measures(visit);
            isWithin(visit.page, "measured");
            editsWrongly(visit);
            isWithin(visit.page, "editing");
            visit.button("said", "Cancel").click();
            runs(visit);
            isWithin(visit.page, "running");
            stops(visit);
        }
    }

    private static void isWithin(Page page, String state) {
        assertEquals(List.of(), page.evaluate("""
            () => {
              const scrolls = e => e && (getComputedStyle(e).overflowX !== 'visible' || scrolls(e.parentElement));
              const wide = [...document.body.querySelectorAll('*')].filter(e => {
                const box = e.getBoundingClientRect();
                return box.width && box.right > innerWidth + 1 && !scrolls(e.parentElement);
              }).map(e => e.outerHTML.slice(0, 80));
              const all = document.documentElement.scrollWidth;
              return all > 360 || innerWidth !== 360 ? [`the page is ${all} px wide`, ...wide] : wide;
            }"""), state);
    }
}

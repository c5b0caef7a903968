package browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The pages that are written, as those see them who were sent one: nothing is asked of anybody.
@Timeout(300)
class BrowserSiteTest {
    private static final int[] WIDTHS = {360, 768, 1280};
    /// Waits until what is there has been painted.
    private static final String PAINTED =
        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))";

    /// The page itself is the only thing that is loaded, and its policy is in nobody's way: not even that of what its
    /// script does.
    @Test
    void noPageAsksForAnythingNorDoesItsPolicyStopIt() throws Exception {
        var pages = BuiltSite.pages();
        assertTrue(pages.size() > 12, "" + pages);
        for (var file : pages) {
            var asked = new ArrayList<String>();
            var said = new ArrayList<String>();
            try (var context = Chromium.browser().newContext()) {
                context.onRequest(request -> asked.add(request.url()));
                context.onConsoleMessage(message -> said.add(message.text()));
                context.onWebError(error -> said.add(error.error()));
                var page = context.newPage();
                page.navigate(file.toUri().toString());
                if (page.locator(".copy").count() > 0) page.locator(".copy:visible").first().click();
                page.evaluate("scrollTo(0, document.body.scrollHeight)");
                asked.removeIf(address -> address.startsWith("data:"));
                assertEquals(List.of(page.url()), asked);
                assertEquals(List.of(), said, file.toString());
            }
        }
    }

    /// That the policy is there is shown by what it stops.
    @Test
    void whatIsPutIntoAPageDoesNotRun() throws Exception {
        try (var context = Chromium.browser().newContext(); var page = context.newPage()) {
            page.navigate(BuiltSite.open(BuiltSite.folder().resolve("chapter1.html")));
            assertEquals("script-src-elem img-src", page.evaluate("""
                async () => {
                  const stopped = [];
                  const twice = new Promise(done => {
                    document.addEventListener('securitypolicyviolation', event =>
                      stopped.push(event.effectiveDirective) === 2 && done());
                    setTimeout(done, 3000); // so that a test without a policy ends
                  });
                  document.body.append(Object.assign(document.createElement('script'), { textContent: '1' }),
                    Object.assign(document.createElement('img'), { src: 'https://example.org/' }));
                  await twice;
                  return stopped.sort().reverse().join(' ');
                }"""));
        }
    }

    /// Which is what its data are inside it for.
    @Test
    void aPageThatWasSentAwayHasItsFiles(@TempDir Path elsewhere) throws Exception {
        var page1 = Files.copy(BuiltSite.folder().resolve("chapter1.html"), elsewhere.resolve("chapter1.html"));
        var said = new ArrayList<String>();
        try (var context = Chromium.browser().newContext(); var page = context.newPage()) {
            page.onConsoleMessage(message -> said.add(message.text()));
            page.navigate(BuiltSite.open(page1));
            var table = page.waitForDownload(() -> page.locator("a[href='chapter1/slopes.csv']").first().click());
            assertEquals("slopes.csv", table.suggestedFilename());
            assertEquals(BuiltSite.read(BuiltSite.folder().resolve("chapter1/slopes.csv")),
                BuiltSite.read(table.path()));
            var chart = page.waitForDownload(() -> page.locator("a[href='chapter1/growth.png']").click());
            var picture = ImageIO.read(chart.path().toFile());
            assertEquals(2 * 760, picture.getWidth());
            var drawing = BuiltSite.read(page.waitForDownload(() ->
                page.locator("a[href='chapter1/growth.svg']").click()).path());
            assertTrue(drawing.contains("stroke-linecap=\"round\""), "dots have a size");
            assertFalse(drawing.contains("var(") || drawing.contains("style="), "needs nothing of the page");
            assertEquals(List.of(), said);
        }
    }

    /// A dot is a process, and says what that one took: what the file of the run has, less its own empty process.
    @Test
    void aDotSaysWhatItsProcessTook() throws Exception {
        var table = Files.readAllLines(BuiltSite.folder().resolve("chapter1/weighings.csv"));
        var columns = List.of(table.getFirst().split(","));
        var took = table.stream().map(line -> line.split(",", -1)).filter(row -> row[1].equals("weighed")
                && row[2].equals("goroutines") && row[6].equals("10000"))
            .map(row -> (Double.parseDouble(row[columns.indexOf("resident_bytes")])
                - Double.parseDouble(row[columns.indexOf("baseline_bytes")])) / (1 << 20))
            .map("%.1f MB"::formatted).toList();
        assertEquals(5, took.size());
        try (var context = Chromium.browser().newContext(); var page = context.newPage()) {
            page.navigate(BuiltSite.open(BuiltSite.folder().resolve("chapter1.html")));
            var chart = page.locator("#growth svg.roomy");
            var told = page.locator("#growth .told");
            chart.scrollIntoViewIfNeeded();
            var dots = chart.locator("[data-of^='goroutines, 10,000']");
            assertEquals(String.join("|", took), dots.getAttribute("data-said"));
            var box = dots.boundingBox();
            page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
            assertThat(told).containsText(Pattern.compile("MB – .*, 10,000 tasks, process \\d of 5"));
            page.mouse().move(0, 0);
            assertThat(told).isHidden();
            page.locator("#growth .drawn summary").focus();
            page.keyboard().press("Tab");
            var first = told.textContent();
            assertFalse(first.isEmpty(), "it is focused, and says its first value");
            page.keyboard().press("ArrowRight");
            assertThat(told).not().hasText(first);
            page.keyboard().press("Escape");
            assertThat(told).isHidden();
        }
    }

    @Test
    void verdictsAreSortedByWhatTheHeadSays() throws Exception {
        try (var context = Chromium.browser().newContext(); var page = context.newPage()) {
            page.navigate(BuiltSite.open(BuiltSite.folder().resolve("chapter1.html")));
            var off = "() => [...document.querySelectorAll('.ranked tbody tr')].map(row => Number(row.dataset.off))";
            @SuppressWarnings("unchecked")
            var first = (List<Object>) page.evaluate(off);
            assertTrue(first.size() > 4, "" + first);
            page.locator(".ranked [data-sort=off] button").click();
            assertEquals(first.reversed(), page.evaluate(off));
            assertEquals("ascending", page.locator(".ranked [data-sort=off]").getAttribute("aria-sort"));
            page.locator(".ranked [data-sort=verdict] button").click();
            assertEquals(1, page.locator(".ranked [aria-sort]").count());
            page.locator(".ranked tbody a").first().click();
            assertTrue(page.url().contains("#claim-"), page.url());
        }
    }

    /// On a phone and on a desk, without scrolling: the number, and something that is drawn.
    @Test
    void theFirstScreenOfAChapterHasAPicture() throws Exception {
        for (var file : BuiltSite.pages()) {
            if (!file.getFileName().toString().startsWith("chapter")) continue;
            for (var size : List.of(List.of(360, 740), List.of(1440, 900))) {
                var options = new Browser.NewContextOptions().setViewportSize(size.get(0), size.get(1));
                try (var context = Chromium.browser().newContext(options); var page = context.newPage()) {
                    page.navigate(BuiltSite.open(file));
                    var seen = ((Number) page.evaluate("""
                        () => {
                          const shown = [...document.querySelectorAll('.hero .picture svg')]
                            .filter(svg => svg.checkVisibility());
                          if (shown.length != 1 || shown[0].getBBox().width < 200) return 0;
                          const box = shown[0].getBoundingClientRect();
                          return Math.min(innerHeight, box.bottom) - box.top;
                        }""")).doubleValue();
                    assertTrue(seen > 100, file.getFileName() + ", " + size + ": " + seen);
                }
            }
        }
    }

    /// The page stands where it stood when it was first shown: no script moves what somebody has begun to read. The
    /// shift that is made on purpose shows that one would be seen.
    @Test
    void nothingMovesWhileAPageIsLoaded() throws Exception {
        for (var file : BuiltSite.pages()) for (int width : WIDTHS) {
            var options = new Browser.NewContextOptions().setViewportSize(width, 900);
            try (var context = Chromium.browser().newContext(options); var page = context.newPage()) {
                page.addInitScript("""
                    window.moved = 0;
                    new PerformanceObserver(list => list.getEntries().forEach(entry => window.moved += entry.value))
                      .observe({ type: 'layout-shift', buffered: true });""");
                page.navigate(file.toUri().toString());
                page.evaluate(PAINTED);
                assertEquals(0, ((Number) page.evaluate("moved")).doubleValue(), file.getFileName() + ", " + width);
                page.evaluate("document.querySelector('main').style.marginTop = '300px'");
                page.evaluate(PAINTED);
                page.waitForFunction("moved > 0");
            }
        }
    }

    /// As a phone, a tablet and a desk show it, on light paper and on dark: at the same time, because a check takes
    /// seconds.
    @ParameterizedTest
    @MethodSource("browser.BuiltSite#pages")
    void everybodyCanReadIt(Path file) throws Exception {
        try (var light = checked(file, ColorScheme.LIGHT); var dark = checked(file, ColorScheme.DARK)) {
            var both = List.of(light, dark);
            for (int width : WIDTHS) {
                for (var page : both) page.setViewportSize(width, 900);
                readable(both, width + "");
            }
            for (var page : both) {
                page.evaluate("document.querySelectorAll('form.ask').forEach(form => "
                    + "document.documentElement.classList.add('veil-' + form.dataset.question))");
                page.setViewportSize(360, 900);
            }
            readable(both, "veiled");
        }
    }

    private static Page checked(Path file, ColorScheme scheme) {
        var page = Chromium.browser().newPage(new Browser.NewPageOptions().setBypassCSP(true) // for axe
            .setColorScheme(scheme));
        page.navigate(BuiltSite.open(file));
        page.evaluate(BrowserLookTest.AXE);
        return page;
    }

    /// Both have begun before one is waited for.
    private static void readable(List<Page> pages, String where) {
        for (var page : pages) page.evaluate("setTimeout(() => window.broken = (" + BrowserLookTest.BROKEN + ")())");
        for (var page : pages) assertEquals(List.of(), page.evaluate(
            "() => new Promise(done => setTimeout(() => done(window.broken)))"), where);
    }
}

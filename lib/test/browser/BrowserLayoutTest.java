package browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import memorytax.House;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// On a phone and on a wide screen, every chart and every table of every page can be read.
@Timeout(300)
class BrowserLayoutTest {
    /// `layout.js`: what is wrong, a line each.
    private static String wrong;

    @BeforeAll
    static void read() {
        wrong = BuiltSite.read(House.root().resolve("lib/test/browser/layout.js"));
    }

    private static Browser.NewContextOptions window(int width) {
        return new Browser.NewContextOptions().setViewportSize(width, 900).setBypassCSP(true); // for other letters
    }

    /// Letters of other widths than those that we measured with.
    private static void letters(Page page, String family) {
        page.addStyleTag(new Page.AddStyleTagOptions().setContent(
            ":root { --sans: %1$s; --serif: %1$s } svg, svg * { font-family: %1$s !important }".formatted(family)));
    }

    @ParameterizedTest
    @CsvSource({"360, DejaVu Sans", "360, Liberation Sans", "768, DejaVu Sans", "1280, DejaVu Sans",
        "1280, Liberation Sans", "1920, DejaVu Sans"})
    void everythingCanBeRead(int width, String letters) throws Exception {
        for (var file : BuiltSite.pages())
            try (var context = Chromium.browser().newContext(window(width)); var page = context.newPage()) {
                page.navigate(BuiltSite.open(file));
                letters(page, "'" + letters + "'");
                page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
                assertEquals(List.of(), page.evaluate(wrong), file.getFileName().toString());
            }
    }

    /// What is laid out later is laid out without anybody having to ask for it, and where a link leads at once.
    @ParameterizedTest
    @ValueSource(strings = {"", "#growth"})
    void soonAllIsThere(String part) throws Exception {
        try (var context = Chromium.browser().newContext(window(1280)); var page = context.newPage()) {
            page.navigate(BuiltSite.folder().resolve("chapter1.html").toUri() + part);
            assertThat(page.locator(":root.seen")).hasCount(1);
            assertEquals(List.of(), page.evaluate("() => [...document.querySelectorAll('main > .cell')]"
                + ".filter(c => !c.querySelector('h2').innerText.trim() && c.checkVisibility()).map(c => c.id)"));
            if (!part.isEmpty()) assertThat(page.locator(part + " h2")).isInViewport();
        }
    }

    /// What would refute the page is put into it: a test that cannot find that says nothing.
    @ParameterizedTest
    @ValueSource(strings = {
        "text over text: svg.querySelector('text').after(svg.querySelector('text').cloneNode(true))",
        "px beyond the frame: svg.querySelector('text').setAttribute('x', -200)",
        "a line through text: const text = svg.querySelector('text'), box = text.getBBox(); "
            + "text.removeAttribute('paint-order'); const line = document.createElementNS(svg.namespaceURI, 'line'); "
            + "const y = box.y + box.height / 2; "
            + "for (const [name, value] of Object.entries({ x1: box.x, x2: box.x + box.width, y1: y, y2: y,"
            + " stroke: '#000' })) line.setAttribute(name, value); text.before(line)",
        "clipped by: document.querySelector('.wide > table').style.width = '4000px'",
        "the page scrolls sideways: document.querySelector('h1').style.width = '4000px'"})
    void whatIsPlantedIsFound(String planted) throws Exception {
        var parts = planted.split(": ", 2);
        try (var context = Chromium.browser().newContext(window(1280)); var page = context.newPage()) {
            page.navigate(BuiltSite.open(BuiltSite.folder().resolve("chapter1.html")));
            page.evaluate("() => { const svg = [...document.querySelectorAll('figure .wide > svg')]"
                + ".find(svg => svg.checkVisibility()); " + parts[1] + " }");
            assertTrue(page.evaluate(wrong).toString().contains(parts[0]), () -> "" + page.evaluate(wrong));
        }
    }
}

package browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import memorytax.claim.Guess;
import memorytax.claim.Measured;
import memorytax.notebook.Prediction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.Optional;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A page that asks: what its reader sees before a guess, and after.
@Timeout(300)
class BrowserGuessTest {
    private static final List<String> TYPED = List.of("20 KB", "800", "800 B", "1.5kb", "3k", "1,436", "~2 MB",
        "about 1 GiB", "1_000", ".5 KB", "0.5", "1,5 KB", "12,34", "", "many", "-3", "0", "1e9", "30 frames", "2 f",
        "1.2345k", "12 msec", "007", "1.50", "999999999999999", "3 kilo", "9.95 KB", "11.3 KB", "1.4 KB", "850 B",
        "10 bytes", "10 byt");
    private static final double[] VALUES = {1151.2, 0.3, 94, 1e9};

    private static String address(String chapter) throws Exception {
        return BuiltSite.folder().resolve(chapter + ".html").toUri().toString();
    }

    private static Page open(BrowserContext context, String chapter) throws Exception {
        var page = context.newPage();
        page.navigate(address(chapter));
        return page;
    }

    /// All that a reader could see, or find by a search on the page.
    private static String seen(Page page) {
        return page.locator("body").innerText();
    }

    @Test
    void theFigureIsNowhereOnThePageBeforeTheGuess() throws Exception {
        try (var context = Chromium.browser().newContext()) {
            var page = open(context, "chapter1");
            var recorded = page.locator("#perTask form").getAttribute("data-measured");
            assertTrue(recorded.matches("[\\d.]+ KB"), recorded);
            assertFalse(seen(page).contains(recorded), recorded);
            assertFalse(page.locator(".hero .headline").isVisible());
            assertFalse(page.locator("nav .foot").isVisible());
            page.locator("#perTask input").fill("20 KB");
            page.locator("#perTask input").press("Enter");
            assertThat(page.locator("#perTask .answer p")).hasText("You said 20 KB, the recorded run says " + recorded
                + ": " + outcome("20 KB", page.locator("#perTask form")) + ".");
            assertThat(page.locator(".hero .headline")).isVisible();
            assertTrue(page.locator("#weighed .veil").isVisible(), "another question is open, about the same");
            page.locator("#dearest .all").click();
            assertFalse(page.locator("#weighed .veil").isVisible());
            assertTrue(seen(page).contains("1.1 KB"));
            // and so it is in the next visit
            page.reload();
            assertThat(page.locator("#perTask .answer p")).containsText("You said 20 KB");
            assertThat(page.locator(".hero .headline")).isVisible();
            page.locator("#perTask .again").click();
            assertThat(page.locator(".hero .headline")).isHidden();
        }
    }

    private static String outcome(String said, Locator form) {
        var value = Double.parseDouble(form.getAttribute("data-value"));
        return Guess.of("", Prediction.number(form.getAttribute("data-unit")).answered(said),
            Optional.of(new Measured(value, value, value, false))).outcome();
    }

    /// Whatever is typed, the page says what the chapter would; and refuses what it would refuse.
    @Test
    void aPageUnderstandsNumbersAsTheChapterDoes() throws Exception {
        try (var context = Chromium.browser().newContext()) {
            var page = open(context, "chapter1");
            for (var unit : List.of("B", "frames", "ms")) for (var said : TYPED) for (double value : VALUES) {
                var scale = Optional.of(new Measured(value, value, value, false));
                var measured = Guess.of("", Prediction.number(unit), scale).measured();
                var typed = page.evaluate("([unit, value, measured, said]) => judged.number({ unit, value, measured, "
                    + "scale: 'the recorded run' }, said) ?? 'refused'", List.of(unit, value, measured, said));
                assertEquals(chapterSays(said, unit, scale), typed, said + " " + unit + " " + value);
            }
        }
    }

    private static String chapterSays(String said, String unit, Optional<Measured> scale) {
        try {
            return Guess.of("", Prediction.number(unit).answered(said), scale).toString();
        } catch (IllegalArgumentException e) {
            return "refused";
        }
    }

    /// Numbers, choices, cases and orders, each answered in its own way.
    @Test
    void everyQuestionOfEveryChapterCanBeAnswered() throws Exception {
        int answered = 0;
        for (var file : BuiltSite.pages()) try (var context = Chromium.browser().newContext()) {
            var page = context.newPage();
            page.navigate(file.toUri().toString());
            for (var form : page.locator(".cell form.ask").all()) {
                var where = file.getFileName() + ", " + form.getAttribute("data-question");
                assertTrue(form.isVisible(), where);
                switch (form.getAttribute("data-kind")) {
                    case "number" -> {
                        form.locator("input").fill("a lot");
                        form.locator("input").press("Enter");
                        assertThat(form.locator(".refused")).containsText("“a lot” is no answer here; allowed: ");
                        form.locator("input").fill("17");
                        form.locator("input").press("Enter");
                    }
                    case "choice" -> form.locator(".choice").first().click();
                    case "cases" -> {
                        for (var yes : form.locator("input[value=yes]").all()) yes.check();
                        form.getByText("Guess").click();
                    }
                    default -> {
                        for (var thing : form.locator(".choice").all()) thing.click();
                        form.getByText("Guess").click();
                    }
                }
                assertThat(form).isHidden();
                var told = form.locator("xpath=../details/p").innerText();
                assertTrue(told.matches("(?s)(You said .*|\\d+ of \\d+ .*)"), where + ": " + told);
                answered++;
            }
            assertEquals(0, page.locator(".veil:visible").count(), "all is answered: " + file);
            if (page.locator(".hero").count() > 0) assertTrue(page.locator(".hero .headline").isVisible());
        }
        assertTrue(answered > 20, "" + answered);
    }

    /// The measured order has no wrong pair, and its reverse has as many as are no ties.
    @Test
    void anOrderIsJudgedPairByPair() throws Exception {
        try (var context = Chromium.browser().newContext()) {
            var page = open(context, "chapter11");
            var told = page.evaluate("""
                () => {
                  const { places } = document.querySelector('form.ask').dataset;
                  const names = places.split('\\n').map(line => line.split('|')[0]);
                  const judge = said => judged.order({ places, scale: 's', rest: '' }, said.join('|'));
                  return [judge(names), judge(names.toReversed())].map(t => t.split(' of ')[0]).join(' ');
                }""").toString().split(" ");
            assertEquals("21", told[0], "pairs of seven");
            assertTrue(Integer.parseInt(told[1]) < 6, "pairs that tie: " + told[1]);
        }
    }

    /// Somebody who was sent a verdict sees it; and without a script all is there.
    @Test
    void aLinkToAPartOfThePageOpensIt() throws Exception {
        try (var context = Chromium.browser().newContext()) {
            var page = context.newPage();
            page.navigate(address("chapter1") + "#growth");
            assertTrue(page.locator("#growth figure").first().isVisible());
            assertTrue(page.locator(".hero .headline").isVisible());
        }
        try (var context = Chromium.browser().newContext(
            new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            var page = open(context, "chapter1");
            assertTrue(page.locator("#growth figure").first().isVisible());
            assertFalse(page.locator("form.ask").first().isVisible());
            assertTrue(page.locator("#perTask .answer summary").isVisible());
        }
    }
}

package browser;

import com.microsoft.playwright.Browser;
import memorytax.House;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

/// An order is put together by keyboard.
@Timeout(120)
class BrowserOrderTest {
    @Test
    void thingsAreMovedByKeysAndSaidAloud() throws Exception {
        try (var chapter = LiveChapter.of(House.root().resolve("lib/test/fixtures/sorting.java"), "--no-ahead");
             var phone = Visit.to(chapter, new Browser.NewContextOptions().setViewportSize(360, 640));
             var visit = Visit.to(chapter)) {
            BrowserLookTest.fits(phone.page, "order");
            assertEquals(true, phone.page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
            var cell = visit.cell("order");
            var things = cell.locator("form li span");
            visit.button("order", "Guess").click();
            assertThat(cell.locator(".bar .says")).hasText("Put the list in your order first.");
            assertThat(visit.button("order", "Move asyncio tasks up")).isDisabled();
            BrowserLookTest.fits(visit.page, "order");

            var keys = new Keyboard(visit.page);
            keys.tabTo("order", "Move virtual threads (warmed) up");
            keys.press("Enter");
            assertThat(cell.locator("form .told")).hasText("virtual threads (warmed): 3 of 4");
            assertEquals("Move virtual threads (warmed) up", keys.focus().name());
            keys.press("Enter", "Space");
            assertThat(cell.locator("form .told")).hasText("virtual threads (warmed): 1 of 4");
            assertEquals("Move virtual threads (warmed) down", keys.focus().name());
            assertThat(things).hasText(new String[]{"virtual threads (warmed)", "asyncio tasks", "goroutines",
                "processes"});
            keys.tabTo("order", "Guess");
            keys.press("Enter");
            visit.awaitState("order", "fresh");
            assertThat(cell).containsText("Your guess: virtual threads (warmed), asyncio tasks, goroutines, processes");
            keys.isIn("order");
            visit.button("order", "Guess again").click();
            assertThat(things.first()).hasText("virtual threads (warmed)");
            visit.button("order", "Keep my guess").click();
            visit.awaitState("compared", "fresh"); // it measures nothing, so it runs by itself
            assertThat(visit.cell("compared")).containsText("All 6 pairs are in the right order.");
            BrowserLookTest.fits(visit.page, "ordered");
            phone.awaitState("compared", "fresh");
            assertEquals(true, phone.page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
        }
    }
}

package browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import memorytax.House;
import memorytax.board.SimulatedPacks;
import memorytax.room.Leader;
import memorytax.room.RoomAddress;
import memorytax.room.SeatKey;
import memorytax.room.Sending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The page of a room, as a leader shows it: packs arrive while it is open.
@Timeout(300)
class BrowserRoomTest {
    @TempDir
    private Path folder;
    private Leader leader;
    private BrowserContext context;
    private final List<String> elsewhere = new ArrayList<>(), said = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        leader = Leader.serve(folder);
        context = Chromium.browser().newContext();
        context.setDefaultTimeout(Chromium.PATIENCE);
        context.onRequest(request -> {
            if (request.url().startsWith("http") && !request.url().startsWith(leader.address + "/"))
                elsewhere.add(request.url());
        });
        context.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) elsewhere.add(message.text());
        });
        context.onWebError(error -> said.add(error.error()));
    }

    @AfterEach
    void close() throws Exception {
        context.close();
        leader.close();
        assertEquals(List.of(), elsewhere, "asked of another host");
        assertEquals(List.of(), said, "errors of scripts");
    }

    private Page page(int width) {
        var page = context.newPage();
        page.setViewportSize(width, 800);
        page.navigate(leader.address + "/");
        return page;
    }

    /// The pack of a machine that nobody has.
    private void send(int number) throws Exception {
        Sending.send(RoomAddress.read(leader.address), new SeatKey("%032x".formatted(number)),
            SimulatedPacks.of(number).zip());
    }

    private static void seats(Page page, String count) {
        assertThat(page.locator("#room-head .seats")).hasText(count + " so far");
    }

    /// On a phone and on a desk, in the light and in the dark.
    private void everybodyCanReadIt(String state) {
        var layout = BuiltSite.read(House.root().resolve("lib/test/browser/layout.js"));
        for (int width : new int[]{360, 1280}) {
            try (var page = page(width)) {
                assertEquals(List.of(), page.evaluate(layout), state + ", " + width);
                BrowserLookTest.fits(page, state + ", " + width);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                assertEquals("rgb(255, 255, 255)", page.evaluate("getComputedStyle(document.querySelector('.qr path'))"
                    + ".fill"), "a telephone needs the light margin");
            }
        }
    }

    @Test
    void theFirstPackIsSeenWithoutReloadingAndTheNextOnesMoveNothing() throws Exception {
        everybodyCanReadIt("empty");
        var page = page(1280);
        page.evaluate("window.mine = 'not loaded again'");
        seats(page, "0 seats");
        assertThat(page.locator("#room-board > *")).hasCount(0);
        send(1);
        seats(page, "1 seat");
        assertThat(page.locator("#room-head [role=status]")).hasText("seat 1: chapter 1");
        assertThat(page.locator("#room-board svg:visible").first()).isVisible();
        for (int i = 2; i <= 6; i++) send(i);
        seats(page, "6 seats");
        assertThat(guesses(page)).hasText("6");
        readsAlong(page);
        everybodyCanReadIt("six seats");
        assertEquals("not loaded again", page.evaluate("window.mine"));
    }

    /// Somebody has scrolled down, has opened a query, and has gone to its line with the keyboard.
    private void readsAlong(Page page) throws Exception {
        var query = page.locator("#guessed > details > summary");
        query.focus();
        page.keyboard().press("Enter");
        page.evaluate("scrollTo(0, scrollY + document.getElementById('guessed').getBoundingClientRect().top + 40)");
        double before = top(page);
        var sections = sections(page);
        send(9_999); // is far from the others: above, there is a section more
        seats(page, "7 seats");
        assertThat(guesses(page)).hasText("7");
        assertEquals(before, top(page), 1, "it moves away from who reads it");
        assertThat(page.locator("#guessed > details")).hasAttribute("open", "");
        assertThat(query).isFocused();
        assertTrue(sections(page).size() > sections.size(), sections(page) + " after " + sections);
        assertEquals(sections(page(1280)), sections(page), "in the order of a page that is loaded now");
    }

    private static List<?> sections(Page page) {
        return (List<?>) page.evaluate("[...document.querySelectorAll('#room-board > *')].map(part => part.id)");
    }

    /// How many there are.
    private static Locator guesses(Page page) {
        return page.locator("#guessed table").last().locator("tbody td").first();
    }

    private static double top(Page page) {
        return ((Number) page.evaluate("document.getElementById('guessed').getBoundingClientRect().top")).doubleValue();
    }

    @Test
    void aRoomThatIsServedAgainGoesOn() throws Exception {
        var page = page(1280);
        send(1);
        seats(page, "1 seat");
        var before = leader.address;
        leader.interrupted();
        assertThat(page.locator("#room-head [role=status]")).hasText("The room does not answer. When it is served "
            + "again, this page goes on by itself.");
        leader = Leader.serve(folder);
        assertEquals(before, leader.address);
        assertThat(page.locator("#room-head [role=status]")).hasText("");
        send(2);
        seats(page, "2 seats");
        assertThat(page.locator("#room-head [role=status]")).hasText("seat 2: chapter 1");
    }
}

package browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The index of all chapters: the map of how far somebody is, and another machine's results beside those of the page.
@Timeout(300)
class BrowserIndexTest {
    private static final String HEAD = "chapter,step,contender,params,quantity,unit,value,low,high,forks,origin\n",
        EVIL = "<img src=x onerror=alert(1)>";

    private static Page index(Page page) throws Exception {
        page.navigate(BuiltSite.folder().resolve("index.html").toUri().toString());
        return page;
    }

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    /// The page's own slopes of one step, one contender as twice as much.
    private static String doubled() throws Exception {
        var lines = Files.readAllLines(BuiltSite.folder().resolve("chapter1/slopes.csv"));
        var text = new StringBuilder(HEAD);
        for (var line : lines) {
            var cells = line.split(",", -1);
            if (!cells[1].equals("weighed")) continue;
            int times = cells[2].equals("goroutines") ? 2 : 1;
            text.append(String.join(",", List.of(cells).subList(0, 6)));
            for (int i = 6; i < 9; i++) text.append(",").append(times * Double.parseDouble(cells[i]));
            text.append(",5,here\n");
        }
        return text.toString();
    }

    private static String row(Page page, String task) {
        return page.locator("#two tr").filter(new com.microsoft.playwright.Locator.FilterOptions().setHas(
            page.locator("th").getByText(task, new com.microsoft.playwright.Locator.GetByTextOptions()
                .setExact(true)))).innerText();
    }

    @Test
    void anotherMachineStandsBesideThePage() throws Exception {
        try (var context = Chromium.browser().newContext(); var page = index(context.newPage())) {
            page.locator(".drop input[accept]").setInputFiles(new FilePayload[]{file("slopes.csv", doubled()),
                file("machine.csv", "key,value\nos,Plan 9\ncpu,\"" + EVIL.replace("\"", "\"\"") + ", one\"\n")});
            assertThat(page.locator("#two .result table")).hasCount(2);
            assertTrue(row(page, "goroutines").contains("2 times as much"), row(page, "goroutines"));
            assertTrue(row(page, "asyncio tasks").contains("no difference seen"), row(page, "asyncio tasks"));
            assertThat(page.locator("#two caption").last()).containsText("6 pairs, 1 of which differ");
            assertThat(page.locator("#two .result")).containsText("Plan 9");
            assertThat(page.locator("#two .result")).containsText(EVIL + ", one");
            assertThat(page.locator("#two img")).hasCount(0);
        }
    }

    /// Dropped as a file; and what is nothing of the kind is told so.
    @Test
    void whatIsDroppedIsRead() throws Exception {
        try (var context = Chromium.browser().newContext(); var page = index(context.newPage())) {
            for (var text : List.of(doubled(), "", "what,is,this\n1,2,3\n", HEAD + "chapter1,weighed,goroutines,,"
                + "resident,B/task,many,,,5,here\n", "\"", HEAD + "\"\n,,,\n")) {
                page.evaluate("""
                    text => {
                      const dropped = new DataTransfer();
                      dropped.items.add(new File([text], 'slopes.csv'));
                      dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, cancelable: true }));
                    }""", text);
                if (text.length() > 500) assertThat(page.locator("#two caption").last()).containsText("6 pairs");
                else assertThat(page.locator("#two .skipped")).isVisible();
            }
        }
    }

    @Test
    void theMapKnowsWhatWasAnsweredInThisBrowser() throws Exception {
        try (var context = Chromium.browser().newContext(); var page = context.newPage()) {
            index(page);
            assertEquals(11, page.locator(".map [data-page]").count());
            assertThat(page.locator(".map .state")).hasCount(0);
            page.locator(".map a").first().click();
            page.locator("#chapter1 h2 a").click();
            page.locator(".hero .all").click();
            index(page);
            assertThat(page.locator(".map [data-page='chapter1.html'] .state")).hasText("1 question answered");
            assertThat(page.locator(".map .state")).hasCount(1);
        }
    }
}

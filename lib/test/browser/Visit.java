package browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import java.util.ArrayList;
import java.util.List;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A reader of a live chapter: a window, and what goes on behind it. A visit in which anything was asked of another
/// host, or a script failed, was not a good one, whatever else a test has seen.
final class Visit implements AutoCloseable {
    final Page page;
    private final LiveChapter chapter;
    private final BrowserContext context;
    private final List<String> elsewhere = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    private Visit(LiveChapter chapter, BrowserContext context) {
        this.chapter = chapter;
        this.context = context;
        context.setDefaultTimeout(Chromium.PATIENCE);
        context.onRequest(request -> {
            if (request.url().startsWith("http") && !request.url().startsWith(chapter.host() + "/"))
                elsewhere.add(request.url());
        });
        context.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) elsewhere.add(message.text());
        });
        context.onWebError(error -> errors.add(error.error()));
        page = open();
    }

    static Visit to(LiveChapter chapter) {
        return to(chapter, new Browser.NewContextOptions().setViewportSize(1200, 800));
    }

    static Visit to(LiveChapter chapter, Browser.NewContextOptions options) {
        return new Visit(chapter, Chromium.browser().newContext(options));
    }

    /// Another window on the same chapter.
    Page open() {
        var opened = context.newPage();
        opened.navigate(chapter.address());
        assertThat(opened.locator(".live-foot")).isVisible();
        assertThat(opened.locator("main > [data-state]").first()).isVisible();
        return opened;
    }

    static Locator cell(Page page, String name) {
        return page.locator("main > #" + name);
    }

    Locator cell(String name) {
        return cell(page, name);
    }

    /// The button of a cell that is called so.
    Locator button(String cell, String name) {
        return cell(cell).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /// Waits until the cell stands so.
    void awaitState(String cell, String word) {
        assertThat(cell(cell)).hasAttribute("data-state", word);
    }

    void answer(String cell, String guess) {
        cell(cell).locator("input[name=answer]").fill(guess);
        cell(cell).locator("input[name=answer]").press("Enter");
        awaitState(cell, "fresh");
    }

    /// Takes one of the answers to a question.
    void choose(String cell, String answer) {
        button(cell, answer).click();
        awaitState(cell, "fresh");
    }

    /// Whether the cell asks, and has no answer yet.
    boolean asks(String cell) {
        return "asks".equals(cell(cell).getAttribute("data-state"));
    }

    /// Runs a cell to its end.
    void run(String cell, String button) {
        button(cell, button).click();
        awaitState(cell, "fresh");
    }

    /// Opens the editor of a cell, and replaces in it.
    Locator edit(String cell, String from, String to) {
        button(cell, "Edit").click();
        var text = cell(cell).locator(".editor").getByRole(AriaRole.TEXTBOX);
        assertThat(text).isFocused();
        retype(text, from, to);
        return text;
    }

    /// Types another text into an editor.
    void retype(Locator editor, String from, String to) {
        var text = String.join("\n", editor.locator(".cm-line").allTextContents());
        assertTrue(text.contains(from), text);
        editor.press("ControlOrMeta+a");
        page.keyboard().insertText(text.replace(from, to));
    }

    @Override
    public void close() {
        context.close();
        assertEquals(List.of(), elsewhere, "asked of another host, or tried to");
        assertEquals(List.of(), errors, "errors of scripts");
    }
}

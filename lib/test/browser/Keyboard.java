package browser;

import com.microsoft.playwright.Page;

import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A reader without a mouse. Wherever the keys lead, there has to be something to see that has a name.
record Keyboard(Page page) {
    private static final int MANY = 300;
    /// What has the focus: its cell, its name, and whether a reader can see it, uncovered.
    private static final String FOCUS = """
        () => {
          const has = document.activeElement, shown = has.labels?.[0]?.matches('.tabs > label') ? has.labels[0] : has;
          const box = shown.getBoundingClientRect();
          const middle = (from, to, end) => (Math.max(0, from) + Math.min(end, to)) / 2;
          const x = middle(box.left, box.right, innerWidth), y = middle(box.top, box.bottom, innerHeight);
          const front = document.elementFromPoint(x, y);
          const ids = has.getAttribute('aria-labelledby')?.split(' ') ?? [];
          return {
            cell: has.closest('main > .cell')?.id ?? '',
            name: (has.getAttribute('aria-label') ?? ids.map(id => document.getElementById(id)?.textContent).join(' '))
              .trim() || has.labels?.[0]?.textContent.trim() || has.textContent.trim() || has.title,
            what: has.outerHTML.slice(0, 120),
            seen: Boolean(box.width && front && (shown === front || shown.contains(front))),
            body: has === document.body,
          };
        }""";

    /// @param cell empty outside of all cells
    /// @param name as a screen reader says it
    /// @param what its HTML, shortened
    /// @param seen whether it is in sight, and nothing lies over it
    /// @param none whether nothing has the focus
    record Focus(String cell, String name, String what, boolean seen, boolean none) {
    }

    Focus focus() {
        var found = (Map<?, ?>) page.evaluate(FOCUS);
        return new Focus((String) found.get("cell"), (String) found.get("name"), (String) found.get("what"),
            (boolean) found.get("seen"), (boolean) found.get("body"));
    }

    /// The same, when it has come into sight.
    private Focus seen() {
        long end = System.nanoTime() + (long) (Chromium.PATIENCE * 1e6);
        for (var at = focus(); ; at = focus()) {
            if (at.seen || at.none) return at;
            if (System.nanoTime() > end) throw new AssertionError("has the focus and is not to be seen: " + at);
            page.waitForTimeout(20);
        }
    }

    void press(String... keys) {
        for (var key : keys) page.keyboard().press(key);
    }

    void type(String text) {
        page.keyboard().insertText(text);
    }

    /// Goes on with Tab until the thing of that name in that cell has the focus.
    void tabTo(String cell, String name) {
        for (int i = 0; i < MANY; i++) {
            var at = seen();
            assertTrue(at.none || !at.name.isEmpty(), () -> "has the focus and no name: " + at);
            if (at.cell.equals(cell) && at.name.startsWith(name)) return;
            press("Tab");
        }
        throw new AssertionError("no Tab leads to " + name + " of " + cell);
    }

    /// Something of this cell has the focus.
    void isIn(String cell) {
        var at = seen();
        assertEquals(cell, at.cell, at::toString);
    }
}

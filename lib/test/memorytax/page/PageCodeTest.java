package memorytax.page;

import memorytax.catalog.Listing;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PageCodeTest {
    private static final List<Listing> CODE =
        List.of(new Listing("Java", "chapter1.java", "growth", 7, "XYChart growth() {\n    return null;\n}"));

    /// The code is there, and what is left of it where nobody has asked for it says how much there is.
    @Test
    void codeThatOnlyDrawsIsFolded() {
        var html = PageCode.html("growth", CODE, true);
        assertTrue(html.matches("(?s).*<details class=\"drawn\"><summary>How it is drawn: 3 lines</summary>.*XYChart.*"
            + "</details>.*"), html);
        assertFalse(PageCode.html("growth", CODE).contains("<details"));
    }
}

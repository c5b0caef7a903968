package memorytax.page;

import memorytax.view.Part;

import java.util.List;
import java.util.stream.Collectors;

/// What is answered beside a page: parts of results as the page itself shows them, and what went wrong.
public final class PageAnswer {
    private static final PageParts PARTS = new PageParts(PageText::escape, PageTerms.none(),
        new Neighbours(_ -> false, false, ""));

    private PageAnswer() {
    }

    /// HTML of these parts, each with its caption.
    public static String html(List<Part> parts) {
        return parts.stream().map(PageAnswer::html).collect(Collectors.joining());
    }

    private static String html(Part part) {
        var html = PARTS.html(part);
        return part.caption().map(shows -> PageCell.figure(html, PageText.escape(shows) + PageParts.remarks(part)))
            .orElseGet(() -> "<div class=\"out\">%s</div>\n".formatted(html));
    }

    /// HTML of the words of a compiler or an exception, line by line.
    public static String trouble(String text) {
        return "<pre class=\"trouble\">%s</pre>\n".formatted(PageText.escape(text));
    }
}

package memorytax.page;

import memorytax.catalog.Listing;
import memorytax.measure.result.Counted;
import memorytax.view.Highlight;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Code on a page: numbered lines, a button that copies them, and a tab for each language. The tabs are radio buttons:
/// arrow keys move between them, and they need no script.
final class PageCode {
    private PageCode() {
    }

    /// @param id       of the cell, unique on the page
    /// @param listings at least one; the first is shown
    static String html(String id, List<Listing> listings) {
        return html(id, listings, false);
    }

    /// @param folded whether one has to ask for the code: it does nothing but draw
    static String html(String id, List<Listing> listings, boolean folded) {
        boolean tabbed = listings.size() > 1;
        String tabs = tabbed ? IntStream.range(0, listings.size()).mapToObj(i -> tab(id, i, listings.get(i)))
            .collect(Collectors.joining()) : "";
        return """
            <div class="code%s"%s>%s%s\
            <button type="button" class="copy" aria-label="copy the code of %s" hidden>copy</button>
            %s</div>
            """.formatted(tabbed ? " tabs" : "", tabbed ? " role=\"group\" aria-label=\"Language\"" : "", tabs,
            listings.stream().map(PageCode::where).collect(Collectors.joining()), PageText.escape(id),
            folded ? folded(listings) : panels(listings));
    }

    private static String folded(List<Listing> listings) {
        long lines = listings.getFirst().code().lines().count();
        return "<details class=\"drawn\"><summary>How it is drawn: %s</summary>\n%s</details>".formatted(
            Counted.of((int) lines, "line", "lines"), panels(listings));
    }

    private static String panels(List<Listing> listings) {
        return listings.stream().map(PageCode::panel).collect(Collectors.joining());
    }

    private static String tab(String id, int index, Listing listing) {
        String language = PageText.escape(listing.language());
        String tab = PageText.escape("%s-in-%d".formatted(id, index));
        return """
            <input type="radio" name="%s-in" id="%s" value="%s"%s><label for="%s">%s</label>"""
            .formatted(PageText.escape(id), tab, language, index == 0 ? " checked" : "", tab, language);
    }

    private static String where(Listing listing) {
        return "<span class=\"where\">" + PageText.escape(listing.where()) + "</span>";
    }

    /// The numbers stand in a column of their own, so that a comment over several lines stays in one piece.
    private static String panel(Listing listing) {
        String numbers = IntStream.rangeClosed(1, (int) listing.code().lines().count()).mapToObj(Integer::toString)
            .collect(Collectors.joining("\n"));
        return """
            <div class="panel"><pre class="numbers" aria-hidden="true">%s</pre>\
            <pre class="source"><code>%s</code></pre></div>
            """.formatted(numbers, Highlight.html(listing.code().stripTrailing(),
            listing.language().toLowerCase(Locale.ROOT)));
    }
}

package memorytax.page;

import memorytax.notebook.source.Chapter;
import memorytax.record.Figures;

import java.util.Map;
import java.util.LinkedHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Texts of the leader's notes on one chapter: figures stand in for their names, and headings of cells are links.
final class LeaderText {
    private static final Pattern FIGURE = Pattern.compile("\\{([a-z]+\\s+\\|[^{}]*)}");
    private final Chapter chapter;
    private final Figures figures;
    private final CellLinks links;
    private final Map<String, Figures.Figure> used = new LinkedHashMap<>();

    LeaderText(Chapter chapter, Figures figures, CellLinks links) {
        this.chapter = chapter;
        this.figures = figures;
        this.links = links;
    }

    /// As paragraphs and lists.
    String block(String markdown) {
        return PageText.markdown(filled(markdown));
    }

    /// Within a line.
    String line(String markdown) {
        return PageText.inline(filled(markdown));
    }

    /// @throws IllegalStateException with one line, when a figure is named that no file has
    private String filled(String markdown) {
        return links.linked(chapter, FIGURE.matcher(markdown).replaceAll(found -> {
            var name = found.group(1).replaceAll("\\s+", " ");
            var figure = figures.named(name).orElseThrow(() -> new IllegalStateException(
                "data/leader/%s.md: no run has the figure {%s}".formatted(chapter.name(), name)));
            if (!name.startsWith("claim ")) used.put(name, figure); // what the post says was not measured
            return Matcher.quoteReplacement(figure.text());
        }));
    }

    /// Where the figures of all texts until now come from, in a sentence; empty without any.
    String origin() {
        long here = used.values().stream().filter(Figures.Figure::here).count();
        if (used.isEmpty()) return "";
        return here == used.size() ? "The figures below were measured on this machine."
            : here == 0 ? "The figures below come from our recorded run."
            : "%d of the %d figures below %s measured on this machine. The others come from our recorded run."
                .formatted(here, used.size(), here == 1 ? "was" : "were");
    }
}

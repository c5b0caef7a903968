package memorytax.export;

import memorytax.catalog.Listing;
import memorytax.notebook.source.CellNames;
import memorytax.notebook.source.Chapter;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Words on their way into Markdown, and Markdown on its way to a place that wants HTML.
final class MarkdownText {
    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    /// Jupyter has every cell of a table end at the right, unless it is told.
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().extensions(TABLES).sanitizeUrls(true)
        .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
        .attributeProviderFactory(_ -> (node, _, attributes) -> {
            if (node instanceof TableCell cell && cell.getAlignment() != TableCell.Alignment.RIGHT)
                attributes.put("style", "text-align: left");
        }).build();
    /// What Markdown, GitHub or Jupyter would take for more than a character. `$` begins a formula in both.
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*<>\\[\\]|~$]|(?<!\\w)_|_(?!\\w)");
    private static final Pattern NO_SLUG = Pattern.compile("[^\\p{L}\\p{N}_ -]");

    private MarkdownText() {
    }

    /// On one line, and read letter by letter.
    static String escape(String text) {
        return SPECIAL.matcher(text.replaceAll("\\s+", " ").strip()).replaceAll("\\\\$0");
    }

    /// Markdown as HTML, for an output of Jupyter.
    static String html(String markdown) {
        return RENDERER.render(PARSER.parse(markdown));
    }

    /// A block of code that shows its language's syntax.
    static String fenced(String language, String code) {
        var fence = code.contains("```") ? "````" : "```";
        return fence + language.toLowerCase(Locale.ROOT) + "\n" + code.stripTrailing() + "\n" + fence;
    }

    /// What is folded away, where it is rendered.
    ///
    /// @param summary plain words, which always stand there
    static String details(String summary, String markdown) {
        return "<details><summary>%s</summary>\n\n%s\n\n</details>".formatted(
            summary.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"), markdown.strip());
    }

    /// Code in another language, folded away.
    static String listing(Listing other) {
        return details(other.language() + ": " + other.where(), fenced(other.language(), other.code()));
    }

    /// A list, an item for each.
    static String list(List<String> items) {
        return items.stream().map(item -> "- " + item).collect(Collectors.joining("\n"));
    }

    /// Prose in which the headings of the chapter's cells, where it quotes them, are links to them.
    static String linked(String prose, Chapter chapter) {
        return CellNames.linked(prose, heading -> chapter.titled(heading).map(cell -> "#" + anchor(cell.title())));
    }

    /// A link to a cell of the chapter; its name, where it is none.
    static String link(Chapter chapter, String cell) {
        return chapter.documented().stream().filter(c -> c.name().equals(cell)).findFirst()
            .map(c -> "[%s](<#%s>)".formatted(escape(c.title()), anchor(c.title())))
            .orElseGet(() -> Optional.of(cell).filter(name -> !name.isEmpty()).map(MarkdownText::escape).orElse(""));
    }

    /// What GitHub calls the place of a heading.
    private static String anchor(String title) {
        return NO_SLUG.matcher(title.toLowerCase(Locale.ROOT)).replaceAll("").replace(' ', '-');
    }
}

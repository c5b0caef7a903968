package memorytax.page;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.UrlSanitizer;
import org.commonmark.renderer.text.TextContentRenderer;

import java.util.List;
import java.util.regex.Pattern;

/// Text on its way into a page. Nothing that a chapter, a contender or an error says is taken for HTML.
public final class PageText {
    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    /// Else `data:` is let through.
    private static final UrlSanitizer LINKS = new DefaultUrlSanitizer(List.of("http", "https", "mailto"));
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().extensions(TABLES).escapeHtml(true)
        .sanitizeUrls(true).urlSanitizer(LINKS).nodeRendererFactory(PageTerm.Renderer::new).build();

    private static final TextContentRenderer WORDS = TextContentRenderer.builder().build();
    private static final Pattern UNIT = Pattern.compile("(?<=\\d) ([KMGT]?B|%|n?s|ms|µs)(?!\\w)");

    private PageText() {
    }

    /// Safe between tags and inside a quoted attribute.
    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
            .replace("'", "&#39;");
    }

    /// Markdown with tables. HTML inside it is shown, not obeyed.
    public static String markdown(String text) {
        return RENDERER.render(document(text));
    }

    /// The same with the terms of a page marked in it.
    static String markdown(String text, PageTerms terms) {
        var document = document(text);
        terms.mark(document);
        return RENDERER.render(document);
    }

    private static Node document(String text) {
        var document = PARSER.parse(text);
        document.accept(new Finish());
        return document;
    }

    /// Markdown of one paragraph, without the paragraph.
    static String inline(String text) {
        return markdown(text).strip().replaceFirst("^<p>", "").replaceFirst("</p>$", "");
    }

    /// The words of Markdown's first paragraph, in one line.
    static String plain(String text) {
        var first = text.strip().split("\\n *\\n", 2)[0].replace("`", ""); // else code is quoted
        return WORDS.render(PARSER.parse(first)).replaceAll("\\s+", " ").strip();
    }

    /// Keeps a figure and its unit on one line.
    static String bound(String text) {
        return UNIT.matcher(text).replaceAll("\u00a0$1");
    }

    /// A picture from somewhere else would make the page ask the network: a link stands in for it.
    private static final class Finish extends AbstractVisitor {
        @Override
        public void visit(Text text) {
            text.setLiteral(bound(text.getLiteral()));
        }

        @Override
        public void visit(Image image) {
            var link = new Link(image.getDestination(), image.getTitle());
            while (image.getFirstChild() != null) link.appendChild(image.getFirstChild());
            image.insertAfter(link);
            image.unlink();
        }
    }
}

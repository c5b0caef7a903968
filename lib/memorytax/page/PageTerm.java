package memorytax.page;

import memorytax.catalog.Glossary;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

import java.util.Locale;
import java.util.Set;

/// A term in a text, which shows its definition to who points at it or comes to it with the keyboard. The style alone
/// does that, without a script; who has the page read out is led to the list at the page's end.
final class PageTerm extends CustomNode {
    private final Glossary.Term term;
    private final String words;

    /// @param words that mean it there
    PageTerm(Glossary.Term term, String words) {
        this.term = term;
        this.words = words;
    }

    /// Where its definition is on the page: `term-95-interval`.
    static String id(Glossary.Term term) {
        return "term-" + term.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    static String html(Glossary.Term term, String words) {
        return "<dfn class=\"term\" tabindex=\"0\" aria-describedby=\"%s\" data-says=\"%s\">%s</dfn>".formatted(
            id(term), PageText.escape(PageText.bound(term.definition())), PageText.escape(words));
    }

    /// For a renderer of Markdown.
    record Renderer(HtmlNodeRendererContext page) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(PageTerm.class);
        }

        @Override
        public void render(Node node) {
            var marked = (PageTerm) node;
            page.getWriter().raw(html(marked.term, marked.words));
        }
    }
}

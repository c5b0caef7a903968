package memorytax.page;

import memorytax.catalog.Glossary;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The terms of one page. In prose a term is marked where it is used first, and again where it comes back after several
/// cells without it; so words that are in every cell, as *task*, are marked once. The heads of tables are always
/// marked.
final class PageTerms {
    /// After so many cells without a term it is marked again.
    private static final int FORGOTTEN = 5;
    private final Set<Glossary.Term> marked = new HashSet<>();
    private final Map<Glossary.Term, Integer> lastUse = new HashMap<>();
    private int cell;
    private boolean none;

    /// For what has no list of terms beside it: none is marked.
    static PageTerms none() {
        var terms = new PageTerms();
        terms.none = true;
        return terms;
    }

    /// To be called where a cell begins.
    void cell() {
        cell++;
    }

    private boolean isNew(Glossary.Term term) {
        var before = lastUse.put(term, cell);
        return before == null || cell - before > FORGOTTEN;
    }

    /// Marks those of a text. Its headings, links, tables and code stay as they are.
    void mark(Node document) {
        document.accept(new Marker());
    }

    /// The head of a column, as HTML.
    String head(String name) {
        return Optional.of(name).filter(_ -> !none).flatMap(Glossary::named).map(term -> {
            marked.add(term);
            return PageTerm.html(term, name);
        }).orElse(PageText.escape(name));
    }

    /// Those that were marked, in the order of the glossary.
    List<Glossary.Term> marked() {
        return Glossary.terms().stream().filter(marked::contains).toList();
    }

    /// They and what they mean, as a section of the page; empty without any.
    String section() {
        return marked.isEmpty() ? "" : """
            <section class="cell" id="terms"><h2><a href="#terms">Terms</a></h2>
            <dl class="terms">
            %s
            </dl></section>
            """.formatted(marked().stream().map(term -> "<dt>%s</dt><dd id=\"%s\">%s</dd>".formatted(
                PageText.escape(term.name()), PageTerm.id(term), PageText.escape(PageText.bound(term.definition()))))
            .collect(Collectors.joining("\n")));
    }

    private final class Marker extends AbstractVisitor {
        @Override
        public void visit(Paragraph paragraph) {
            joinLines(paragraph);
            super.visit(paragraph);
        }

        /// More words than any term has are the name of a cell.
        @Override
        public void visit(Emphasis emphasis) {
            joinLines(emphasis);
            boolean name = emphasis.getFirstChild() instanceof Text text && text.getLiteral().split("\\s+").length > 3;
            if (!name) super.visit(emphasis);
        }

        /// A term may be broken at the end of a line: both lines become one text, which looks the same on the page.
        private void joinLines(Node parent) {
            for (var node = parent.getFirstChild(); node != null; node = node.getNext())
                while (node instanceof Text text && text.getNext() instanceof SoftLineBreak end
                    && end.getNext() instanceof Text next) {
                    text.setLiteral(text.getLiteral() + "\n" + next.getLiteral());
                    end.unlink();
                    next.unlink();
                }
        }

        @Override
        public void visit(Text text) {
            var words = text.getLiteral();
            int done = 0;
            for (var use : uses(text)) {
                if (!isNew(use.term())) continue;
                marked.add(use.term());
                text.insertBefore(new Text(words.substring(done, use.from())));
                text.insertBefore(new PageTerm(use.term(), words.substring(use.from(), use.to())));
                done = use.to();
            }
            text.setLiteral(words.substring(done));
        }

        /// What is emphasised is the term itself, also where the word alone may mean something else.
        private static List<Glossary.Use> uses(Text text) {
            var words = text.getLiteral();
            var emphasised = text.getParent() instanceof Emphasis ? Glossary.named(words)
                : Optional.<Glossary.Term>empty();
            return emphasised.map(term -> List.of(new Glossary.Use(term, 0, words.length())))
                .orElseGet(() -> Glossary.uses(words));
        }

        @Override
        public void visit(Heading heading) {
        }

        @Override
        public void visit(Link link) {
        }

        @Override
        public void visit(CustomBlock table) {
        }
    }
}

package memorytax.page;

import memorytax.catalog.Glossary;
import memorytax.view.Wording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/// What the terms of all chapters mean, each with an id, so that a link leads to it: `glossary.html#95-interval`.
///
/// @param out    where this page goes
/// @param around the page
public record GlossaryPage(Path out, Neighbours around) {
    /// Its name in the folder of results.
    public static final String FILE = "glossary.html";
    private static final PageMeta META = new PageMeta("What the terms mean", "Task, parked, resident, slope, baseline "
        + "and all other terms of the workbook, each in one or two sentences.", FILE, PageMeta.picture("chapter1"));

    /// Writes it.
    public Path write() throws IOException {
        return PageFrame.write(out, FILE, html());
    }

    String html() {
        return PageFrame.of(META.html(around), Page.style() + Page.resource("index.css"), "index", """
            <main id="top">
            <header class="head"><p class="kicker">%s</p><h1>What the terms mean</h1></header>
            <dl class="glossary">
            %s
            </dl></main>
            """.formatted(around.link(IndexPage.FILE, Wording.WORKBOOK),
            Glossary.terms().stream().map(GlossaryPage::entry).collect(Collectors.joining("\n"))));
    }

    private static String entry(Glossary.Term term) {
        var id = term.name().replaceAll("[^\\w]+", "-");
        return "<dt id=\"%s\"><a href=\"#%1$s\">%s</a></dt>\n<dd>%s</dd>".formatted(id, PageText.escape(term.name()),
            PageText.inline(term.definition()));
    }
}

package memorytax.page;

import memorytax.catalog.Glossary;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

import java.util.List;
import java.util.regex.Pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A term is marked where a reader meets it first, and nowhere else.
class PageTermsTest {
    private static final Pattern MARK = Pattern.compile("<dfn [^>]*>([^<]*)</dfn>");
    private final PageTerms terms = new PageTerms();

    private List<String> marked(String markdown) {
        return marks(PageText.markdown(markdown, terms));
    }

    private static List<String> marks(String html) {
        return MARK.matcher(html).results().map(m -> m.group(1)).toList();
    }

    @Test
    void theFirstUseIsMarkedAsItIsWritten() {
        assertEquals("""
            <p>Two <dfn class="term" tabindex="0" aria-describedby="term-slope" data-says="What one more task adds. It \
            is the slope of a straight line through the weighed sizes (numbers of tasks), so the empty process is not \
            in it.">slopes</dfn>
            and a slope.</p>
            """, PageText.markdown("Two slopes\nand a slope.", terms));
        assertEquals(List.of("Resident", "asyncio\ntasks"), marked("Resident bytes of asyncio\ntasks, resident"));
        assertEquals(List.of("95\u00a0% interval"), marked("Its 95 % interval."));
        assertEquals(List.of("stop"), marked("Threads stop. A *stop* is a time."), "the noun, not the verb");
    }

    @Test
    void aTermThatComesBackAfterSeveralCellsIsMarkedAgain() {
        assertEquals(List.of("fork"), marked("a fork"));
        for (int i = 0; i < 5; i++) terms.cell();
        assertEquals(List.of(), marked("a fork"));
        for (int i = 0; i < 6; i++) terms.cell();
        assertEquals(List.of("forks"), marked("more forks, and a fork"));
    }

    @Test
    void codeHeadingsLinksTablesAndNamesOfCellsStayAsTheyAre() {
        var text = """
            ### A fork

            `fork`, [a fork](https://example.org), "Weigh each fork", *Count the forks of all*

                fork

            | fork |
            |---|
            | fork |
            """;
        assertEquals(PageText.markdown(text), PageText.markdown(text, terms));
    }

    @Test
    void theHeadOfAColumnIsMarkedInEveryTable() {
        var table = Table.create(StringColumn.create("contender", "task"), StringColumn.create("live", "1 B"),
            StringColumn.create("Forks", "5"), StringColumn.create("fork time", "1 s"));
        for (int i = 0; i < 2; i++) assertEquals(List.of("live", "Forks"), marks(PageTable.html(table, terms)));
    }

    @Test
    void everyMarkedTermHasItsDefinitionOnThePage() {
        marked("A task is pinned.");
        terms.head("live");
        var section = terms.section();
        assertEquals(List.of("task", "live", "pinned"), terms.marked().stream().map(Glossary.Term::name).toList());
        for (var term : terms.marked()) assertEquals(1, section.split("id=\"" + PageTerm.id(term) + "\"").length - 1);
        assertTrue(section.contains("<dt>pinned</dt><dd id=\"term-pinned\">A virtual thread is pinned if"), section);
        assertEquals("", new PageTerms().section());
    }

    @Test
    void noTwoTermsShareAPlace() {
        assertEquals(Glossary.terms().size(), Glossary.terms().stream().map(PageTerm::id).distinct().count());
    }

    /// Style alone shows a definition; the script only brings it nearer, and puts it away.
    @Test
    void theDefinitionIsShownWithoutAScript() {
        var css = Page.resource("terms.css");
        assertTrue(css.contains("content: attr(data-says)"), css);
        assertTrue(css.contains(".term:hover::after, .term:focus::after { display: block; }"), css);
        assertTrue(css.substring(css.indexOf("@media print")).contains(".term::after { display: none"), css);
        assertFalse(Page.resource("page.js").contains("data-says"));
        assertTrue(Page.resource("page.js").contains("'Escape'"));
    }
}

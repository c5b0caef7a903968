package memorytax.page;

import memorytax.board.Board;
import memorytax.chart.Charts;
import memorytax.measure.result.Counted;
import memorytax.table.BoardTables;
import memorytax.view.Part;
import memorytax.view.Wording;
import tech.tablesaw.api.Table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Many machines' results on one page. Below each result stands the query that made it.
///
/// @param machines how many there are
/// @param out      where the page goes
public record BoardPage(Board board, int machines, Path out) {
    /// Its name in the folder of results.
    public static final String FILE = "board.html";

    /// @param query of the board, which it shows; the name of the section
    private record Section(String query, String title, String prose, List<Part> parts) {
    }

    /// Writes it.
    public Path write() throws IOException {
        return PageFrame.write(out, FILE, html());
    }

    private String html() {
        var meta = new PageMeta("One task on many machines", "What one concurrent task costs in memory, on each of "
            + "several machines, and which claims hold where.", FILE, "");
        return PageFrame.of(meta.html(Neighbours.in(out)), Page.style() + Page.resource("index.css"), "index", """
            <main id="top">
            <header class="head"><p class="kicker">%s</p><h1>One task on %s</h1></header>
            %s</main>
            """.formatted(Wording.WORKBOOK, Counted.of(machines, "machine"),
            sectionsHtml()));
    }

    /// What is below the page's head: a section for each query that has found something.
    String sectionsHtml() {
        return sections().filter(section -> !table(section.query).isEmpty()).map(this::html)
            .collect(Collectors.joining());
    }

    private Table table(String query) {
        return board.tables().get(query);
    }

    private Stream<Section> sections() {
        return Stream.of(
            new Section("costs", "What one more task costs", "Each dot is a machine. The mark is the one in the "
                + "middle. The line goes from quarter to quarter: half of the machines lie on it.", List.of(
                new Part.Picture(Charts.machines(table("costs")), List.of()),
                new Part.Rows(BoardTables.spread(table("spread")), List.of()))),
            new Section("claims", "The claims", "On how many machines each claim holds. A machine that has not "
                + "measured a claim does not count.", rows(BoardTables.claims(table("claims")))),
            new Section("differing", "Machines that say something else", "Their verdict is not that of most. Beside "
                + "it stands what is different about them: it may be the reason, or not.",
                rows(BoardTables.differing(table("differing")))),
            new Section("outliers", "Costs far from the others", "Chapter 10 says which setting moves a cost by how "
                + "much: `./jbang chapter10 --explain`.", rows(BoardTables.outliers(table("outliers")))),
            new Section("quiet", "How quiet the machines were", "Half the width of the 95 % intervals of goroutines "
                + "and asyncio tasks, in percent of the cost. On a busy machine the forks differ, and its figures say "
                + "less.", rows(BoardTables.quiet(table("quiet")))),
            new Section("guessed", "What was guessed", "Only by readers who gave their guesses away. Close: within "
                + "25 %.", rows(BoardTables.guessed(table("guessed")))));
    }

    private static List<Part> rows(Table table) {
        return List.of(new Part.Rows(table, List.of()));
    }

    private String html(Section section) {
        var parts = new PageParts(cell -> cell);
        return """
            <section class="cell" id="%1$s"><h2><a href="#%1$s">%2$s</a></h2>
            <div class="prose">%3$s</div>
            <div class="out wide" tabindex="0" role="group" aria-label="Result of “%2$s”">%4$s</div>
            <details class="values"><summary>The query, and board/%1$s.csv</summary>
            <pre class="plain">%5$s</pre></details>
            </section>
            """.formatted(section.query, PageText.escape(section.title), PageText.markdown(section.prose),
            section.parts.stream().map(parts::html).collect(Collectors.joining("\n")),
            PageText.escape(Board.sql(section.query)));
    }
}

package memorytax.page;

import memorytax.board.Board;
import memorytax.chart.Charts;
import memorytax.measure.result.Counted;
import memorytax.table.BoardTables;
import memorytax.view.Part;
import memorytax.view.Wording;

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
        var meta = new PageMeta("One task on many machines", "What one concurrent task costs in memory, on each of several "
            + "machines, and which claims hold where.", FILE, "");
        return PageFrame.of(meta.html(Neighbours.in(out)), Page.style() + Page.resource("index.css"), "index", """
            <main id="top">
            <header class="head"><p class="kicker">%s</p><h1>One task on %s</h1></header>
            %s</main>
            """.formatted(Wording.WORKBOOK, Counted.of(machines, "machine"),
            sections().map(this::html).collect(Collectors.joining())));
    }

    private Stream<Section> sections() {
        return Stream.of(
            new Section("costs", "What one more task costs", "Each dot is a machine. The mark is the one in the middle, and "
                + "the line goes from where a quarter of the machines lie below to where a quarter lie above.",
                List.of(new Part.Picture(Charts.machines(board.tables().get("costs")), List.of()),
                    new Part.Rows(BoardTables.spread(board.tables().get("spread")), List.of()))),
            new Section("claims", "The claims", "On how many machines each claim holds. A machine that has not measured a "
                + "claim does not count.", rows(BoardTables.claims(board.tables().get("claims")))),
            new Section("differing", "Machines that say something else", "Their verdict is not that of most. Beside it "
                + "stands what is different about them: it may be the reason, or not.",
                rows(BoardTables.differing(board.tables().get("differing")))),
            new Section("outliers", "Costs far from the others", "Chapter 10 says which setting moves a cost by how much: "
                + "`./jbang chapter10 --explain`.", rows(BoardTables.outliers(board.tables().get("outliers")))),
            new Section("quiet", "How quiet the machines were", "Half the width of the 95 % intervals, in percent of the "
                + "cost. On a busy machine the forks differ, and its figures say less.",
                rows(BoardTables.quiet(board.tables().get("quiet")))),
            new Section("guessed", "What was guessed", "Only from readers who gave their guesses away. Close: within 25 %.",
                rows(BoardTables.guessed(board.tables().get("guessed")))))
            .filter(section -> !board.tables().get(section.query).isEmpty());
    }

    private static List<Part> rows(tech.tablesaw.api.Table table) {
        return List.of(new Part.Rows(table, List.of()));
    }

    private String html(Section section) {
        var parts = new PageParts(cell -> cell);
        return """
            <section class="cell" id="%s"><h2><a href="#%1$s">%s</a></h2>
            <div class="prose">%s</div>
            <div class="out wide">%s</div>
            <details class="values"><summary>The query, and board/%1$s.csv</summary><pre class="plain">%s</pre></details>
            </section>
            """.formatted(section.query, PageText.escape(section.title), PageText.markdown(section.prose),
            section.parts.stream().map(parts::html).collect(Collectors.joining("\n")),
            PageText.escape(Board.sql(section.query)));
    }
}

package memorytax.page;

import memorytax.board.Board;
import memorytax.chart.Charts;
import memorytax.measure.result.Counted;
import memorytax.table.BoardTables;
import memorytax.view.Part;
import memorytax.view.Wording;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Many machines' results on one page. Below each result stands the query that made it.
///
/// @param out where the page goes
public record BoardPage(Board board, Path out) {
    /// Its name in the folder of results.
    public static final String FILE = "board.html";
    /// What machines have is worth a picture when it moves a cost by so much.
    private static final double MOVED = 1.05;
    /// Rows of a picture and of a table that have one for each kind of machine.
    private static final int MOST = 24;

    /// @param query of the board, which it shows; the name of the section
    private record Section(String query, String title, String prose, List<Part> parts) {
    }

    /// Writes it.
    public Path write() throws IOException {
        return PageFrame.write(out, FILE, html());
    }

    /// The page.
    public String html() {
        var meta = new PageMeta("One task on many machines", "What one concurrent task costs in memory, on each of "
            + "several machines, and which claims hold where.", FILE, "");
        return PageFrame.of(meta.html(Neighbours.in(out)), Page.style() + Page.resource("index.css"), "index", """
            <main id="top">
            <header class="head"><p class="kicker">%s</p><h1>One task on %s</h1>
            <p>%s</p></header>
            %s</main>
            """.formatted(Wording.WORKBOOK, Counted.of(board.machines(), "machine"), trust(), sectionsHtml()));
    }

    /// What is below the page's head: a section for each query that has found something.
    String sectionsHtml() {
        return sections().filter(section -> !table(section.query).isEmpty()).map(this::html)
            .collect(Collectors.joining());
    }

    private Table table(String query) {
        return board.tables().get(query);
    }

    /// How many machines were quiet, and what that means: a sentence that leads to all of them.
    String trust() {
        return "<a href=\"#quiet\">How well</a> the cost of a goroutine and of an asyncio task is known: "
            + table("trust").stream().map(BoardPage::trust).collect(Collectors.joining(", ")) + ".";
    }

    private static String trust(Row row) {
        var machines = row.getLong("machines");
        return row.isMissing("percent") ? "on %s nobody can tell".formatted(Counted.of(machines, "machine"))
            : String.format(Locale.ROOT, "on %s to ± %.1f %%%s", Counted.of(machines, row.getString("machine")
            + " machine"), Math.max(0.1, row.getDouble("percent")), machines == 1 ? "" : " or better");
    }

    private Stream<Section> sections() {
        return Stream.of(
            new Section("spread", "What one more task costs", "Each dot is a machine. The mark is the one in the "
                + "middle. The line goes from quarter to quarter: half of the machines lie on it.", List.of(
                new Part.Picture(Charts.machines(table("spread"), table("dots"), board.machines()), List.of()),
                new Part.Rows(BoardTables.spread(table("spread")), List.of()))),
            groups(),
            new Section("claims", "The claims", "On how many machines each claim holds. A machine that has not "
                + "measured a claim does not count.", rows(BoardTables.claims(table("claims")))),
            new Section("suspects", "What machines that say something else have in common", "Of each claim the one "
                + "fact that most of them have, and few of the others. It may be the reason, or not.",
                rows(BoardTables.suspects(table("suspects")))),
            new Section("differing", "Machines that say something else", "Their verdict is not that of most. Beside "
                + "it stands what is different about them: it may be the reason, or not." + more("differing"),
                rows(BoardTables.differing(table("differing")))),
            new Section("outliers", "Costs far from the others", "More than five times as far from the middle as "
                + "machines usually are. Beside each stands the setting or the version that makes the cost as large "
                + "in chapter 10, within 10 %. No machine tells which settings it has: look there for it."
                + more("outliers"), rows(BoardTables.outliers(table("outliers")))),
            new Section("quiet", "How quiet the machines were", "On a busy machine the forks differ, and its figures "
                + "say less. *Its costs are ±* is half the width of the 95 % intervals of goroutines and asyncio "
                + "tasks, in percent. Chapter 1 weighs 4 MB that it knows beforehand: the next column says how far "
                + "off that was. Below 2 % a machine was quiet, above 10 % very busy. *Load* is how many programs "
                + "wanted each processor when the chapter began; the first start of the workbook builds it, so it is "
                + "often high and does not decide." + more("quiet"),
                rows(BoardTables.quiet(table("quiet")))),
            new Section("guessed", "What was guessed", "Only by readers who gave their guesses away. Close: within "
                + "25 %.", table("guessed").isEmpty() ? List.of() : List.of(new Part.Picture(Charts.guessedByMany(
                table("guessed"), table("guessed_dots")), List.of()), new Part.Rows(BoardTables.guessed(
                table("guessed")), List.of()))));
    }

    /// What machines have, where it moves a cost; and a sentence where nothing does.
    private Section groups() {
        var all = table("groups");
        var moved = all.where(all.doubleColumn("apart").isGreaterThan(MOVED)).first(MOST);
        return new Section("groups", "By version, processor, system and collector", moved.isEmpty()
            ? "No version, processor, system or collector moves a cost by more than 5 % here."
            : "Where what a machine has moves a cost by more than 5 %, the most first. Two machines that differ in one "
            + "thing often differ in others, too: chapter 10 turns one knob at a time.", moved.isEmpty() ? List.of()
            : List.of(new Part.Picture(Charts.machinesWith(moved), List.of()),
                new Part.Rows(BoardTables.groups(moved), List.of())));
    }

    /// What a table does not show.
    private String more(String query) {
        long hidden = board.rows().get(query) - table(query).rowCount();
        return hidden == 0 ? "" : " %s in `board/%s.csv`.".formatted(
            Counted.of(hidden, "more row is", "more rows are"), query);
    }

    private static List<Part> rows(Table table) {
        return List.of(new Part.Rows(table, List.of()));
    }

    private String html(Section section) {
        var parts = new PageParts(cell -> cell);
        var out = section.parts.isEmpty() ? "" : """
            <div class="out wide" tabindex="0" role="group" aria-label="Result of “%s”">%s</div>
            """.formatted(section.title, section.parts.stream().map(parts::html).collect(Collectors.joining("\n")));
        return """
            <section class="cell" id="%1$s"><h2><a href="#%1$s">%2$s</a></h2>
            <div class="prose">%3$s</div>
            %4$s<details class="values"><summary>The query, and board/%1$s.csv</summary>
            <pre class="plain">%5$s</pre></details>
            </section>
            """.formatted(section.query, PageText.escape(section.title), PageText.markdown(section.prose), out,
            PageText.escape(Board.sql(section.query)));
    }
}

package memorytax.page;

import memorytax.catalog.Catalog;
import memorytax.catalog.ChapterList;
import memorytax.record.Recorded;
import memorytax.record.Machine;
import memorytax.view.Wording;
import memorytax.workshop.LeaderNotes;
import memorytax.workshop.Timetable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What somebody needs who leads a workshop, on one page: the timetable, what to do before, what can go wrong, and for
/// each chapter its guesses, questions, answers and exercises. It is read from the chapters, from data/ and from the
/// room's results.
///
/// @param catalog where the chapters lie
/// @param shelf   of the chapters that are wanted
/// @param out     where results and pages of the chapters are, and where this page goes
/// @param plan    the timetable, where one is wanted
public record LeaderPage(Catalog catalog, ChapterList shelf, Path out, Optional<Timetable> plan) {
    /// Its name in the folder of results.
    public static final String FILE = "leader.html";

    /// Writes it.
    ///
    /// @throws IllegalStateException with one line, when the notes name a cell or a figure that is not there
    public Path write() throws IOException {
        return PageFrame.write(out, FILE, html());
    }

    String html() {
        var chapters = LeaderChapter.of(shelf, new CellLinks(catalog, out), out);
        return PageFrame.of("<title>To lead a workshop · " + Wording.WORKBOOK + "</title>\n",
            Page.style() + Page.resource("leader.css"), "leader", """
            <main id="top">
            <header class="head"><p class="kicker">%s</p><h1>To lead a workshop</h1>
            <p class="contents">%s</p></header>
            %s%s%s%s</main>
            """.formatted(CheatSheet.top(out), contents(chapters), timetable(chapters), general(),
            chapters.stream().map(LeaderChapter::html).collect(Collectors.joining()), foot()));
    }

    private static String contents(List<LeaderChapter> chapters) {
        return "<a href=\"#plan\">Timetable</a> <a href=\"#workshop\">Before and in the room</a> " + chapters.stream()
            .map(chapter -> "<a href=\"#%s\">%s</a>".formatted(chapter.chapter().name(),
                PageText.escape(PageHead.of(chapter.chapter()).kicker()))).collect(Collectors.joining(" "));
    }

    private String timetable(List<LeaderChapter> chapters) {
        return plan.map(table -> """
            <section id="plan"><h2>%s</h2>
            %s</section>
            """.formatted(PageText.escape(table.heading()), PlanTable.html(table, number -> title(chapters, number))))
            .orElse("""
            <section id="plan"><h2>Timetable</h2>
            <p>For a workshop of 90 minutes: <code>./jbang workbook --plan 90 --leader</code></p></section>
            """);
    }

    private static String title(List<LeaderChapter> chapters, int number) {
        return chapters.stream().filter(chapter -> chapter.work().number() == number).findFirst()
            .map(chapter -> PageHead.of(chapter.chapter()).kicker()).orElse("Chapter " + number);
    }

    private String general() {
        return """
            <section id="workshop"><h2>Before, and in the room</h2>
            <div class="prose">%s</div></section>
            """.formatted(PageText.markdown(LeaderNotes.general(catalog.root())));
    }

    /// On which machine the recorded figures were measured: nearly all chapters name the same one.
    private String foot() {
        var machines = shelf.books().stream().map(book -> new Machine(new Recorded(book.name(), true).machine()))
            .map(machine -> machine.hardware() + " · " + machine.software()).distinct().toList();
        return "<footer><p>Recorded on %s</p></footer>\n".formatted(PageText.escape(String.join("; ", machines)));
    }
}

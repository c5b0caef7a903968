package memorytax.page;

import memorytax.catalog.Catalog;
import memorytax.catalog.ChapterList;
import memorytax.catalog.DiagnosticCommands;
import memorytax.catalog.TakeToWork;
import memorytax.notebook.source.Chapter;
import memorytax.view.Wording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What to take to work from all chapters, on one sheet to print: what a task costs by its depth, the sentences of the
/// chapters with their code in one line, and commands for a process that runs. All of it is read from the chapters,
/// from data/ and from the reader's results.
///
/// @param catalog where the chapters lie
/// @param shelf   of these chapters
/// @param out     where results and pages of the chapters are, and where this page goes
/// @param around  the page
public record CheatSheet(Catalog catalog, ChapterList shelf, Path out, Neighbours around) {
    /// Its name in the folder of results.
    public static final String FILE = "cheatsheet.html";
    private static final PageMeta META = new PageMeta("What to take to work", "What a waiting task costs by its depth, "
        + "right beside wrong in one line each, and the commands that find a problem in a running process.", FILE,
        PageMeta.picture("chapter2"));

    /// On the reader's machine.
    public CheatSheet(Catalog catalog, ChapterList shelf, Path out) {
        this(catalog, shelf, out, Neighbours.in(out));
    }

    /// Writes it.
    ///
    /// @throws IllegalStateException when a sentence of a chapter names a cell that is not there
    public Path write() throws IOException {
        return PageFrame.write(out, FILE, html());
    }

    String html() {
        return PageFrame.of(META.html(around), Page.resource("page.css") + Page.resource("cheatsheet.css"), "sheet", """
            <main>
            <header><h1>What to take to work</h1><p class="kicker">%s</p></header>
            <div class="columns">
            %s%s%s</div>
            </main>
            """.formatted(top(), CheatSheetCosts.html(out, costsLink()),
            shelf.books().stream().map(this::chapter).collect(Collectors.joining()), commands()));
    }

    private String top() {
        return around.link(IndexPage.FILE, Wording.WORKBOOK) + (around.there().test(Handout.FILE)
            ? " · <a href=\"" + Handout.FILE + "\">the handout</a>" : "");
    }

    /// The workbook's name, a link where it has a page.
    static String top(Path out) {
        return Files.isRegularFile(out.resolve(IndexPage.FILE))
            ? "<a href=\"" + IndexPage.FILE + "\">" + Wording.WORKBOOK + "</a>" : Wording.WORKBOOK;
    }

    private String chapter(ChapterList.Book book) {
        if (book.chapter().isEmpty()) return "<section><h2>Chapter %d</h2><p class=\"cap\">%s</p></section>\n"
            .formatted(book.number(), PageText.escape(book.flaw()));
        var chapter = book.chapter().get();
        return TakeToWork.of(chapter, catalog.programs(chapter)).map(take -> """
            <section id="%s"><h2>%s</h2>
            <ul>
            %s
            </ul>
            <dl>
            %s
            </dl></section>
            """.formatted(chapter.name(), PageText.escape(PageHead.of(chapter).kicker()),
            take.sentences().stream().map(sentence -> "<li>" + from(linked(chapter, sentence)) + "</li>")
                .collect(Collectors.joining("\n")),
            take.idioms().stream().map(TakeToWork.Idiom::language).distinct()
                .map(language -> idioms(language, take.idioms())).collect(Collectors.joining("\n")))).orElse("");
    }

    /// A sentence with the cells that it names apart: paper leads nowhere.
    private static String from(String sentence) {
        return sentence.replaceAll(" \\((&quot;.*?&quot;)\\)", "<span class=\"from\"> ($1)</span>");
    }

    private static String idioms(String language, List<TakeToWork.Idiom> all) {
        var lines = new ArrayList<String>(List.of("<dt>" + language + "</dt>"));
        for (var idiom : all) if (idiom.language().equals(language)) lines.add(switch (idiom.kind()) {
            case WRONG -> line("refuted", "✗", "wrong", idiom);
            case RIGHT -> line("holds", "✓", "right", idiom);
            case ABSENT -> "<dd>– not in %s: %s</dd>".formatted(language, PageText.inline(idiom.why()));
        });
        return String.join("\n", lines);
    }

    private static String line(String look, String mark, String means, TakeToWork.Idiom idiom) {
        return "<dd><b class=\"badge %s\" role=\"img\" aria-label=\"%s\">%s</b> <code>%s</code> %s</dd>".formatted(look,
            means, mark, PageText.escape(idiom.code()), PageText.inline(idiom.why()));
    }

    private String linked(Chapter chapter, String sentence) {
        boolean leads = !around.site() || around.there().test(chapter.name() + ".html"); // a site has no sources
        return PageText.inline(leads ? new CellLinks(catalog, out).linked(chapter, sentence) : sentence);
    }

    /// Where the costs were measured.
    private String costsLink() {
        return shelf.books().stream().filter(book -> book.name().equals(CheatSheetCosts.CHAPTER))
            .flatMap(book -> book.chapter().stream()).flatMap(chapter -> chapter.documented().stream()
                .filter(cell -> cell.name().equals(CheatSheetCosts.STEP)).map(cell ->
                    linked(chapter, "\"" + cell.title() + "\""))).findFirst().orElse("");
    }

    private static String commands() {
        return """
            <section id="commands"><h2>Find a problem in a running process</h2>
            <dl>
            %s
            </dl></section>
            """.formatted(DiagnosticCommands.all().stream().map(DiagnosticCommands.Command::language).distinct()
            .map(CheatSheet::commands).collect(Collectors.joining("\n")));
    }

    private static String commands(String language) {
        return "<dt>%s</dt>\n%s".formatted(PageText.escape(language), DiagnosticCommands.all().stream()
            .filter(command -> command.language().equals(language)).map(command -> "<dd><code>%s</code> %s%s</dd>"
                .formatted(PageText.escape(command.line()), PageText.inline(command.finds()), command.needs().isEmpty()
                    ? "" : " <span class=\"needs\">(needs " + PageText.inline(command.needs()) + ")</span>"))
            .collect(Collectors.joining("\n")));
    }
}

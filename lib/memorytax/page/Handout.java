package memorytax.page;

import memorytax.catalog.Catalog;
import memorytax.catalog.ChapterList;
import memorytax.catalog.Glossary;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.view.Wording;
import memorytax.workshop.ChapterWork;
import memorytax.notebook.Exercise.Level;
import memorytax.workshop.LeveledExercise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What each person in the room gets on paper: how to start, the keys, each question with room for a guess and for what
/// was measured, the exercises, the most important terms, and where to read on.
///
/// @param catalog where the chapters lie
/// @param shelf   of the chapters that are wanted
/// @param out     where this page goes
public record Handout(Catalog catalog, ChapterList shelf, Path out) {
    /// Its name in the folder of results.
    public static final String FILE = "handout.html";
    /// Of the glossary: without these a table of results cannot be read.
    static final List<String> TERMS = List.of("task", "parked", "resident", "charged", "live", "baseline", "slope",
        "fork", "95 % interval", "warmed");
    /// Those that a room needs; README has all of them.
    static final Map<String, String> KEYS = keys();
    private static final Pattern CHOICE = Pattern.compile("\"([^\"]+)\""),
        KIND = Pattern.compile("\\.(oneOf|yesOrNo|order)\\("), SENTENCE =
        Pattern.compile("[^.?!:]*(?:[.:](?=\\S)[^.?!:]*)*\\?");

    private static Map<String, String> keys() {
        var keys = new LinkedHashMap<String, String>();
        keys.put("Enter", "goes on");
        keys.put("b", "back to the cell before");
        keys.put("r", "runs this cell again");
        keys.put("e", "opens the chapter in your editor");
        keys.put("j", "opens a JShell with every result");
        keys.put("g", "says what the terms mean");
        keys.put("l", "lists the cells");
        keys.put("/", "finds words");
        keys.put("o", "shows the code in Go and Python");
        keys.put("q", "quits; you can go on later");
        return keys;
    }

    /// Writes it.
    public Path write() throws IOException {
        return PageFrame.write(out, FILE, html());
    }

    String html() {
        return PageFrame.of("<title>Handout · " + Wording.WORKBOOK + "</title>\n",
            Page.resource("page.css") + Page.resource("handout.css"), "handout", """
            <main>
            <header><h1>%s</h1><p class="name">Name</p></header>
            <div class="columns">
            %s%s%s%s</div>
            </main>
            """.formatted(Wording.WORKBOOK, start(), shelf.books().stream().flatMap(book -> book.chapter().stream())
                .map(this::chapter).collect(Collectors.joining()), terms(), more()));
    }

    private String start() {
        var first = shelf.books().isEmpty() ? "chapter1" : shelf.books().getFirst().name();
        return """
            <section id="start"><h2>Start</h2>
            <p>Open a terminal in the folder of the workbook.</p>
            <dl class="keys"><dt><code>./jbang</code></dt><dd>lists the chapters</dd>
            <dt><code>./jbang %s</code></dt><dd>starts one</dd>
            %s</dl></section>
            """.formatted(first, KEYS.entrySet().stream().map(key -> "<dt><kbd>%s</kbd></dt><dd>%s</dd>".formatted(
            PageText.escape(key.getKey()), PageText.escape(key.getValue()))).collect(Collectors.joining("\n")));
    }

    private String chapter(Chapter chapter) {
        var work = ChapterWork.of(chapter, catalog.root().resolve("chapters"));
        return """
            <section class="chapter" id="%s"><h2>%s</h2>
            <p><code>./jbang %1$s</code> %s</p>
            <table><thead><tr><td></td><th scope="col">my guess</th>\
            <th scope="col">measured</th></tr></thead>
            <tbody>
            %s
            </tbody></table>
            %s</section>
            """.formatted(chapter.name(), PageText.escape(PageHead.of(chapter).kicker()),
            PageText.inline(PageHead.of(chapter).heading()),
            work.questions().stream().map(Handout::question).collect(Collectors.joining("\n")),
            work.exercises().isEmpty() ? "" : "<ul class=\"exercises\">%s</ul>\n".formatted(work.exercises().stream()
                .map(Handout::exercise).collect(Collectors.joining("\n"))));
    }

    private static String question(Cell.Step step) {
        return "<tr><th scope=\"row\">%s%s</th><td></td><td%s></td></tr>".formatted(PageText.inline(asked(step)),
            choices(step), isWish(step) ? " class=\"none\"" : "");
    }

    /// The heading, where that is a question; else the last question of the prose behind it.
    static String asked(Cell.Step step) {
        if (step.title().endsWith("?")) return step.title();
        var questions = SENTENCE.matcher(step.prose().replaceAll("\\s+", " ")).results().map(MatchResult::group)
            .toList();
        return questions.isEmpty() ? step.title() : step.title() + ": " + questions.getLast().strip();
    }

    /// Those that the code names, with numbers where their order is asked for.
    static String choices(Cell.Step step) {
        var kind = KIND.matcher(step.code());
        if (!kind.find()) return "";
        var numbers = new AtomicInteger();
        return "<br><span class=\"choices\">%s</span>".formatted(CHOICE.matcher(step.code()).results()
            .map(choice -> (kind.group(1).equals("order") ? numbers.incrementAndGet() + "\u00a0" : "")
                + PageText.escape(choice.group(1))).collect(Collectors.joining(" · ")));
    }

    /// Whether it asks what the reader wants, of which nothing is measured.
    private static boolean isWish(Cell.Step step) {
        return step.code().contains(".usually(");
    }

    private static String exercise(LeveledExercise exercise) {
        var level = exercise.level() == Level.USUAL ? ""
            : " <span class=\"level\">(%s)</span>".formatted(exercise.level().word());
        return "<li><span class=\"box\"></span><code>%s</code>%s %s</li>".formatted(
            PageText.escape(exercise.command()), level, PageText.inline(exercise.title()));
    }

    private static String terms() {
        return """
            <section id="terms"><h2>Ten terms</h2>
            <dl class="terms">
            %s
            </dl></section>
            """.formatted(TERMS.stream().flatMap(name -> Glossary.named(name).stream()).map(term ->
            "<dt>%s</dt><dd>%s</dd>".formatted(PageText.escape(term.name()),
                PageText.escape(PageText.bound(term.definition())))).collect(Collectors.joining("\n")));
    }

    private String more() {
        var sheet = Files.isRegularFile(out.resolve(CheatSheet.FILE)) ? "<a href=\"%s\">out/%1$s</a>"
            .formatted(CheatSheet.FILE) : "<code>./jbang workbook --cheatsheet</code>";
        return """
            <section id="more"><h2>To read on</h2>
            <ul>
            <li>What to take to work, on one sheet: %s</li>
            <li>Your results, and all chapters: <code>out/index.html</code></li>
            <li>All terms: <code>./jbang workbook --glossary</code></li>
            <li>A chapter without measuring: <code>./jbang chapter2 --recorded</code></li>
            <li>A task of your own: <code>./jbang weigh mine.java</code>, see README.md</li>
            </ul></section>
            """.formatted(sheet);
    }
}

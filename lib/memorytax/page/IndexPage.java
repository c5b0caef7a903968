package memorytax.page;

import memorytax.catalog.ChapterList;
import memorytax.claim.Headline;
import memorytax.claim.NotedGuesses;
import memorytax.claim.Verdicts;
import memorytax.record.Earlier;
import memorytax.record.Ledger;
import memorytax.record.Machine;
import memorytax.view.Wording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The page that ties the chapters together: a line and a figure of each, every claim, and what the reader's guesses
/// have in common. It knows what lies in the folder, and shows nothing else: a chapter that was not run keeps its
/// answers to itself.
///
/// @param shelf  of the chapters that there are
/// @param out    where their folders and pages are, and where this one goes
/// @param around the page
public record IndexPage(ChapterList shelf, Path out, Neighbours around) {
    /// Its name in the folder of results.
    public static final String FILE = "index.html";
    /// Of the notebook that holds the scale against other instruments.
    private static final String AGREEMENT = "agreement.html";
    private static final String OPENING = "These are our recorded runs of %d of %d chapters. On your machine the "
        + "figures are others: <code>./jbang chapter1</code> measures them, and asks for your guess before it does.",
        OUR_RUNS = "and what our recorded runs have measured. A link leads to the verdict, and to the cell that "
            + "measured it.",
        YOUR_RUNS = "and what your own runs have measured. A link leads to the cell that measured it. The ledger of "
            + "chapter 8 also says what our runs have measured, where you have not.";

    /// On the reader's machine.
    public IndexPage(ChapterList shelf, Path out) {
        this(shelf, out, Neighbours.in(out));
    }

    /// Writes it.
    public Path write() throws IOException {
        return PageFrame.write(out, FILE, html());
    }

    /// The page as it stands now.
    public String html() {
        var headlines = new HashMap<String, Headline>();
        var ledger = around.site() ? Ledger.recorded(new Verdicts(List.of())) : Ledger.of(out);
        for (var book : shelf.books()) earlier(book).headline().ifPresent(h -> headlines.put(book.name(), h));
        var shelves = shelf.books().stream().map(book -> entry(book, Optional.ofNullable(headlines.get(book.name()))))
            .collect(Collectors.joining());
        return PageFrame.of(meta().html(around), Page.style() + Page.resource("index.css"), "index", """
            <main id="top">
            <header class="head"><p class="kicker">%s</p><h1>What does one task cost?</h1>
            <div class="prose"><p>%s</p><p>%s</p></div></header>
            %s<ol class="shelf">
            %s</ol>
            <section class="cell" id="ledger"><h2><a href="#ledger">The ledger</a></h2>
            <div class="prose"><p>Every figure of the post%s, %s</p></div>
            <div class="out wide">%s</div></section>
            %s%s%s</main>
            <script>
            %s</script>
            """.formatted(Wording.WORKBOOK, opening(headlines.size()), more(), ProgressMap.html(shelf, !around.site()),
            shelves,
            ledger.parts().size() > 1 ? ", every figure that a vendor publishes" : "",
            around.site() ? OUR_RUNS : YOUR_RUNS, PageLedger.html(ledger, around),
            around.site() ? "" : guesses(), OtherMachine.html(shelf, out, around.site(), machine()), foot(),
            Page.resource("made.js") + Page.resource("index.js")));
    }

    private String opening(int run) {
        var next = shelf.next().map(command -> " Next: <code>" + PageText.escape(command) + "</code>").orElse("");
        return around.site() ? OPENING.formatted(run, shelf.books().size())
            : "Results of %d of %d chapters.%s".formatted(run, shelf.books().size(), next);
    }

    private PageMeta meta() {
        return new PageMeta(Wording.WORKBOOK, "What does one concurrent task cost in memory? Virtual threads, platform"
            + " threads, goroutines and asyncio tasks, measured process by process.", FILE,
            PageMeta.picture(shelf.books().isEmpty() ? "" : shelf.books().getFirst().name()));
    }

    private String guesses() {
        return """
            <section class="cell" id="guesses"><h2><a href="#guesses">Your guesses</a></h2>
            <div class="prose"><p>%s</p></div></section>
            """.formatted(PageText.escape(PageText.bound(NotedGuesses.in(shelf.notes()).summary())));
    }

    private String more() {
        var sheet = around.there().test(CheatSheet.FILE)
            ? "<a href=\"" + CheatSheet.FILE + "\">What to take to work</a>, on one sheet to print."
            : "What to take to work, on one sheet to print: <code>./jbang workbook --cheatsheet</code>";
        return sheet + (around.there().test(GlossaryPage.FILE)
            ? " <a href=\"" + GlossaryPage.FILE + "\">What the terms mean</a>." : "")
            + (around.there().test(AGREEMENT)
            ? " <a href=\"" + AGREEMENT + "\">Do other instruments say what the scale says?</a>" : "");
    }

    private String entry(ChapterList.Book book, Optional<Headline> headline) {
        var head = book.chapter().map(PageHead::of);
        var kicker = head.map(PageHead::kicker).orElse("Chapter " + book.number());
        var question = PageText.inline(head.map(PageHead::heading).orElse(book.teaches()));
        return """
            <li id="%s"><p class="figure %s">%s</p><div><p class="kicker">%s</p>
            <h2>%s</h2>
            %s</div></li>
            """.formatted(book.name(), headline.map(h -> PageHue.ofName(h.contender())).orElse("none"),
            headline.map(h -> PageText.escape(PageText.bound(h.figure()))).orElse("–"), PageText.escape(kicker),
            around.link(book.name() + ".html", question),
            headline.map(h -> line(book, h)).orElse("<p class=\"cap\">%s: <code>./jbang %s</code></p>".formatted(
                around.site() ? "No recorded run yet" : "Not run yet", book.name())));
    }

    private String line(ChapterList.Book book, Headline headline) {
        var verdicts = new Verdicts(earlier(book).verdicts());
        return "<p>%s%s</p>%s".formatted(PageText.escape(PageText.bound(headline.sentence())),
            headline.here() || around.site() ? "" : " <span class=\"tag\">recorded</span>",
            verdicts.all().isEmpty() ? "" : "\n<p class=\"cap\">" + verdicts.tally() + "</p>");
    }

    /// The machine of the last run; empty where there was none.
    private Map<String, String> machine() {
        return shelf.books().stream().map(book -> earlier(book).machine()).filter(facts -> !facts.isEmpty())
            .max(Comparator.comparing(facts -> facts.getOrDefault("started", ""))).orElse(Map.of());
    }

    private String foot() {
        var facts = machine();
        if (facts.isEmpty()) return "";
        var machine = new Machine(facts);
        return "<footer><p>%s %s on %s · %s</p></footer>\n".formatted(around.site() ? "Last recorded" : "Last measured",
            PageText.escape(machine.get("started").replaceAll("T.*", "")), PageText.escape(machine.hardware()),
            PageText.escape(machine.software()));
    }

    private Earlier earlier(ChapterList.Book book) {
        return new Earlier(out.resolve(book.name()));
    }
}

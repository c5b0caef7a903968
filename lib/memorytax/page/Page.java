package memorytax.page;

import memorytax.catalog.Listing;
import memorytax.claim.Headline;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.CellNames;
import memorytax.notebook.source.Chapter;
import memorytax.view.SlideContent;
import memorytax.view.Wording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A chapter that has been run, laid out as one HTML page. Style and script stand inside it: it asks nothing of any
/// network.
///
/// @param happened name of a step -> what came of it
/// @param listings a cell -> its load in other languages
/// @param cells    what stands under a step
/// @param terms    which it fills while it is laid out
/// @param data     files of the whole chapter, relative to the page: `chapter1/weighings.csv`
/// @param around   the page
record Page(Chapter chapter, PageInfo imprint, Map<String, StepOutcome> happened,
            Function<Cell.Documented, List<Listing>> listings, PageCell cells, PageTerms terms,
            List<String> data, Neighbours around) {
    /// Types of cells that measure nothing.
    private static final Set<String> DRAWN =
        Set.of("XYChart", "CategoryChart", "List<XYChart>", "Table", "List<Table>");

    String html() {
        var head = PageHead.of(chapter);
        // in the order in which they are read: what is a term's first use depends on it
        var opening = prose(chapter.opening());
        var sections = sections() + terms.section();
        var style = style() + resource("sight.css") + resource("terms.css") + cells.veil().style(hero()) + print(head);
        return PageFrame.of(PageMeta.of(chapter).html(around) + cells.veil().script(), style, "", """
            <a class="skip" href="#top">To the text</a>
            %s<main id="top">
            <header class="head"><p class="kicker">%s</p><h1>%s</h1>
            %s<div class="prose">%s</div></header>
            %s%s</main>
            <script>
            %s</script>
            """.formatted(nav(head), PageText.escape(head.kicker()), PageText.inline(head.heading()),
            hero(sections), opening, sections, PageFoot.html(chapter, imprint, happened.values(), data, around),
            script(sections)));
    }

    private String nav(PageHead head) {
        String entries = chapter.documented().stream().map(c -> "<li%s><a href=\"#%s\">%s</a></li>".formatted(
            happened.get(c.name()) instanceof StepOutcome.Failure ? " class=\"bad\"" : "", PageText.escape(c.name()),
            PageText.escape(c.title()))).collect(Collectors.joining("\n"));
        if (!terms.marked().isEmpty()) entries += "\n<li><a href=\"#terms\">Terms</a></li>";
        String number = head.number().isEmpty() ? "" : Wording.place(head.number(), imprint.chapters());
        String book = head.number().isEmpty() ? Wording.WORKBOOK
            : "<a href=\"index.html\">" + Wording.WORKBOOK + "</a>";
        return """
            <nav aria-label="Contents"><p class="book">%s</p><p class="no">%s</p>
            <ol>
            %s
            </ol>%s</nav>
            """.formatted(book, number, entries, PageFoot.tally(happened.values()));
    }

    /// @param sections of the page: one of them has the picture
    private String hero(String sections) {
        return happened.values().stream().flatMap(PageFoot::values).filter(Headline.class::isInstance)
            .map(Headline.class::cast).findFirst().map(h -> PageHero.html(h, section(sections, h.picture()),
                cells.veil().hero(hero())) + "\n").orElse("");
    }

    /// The cells that the number of the chapter and its picture are from.
    private List<String> hero() {
        return happened.entrySet().stream().flatMap(e -> PageFoot.values(e.getValue())
                .filter(Headline.class::isInstance).map(h -> List.of(e.getKey(), ((Headline) h).picture())))
            .findFirst().orElse(List.of());
    }

    private static String section(String sections, String cell) {
        int from = sections.indexOf("<section class=\"cell\" id=\"" + PageText.escape(cell) + "\">");
        return cell.isEmpty() || from < 0 ? "" : sections.substring(from, sections.indexOf("</section>", from));
    }

    /// The cells in file order. Members without prose are folded away where they stand.
    private String sections() {
        var html = new StringBuilder();
        var folded = new ArrayList<Cell.Folded>();
        for (var cell : chapter.cells()) {
            if (cell instanceof Cell.Folded aside) folded.add(aside);
            if (!(cell instanceof Cell.Documented documented)) continue;
            html.append(aside(folded)).append(section(documented));
            folded.clear();
        }
        return html.append(aside(folded)).toString();
    }

    private String section(Cell.Documented cell) {
        var all = new ArrayList<Listing>(List.of(java(cell)));
        all.addAll(listings.apply(cell));
        terms.cell();
        String id = PageText.escape(cell.name());
        return """
            <section class="cell" id="%s"><h2><a href="#%s">%s</a></h2>
            <div class="prose">%s</div>
            %s%s</section>
            """.formatted(id, id, PageText.escape(cell.title()), prose(cell.prose()),
            PageCode.html(cell.name(), all, all.size() == 1 && draws(cell)),
            cell instanceof Cell.Step step ? cells.outcome(step, happened.get(step.name())) : "");
    }

    /// Whether all that it does is to show what another cell has measured.
    private static boolean draws(Cell.Documented cell) {
        return cell instanceof Cell.Step step && DRAWN.contains(step.type()) && !SlideContent.measures(cell);
    }

    private String aside(List<Cell.Folded> folded) {
        if (folded.isEmpty()) return "";
        String names = folded.stream().map(c -> "<code>" + PageText.escape(c.name()) + "</code>")
            .collect(Collectors.joining(", "));
        return "<details class=\"folded\"><summary>Also in this file: %s</summary>\n%s</details>\n".formatted(names,
            folded.stream().map(c -> PageCode.html(c.name(), List.of(java(c))))
                .collect(Collectors.joining()));
    }

    private Listing java(Cell cell) {
        return new Listing("Java", chapter.name() + ".java", cell.name(), cell.line(), cell.code());
    }

    /// Headings of this chapter's cells are links to them, and terms are marked.
    private String prose(String markdown) {
        return PageText.markdown(CellNames.linked(markdown,
            heading -> chapter.titled(heading).map(cell -> "#" + cell.name())), terms);
    }

    /// On paper, with the chapter at the head of each sheet. A browser takes that from style only.
    private static String print(PageHead head) {
        String title = head.number().isEmpty() ? head.heading() : head.kicker() + " · " + Wording.WORKBOOK;
        return resource("print.css") + "@media print { @page { @top-left { content: \"%s\"; font: 8pt sans-serif; "
            .formatted(title.replaceAll("[\\\\\"<\n]", " ")) + "color: #666; } } }\n";
    }

    /// The style of every page.
    static String style() {
        return resource("claims.css") + resource("page.css");
    }

    /// The script of a chapter's page. What it needs on each part is put among its dressings, and done in the end.
    private String script(String sections) {
        boolean asks = !cells.veil().questions().isEmpty(), calculates = sections.contains("class=\"calculator\"");
        return resource("page.js") + (asks || calculates ? resource("made.js") : "")
            + (calculates ? resource("calculate.js") : "") + (asks ? resource("guess.js") : "")
            + "dress(document);\n";
    }

    /// A file that lies beside this class. A page is to be small: it gets style and script without comments and indent.
    static String resource(String name) {
        var text = text(name);
        return name.endsWith(".svg") ? text
            : text.replaceAll("(?m)^\\s*(//.*|/\\*.*\\*/)\n", "").replaceAll("(?m)^ +|^\n", "");
    }

    private static String text(String name) {
        try (var in = Objects.requireNonNull(Page.class.getResourceAsStream("/memorytax/page/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

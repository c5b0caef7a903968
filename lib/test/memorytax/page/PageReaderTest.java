package memorytax.page;

import memorytax.catalog.Listing;
import memorytax.catalog.NextChapter;
import memorytax.chart.Charts;
import memorytax.chart.draw.ThemeColor;
import memorytax.claim.Headline;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Reading;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.record.Machine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PageReaderTest {
    private static final String EVIL = "<script>alert('1')</script><img src=x onerror=\"alert(1)\">";

    private static Cell.Step step(String name, String title, String... needs) {
        return new Cell.Step(name, title, "Prose of *" + title + "*.", "Object " + name + "() { … }", 7,
            List.of(needs).stream().map(n -> new Cell.Parameter("Object", n)).toList(), "Object");
    }

    private static Chapter chapter(String title, Cell... cells) {
        return new Chapter("chapter1", title, "An opening.", List.of(cells),
            "//DESCRIPTION Chapter 1: idle tasks. What does waiting cost?\n");
    }

    private static PageReader reader(Path file, String cpu) {
        var machine = new Machine(Map.of("cores", "2", "cpu", cpu, "memory", "23 GB", "os", "Linux", "kernel", "6.18",
            "jdk", "Temurin 25.0.3", "gc", "G1"));
        return new PageReader(file, new PageInfo(machine, false, false, LocalDate.of(2026, 11, 24), 8,
            Optional.of(new NextChapter("chapter2", "Stack growth"))),
            cell -> cell.name().equals("load")
                ? List.of(new Listing("Go", "chapter1.go", "load", 8, "func load() {}")) : List.of(),
            step -> step.name().equals("said") ? List.of("chapter1/said.csv") : List.of());
    }

    private static StepOutcome result(Object value) {
        return new StepOutcome.Result(value, Duration.ofSeconds(30));
    }

    /// What a browser shows: without the style and the script that every page has.
    private static String body(PageReader reader) {
        String html = reader.html();
        return html.substring(html.indexOf("<main"), html.indexOf("</main>")).replaceAll("\\s+", " ")
            .replace("> <", "><");
    }

    /// The file has no result that holds no longer; a live page has it until it comes anew.
    @Test
    void aForgottenResultIsThereForWhoeverMarksItAsStale(@TempDir Path out) {
        var said = step("said", "In words");
        var reader = reader(out.resolve("chapter1.html"), "an EPYC");
        reader.opening(chapter("One", said));
        reader.happened(said, result("as it was"));
        reader.forgotten(Set.of("said"));
        assertFalse(reader.html().contains("as it was"));
        assertTrue(reader.html().contains(PageCell.NOT_RUN));
        assertTrue(reader.htmlWithEarlier().matches("(?s).*Stale: some code has changed .*as it was.*"));
        reader.happened(said, new StepOutcome.Failure(new IllegalStateException("broken")));
        assertFalse(reader.htmlWithEarlier().contains("as it was"));
        reader.forgotten(Set.of("said"));
        assertFalse(reader.htmlWithEarlier().contains("broken"), "an error that holds no longer is of no use");
        reader.changed(chapter("One", step("other", "Other words")));
        assertEquals(reader.html(), reader.htmlWithEarlier());
    }

    @Test
    void aChapterIsReadFromItsTitleToTheNextOne(@TempDir Path out) throws Exception {
        var load = new Cell.Exhibit("load", "The load", "It waits.", "static void load() {}", 3);
        var said = step("said", "In words");
        var reader = reader(out.resolve("new/chapter1.html"), "an EPYC");
        reader.opening(chapter("What does waiting cost?", load, new Cell.Folded("aside", "int aside;", 5), said));
        reader.cell(load);
        reader.happened(said, result(List.of(
            new Headline("asyncio tasks", "1.4 KB", "a task", true), "**so** it is: 20 KB")));
        reader.closing();
        assertEquals(PagePolicy.sealed(reader.html()), Files.readString(out.resolve("new/chapter1.html")));
        assertEquals("""
            <main id="top"><header class="head"><p class="kicker">1 · Idle tasks</p><h1>What does waiting cost?</h1>
            <div class="hero"><p class="headline"><strong class="py">1.4 KB</strong><span>a task</span></p></div>
            <div class="prose"><p>An opening.</p></div></header>
            <section class="cell" id="load"><h2><a href="#load">The load</a></h2>
            <div class="prose"><p>It waits.</p></div>
            <div class="code tabs" role="group" aria-label="Language">
            <input type="radio" name="load-in" id="load-in-0" value="Java" checked><label for="load-in-0">Java</label>
            <input type="radio" name="load-in" id="load-in-1" value="Go"><label for="load-in-1">Go</label>
            <span class="where">chapter1.java:3</span><span class="where">chapter1.go:8</span>
            <button type="button" class="copy" aria-label="copy the code of load" hidden>copy</button>
            <div class="panel"><pre class="numbers" aria-hidden="true">1</pre>
            <pre class="source"><code><b>static</b><b>void</b> load() {}</code></pre></div>
            <div class="panel"><pre class="numbers" aria-hidden="true">1</pre>
            <pre class="source"><code><b>func</b> load() {}</code></pre></div></div></section>
            <details class="folded"><summary>Also in this file: <code>aside</code></summary>
            <div class="code"><span class="where">chapter1.java:5</span>
            <button type="button" class="copy" aria-label="copy the code of aside" hidden>copy</button>
            <div class="panel"><pre class="numbers" aria-hidden="true">1</pre>
            <pre class="source"><code><b>int</b> aside;</code></pre></div></div></details>
            <section class="cell" id="said"><h2><a href="#said">In words</a></h2>
            <div class="prose"><p>Prose of <em>In words</em>.</p></div><div class="code">
            <span class="where">chapter1.java:7</span>
            <button type="button" class="copy" aria-label="copy the code of said" hidden>copy</button>
            <div class="panel"><pre class="numbers" aria-hidden="true">1</pre>
            <pre class="source"><code>Object said() { … }</code></pre></div></div>
            <div class="out"><p class="headline"><strong class="py">1.4 KB</strong><span>a task</span></p></div>
            <div class="out"><div class="prose"><p><strong>so</strong> it is: 20\u00a0KB</p></div>
            <p class="cap"><a class="file" href="chapter1/said.csv">said.csv</a></p></div></section>
            <footer><p>Measured 24 November 2026 in 30 s on 2 cores of an EPYC, 23 GB, Linux 6.18 · Temurin 25.0.3 (G1)
             · no Go · no Python</p>
            <p class="next">Chapter 2: Stack growth →\s
            <code>./jbang chapter2</code></p></footer>
            """.replace("\n", ""), body(reader).strip());
    }

    @Test
    void aCellThatProseNamesIsALink(@TempDir Path out) {
        var load = new Cell.Exhibit("load", "The load, once more", "It waits.", "", 3);
        var said = new Cell.Exhibit("said", "In words", "See \"The load,\nonce more\" and \"The sea\".", "", 4);
        var reader = reader(out.resolve("chapter1.html"), "an EPYC");
        reader.opening(new Chapter("chapter1", "T", "Read \"In words\".", List.of(load, said), ""));
        assertTrue(body(reader).contains("href=\"#load\">The load, once more</a>&quot; and &quot;The sea&quot;."),
            body(reader));
        assertTrue(body(reader).contains("Read &quot;<a rel=\"nofollow\" href=\"#said\">In words</a>&quot;."));
    }

    @Test
    void theFootSaysWhetherABrowserWasOpen(@TempDir Path out) {
        for (var live : List.of("yes", "no", "")) {
            var machine = new Machine(live.isEmpty() ? Map.of("cores", "2") : Map.of("cores", "2", "live", live));
            var reader = new PageReader(out.resolve("chapter1.html"), new PageInfo(machine, false, false,
                LocalDate.of(2026, 11, 24), 8, Optional.empty()), _ -> List.of(), _ -> List.of());
            reader.opening(chapter("Live"));
            assertEquals(live.equals("yes"), body(reader).contains("with a browser open that showed it"), body(reader));
        }
    }

    @Test
    void theFootCountsTheForksThatThereWere(@TempDir Path out) {
        var reader = reader(out.resolve("chapter1.html"), "an EPYC");
        reader.opening(chapter("Forks"));
        reader.happened(step("few", "Few"), result(weighed("few", 3)));
        assertTrue(body(reader).contains(" · 3 forks, sizes in turns</p>"), body(reader));
        reader.happened(step("again", "Again"), result(weighed("again", 7)));
        assertTrue(body(reader).contains(" · 3 to 7 forks, sizes in turns</p>"), body(reader));
        reader.forgotten(Set.of("again"));
        assertTrue(body(reader).contains(" · 3 forks, sizes in turns</p>"), body(reader));
    }

    private static Weighings weighed(String step, int forks) {
        var reading = Optional.of(new Reading(1 << 20, OptionalLong.empty(), 1));
        return new Weighings(step, IntStream.rangeClosed(1, forks).mapToObj(fork -> new Weighing(
            new Contender("goroutines", "go", "1.26"), 100, Map.of(), fork, reading, reading,
            OptionalLong.empty(), OptionalLong.empty(), new Outcome.Weighed())).toList());
    }

    @Test
    void whatWentWrongStandsInItsPlace(@TempDir Path out) {
        var broken = step("broken", "Broken");
        var after = step("after", "After", "broken");
        var unrun = step("unrun", "Never");
        var reader = reader(out.resolve("x.html"), "x");
        reader.opening(chapter("T", broken, after, unrun));
        reader.happened(broken, new StepOutcome.Failure(new IllegalStateException("was killed\nsignal 9")));
        reader.happened(after, new StepOutcome.Skipped("broken"));
        String html = reader.html();
        assertTrue(html.contains("<strong>This step failed.</strong><p>was killed\nsignal 9</p>"), html);
        assertTrue(html.contains("it needs <a href=\"#broken\">Broken</a>, which has no result"), html);
        assertTrue(html.contains("<li class=\"bad\"><a href=\"#broken\">"), html);
        assertTrue(html.substring(html.indexOf("id=\"unrun\"")).contains("Not run this time."), html);
        assertFalse(html.contains("IllegalStateException"), html);
    }

    @Test
    void nothingThatIsSaidIsTakenForHtml(@TempDir Path out) {
        var table = Table.create(EVIL, StringColumn.create(EVIL, EVIL));
        var cells = List.of(step("a", EVIL), step("b", EVIL), step("c", EVIL), step("d", EVIL), step("e", EVIL));
        var values = List.of(table, EVIL, List.of(EVIL), new Headline(EVIL, EVIL, EVIL, false));
        var reader = reader(out.resolve("x.html"), EVIL);
        var load = new Cell.Exhibit("load", EVIL, EVIL + "\n\n![p](https://example.org/p.png)", EVIL, 1);
        reader.opening(chapter(EVIL, load, cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4)));
        for (int i = 0; i < 4; i++) reader.happened(cells.get(i), result(values.get(i)));
        reader.happened(cells.get(4), new StepOutcome.Failure(new RuntimeException(EVIL)));
        String html = reader.html();
        assertEquals(1, Pattern.compile("<script").matcher(html).results().count(), html);
        assertEquals(0, Pattern.compile("<img").matcher(html).results().count(), html);
    }

    @Test
    void thePageEndsWithTheTermsThatItUses(@TempDir Path out) {
        var reader = reader(out.resolve("x.html"), "x");
        var load = new Cell.Exhibit("load", "A fork", "A task in a fork.", "int task;", 1);
        var said = step("said", "In words");
        reader.opening(chapter("A task", load, said));
        reader.happened(said, result(Table.create(StringColumn.create("live", "1 B"))));
        String html = reader.html();
        var described = Pattern.compile("aria-describedby=\"([\\w-]+)\"").matcher(html).results()
            .map(m -> m.group(1)).toList();
        assertEquals(List.of("term-task", "term-fork", "term-live"), described);
        for (var id : described) assertEquals(2, html.split("id=\"" + id + "\"").length, id);
        assertTrue(html.contains("<li><a href=\"#terms\">Terms</a></li>"), html);
        assertTrue(html.indexOf("id=\"terms\"") > html.indexOf("id=\"said\""), html);
    }

    @Test
    void thePageAsksNothingOfANetwork(@TempDir Path out) {
        var drawn = step("drawn", "Drawn");
        var reader = reader(out.resolve("x.html"), "x");
        var load = new Cell.Exhibit("load", "The load", "See [the post](https://example.org).", "", 1);
        reader.opening(chapter("T", load, drawn));
        reader.happened(drawn, result(Charts.growth(new Weighings("drawn", List.of()))));
        String html = reader.html();
        assertTrue(html.contains("<figure class=\"out\"><div class=\"wide\"><svg"), html);
        assertTrue(html.contains("href=\"https://example.org\">the post</a>"), html);
        String outside = "<link rel=\"(?!icon)|<iframe|@import|url\\(['\"]?(?!#)|\\ssrc(set)?=|(?<!href=\")https?:";
        assertFalse(Pattern.compile(outside).matcher(html).find(), html);
    }

    @Test
    void everyColourOfAChartIsDeclaredForLightAndDark() throws Exception {
        String css;
        try (var in = PageReader.class.getResourceAsStream("/memorytax/page/page.css")) {
            css = new String(in.readAllBytes());
        }
        for (var dye : ThemeColor.all())
            assertEquals(2, css.split(Pattern.quote(dye.variable() + ": #")).length - 1, dye.variable());
    }
}

package memorytax.session;

import memorytax.Abroad;
import memorytax.Approved;
import memorytax.Built;
import memorytax.House;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import memorytax.catalog.NextChapter;
import memorytax.export.ExportReader;
import memorytax.export.RunFacts;
import memorytax.notebook.Edition;
import memorytax.notebook.Reader;
import memorytax.notebook.Run;
import memorytax.notebook.Selection;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.notebook.source.ChapterSource;
import memorytax.notebook.source.Lint;
import memorytax.options.Options;
import memorytax.page.PageInfo;
import memorytax.page.PageReader;
import memorytax.record.Machine;
import memorytax.terminal.ReaderActions;
import memorytax.terminal.TerminalReader;
import memorytax.terminal.TerminalScreen;
import memorytax.terminal.result.TerminalParts;
import org.jline.terminal.Size;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A small chapter with a cell of every kind, from its source to what a reader sees. Its machine, its day and its
/// figures are fixed, so it looks the same wherever it is read.
@Abroad
class ApprovalTest {
    private static final String NAME = "chapter0";
    private static final String FIXTURE = "lib/test/fixtures/chapter0.java";
    private static final Machine MACHINE = new Machine(Map.of("os", "Linux", "kernel", "6.1.0-generic",
        "cpu", "a processor", "cores", "2", "memory", "23 GB", "jdk", "Temurin 25.0.3", "gc", "G1", "go", "1.26.8",
        "thp", "madvise"));

    @TempDir
    private Path folder;
    private Locale before;

    /// A reader's language changes nothing: this one would write 1.000,5.
    @BeforeEach
    void elsewhere() {
        before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
    }

    @AfterEach
    void back() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 60})
    void onATerminal(int columns) throws Exception {
        var shown = new ByteArrayOutputStream();
        // not by JLine's builder: what a terminal made by that still has to print is lost when it is closed
        var terminal = new DumbTerminal("", "dumb", InputStream.nullInputStream(), shown, StandardCharsets.UTF_8);
        terminal.setSize(Size.of(columns, 100));
        try (var screen = TerminalScreen.on(terminal)) {
            read(new TerminalReader(screen, MACHINE, 8, new TerminalReader.Manner(false, false, false),
                new ReaderActions() { }, _ -> List.of(), value -> TerminalParts.lines(value, columns)));
        }
        var text = shown.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
        assertEquals(List.of(), text.lines().filter(l -> l.length() > columns).toList(), "too wide");
        Approved.check(NAME + "-" + columns + ".txt", text);
    }

    @Test
    void onAPage() throws Exception {
        var file = folder.resolve(NAME + ".html");
        var next = Optional.of(new NextChapter("chapter1", "Idle tasks"));
        var imprint = new PageInfo(MACHINE, false, false, LocalDate.of(2026, 1, 31), 8, next);
        read(new PageReader(file, imprint, _ -> List.of(), step -> List.of(NAME + "/" + step.name() + ".csv")));
        var html = Files.readString(file);
        Approved.check(NAME + ".html", Approved.page(html));
    }

    @Test
    void asMarkdown() throws Exception {
        var page = folder.resolve(NAME + ".html");
        read(exports(page, false, true));
        Approved.check(NAME + ".md", Files.readString(folder.resolve(NAME + ".md")));
    }

    /// Of nbformat 4.5, as far as the format asks for something that could be missed.
    @Test
    void asANotebook() throws Exception {
        read(exports(folder.resolve(NAME + ".html"), true, false));
        var notebook = JsonParser.parseString(Files.readString(folder.resolve(NAME + ".ipynb"))).getAsJsonObject();
        assertEquals("4.5", notebook.get("nbformat") + "." + notebook.get("nbformat_minor"));
        var ids = new ArrayList<String>();
        var outputs = new TreeMap<String, List<String>>();
        for (var each : notebook.getAsJsonArray("cells")) {
            var cell = each.getAsJsonObject();
            var id = cell.get("id").getAsString();
            assertTrue(id.matches("[A-Za-z0-9_-]{1,64}"), id);
            ids.add(id);
            assertTrue(cell.get("source").isJsonArray() && cell.has("metadata"), id);
            if (!cell.get("cell_type").getAsString().equals("code")) continue;
            assertTrue(cell.get("execution_count").isJsonNull(), id);
            var kinds = cell.getAsJsonArray("outputs").asList().stream().map(JsonElement::getAsJsonObject)
                .map(o -> o.has("data") ? String.join(" ", o.getAsJsonObject("data").keySet())
                    : o.get("output_type").getAsString()).toList();
            if (!kinds.isEmpty()) outputs.put(id, kinds);
        }
        assertEquals(List.of("the-opening", "the-library-text", "the-library", "the-imports", "load-text", "load",
            "weighed-text", "weighed"), ids.subList(0, 8));
        assertEquals(ids.size(), Set.copyOf(ids).size(), ids.toString());
        var table = List.of("text/html text/plain", "text/markdown text/plain");
        assertEquals(Map.of("weighed", table, "growth", List.of("image/svg+xml image/png text/plain",
            "text/markdown text/plain"), "headline", table, "broken", List.of("error"), "needy", List.of("stream"),
            "verdict", table), outputs);
    }

    private static ExportReader exports(Path page, boolean ipynb, boolean markdown) {
        var wanted = new ExportReader.Wanted(ipynb, markdown, Optional.empty(), FIXTURE,
            (step, parameter) -> Givens.inJupyter(step, parameter, true));
        return new ExportReader(wanted, new RunFacts(MACHINE, true, LocalDate.of(2026, 1, 31)), () -> page,
            _ -> List.of(), step -> List.of(NAME + "/" + step.name() + ".svg", NAME + "/" + step.name() + ".csv"));
    }

    @Test
    void itIsAChapterLikeAnyOther() throws Exception {
        assertEquals(List.of(), Lint.check(NAME, House.read(FIXTURE), Givens.parameters(Options.class)));
    }

    private void read(Reader reader) throws Exception {
        var chapter = ChapterSource.read(NAME, House.read(FIXTURE).replace("\r\n", "\n"));
        var type = Built.of(House.root().resolve(FIXTURE)).load();
        var lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
        var happened = new Run(new Edition(chapter, lookup), List.of()).run(Selection.all(), new Untimed(reader));
        assertEquals(List.of("Result", "Result", "Result", "Failure", "Skipped", "Result"),
            happened.values().stream().map(h -> h.getClass().getSimpleName()).toList());
    }

    /// Every step takes two seconds.
    private record Untimed(Reader reader) implements Reader {
        @Override
        public void opening(Chapter chapter) {
            reader.opening(chapter);
        }

        @Override
        public void cell(Cell.Documented cell) {
            reader.cell(cell);
        }

        @Override
        public void happened(Cell.Step step, StepOutcome happening) {
            reader.happened(step, happening instanceof StepOutcome.Result(Object value, var _)
                ? new StepOutcome.Result(value, Duration.ofSeconds(2)) : happening);
        }

        @Override
        public void closing() {
            reader.closing();
        }
    }
}

package memorytax;

import memorytax.notebook.Exercise;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.CellNames;
import memorytax.notebook.source.ChapterSource;
import memorytax.notebook.source.Lint;
import memorytax.options.ChapterOptions;
import memorytax.session.Givens;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// What holds for every chapter of the workbook.
class ChaptersTest {
    /// What stands between quotation marks, begins with a capital letter, and is no heading.
    private static final Set<String> OTHER_QUOTES = Set.of("A thread takes 1 MB", "Allocate less",
        "How large is a task?", "Task was destroyed but it is pending!",
        "The Memory Tax of Concurrency: Goroutines vs Python asyncio");

    /// A parameter's values, and those that a quick run takes.
    private static final Pattern FEWER = Pattern.compile(
        "\\.over\\(\"(\\w+)\", ([^)]*)\\)\\s*\\.quick\\(\"\\1\", ([^)]*)\\)");

    private static List<Path> chapters() {
        return House.chapters();
    }

    private static List<Path> programs() throws IOException {
        var programs = new ArrayList<Path>();
        for (var folder : List.of("chapters", "lib/peers"))
            try (Stream<Path> files = Files.list(House.root().resolve(folder))) {
                files.filter(f -> f.toString().matches(".*\\.(go|py)")).sorted().forEach(programs::add);
            }
        return programs;
    }

    private static String name(Path chapter) {
        return chapter.getFileName().toString().replace(".java", "");
    }

    /// The chapters, and the notebook that weighs a reader's file.
    private static List<Path> notebooks() {
        return Stream.concat(chapters().stream(), Stream.of(House.root().resolve("chapters/weigh.java"))).toList();
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void isFreeOfFlawsAndTakesNothingThatIsNotThere(Path chapter) throws IOException {
        var source = Files.readString(chapter);
        var options = ChapterOptions.of(source).getClass();
        assertEquals("", String.join("\n", Lint.check(name(chapter), source, Givens.parameters(options))));
    }

    /// Prose names a cell by its heading in quotation marks; whoever changes the heading changes the prose as well.
    @ParameterizedTest
    @MethodSource("notebooks")
    void everyCellThatProseNamesIsThere(Path file) throws IOException {
        var chapter = ChapterSource.read(name(file), Files.readString(file));
        var prose = Stream.concat(Stream.of(chapter.opening()),
            chapter.documented().stream().map(Cell.Documented::prose));
        var lost = prose.flatMap(text -> CellNames.in(text).stream())
            .filter(name -> !OTHER_QUOTES.contains(name) && chapter.titled(name).isEmpty()).toList();
        assertEquals(List.of(), lost, "quoted in " + file.getFileName() + ", and neither headings of its cells nor "
            + "listed in OTHER_QUOTES");
    }

    /// Prose that says what to look at promises rows: it also says which of them a quick run leaves out.
    @ParameterizedTest
    @MethodSource("chapters")
    void aCellThatAQuickRunCutsShortSaysSo(Path file) throws IOException {
        var chapter = ChapterSource.read(name(file), Files.readString(file));
        var silent = chapter.steps().stream().filter(step -> step.code().contains(".unlessQuick()")
                || FEWER.matcher(step.code()).results().anyMatch(m -> m.group(3).split(",").length
                    < m.group(2).split(",").length))
            .filter(step -> !step.prose().replaceAll("\\s+", " ").contains(" quick run "))
            .map(Cell::name).toList();
        assertEquals(List.of(), silent);
    }

    /// An easier one, the usual one and a harder one, in this order, each told by the heading of the reader's method.
    @ParameterizedTest
    @MethodSource("chapters")
    void hasOneExerciseOfEachLevelInOrder(Path file) throws IOException {
        var exercises = Exercise.of(ChapterSource.read(name(file), Files.readString(file)));
        assertEquals(List.of("easier", "exercise", "harder"), exercises.stream().map(Exercise::told).toList());
        assertEquals(List.of(Exercise.Level.values()), exercises.stream().map(Exercise::level).toList());
    }

    @ParameterizedTest
    @MethodSource("chapters")
    void spansGiveTheFileBack(Path chapter) throws IOException {
        var source = Files.readString(chapter);
        var spans = ChapterSource.spans(name(chapter), source);
        assertTrue(spans.size() > 3, "spans: " + spans.size());
        assertEquals(source, spans.stream().map(s -> s.in(source)).collect(Collectors.joining()));
    }

    @ParameterizedTest
    @MethodSource("chapters")
    void bringsAlongItsOwnFilesAndBuilds(Path chapter) throws Exception {
        var listed = Built.directives(chapter, "FILES").toList();
        var needed = Stream.of(".java", ".go", ".py").map(e -> name(chapter) + e)
            .filter(f -> Files.exists(chapter.resolveSibling(f))).toList();
        assertTrue(listed.containsAll(needed), "//FILES has " + listed + ", and should have " + needed);
        assertEquals(name(chapter), Built.of(chapter).load().getName());
    }

    @ParameterizedTest
    @MethodSource("programs")
    void isWellFormed(Path program, @TempDir Path folder) throws Exception {
        boolean go = program.toString().endsWith(".go");
        var python = "import sys; compile(open(sys.argv[1], 'rb').read(), sys.argv[1], 'exec')";
        var command = go ? List.of(tool("gofmt"), "-l", program.toString())
            : List.of(tool("python3"), "-c", python, program.toString());
        assertEquals(new Said(0, "", ""), Said.by(command, folder),
            go ? "gofmt would write it in another way" : "Python cannot read it");
    }

    /// Where a tool lies; a test that needs one is skipped where it is not installed.
    private static String tool(String name) {
        var places = Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(folder -> Path.of(folder, name));
        Optional<Path> found = Stream.concat(places, Stream.of(Path.of("/usr/local/go/bin", name)))
            .filter(Files::isExecutable).findFirst();
        assumeTrue(found.isPresent(), "there is no " + name);
        return found.get().toString();
    }
}

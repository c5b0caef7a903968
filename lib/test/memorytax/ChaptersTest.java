package memorytax;

import memorytax.notebook.source.Cell;
import memorytax.notebook.source.ChapterSource;
import memorytax.notebook.source.Lint;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// What holds for every chapter of the workbook.
class ChaptersTest {
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

    @ParameterizedTest
    @MethodSource("chapters")
    void isFreeOfFlaws(Path chapter) throws IOException {
        assertEquals("", String.join("\n", Lint.check(name(chapter), Files.readString(chapter))));
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
    void stepsAskForWhatIsThereByThen(Path chapter) throws IOException {
        var there = new HashSet<String>();
        for (var step : ChapterSource.read(name(chapter), Files.readString(chapter)).steps()) {
            var unknown = step.parameters().stream()
                .filter(p -> !List.of("Scale", "Guesses", "Results", "Offer", "OwnClaims").contains(p.type()))
                .map(Cell.Parameter::name).filter(p -> !there.contains(p)).toList();
            assertEquals(List.of(), unknown, step.name() + " asks for steps that do not come before it");
            there.add(step.name());
        }
        assertTrue(there.size() > 1, "steps: " + there);
    }

    @ParameterizedTest
    @MethodSource("chapters")
    void bringsAlongItsOwnFilesAndBuilds(Path chapter, @TempDir Path folder) throws Exception {
        var listed = Built.directives(chapter, "FILES").toList();
        var needed = Stream.of(".java", ".go", ".py").map(e -> name(chapter) + e)
            .filter(f -> Files.exists(chapter.resolveSibling(f))).toList();
        assertTrue(listed.containsAll(needed), "//FILES has " + listed + ", and should have " + needed);
        assertEquals(name(chapter), Built.into(folder, chapter).load().getName());
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

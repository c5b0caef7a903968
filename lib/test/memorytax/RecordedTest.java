package memorytax;

import memorytax.file.Csv;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/// Every chapter, and the notebook of other instruments, as a reader sees it who measures nothing: the recorded run on
/// a terminal of 80 columns, on the page, and in the files. So each kind of result is looked at once. `./jbang test
/// --approve Recorded` takes what is there now for good; `git diff` shows what that is.
class RecordedTest {
    private static final List<String> ELSEWHERE = List.of("-Duser.language=de", "-Duser.timezone=Asia/Tokyo",
        "-Djava.awt.headless=true");

    private static final Pattern NUMBERED = Pattern.compile("(?m)^ *([1-9]\\d{0,3})  (.*)$");

    @TempDir
    private Path folder;

    private static Stream<String> chapters() {
        return Stream.concat(House.chapters().stream().map(c -> c.getFileName().toString().replace(".java", "")),
            Stream.of("agreement"));
    }

    @ParameterizedTest
    @MethodSource("chapters")
    void looksAsItDid(String name) throws Exception {
        var source = House.root().resolve("chapters/" + name + ".java");
        var built = Built.of(source);
        var said = Said.by(built.command(source, ELSEWHERE, List.of("--recorded", "--out", "out")), folder);
        assertEquals("", said.err());
        assertEquals(0, said.exit(), said.out());
        Approved.check("recorded/" + name + ".txt", unnumbered(said.out(), Files.readAllLines(source)));
        var page = Approved.page(Files.readString(folder.resolve("out/" + name + ".html")));
        Approved.check("recorded/" + name + ".html",
            page.replaceAll("(" + name + "\\.java|class=\"where\">[^:<]*):\\d+", "$1"));
        Approved.check("recorded/" + name + ".files", files(folder.resolve("out")));
    }

    /// So that a list of them can be read.
    @ParameterizedTest
    @MethodSource("chapters")
    void noContenderHasACommaInItsName(String name) throws IOException {
        try (Stream<Path> files = Files.list(House.root().resolve("data/recorded/" + name))) {
            for (var file : files.filter(f -> f.toString().endsWith(".csv")).toList())
                for (var row : Csv.rows(file))
                    if (row.columns().contains("contender"))
                        assertFalse(row.text("contender").contains(","), file + ": " + row);
        }
    }

    /// Without the numbers of the source's lines, so that one more import is no difference.
    private static String unnumbered(String text, List<String> source) {
        return NUMBERED.matcher(text).replaceAll(line -> {
            int number = Integer.parseInt(line.group(1));
            var code = number <= source.size() ? source.get(number - 1) : "";
            return Matcher.quoteReplacement(line.group(2).equals(code) ? "    " + code : line.group());
        });
    }

    /// Each file that was written; of a table also its header, its rows, and a sum over its text.
    private static String files(Path out) throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(Files::isRegularFile).sorted().map(file -> line(out, file))
                .collect(Collectors.joining("\n", "", "\n"));
        }
    }

    private static String line(Path out, Path file) {
        var name = out.relativize(file).toString().replace('\\', '/');
        if (!name.endsWith(".csv")) return name;
        try {
            var rows = Files.readString(file).replace("\r\n", "\n").lines().toList();
            var sum = new CRC32();
            rows.forEach(row -> sum.update((row + "\n").getBytes()));
            return "%s: %d rows, %08x: %s".formatted(name, rows.size() - 1, sum.getValue(), rows.getFirst());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

package memorytax.board;

import memorytax.House;
import memorytax.file.Csv;
import memorytax.file.CsvRow;
import memorytax.notebook.Notes;
import memorytax.record.WeighingsCsv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What a reader gives away: all that was measured here, and nothing else.
class PackTest {
    private static final List<String> CHAPTERS = House.chapters().stream()
        .map(file -> file.getFileName().toString().replace(".java", "")).toList();
    @TempDir
    private Path out;

    /// As if our recorded run had been made here.
    private void measure(String... chapters) throws IOException {
        for (var chapter : chapters) {
            var folder = Files.createDirectories(out.resolve(chapter));
            try (Stream<Path> files = Files.list(House.root().resolve("data/recorded").resolve(chapter))) {
                for (var file : files.toList()) Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    private void change(String file, String from, String to) throws IOException {
        var text = Files.readString(out.resolve(file));
        assertTrue(text.contains(from), from);
        Files.writeString(out.resolve(file), text.replace(from, to));
    }

    private Pack pack(boolean guesses) {
        return Packing.of(out, CHAPTERS, guesses).orElseThrow();
    }

    @Test
    void allThatWasMeasuredIsInItAndCanBeReadAgain() throws IOException {
        measure(CHAPTERS.toArray(String[]::new));
        var pack = pack(false);
        var zip = pack.zip();
        assertTrue(zip.length < Pack.LARGEST, "" + zip.length);
        assertEquals(CHAPTERS, pack.chapters());
        var again = Unpacking.read("mine.zip", zip);
        assertEquals(pack, again);
        for (var chapter : CHAPTERS) {
            var file = House.root().resolve("data/recorded").resolve(chapter).resolve("weighings.csv");
            if (Files.exists(file)) assertEquals(told(Csv.rows(file)), told(Csv.rows("", again.text(chapter,
                "weighings"))), chapter);
        }
        assertArrayEquals(zip, pack(false).zip(), "another one of the same results is another file");
    }

    /// How many processes there are of each end, and a sum of what was read of them.
    private static String told(List<CsvRow> rows) {
        var all = WeighingsCsv.read(rows);
        return all.stream().map(w -> w.outcome().toString().replaceFirst(":.*", ""))
            .collect(Collectors.groupingBy(how -> how, TreeMap::new, Collectors.counting())) + " "
            + all.stream().map(w -> w.baseline() + " " + w.loaded() + w.live() + w.params()).toList().hashCode();
    }

    /// Who looks for a name in it finds none, wherever it was.
    @Test
    void noNameLeavesTheMachine() throws IOException {
        measure("chapter1");
        var me = "joanna";
        change("chapter1/machine.csv", "-fc-v657", "-" + me + "-laptop");
        change("chapter1/machine.csv", "started,2026-11-28T21:55:16Z", "started,2026-11-28T21:55:16Z\nhost," + me);
        change("chapter1/weighings.csv", ",ok,", ",failed: no file /home/" + me + "/mine.go,");
        var lines = Files.readAllLines(out.resolve("chapter1/slopes.csv"));
        Files.write(out.resolve("chapter1/slopes.csv"), IntStream.range(0, lines.size())
            .mapToObj(i -> lines.get(i) + "," + (i == 0 ? "who" : me)).toList());
        Notes.in(out).put("chapter1", Map.of("answer.perTask", "20 KB", "scale.perTask", "1153.0", "unit.perTask", "B",
            "label.perTask", "one asyncio task", "editor", me));
        var all = String.join("", pack(true).files().values());
        assertFalse(all.contains(me), all.lines().filter(line -> line.contains(me)).collect(Collectors.joining("\n")));
        assertFalse(all.contains("21:55"), "the hour");
        assertTrue(all.contains(",failed: not told,") && all.contains("kernel,6.18.44\n"), all);
    }

    @Test
    void guessesAreInItOnlyWhereTheReaderSaysSo() throws IOException {
        measure("chapter1");
        Notes.in(out).put("chapter1", Map.of("answer.perTask", "20 KB", "scale.perTask", "1153.0", "unit.perTask", "B",
            "label.perTask", "one asyncio task"));
        assertEquals("", pack(false).text("chapter1", "guesses"));
        var guess = Csv.rows("", pack(true).text("chapter1", "guesses")).getFirst();
        assertEquals("perTask 20480.0 1153.0 B", String.join(" ", guess.of(List.of("step", "guess", "value", "unit"))));
    }

    /// Rows of our own run stand in for a language that is missing: they are not this machine's.
    @Test
    void whatIsRecordedIsNotGivenAway() throws IOException {
        measure("chapter1");
        var before = pack(false);
        change("chapter1/slopes.csv", ",here,", ",recorded,");
        change("chapter1/weighings.csv", ",ok,", ",recorded,");
        assertEquals("", pack(false).text("chapter1", "slopes"));
        assertEquals("", pack(false).text("chapter1", "weighings"));
        assertEquals(before.text("chapter1", "verdicts"), pack(false).text("chapter1", "verdicts"));
        Files.delete(out.resolve("chapter1/verdicts.csv"));
        assertTrue(Packing.of(out, CHAPTERS, true).isEmpty(), "there is nothing");
    }

    /// What one more task costs stays in it.
    @Test
    void aPackThatWouldBeTooLargeLeavesProcessesOut() throws IOException {
        measure("chapter1", "chapter2");
        var random = new Random(7);
        var lines = Files.readAllLines(out.resolve("chapter2/weighings.csv"));
        var many = IntStream.range(0, 20_000).mapToObj(i -> lines.get(1 + i % 50).replaceAll("\\d{7,}",
            "" + (1_000_000 + random.nextInt(90_000_000)))).toList();
        Files.write(out.resolve("chapter2/weighings.csv"), Stream.concat(Stream.of(lines.getFirst()), many.stream())
            .toList());
        var pack = pack(false);
        assertTrue(pack.zip().length <= Pack.LARGEST);
        assertEquals("", pack.text("chapter2", "weighings"));
        assertTrue(pack.rows("chapter2", "slopes") > 50 && pack.rows("chapter1", "weighings") > 50);
    }
}

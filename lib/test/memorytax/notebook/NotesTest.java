package memorytax.notebook;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NotesTest {
    private static final String FILE = "notes.properties";
    /// How many notes each of those makes that write at once.
    private static final int EACH = 50;
    @TempDir
    private Path temp;
    private Path out;

    @BeforeEach
    void place() {
        out = temp.resolve("out");
    }

    /// A process that writes notes on the chapter `args[1]`, one by one.
    public static void main(String[] args) {
        var notes = Notes.in(Path.of(args[0]));
        for (int i = 0; i < EACH; i++) notes.put(args[1], Map.of("answer.n" + i, "20 KB"));
        notes.troubles().forEach(System.out::println);
    }

    @Test
    void whatIsNotedIsThereForTheNextOneAndNoOther() {
        var notes = Notes.in(out);
        assertEquals(Map.of(), notes.of("chapter1"));
        assertEquals(List.of(), list(), "to look makes nothing");
        notes.put("chapter1", Map.of("place", "growth", "answer.perTask", "20 KB"));
        notes.put("chapter10", Map.of("place", "traces"));
        var later = Notes.in(out);
        assertEquals(Map.of("place", "growth", "answer.perTask", "20 KB"), later.of("chapter1"));
        assertEquals(Set.of("chapter1", "chapter10"), later.chapters());
        var change = new HashMap<String, String>();
        change.put("place", null);
        change.put("answer.perTask", "1.5 KB");
        notes.put("chapter1", change);
        assertEquals(Map.of("answer.perTask", "1.5 KB"), later.of("chapter1"), "as the file has them now");
        later.forget("chapter1");
        assertEquals(Set.of("chapter10"), notes.chapters());
        assertEquals(List.of(), later.troubles());
    }

    /// A line per note, sorted, and a line that says what this is.
    @Test
    void aPersonCanReadAndChangeThem() throws IOException {
        Notes.in(out).put("chapter2", Map.of("place", "depth"));
        Notes.in(out).put("chapter1", Map.of("label.perTask", "“one” task = 1", "answer.perTask", "20 KB"));
        var lines = Files.readAllLines(out.resolve(FILE));
        assertTrue(lines.getFirst().startsWith("# Notes of the Memory Tax Workbook"), lines.getFirst());
        assertEquals(List.of("version=1", "", "chapter1.answer.perTask=20 KB", "chapter1.label.perTask=“one” task = 1",
            "", "chapter2.place=depth"), lines.stream().filter(l -> !l.startsWith("#")).toList());
        Files.writeString(out.resolve(FILE),
            "version = 1\n! by hand\nchapter1.place : wrong\r\nchapter1.answer.perTask = 1k");
        assertEquals(Map.of("place", "wrong", "answer.perTask", "1k"), Notes.in(out).of("chapter1"));
    }

    @Test
    void anyTextComesBackAsItWas() {
        var odd = Map.of("a b=c:d#e", " leading, trailing ", "two", "x\ny\r\tz\\n\f", "empty", "", "unicode",
            "\\u12 ü 🧮", "mark", "#!=:");
        Notes.in(out).put("chapter1", odd);
        assertEquals(odd, Notes.in(out).of("chapter1"));
        for (var wrong : List.of("", "a\nb"))
            assertThrows(IllegalArgumentException.class, () -> Notes.in(out).put("chapter1", Map.of(wrong, "")));
        assertThrows(IllegalArgumentException.class, () -> Notes.in(out).put("a.b", Map.of("", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "chapter1.place=growth\n", "version=1\nchapter1.place=growth\n\1\2",
        "version=1\nhello", "version=1\nchapter1.place=\\u00", "version=0\nplace=3",
        "version=2\nchapter1.place=growth\n", "\u00ff"})
    void whatCannotBeTakenIsSetAsideWithALine(String text) throws IOException {
        Files.createDirectories(out);
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int time = 1; time <= 2; time++) {
            Files.write(out.resolve(FILE), bytes);
            var notes = Notes.in(out);
            assertEquals(1, notes.troubles().size());
            var line = notes.troubles().getFirst();
            var aside = "notes-set-aside-" + time + ".properties";
            assertTrue(line.matches("notes\\.properties was [a-z ]+; the old file is now " + aside), line);
            notes.put("chapter1", Map.of("place", "share"));
            assertEquals(Map.of("place", "share"), Notes.in(out).of("chapter1"), "the workbook goes on");
            assertEquals(List.of(line), notes.troubles());
            for (int n = 1; n <= time; n++)
                assertArrayEquals(bytes, Files.readAllBytes(out.resolve("notes-set-aside-" + n + ".properties")));
        }
    }

    @Test
    void aFolderInItsPlaceIsSetAsideToo() throws IOException {
        Files.createFile(Files.createDirectories(out.resolve(FILE)).resolve("mine.txt"));
        var notes = Notes.in(out);
        notes.put("chapter1", Map.of("place", "share"));
        assertEquals(List.of("notes.properties was a folder; the old file is now notes-set-aside-1.properties"),
            notes.troubles());
        assertTrue(Files.exists(out.resolve("notes-set-aside-1.properties/mine.txt")));
        assertEquals(Map.of("place", "share"), notes.of("chapter1"));
    }

    @Test
    void whereNothingCanBeWrittenALineSaysSo() throws IOException {
        Files.createFile(out); // no folder, and none can be made
        var notes = Notes.in(out);
        for (int i = 0; i < 3; i++) notes.put("chapter1", Map.of("place", "share"));
        assertEquals(Map.of(), notes.of("chapter1"));
        var lines = notes.troubles();
        assertTrue(lines.stream().anyMatch(l -> l.startsWith("notes.properties cannot be written")), lines.toString());
        assertEquals(Set.copyOf(lines).size(), lines.size(), "each line once");
        assertTrue(lines.stream().allMatch(l -> l.lines().count() == 1), lines.toString());
    }

    /// Two other processes and two threads of this one.
    @Test
    void manyAtOnceLoseNothing() throws Exception {
        Notes.in(out).put("chapter5", Map.of("place", "pool"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var processes = new ArrayList<Process>();
        for (var chapter : List.of("chapter1", "chapter2"))
            processes.add(new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"),
                NotesTest.class.getName(), out.toString(), chapter).redirectErrorStream(true).start());
        var threads = Stream.of("chapter3", "chapter4")
            .map(chapter -> Thread.ofPlatform().start(() -> main(new String[]{out.toString(), chapter}))).toList();
        while (threads.stream().anyMatch(Thread::isAlive))
            assertEquals(Map.of("place", "pool"), Notes.in(out).of("chapter5"));
        for (var process : processes) {
            assertEquals("", new String(process.getInputStream().readAllBytes()));
            assertTrue(process.waitFor(5, TimeUnit.MINUTES));
            assertEquals(0, process.exitValue());
        }
        var notes = Notes.in(out);
        assertEquals(Set.of("chapter1", "chapter2", "chapter3", "chapter4", "chapter5"), notes.chapters());
        for (int i = 1; i <= 4; i++) assertEquals(EACH, notes.of("chapter" + i).size(), "chapter" + i);
        assertEquals(List.of(), notes.troubles());
        assertEquals(List.of(".notes.lock", FILE), list(), "nothing else is left");
    }

    private List<String> list() {
        if (!Files.exists(out)) return List.of();
        try (Stream<Path> files = Files.list(out)) {
            return List.copyOf(new TreeSet<>(files.map(f -> f.getFileName().toString()).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

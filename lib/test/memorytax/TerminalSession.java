package memorytax;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A reader's seat: a terminal, and in its folder a chapter, built, with its source lying there to be edited.
final class TerminalSession implements AutoCloseable {
    /// The last row of the screen, when the chapter waits for a key, for a line, or JShell for a snippet.
    private static final Pattern WAITS = Pattern.compile(" ⏎ .*|.* q quit| (your guess|again with|find) ▸|\\w+>");
    final Tmux terminal;
    private final Path folder, chapter;
    private final Built built;
    private int seen;

    /// @param folder  an empty one
    /// @param chapter a fixture's file
    TerminalSession(Path folder, Path chapter, int width, int height) throws IOException {
        Tmux.isHere();
        this.folder = folder;
        this.chapter = chapter;
        Files.copy(chapter, file());
        built = Built.of(chapter);
        var editor = Files.writeString(folder.resolve("editor"), "#!/bin/sh\n");
        assertTrue(editor.toFile().setExecutable(true));
        terminal = new Tmux(folder, width, height, Map.of("EDITOR", editor.toString()));
    }

    static Path fixture() {
        return House.root().resolve("lib/test/fixtures/stepping.java");
    }

    /// The chapter's source, as the reader edits it.
    Path file() {
        return folder.resolve(chapter.getFileName());
    }

    String source() throws IOException {
        return Files.readString(file());
    }

    /// Saves the chapter with something in it replaced.
    void save(String from, String to) throws IOException {
        var source = source();
        assertTrue(source.contains(from), from);
        Files.writeString(file(), source.replace(from, to));
    }

    /// What the editor does when it is opened: a shell script, to which `$1` is the file.
    void editor(String script) throws IOException {
        Files.writeString(folder.resolve("editor"), "#!/bin/sh\n" + script + "\n");
    }

    /// A file that the chapter has written into `out`.
    String written(String path) throws IOException {
        return Files.readString(folder.resolve("out").resolve(path));
    }

    /// Starts the chapter, and waits until it waits behind its first cell. Returns what it has printed until then.
    String start(String... args) throws IOException {
        begin(args);
        waits("the first prompt", "\\S");
        if (prompt().startsWith(" ⏎ begin ")) terminal.send("Enter");
        terminal.await("the first cell", () -> !prompt().startsWith(" ⏎ begin "));
        return waits("the prompt behind the first cell", "\\S");
    }

    /// Starts the chapter, and waits for nothing.
    void begin(String... args) throws IOException {
        seen = 0;
        terminal.start(built.command(chapter, List.of(), List.of(args)));
    }

    /// Presses a key, and waits until the chapter waits again.
    ///
    /// @param expected what is printed until then, besides the new prompt, has this regular expression in it
    /// @return that
    String press(String key, String expected) {
        look();
        terminal.send(key);
        return waits("what follows on " + key, expected);
    }

    /// The same where the screen is cleared meanwhile: all that it then shows is new.
    String turn(String key, String expected) {
        seen = 0;
        terminal.send(key);
        return waits("the slide after " + key, expected);
    }

    /// As [#turn] for a line that is typed, and Enter.
    String turnOn(String line, String expected) {
        terminal.type(line);
        return turn("Enter", expected);
    }

    /// As [#press] for a line that is typed, and Enter. It is the first of what is printed.
    String enter(String line, String expected) {
        look();
        terminal.type(line);
        terminal.send("Enter");
        return waits("what follows on " + line, expected);
    }

    /// Takes what is there for seen: what is printed from now on is new. A prompt for a key is going to be drawn over,
    /// and so is the blank line above it.
    void look() {
        var rows = rows();
        seen = Math.max(0, rows.size() - (last(rows).startsWith(" ⏎ ") ? 2 : 1));
    }

    /// Waits until the chapter waits for the reader, and has printed this since the last look.
    String waits(String what, String expected) {
        var pattern = Pattern.compile(expected, Pattern.DOTALL);
        terminal.await(what + ": " + expected, () -> {
            var rows = rows();
            return WAITS.matcher(last(rows)).matches() && pattern.matcher(fresh(rows)).find();
        });
        return fresh(rows());
    }

    /// The last row: which keys there are.
    String prompt() {
        return last(rows());
    }

    /// What was printed since the last look, without the prompt.
    private String fresh(List<String> rows) {
        int last = rows.size() - 1;
        return seen >= last ? "" : String.join("\n", rows.subList(seen, last));
    }

    /// No line is longer than the screen is wide. Returns the longest.
    int longest(int width) {
        var rows = rows();
        assertEquals(List.of(), rows.stream().filter(l -> l.length() > width).toList());
        return rows.stream().mapToInt(String::length).max().orElse(0);
    }

    /// Presses a key that ends the chapter, with that exit code: the terminal is as it was then, no child is left, and
    /// nothing went to standard error.
    void end(String key, int exit) throws IOException {
        terminal.send(key);
        assertEquals(exit, terminal.exit(), terminal.screen());
        assertTrue(terminal.screen().stripTrailing().endsWith("\nready$"), terminal.screen());
        assertEquals("7", terminal.cursor().split(",")[0], "the cursor stands behind the shell's prompt");
        assertEquals("", terminal.stderr());
        var stty = terminal.stty();
        assertTrue(stty.containsAll(List.of("isig", "icanon", "echo", "icrnl", "opost")), stty.toString());
        terminal.await("the end of all children", () -> terminal.running().isEmpty());
    }

    private List<String> rows() {
        var rows = terminal.printed();
        int last = rows.size();
        while (last > 0 && rows.get(last - 1).isBlank()) last--;
        return rows.subList(0, last);
    }

    private static String last(List<String> rows) {
        return rows.isEmpty() ? "" : rows.getLast();
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}

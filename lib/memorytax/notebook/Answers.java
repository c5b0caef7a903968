package memorytax.notebook;

import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.notebook.source.Signatures;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What somebody answers who is not there to be asked: a file with a line `perTask=20 KB` per question, `which=ynny`
/// where each of several cases wants a yes or no, or `order=3147256` where things are put in order. Lines that are
/// blank or begin with `#` do not count. A question without a line, or with nothing behind its `=`, is left to the
/// reader.
public final class Answers {
    /// In bytes.
    private static final int LARGEST = 4 << 20;
    private final Map<String, String> typed;

    private Answers(Map<String, String> typed) {
        this.typed = Map.copyOf(typed);
    }

    /// Reads a file of answers to the questions of this chapter. Whether an answer fits is for its question to say.
    ///
    /// @throws IllegalArgumentException when it cannot be read, or has a line that is no answer to a question of this
    ///                                  chapter; one line names the file, the line and what is allowed
    public static Answers read(Path file, Chapter chapter) {
        var asked = chapter.steps().stream().filter(s -> Signatures.simple(s.type()).equals("Prediction"))
            .map(Cell::name).toList();
        var typed = new LinkedHashMap<String, String>();
        int number = 0;
        for (var line : lines(file)) {
            number++;
            var text = line.replace("\ufeff", "").strip();
            if (text.isEmpty() || text.startsWith("#")) continue;
            int equals = text.indexOf('=');
            var name = equals < 0 ? text : text.substring(0, equals).strip();
            var where = file + ", line " + number + ": ";
            if (equals < 0) throw new IllegalArgumentException(where + "\"" + text
                + "\" has no =; a line is of the form perTask=20 KB");
            if (!asked.contains(name)) throw new IllegalArgumentException(where + chapter.name()
                + " has no question \"" + name + "\"; it has " + (asked.isEmpty() ? "none" : String.join(", ", asked)));
            if (typed.put(name, text.substring(equals + 1).strip()) != null)
                throw new IllegalArgumentException(where + name + " already has an answer; only one is allowed");
        }
        return new Answers(typed);
    }

    /// None at all.
    public static Answers none() {
        return new Answers(Map.of());
    }

    /// These, and others that go before, by the names of the steps that ask.
    public Answers and(Map<String, String> others) {
        var all = new LinkedHashMap<>(typed);
        all.putAll(others);
        return new Answers(all);
    }

    /// What is answered to the question of this step, as it was typed; empty when nothing is.
    public Optional<String> of(String step) {
        return Optional.ofNullable(typed.get(step)).filter(t -> !t.isEmpty());
    }

    private static List<String> lines(Path file) {
        try {
            if (Files.size(file) > LARGEST)
                throw new IllegalArgumentException(file + ": it is larger than " + (LARGEST >> 20) + " MB");
            return Files.readAllLines(file);
        } catch (IOException e) {
            var why = e instanceof NoSuchFileException ? "there is no such file"
                : e instanceof CharacterCodingException ? "it is not text in UTF-8"
                : Files.isDirectory(file) ? "it is a folder" : "it cannot be read";
            throw new IllegalArgumentException(file + ": " + why + "; name a file with lines like perTask=20 KB", e);
        }
    }
}

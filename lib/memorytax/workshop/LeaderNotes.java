package memorytax.workshop;

import memorytax.notebook.source.CellNames;
import memorytax.notebook.source.Chapter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a leader has to know of a chapter and what no program can find out: `data/leader/chapter1.md`. data/README.md
/// says how such a file is written.
///
/// @param about     what the chapter is about, in a sentence
/// @param guesses   by the step that asks: what people guess, why, and why that is wrong
/// @param questions to discuss
/// @param trouble   what can go wrong in the room, and what to do: Markdown
public record LeaderNotes(String about, Map<String, String> guesses, List<Question> questions, String trouble) {
    private static final LeaderNotes NONE = new LeaderNotes("", Map.of(), List.of(), "");
    private static final String FOLDER = "data/leader/", GENERAL = "workshop.md";
    private static final Pattern GUESS = Pattern.compile("(?s)`(\\w+)`: (.*)");

    /// A question to ask the room.
    ///
    /// @param answer Markdown that names the cells which show it
    public record Question(String question, String answer) {
    }

    /// Those of a chapter; none where there is no such file.
    ///
    /// @param root the folder of the workbook
    /// @throws IllegalStateException with one line, when they name a cell that the chapter does not have
    public static LeaderNotes of(Path root, Chapter chapter) {
        var file = FOLDER + chapter.name() + ".md";
        var text = read(root.resolve(file));
        if (text.isEmpty()) return NONE;
        for (var heading : CellNames.in(text)) if (chapter.titled(heading).isEmpty())
            throw new IllegalStateException("%s: there is no cell \"%s\"".formatted(file, heading));
        var notes = parsed(text);
        for (var step : notes.guesses.keySet())
            if (chapter.steps().stream().noneMatch(s -> s.isQuestion() && s.name().equals(step)))
                throw new IllegalStateException("%s: %s has no question `%s`".formatted(file, chapter.name(), step));
        return notes;
    }

    /// What holds for every chapter: what to do before, and what can go wrong in any room. Markdown, without its title;
    /// empty where there is no such file.
    public static String general(Path root) {
        return read(root.resolve(FOLDER + GENERAL)).replaceFirst("^# .*\\n", "").strip();
    }

    static LeaderNotes parsed(String text) {
        var sections = parts("## ", text);
        var guesses = new LinkedHashMap<String, String>();
        for (var item : sections.getOrDefault("Wrong guesses", "").split("(?m)^- ")) {
            var guess = GUESS.matcher(item.strip());
            if (guess.matches()) guesses.put(guess.group(1), oneLine(guess.group(2)));
        }
        var questions = parts("### ", sections.getOrDefault("Questions", ""));
        return new LeaderNotes(oneLine(sections.get("").replaceFirst("^# .*\\n", "")), guesses,
            questions.entrySet().stream().filter(part -> !part.getKey().isEmpty())
                .map(part -> new Question(part.getKey(), part.getValue())).toList(),
            sections.getOrDefault("In the room", ""));
    }

    /// What stands below each heading of a level; under "" what stands before the first.
    private static Map<String, String> parts(String mark, String text) {
        return List.of(text.split("(?m)^(?=" + mark + ")")).stream().collect(Collectors.toMap(
            part -> part.startsWith(mark) ? part.lines().findFirst().orElse("").substring(mark.length()).strip() : "",
            part -> part.startsWith(mark) ? part.lines().skip(1).collect(Collectors.joining("\n")).strip()
                : part.strip(), (a, b) -> a + "\n\n" + b, LinkedHashMap::new));
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static String read(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

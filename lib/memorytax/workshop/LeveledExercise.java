package memorytax.workshop;

import memorytax.notebook.Exercise;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;

import java.nio.file.Files;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// An exercise of a chapter as a leader sees it.
///
/// @param exercise what the reader edits, and the step that checks it
/// @param title    of the reader's method, without the level: `wait with at most 300 bytes`
/// @param limit    the heading of the check: `Check that a task needs at most 300 bytes`
/// @param hints    Markdown, in the order in which they are given; none where the solution's file is not there
public record LeveledExercise(Exercise exercise, String title, String limit, List<String> hints) {
    /// All of a chapter, from the easiest to the hardest.
    ///
    /// @param folder of the chapter's file, which has the solutions beside it
    public static List<LeveledExercise> of(Chapter chapter, Path folder) {
        return Exercise.of(chapter).stream()
            .map(exercise -> new LeveledExercise(exercise, exercise.title().replaceFirst("^\\w+: *", ""),
                title(chapter, exercise.step()), hints(exercise, folder.resolve(exercise.file()))))
            .sorted(Comparator.comparing(LeveledExercise::level)).toList();
    }

    private static String title(Chapter chapter, String cell) {
        return chapter.documented().stream().filter(c -> c.name().equals(cell)).findFirst()
            .map(Cell.Documented::title).orElse(cell);
    }

    private static List<String> hints(Exercise exercise, Path solution) {
        try {
            return Files.isRegularFile(solution) ? exercise.hints(Files.readString(solution)) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            return List.of(); // a file in the making
        }
    }

    /// How hard it is.
    public Exercise.Level level() {
        return exercise.level();
    }

    /// How long a room needs for it, with a first look at the solution. A choice of ours: half as long for an easier
    /// one, and half as long again for a harder one.
    public int minutes() {
        return switch (level()) {
            case EASIER -> 6;
            case USUAL -> 12;
            case HARDER -> 18;
        };
    }

    /// `./jbang chapter1 --exercise light`
    public String command() {
        return "./jbang %s --exercise %s".formatted(exercise.chapter(), exercise.name());
    }
}

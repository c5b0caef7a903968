package memorytax.workshop;

import memorytax.catalog.Catalog;
import memorytax.notebook.Exercise;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.record.StepTimes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What there is to do in a chapter, counted: words to read, questions to answer, results to look at, time to measure,
/// exercises. The words of the exercises are not among those to read: whoever does an exercise reads them then.
///
/// @param name      `chapter1`
/// @param words     of its prose
/// @param first     words of the opening, and of the headings and first sentences of its cells: what slides show
/// @param cells     with prose
/// @param questions that ask for a guess
/// @param results   steps that show something
/// @param measuring as long as our recorded run took
/// @param exercises from the easiest to the hardest
public record ChapterWork(String name, int words, int first, int cells, List<Cell.Step> questions, int results,
                          Duration measuring, List<LeveledExercise> exercises) {
    /// A reader's pace, as README counts it.
    public static final int WORDS_PER_MINUTE = 150;
    private static final Pattern END = Pattern.compile("(?<=[.?!:]) ");

    /// Counts a chapter.
    ///
    /// @param folder of the chapter's file, which has the solutions beside it
    public static ChapterWork of(Chapter chapter, Path folder) {
        var exercises = exerciseCells(chapter);
        var cells = chapter.documented().stream().filter(cell -> !exercises.contains(cell.name())).toList();
        int words = words(chapter.title() + " " + chapter.opening()), first = words;
        for (var cell : cells) {
            words += words(cell.title()) + words(cell.prose());
            first += words(cell.title()) + words(END.split(cell.prose().replaceAll("\\s+", " "), 2)[0]);
        }
        var steps = chapter.steps().stream().filter(step -> !step.isExercise()).toList();
        var questions = steps.stream().filter(Cell.Step::isQuestion).toList();
        return new ChapterWork(chapter.name(), words, first, cells.size(), questions, steps.size() - questions.size(),
            StepTimes.recorded(chapter.name()).total(), LeveledExercise.of(chapter, folder));
    }

    /// The methods that a reader edits, and the steps that check them.
    public static Set<String> exerciseCells(Chapter chapter) {
        var names = new HashSet<String>();
        for (var exercise : Exercise.of(chapter)) names.addAll(List.of(exercise.name(), exercise.step()));
        return names;
    }

    /// In a text.
    public static int words(String text) {
        return (int) Stream.of(text.strip().split("\\s+")).filter(word -> !word.isEmpty()).count();
    }

    /// 3 of `chapter3`.
    public int number() {
        return Catalog.number(name);
    }

    /// The minutes that so many words take, rounded up.
    static int reading(int words) {
        return Math.ceilDiv(words, WORDS_PER_MINUTE);
    }

    /// The exercises of this level.
    List<LeveledExercise> at(Exercise.Level level) {
        return exercises.stream().filter(exercise -> exercise.level() == level).toList();
    }
}

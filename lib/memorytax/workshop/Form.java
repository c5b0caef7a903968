package memorytax.workshop;

import memorytax.notebook.Exercise.Level;
import memorytax.record.StepTimes;
import memorytax.workshop.Activity.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// How much of a chapter a room does, from the shortest to the longest. The minutes that cannot be counted are choices
/// of ours: one for each question that asks for a guess, two for each question of the leader's notes, a quarter of one
/// for each result on slides and half of one where the room reads, and those of [LeveledExercise] for an exercise.
enum Form {
    /// On slides, measured quickly, with one question to discuss and no exercise.
    TASTE(true, 1),
    /// The same with two questions, and an easier exercise where the chapter has one.
    SHORT(true, 2),
    /// The same with the exercise.
    HANDS_ON(true, 2),
    /// All of the prose, measured as usual, with three questions and the exercise.
    USUAL(false, 3),
    /// The same with a harder exercise, and every question.
    LONG(false, Integer.MAX_VALUE);

    /// A quick run takes no longer.
    private static final int QUICK_MINUTES = 1;
    private static final int MINUTES_PER_QUESTION = 2;

    private final boolean slides;
    private final int questions;

    Form(boolean slides, int questions) {
        this.slides = slides;
        this.questions = questions;
    }

    /// What a room does of a chapter, in order.
    ///
    /// @param asked questions that the leader's notes have for it
    List<Activity> of(ChapterWork work, int asked) {
        var all = new ArrayList<Activity>();
        var command = "`./jbang " + work.name() + (slides ? " --quick --slides`" : "`");
        all.add(row(work, Kind.READING, ChapterWork.reading(slides ? work.first() : work.words()), slides
            ? "%s: the opening, and the first sentence of each of %d cells".formatted(command, work.cells())
            : "%s: %,d words in %s".formatted(command, work.words(), counted(work.cells(), "cell"))));
        int guesses = work.questions().size();
        if (guesses > 0) all.add(row(work, Kind.PREDICTING, guesses,
            counted(guesses, "question") + ": each person writes down an answer before the chapter goes on"));
        int seconds = (int) work.measuring().toSeconds();
        int usual = Math.ceilDiv(seconds, 60);
        if (usual > 0) all.add(row(work, Kind.MEASURING, slides ? Math.min(QUICK_MINUTES, usual) : usual, slides
            ? "with `--quick`" : StepTimes.said(work.measuring()) + " in our recorded run"));
        int talk = Math.min(questions, asked);
        all.add(row(work, Kind.DISCUSSING,
            Math.max(1, MINUTES_PER_QUESTION * talk + Math.ceilDiv(work.results(), slides ? 4 : 2)),
            counted(work.results(), "result") + (talk == 0 ? "" : ", and " + counted(talk, "question")
                + " of `out/leader.html`")));
        exercises(work).forEach(all::add);
        return all;
    }

    private List<Activity> exercises(ChapterWork work) {
        var levels = switch (this) {
            case TASTE -> List.<Level>of();
            case SHORT -> List.of(Level.EASIER);
            case HANDS_ON, USUAL -> List.of(Level.USUAL);
            case LONG -> List.of(Level.USUAL, Level.HARDER);
        };
        return levels.stream().filter(level -> !work.at(level).isEmpty()).map(level -> row(work, Kind.EXERCISE,
            work.at(level).getFirst().minutes(), (level == Level.USUAL ? "" : level.word() + ": ")
                + work.at(level).stream().map(exercise -> "`" + exercise.command() + "`")
                    .collect(Collectors.joining(", or ")))).toList();
    }

    private static Activity row(ChapterWork work, Kind kind, int minutes, String what) {
        return new Activity(work.number(), kind, Math.max(1, minutes), what);
    }

    private static String counted(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}

package memorytax.session;

import memorytax.claim.Attempt;
import memorytax.claim.Check;
import memorytax.notebook.Edition;
import memorytax.notebook.Exercise;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// Stands beside who tries an exercise: knows its hints, which are given one at a time, and our solution, which is for
/// who has solved it or asks twice. What was given is noted. It shows nothing itself.
final class Tutor {
    private final ProgressNotes diary;
    private final Supplier<Edition> edition;
    private final Function<String, Object> results;

    /// @param edition of the chapter, as it stands now
    /// @param results name of a step -> what it has returned; null where it has not
    Tutor(ProgressNotes diary, Supplier<Edition> edition, Function<String, Object> results) {
        this.diary = diary;
        this.edition = edition;
        this.results = results;
    }

    /// What came of a step; of an exercise together with what is known of the method that it checks.
    StepOutcome known(Cell.Step step, StepOutcome happening) {
        if (!(happening instanceof StepOutcome.Result(Check check, var took))) return happening;
        return exercise(step).flatMap(e -> text(e).map(t -> attempt(e, t)))
            .<StepOutcome>map(attempt -> new StepOutcome.Result(check.of(attempt), took)).orElse(happening);
    }

    private Attempt attempt(Exercise exercise, String text) {
        var ours = exercise.solution(text);
        return new Attempt(exercise.asItCame(edition.get().chapter().source(), text), ours.title(), ours.prose(),
            ours.code(), exercise.file(), exercise.told());
    }

    /// The next hint, from now on given; or that there is none.
    Advice hint(Cell.Step step) {
        var hints = hints(step);
        int next = given(step) + 1;
        if (next > hints.size()) return new Advice.Sentence(hints.isEmpty() ? "There is no hint for this exercise."
            : "There are no more hints. The solution comes next.");
        diary.note("hints." + step.name(), next);
        return new Advice.Hint(next, hints.size(), hints.get(next - 1));
    }

    /// Our solution; or who has not solved the exercise, and asks for the first time, is asked back.
    Advice solution(Cell.Step step) {
        var ours = ours(step);
        if (ours.isEmpty()) return new Advice.Sentence("There is no solution of ours for this exercise.");
        if (solved(step) || !diary.note("asked." + step.name()).isEmpty()) return new Advice.Solution(ours.get());
        diary.note("asked." + step.name(), 1);
        return new Advice.Sentence("Do you want to try it yourself first? Ask again, and you will see our solution.");
    }

    /// How many hints have been given.
    int given(Cell.Step step) {
        var given = diary.note("hints." + step.name());
        return given.matches("\\d{1,3}") ? Integer.parseInt(given) : 0;
    }

    /// All hints, Markdown, in the order in which they are given.
    List<String> hints(Cell.Step step) {
        return exercise(step).flatMap(e -> text(e).map(e::hints)).orElse(List.of());
    }

    /// Whether there is a hint to ask for: nothing before the exercise was checked, or once it is solved.
    boolean hasHint(Cell.Step step) {
        return check(step).filter(c -> !c.solved()).isPresent() && given(step) < hints(step).size();
    }

    /// Whether there is a solution to ask for: nothing before the exercise was checked.
    boolean hasSolution(Cell.Step step) {
        return check(step).isPresent() && ours(step).isPresent();
    }

    /// The exercise behind this one that is not solved yet.
    ///
    /// @param past names of steps that the reader comes to anyway
    Optional<Exercise> next(Cell.Step step, Set<String> past) {
        return Exercise.of(edition.get().chapter()).stream().dropWhile(e -> !e.step().equals(step.name())).skip(1)
            .filter(e -> !solved(e.step())).findFirst().filter(e -> !past.contains(e.step()));
    }

    /// Whether it is noted when an exercise is solved: not with a reader's own numbers of tasks.
    boolean counts() {
        return diary.counts();
    }

    /// What the notes say of an exercise: `tried`, `solved`, or nothing.
    String noted(String step) {
        return diary.note("exercise." + step);
    }

    /// What this step checks.
    Optional<Exercise> exercise(Cell.Step step) {
        return Exercise.of(edition.get().chapter(), step);
    }

    private boolean solved(String step) {
        return noted(step).equals("solved");
    }

    private boolean solved(Cell.Step step) {
        return solved(step.name()) || check(step).filter(Check::solved).isPresent();
    }

    private Optional<Check> check(Cell.Step step) {
        return results.apply(step.name()) instanceof Check check ? Optional.of(check) : Optional.empty();
    }

    private Optional<Attempt> ours(Cell.Step step) {
        return exercise(step).flatMap(e -> text(e).map(t -> attempt(e, t)));
    }

    private Optional<String> text(Exercise exercise) {
        return exercise.text(edition.get().lookup().lookupClass());
    }
}

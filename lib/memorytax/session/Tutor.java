package memorytax.session;

import memorytax.claim.Attempt;
import memorytax.claim.Check;
import memorytax.notebook.Exercise;
import memorytax.notebook.Run;
import memorytax.notebook.Selection;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.terminal.ReaderActions;
import memorytax.terminal.TerminalScreen;
import memorytax.terminal.text.TerminalLines;
import memorytax.terminal.text.TerminalText;
import memorytax.view.Wording;
import org.jline.utils.AttributedString;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import static memorytax.terminal.text.TerminalLines.BOLD;

/// Stands beside who tries an exercise: gives hints, one at a time, and shows our solution to who has solved it or asks
/// twice.
final class Tutor {
    private final ProgressNotes diary;
    private final Run run;
    private final TerminalScreen screen;
    private final Selection selection;
    private final boolean hint, solution;
    private final Set<String> added = new HashSet<>();

    /// @param selection the cells that are read: an exercise among them need not be pointed to
    /// @param hint      whether a hint is wanted behind each exercise
    /// @param solution  whether our solution is
    Tutor(TerminalScreen screen, ProgressNotes diary, Run run, Selection selection, boolean hint, boolean solution) {
        this.screen = screen;
        this.diary = diary;
        this.run = run;
        this.selection = selection;
        this.hint = hint;
        this.solution = solution;
    }

    /// What came of a step; of an exercise together with what is known of the method that it checks.
    StepOutcome known(Cell.Step step, StepOutcome happening) {
        if (!(happening instanceof StepOutcome.Result(Check check, var took))) return happening;
        return exercise(step).flatMap(e -> text(e).map(t -> attempt(e, t)))
            .<StepOutcome>map(attempt -> new StepOutcome.Result(check.of(attempt), took)).orElse(happening);
    }

    private Attempt attempt(Exercise exercise, String text) {
        var ours = exercise.solution(text);
        return new Attempt(exercise.asItCame(run.edition().chapter().source(), text), ours.title(), ours.prose(),
            ours.code(), exercise.file(), exercise.told());
    }

    /// Says behind each exercise that was checked which one is next, if it is solved, and once what the command line
    /// asked for.
    void adds(Cell.Step step, StepOutcome happening) {
        if (!(happening instanceof StepOutcome.Result(Check check, var _))) return;
        if (check.solved()) next(step).ifPresent(this::say);
        if (!added.add(step.name())) return;
        if (hint) hint(step);
        if (solution) solution(step);
    }

    /// What there is to ask for behind an exercise: nothing before it was tried.
    List<ReaderActions.Tool> tools(Cell.Step step) {
        var tools = new ArrayList<ReaderActions.Tool>();
        check(step).ifPresent(check -> {
            if (!check.solved() && given(step) < hints(step).size()) tools.add(ReaderActions.Tool.HINT);
            if (ours(step).isPresent()) tools.add(ReaderActions.Tool.SOLUTION);
        });
        return tools;
    }

    /// The next hint.
    void hint(Cell.Step step) {
        var hints = hints(step);
        int next = given(step) + 1;
        if (next > hints.size()) {
            say(hints.isEmpty() ? "There is no hint for this exercise."
                : "There are no more hints. The solution comes next.");
            return;
        }
        diary.note("hints." + step.name(), next);
        screen.print(AttributedString.EMPTY);
        screen.print(TerminalLines.of(" Hint %d of %d".formatted(next, hints.size()), BOLD));
        screen.print(TerminalText.markdown(hints.get(next - 1), screen.width()));
    }

    /// Our solution.
    void solution(Cell.Step step) {
        var ours = ours(step);
        if (ours.isEmpty()) {
            say("There is no solution of ours for this exercise.");
        } else if (!solved(step) && diary.note("asked." + step.name()).isEmpty()) {
            diary.note("asked." + step.name(), 1);
            say("Do you want to try it yourself first? Ask again, and you will see our solution.");
        } else {
            screen.print(AttributedString.EMPTY);
            screen.print(TerminalText.heading(ours.get().title(), "", screen.width()));
            screen.print(AttributedString.EMPTY);
            screen.print(TerminalText.markdown(ours.get().prose(), screen.width()));
            screen.print(AttributedString.EMPTY);
            screen.print(TerminalText.code(ours.get().code(), "java", 1, screen.width()));
        }
    }

    /// The way to the next exercise that is not solved yet; none where the reader comes past it anyway.
    private Optional<String> next(Cell.Step step) {
        if (!diary.counts()) return Optional.of(
            "Solved with your own numbers of tasks. Run it without `--tasks`: only then is it noted as solved.");
        var chapter = run.edition().chapter();
        var here = selection.of(chapter).steps().stream().map(Cell::name).toList();
        return Exercise.of(chapter).stream().dropWhile(e -> !e.step().equals(step.name())).skip(1)
            .filter(e -> !solved(e.step())).findFirst().filter(e -> !here.contains(e.step()))
            .map(e -> "Solved. %s: `%s`".formatted(e.level() == Exercise.Level.HARDER ? "Harder" : "Next",
                Wording.exercise(chapter, e.step())));
    }

    private boolean solved(String step) {
        return diary.note("exercise." + step).equals("solved");
    }

    private boolean solved(Cell.Step step) {
        return solved(step.name()) || check(step).filter(Check::solved).isPresent();
    }

    private Optional<Check> check(Cell.Step step) {
        return run.values().get(step.name()) instanceof Check check ? Optional.of(check) : Optional.empty();
    }

    private int given(Cell.Step step) {
        var given = diary.note("hints." + step.name());
        return given.matches("\\d{1,3}") ? Integer.parseInt(given) : 0;
    }

    private List<String> hints(Cell.Step step) {
        return exercise(step).flatMap(e -> text(e).map(e::hints)).orElse(List.of());
    }

    private Optional<Cell.Exhibit> ours(Cell.Step step) {
        return exercise(step).flatMap(e -> text(e).map(e::solution));
    }

    private Optional<Exercise> exercise(Cell.Step step) {
        return Exercise.of(run.edition().chapter(), step);
    }

    private Optional<String> text(Exercise exercise) {
        return exercise.text(run.edition().lookup().lookupClass());
    }

    private void say(String sentence) {
        screen.print(AttributedString.EMPTY);
        screen.print(TerminalText.markdown(sentence, screen.width()));
    }
}

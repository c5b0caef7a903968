package memorytax.session;

import memorytax.claim.Check;
import memorytax.notebook.Exercise;
import memorytax.notebook.Reader;
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
import java.util.stream.Collectors;

import static memorytax.terminal.text.TerminalLines.BOLD;

/// Says on a terminal what a [Tutor] knows.
final class TutorPrinter {
    private final TerminalScreen screen;
    private final Run run;
    private final Tutor tutor;
    private final Selection selection;
    private final boolean hint, solution;
    private final Set<String> added = new HashSet<>();

    /// @param selection the cells that are read: an exercise among them need not be pointed to
    /// @param hint      whether a hint is wanted behind each exercise
    /// @param solution  whether our solution is
    TutorPrinter(TerminalScreen screen, ProgressNotes diary, Run run, Selection selection, boolean hint,
                 boolean solution) {
        this.screen = screen;
        this.run = run;
        tutor = new Tutor(diary, run::edition, run.values()::get);
        this.selection = selection;
        this.hint = hint;
        this.solution = solution;
    }

    /// These readers, the person last, with what the tutor knows and says.
    CompositeReader reader(List<Reader> readers) {
        return new CompositeReader(readers, tutor, this::adds);
    }

    /// Says behind each exercise that was checked which one is next, if it is solved, and once what the command line
    /// asked for.
    private void adds(Cell.Step step, StepOutcome happening) {
        if (!(happening instanceof StepOutcome.Result(Check check, var _))) return;
        if (check.solved()) next(step).ifPresent(this::say);
        if (!added.add(step.name())) return;
        if (hint) hint(step);
        if (solution) solution(step);
    }

    /// What there is to ask for behind an exercise.
    List<ReaderActions.Tool> tools(Cell.Step step) {
        var tools = new ArrayList<ReaderActions.Tool>();
        if (tutor.hasHint(step)) tools.add(ReaderActions.Tool.HINT);
        if (tutor.hasSolution(step)) tools.add(ReaderActions.Tool.SOLUTION);
        return tools;
    }

    void hint(Cell.Step step) {
        print(tutor.hint(step));
    }

    void solution(Cell.Step step) {
        print(tutor.solution(step));
    }

    private void print(Advice advice) {
        switch (advice) {
            case Advice.Hint(int number, int of, var markdown) -> {
                screen.print(AttributedString.EMPTY);
                screen.print(TerminalLines.of(" Hint %d of %d".formatted(number, of), BOLD));
                screen.print(TerminalText.markdown(markdown, screen.width()));
            }
            case Advice.Solution(var ours) -> {
                screen.print(AttributedString.EMPTY);
                screen.print(TerminalText.heading(ours.title(), "", screen.width()));
                screen.print(AttributedString.EMPTY);
                screen.print(TerminalText.markdown(ours.why(), screen.width()));
                screen.print(AttributedString.EMPTY);
                screen.print(TerminalText.code(ours.code(), "java", 1, screen.width()));
            }
            case Advice.Sentence(var markdown) -> say(markdown);
        }
    }

    /// The way to the next exercise that is not solved yet; none where the reader comes past it anyway.
    private Optional<String> next(Cell.Step step) {
        if (!tutor.counts()) return Optional.of(
            "Solved with your own numbers of tasks. Run it without `--tasks`: only then is it noted as solved.");
        var chapter = run.edition().chapter();
        var here = selection.of(chapter).steps().stream().map(Cell::name).collect(Collectors.toSet());
        return tutor.next(step, here).map(e -> "Solved. %s: `%s`".formatted(
            e.level() == Exercise.Level.HARDER ? "Harder" : "Next", Wording.exercise(chapter, e.step())));
    }

    private void say(String sentence) {
        screen.print(AttributedString.EMPTY);
        screen.print(TerminalText.markdown(sentence, screen.width()));
    }
}

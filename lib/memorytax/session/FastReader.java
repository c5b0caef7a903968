package memorytax.session;

import memorytax.claim.CaseGuesses;
import memorytax.claim.Guess;
import memorytax.claim.OrderGuess;
import memorytax.notebook.Navigation;
import memorytax.notebook.Prediction;
import memorytax.notebook.Reader;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.terminal.TerminalReader;
import memorytax.terminal.TerminalScreen;
import memorytax.terminal.text.TerminalLines;
import memorytax.view.KeyFigure;
import memorytax.view.Wording;
import org.jline.utils.AttributedString;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads a chapter to a person in a hurry, whose guesses come first: in full what is about a guess that was wrong by
/// more than a factor of two, or that was not made; all else in a line. A cell that the person goes back to is in full.
final class FastReader implements Reader {
    private static final int NUMBER = 5, TITLE = 24;
    private final TerminalReader person;
    private final TerminalScreen screen;
    private final Map<String, Prediction> answers = new HashMap<>();
    private final Map<String, FastGuess> settled = new HashMap<>();
    private final Set<String> shown = new HashSet<>();
    private FastTrack track;
    private Chapter chapter;
    private Cell.Documented at;
    private boolean full, turned, begun, apart;

    FastReader(TerminalReader person, TerminalScreen screen) {
        this.person = person;
        this.screen = screen;
    }

    @Override
    public void opening(Chapter chapter) {
        of(chapter);
        person.opening(chapter);
    }

    @Override
    public void changed(Chapter chapter) {
        of(chapter);
        person.changed(chapter);
    }

    private void of(Chapter chapter) {
        this.chapter = chapter;
        track = FastTrack.of(chapter);
    }

    /// A step whose guesses are not settled yet stays out of sight until they are.
    @Override
    public void cell(Cell.Documented cell) {
        at = cell;
        full = false;
        if (!begun && !asks(cell)) {
            begun = true;
            print(AttributedString.EMPTY,
                TerminalLines.dim(" A line for each cell. In full: guesses off by more than a factor of two."));
        }
        if (turned || asks(cell) || track.closes(cell) || track.questions(cell).stream().anyMatch(this::isOpen)) show();
        else person.passes(cell);
        turned = false;
        if (!full && cell instanceof Cell.Exhibit) line("", false);
    }

    private static boolean asks(Cell.Documented cell) {
        return cell instanceof Cell.Step step && step.isQuestion();
    }

    /// Whether a guess was asked for, and there is none, or not all of it.
    private boolean isOpen(String question) {
        var answer = answers.get(question);
        return answer != null && (answer.answer().isEmpty() || answer.isPartial());
    }

    private void show() {
        full = true;
        apart = true;
        if (!asks(at)) shown.add(at.name());
        person.cell(at);
    }

    @Override
    public Prediction asked(Cell.Step step, Prediction question) {
        var answer = person.asked(step, question);
        answers.put(step.name(), answer);
        return answer;
    }

    /// A cell that the person has gone to needs it.
    @Override
    public void onTheWay(Cell.Step step) {
        at = step;
        full = true;
        person.onTheWay(step);
    }

    @Override
    public void skipped(Set<String> cells) {
        person.skipped(cells);
    }

    @Override
    public void forgotten(Set<String> cells) {
        person.forgotten(cells);
    }

    @Override
    public boolean leaves() {
        return person.leaves();
    }

    @Override
    public Set<String> wants(Cell.Step step) {
        return full ? Set.of() : track.comparing(step);
    }

    @Override
    public void foreseen(Cell.Step step, StepOutcome happening) {
        if (!(happening instanceof StepOutcome.Result(Object value, var _))) return;
        for (var part : value instanceof List<?> list ? list : Arrays.asList(value)) switch (part) {
            case Guess guess -> settled.put(guess.name(), FastGuess.of(guess));
            case CaseGuesses guesses -> settled.put(guesses.name(), FastGuess.of(guesses));
            case OrderGuess order -> settled.put(order.name(), FastGuess.of(order));
            case null, default -> {
            }
        }
    }

    /// In a line: what became of the guesses about the step; where there are none, its most important figure.
    @Override
    public void happened(Cell.Step step, StepOutcome happening) {
        foreseen(step, happening);
        boolean trouble = happening instanceof StepOutcome.Failure || happening instanceof StepOutcome.Skipped;
        if (!full && (trouble || guesses(step).stream().anyMatch(FastGuess::isFar))) show();
        person.happened(step, happening);
        if (full) return;
        var guesses = track.explains(step) ? List.<FastGuess>of() : guesses(step);
        if (happening instanceof StepOutcome.Left) line(Wording.exercise(chapter, step.name()), true);
        else if (!guesses.isEmpty())
            line(guesses.stream().map(FastGuess::said).collect(Collectors.joining("; ")), true);
        else line(happening instanceof StepOutcome.Result(Object value, var _) ? KeyFigure.of(value).orElse("") : "",
            false);
    }

    @Override
    public void recalled(Cell.Step step, StepOutcome happening) {
        happened(step, happening);
    }

    private List<FastGuess> guesses(Cell.Documented cell) {
        return track.questions(cell).stream().filter(settled::containsKey).map(settled::get).toList();
    }

    /// @param whole whether to cut the title rather than what is said
    private void line(String said, boolean whole) {
        if (apart) print(AttributedString.EMPTY);
        apart = false;
        int width = screen.width(), room = width - NUMBER - 2 - said.length();
        var title = TerminalLines.plain(at.title());
        if (whole) title = TerminalLines.cut(title, Math.max(TITLE, room));
        print(TerminalLines.cut(TerminalLines.join(" %2d  ".formatted(chapter.documented().indexOf(at) + 1), title,
            said.isEmpty() ? "" : TerminalLines.dim("  " + said)), width));
    }

    /// After a cell in full the person presses a key, as ever.
    @Override
    public Navigation turn(Cell.Documented done, Optional<Cell.Documented> next) {
        if (!full && next.isPresent()) return Navigation.NEXT;
        var way = person.turn(done, next);
        turned = way instanceof Navigation.Back || way instanceof Navigation.To || way instanceof Navigation.Again;
        return way;
    }

    @Override
    public void closing() {
        long cells = chapter.documented().stream().filter(cell -> !asks(cell)).count();
        if (begun) print(AttributedString.EMPTY, TerminalLines.plain(
            " Fast: %d of %d cells in full; ./jbang %s shows all.".formatted(shown.size(), cells, chapter.name())));
        person.closing();
    }

    private void print(AttributedString... lines) {
        screen.print(List.of(lines));
    }
}

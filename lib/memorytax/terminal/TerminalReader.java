package memorytax.terminal;

import memorytax.notebook.Navigation;
import memorytax.notebook.Prediction;
import memorytax.notebook.Reader;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.record.Machine;
import memorytax.terminal.text.TerminalLines;
import memorytax.terminal.text.TerminalText;
import memorytax.view.Wording;
import org.jline.utils.AttributedString;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import static memorytax.terminal.text.TerminalLines.BOLD;
import static memorytax.terminal.text.TerminalLines.MARGIN;
import static memorytax.terminal.text.TerminalLines.MEASURE;

/// Reads a chapter on a screen: the cells, what came of each step, and a key to go on.
public final class TerminalReader implements Reader {
    private final TerminalScreen screen;
    private final Machine machine;
    private final int chapters;
    private final Manner manner;
    private final ReaderActions desk;
    private final Function<Cell.Documented, List<String>> others;
    private final Function<Object, List<AttributedString>> views;
    private final TerminalContents contents = new TerminalContents();
    private final TerminalTerms terms = new TerminalTerms();
    private final TerminalPrompt prompt;
    private boolean pauses;
    private boolean hidden;
    private boolean quits, saysMachine;
    private Chapter chapter;
    private Cell.Documented first;
    private int since;

    /// How a chapter is read.
    ///
    /// @param pauses whether to wait for a key between cells; on a pipe there is no waiting
    /// @param slides whether each cell has the screen for itself
    /// @param hides  whether a cell that is only needed stays out of sight
    public record Manner(boolean pauses, boolean slides, boolean hides) {
    }

    /// @param chapters how many the workbook has
    /// @param others   a cell -> where it stands in other languages: `Go, takeToWork in chapter6.go`
    /// @param views    a value -> its lines, at the screen's width of that moment
    public TerminalReader(TerminalScreen screen, Machine machine, int chapters, Manner manner, ReaderActions desk,
                          Function<Cell.Documented, List<String>> others,
                          Function<Object, List<AttributedString>> views) {
        this.screen = screen;
        this.machine = machine;
        this.chapters = chapters;
        this.manner = manner;
        this.desk = desk;
        this.others = others;
        this.views = views;
        prompt = new TerminalPrompt(screen, desk, contents, terms);
        pauses = manner.pauses() && screen.interactive();
    }

    @Override
    public void opening(Chapter chapter) {
        changed(chapter);
        terms.read(chapter.opening());
        int width = screen.width();
        String number = chapter.name().replaceAll("\\D", "");
        var place = TerminalLines.dim(number.isEmpty() ? chapter.name()
            : Wording.place(number, chapters));
        var lines = new ArrayList<AttributedString>();
        lines.add(AttributedString.EMPTY);
        lines.add(TerminalLines.apart(TerminalLines.dim(" " + Wording.WORKBOOK), place, Math.min(width, MEASURE)));
        lines.add(AttributedString.EMPTY);
        lines.addAll(slides() ? TerminalSlide.title(chapter.title(), width) : TerminalLines.indent(" ",
            TerminalLines.wrap(TerminalLines.of(chapter.title(), BOLD), Math.min(width, MEASURE) - MARGIN)));
        lines.add(AttributedString.EMPTY);
        if (!chapter.opening().isBlank()) {
            lines.addAll(TerminalText.markdown(chapter.opening(), width));
            lines.add(AttributedString.EMPTY);
        }
        if (slides()) lines.addAll(facts());
        slide(lines);
        saysMachine = !slides();
        if (slides() && pauses) quits = !prompt.goesOn("begin");
    }

    @Override
    public void changed(Chapter chapter) {
        if (this.chapter != null) print(List.of(AttributedString.EMPTY, TerminalLines.dim(" ✓ your change is in use")));
        this.chapter = chapter;
        contents.of(chapter);
    }

    @Override
    public void cell(Cell.Documented cell) {
        hidden = false;
        if (first == null) first = cell;
        if (saysMachine && !(cell instanceof Cell.Step step && step.type().equals(Machine.class.getSimpleName())))
            print(facts()); // else its table says so
        saysMachine = false;
        slide(text(cell).above());
        contents.read(cell, true);
        terms.read(cell);
    }

    @Override
    public void needed(Cell.Step step) {
        if (!manner.hides()) cell(step);
        contents.read(step, true);
        hidden = manner.hides();
    }

    @Override
    public Prediction asked(Cell.Step step, Prediction question) {
        if (hidden) return desk.before(step, question);
        var answered = desk.answer(step, question);
        quits |= answered.isEmpty();
        return answered.orElse(question);
    }

    @Override
    public boolean leaves() {
        return quits;
    }

    @Override
    public void happened(Cell.Step step, StepOutcome happening) {
        contents.read(step, happening instanceof StepOutcome.Result);
        if (hidden && !(happening instanceof StepOutcome.Failure)) return;
        if (happening instanceof StepOutcome.Result(var value, var _)) {
            result(text(step), value == null ? List.of() : views.apply(value));
            return;
        }
        var trouble = new TerminalTrouble(chapter, pauses, screen.width()).lines(step, happening);
        if (!hidden && text(step).explainsBelow()) print(text(step).prose());
        if (trouble.isEmpty()) return;
        var lines = new ArrayList<>(hidden ? text(step).heading() : List.of());
        lines.addAll(trouble);
        lines.addFirst(AttributedString.EMPTY);
        below(text(step), lines, slides() ? since : 0, "the result");
    }

    /// The result, and what explains it: the cell's prose, or what that has said to expect, if it is out of sight by
    /// now.
    private void result(TerminalCell cell, List<AttributedString> value) {
        terms.read(cell.cell(), value);
        var lines = new ArrayList<>(value);
        if (!lines.isEmpty()) lines.addFirst(AttributedString.EMPTY);
        boolean slid = below(cell, lines, slides() ? since : 0, "the result");
        if (quits) return;
        if (cell.explainsBelow()) below(cell, cell.prose(), slides() ? since : lines.size(), "what it means");
        else if (slid || cell.height() + lines.size() > screen.height() - 2) print(cell.expectation());
    }

    /// Prints more of a cell. Where it would push something from the screen that has to stay, the reader presses a key
    /// before.
    ///
    /// @param stay as many of the last lines have to stay, unless each screen is cleared
    /// @return whether it stands on a screen of its own
    private boolean below(TerminalCell cell, List<AttributedString> lines, int stay, String to) {
        boolean fits = lines.isEmpty() || stay == 0 || stay + lines.size() <= screen.height() - 2;
        if (!fits && pauses) quits = !prompt.goesOn(to);
        if (quits) return false;
        if (fits || !slides()) {
            print(lines);
            return false;
        }
        var slide = new ArrayList<>(cell.heading());
        slide.addAll(lines);
        slide(slide);
        return true;
    }

    @Override
    public void recalled(Cell.Step step, StepOutcome happening) {
        happened(step, happening);
    }

    /// Waits for a key where the reader would lose sight otherwise: after a step, and after the opening or an exhibit
    /// when the next cell does not fit on the screen together with it.
    @Override
    public Navigation turn(Cell.Documented done, Optional<Cell.Documented> next) {
        if (quits) return Navigation.QUIT;
        boolean watch = desk.watches() && next.isEmpty();
        if (watch && !screen.interactive()) return prompt.watch();
        boolean wait = done instanceof Cell.Step || manner.slides() || next.isEmpty()
            || since + text(next.get()).height() > screen.height() - 2;
        if (!(watch || pauses && wait)) return Navigation.NEXT;
        since = 0;
        return prompt.ask(done, done.name().equals(first.name()), next.isEmpty(), () -> pauses = false);
    }

    @Override
    public void closing() {
        print(List.of(AttributedString.EMPTY));
    }

    private TerminalCell text(Cell.Documented cell) {
        return new TerminalCell(chapter, cell, others.apply(cell), slides(), screen.width());
    }

    private boolean slides() {
        return manner.slides() && screen.redraws();
    }

    /// On a screen of its own, where there are slides.
    private void slide(List<AttributedString> lines) {
        if (slides()) {
            TerminalSlide.clear(screen, lines.size());
            since = Math.max(0, (screen.height() - lines.size()) / 3);
        }
        print(lines);
    }

    private List<AttributedString> facts() {
        var lines = new ArrayList<>(fact("machine", machine.hardware(), screen.width()));
        lines.addAll(fact("found", machine.software(), screen.width()));
        return lines;
    }

    private static List<AttributedString> fact(String name, String text, int width) {
        var lines = TerminalLines.wrap(TerminalLines.plain(text), Math.min(width, MEASURE) - 11);
        var out = new ArrayList<AttributedString>();
        for (var line : lines) out.add(TerminalLines.join(" ",
            TerminalLines.left(TerminalLines.dim(out.isEmpty() ? name : ""), 10), line));
        return out;
    }

    private void print(List<AttributedString> lines) {
        since += lines.size();
        screen.print(lines);
    }
}

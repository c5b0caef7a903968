package memorytax.terminal;

import memorytax.measure.result.Counted;
import memorytax.notebook.Navigation;
import memorytax.notebook.Prediction;
import memorytax.notebook.Reader;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.record.Machine;
import memorytax.terminal.text.TerminalLines;
import org.jline.utils.AttributedString;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads a chapter on a screen: the cells, what came of each step, and a key to go on.
public final class TerminalReader implements Reader {
    /// As few lines as make sense at a time.
    private static final int LEAST = 4;
    private final TerminalScreen screen;
    private final Machine machine;
    private final int chapters;
    private final Manner manner;
    private final ReaderActions desk;
    private final Function<Cell.Documented, List<String>> others;
    private final Function<Object, List<AttributedString>> views;
    private final TerminalContents contents = new TerminalContents();
    private final TerminalTerms terms = new TerminalTerms();
    private final TerminalResults results;
    private final TerminalPrompt prompt;
    private boolean pauses;
    private boolean hidden, passing;
    private boolean quits, saysMachine;
    private Chapter chapter;
    private int since;

    /// How a chapter is read.
    ///
    /// @param pauses whether to wait for a key between cells; on a pipe there is no waiting
    /// @param slides whether to wait after each cell, because each is meant to have the screen for itself
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
        results = new TerminalResults(views);
        prompt = new TerminalPrompt(screen, desk, contents, terms, results, TerminalStage.SCROLL);
        pauses = manner.pauses() && screen.interactive();
    }

    @Override
    public void opening(Chapter chapter) {
        changed(chapter);
        terms.read(chapter.opening());
        unroll(TerminalOpening.lines(chapter, chapters, screen.width()));
        saysMachine = true;
    }

    @Override
    public void changed(Chapter chapter) {
        if (this.chapter != null) print(List.of(AttributedString.EMPTY, TerminalLines.dim(" ✓ your change is in use")));
        this.chapter = chapter;
        contents.of(chapter);
        results.of(chapter);
    }

    @Override
    public void cell(Cell.Documented cell) {
        hidden = passing = false;
        sayMachine(TerminalOpening.isOnMachine(cell));
        var lines = text(cell).above();
        boolean opens = contents.isNoneShown() && since > 0 && since + lines.size() > screen.height() - 2;
        if (opens && pauses) goOn("begin"); // else the opening would be gone before it was read
        contents.shows(cell, manner.hides());
        unroll(lines);
        terms.read(cell);
    }

    @Override
    public void needed(Cell.Step step) {
        if (manner.hides()) {
            passes(step);
            return;
        }
        cell(step);
        contents.read(step, true);
    }

    /// A cell is passed over: it stays out of sight, and the reader can go back to it.
    public void passes(Cell.Documented cell) {
        contents.read(cell, true);
        hidden = true;
        passing = false;
    }

    /// Once, before whatever comes first; but for a cell that shows the same in a table.
    private void sayMachine(boolean isSaid) {
        if (saysMachine && !isSaid) print(TerminalOpening.facts(machine, screen.width()));
        saysMachine = false;
    }

    /// A question is asked; of any other step one line says that it is run.
    @Override
    public void onTheWay(Cell.Step step) {
        if (step.isQuestion()) {
            cell(step);
            return;
        }
        sayMachine(false);
        print(List.of(TerminalContents.onTheWay(step, screen.width())));
        hidden = passing = true;
    }

    @Override
    public void skipped(Set<String> cells) {
        contents.skipped(cells);
        sayMachine(false);
        if (chapter != null) print(List.of(TerminalLines.dim(" %s skipped, and not run: l lists them".formatted(
            Counted.of(cells.size(), "cell is", "cells are")))));
    }

    @Override
    public void forgotten(Set<String> cells) {
        results.forget(cells);
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
        if (passing) contents.run(step, happening instanceof StepOutcome.Result);
        else contents.read(step, happening instanceof StepOutcome.Result);
        results.keep(step, happening);
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
        print(lines);
    }

    /// The result, and what explains it: the cell's prose, or what that has said to expect, if it is out of sight by
    /// now.
    private void result(TerminalCell cell, List<AttributedString> value) {
        terms.read(cell.cell(), value);
        var lines = new ArrayList<>(value);
        if (!lines.isEmpty()) lines.addFirst(AttributedString.EMPTY);
        unroll(lines);
        if (cell.explainsBelow()) below(lines, cell.prose(), "what it means");
        else if (cell.height() + lines.size() > screen.height() - 2)
            below(lines, cell.expectation(), "what to look at");
    }

    /// Prints what belongs to a result. Where it would push the result from the screen, it comes when the reader has
    /// seen that.
    private void below(List<AttributedString> result, List<AttributedString> lines, String to) {
        boolean fits = result.isEmpty() || lines.isEmpty() || result.size() + lines.size() <= screen.height() - 2;
        if (!fits && pauses && !quits) goOn(to);
        unroll(lines);
    }

    /// Prints lines, as many at a time as the screen holds.
    private void unroll(List<AttributedString> lines) {
        var rest = lines;
        int most = Math.max(LEAST, screen.height() - 2);
        while (pauses && !quits && rest.size() > most) {
            int to = TerminalLines.part(rest, most);
            print(rest.subList(0, to));
            goOn("more");
            rest = rest.subList(to, rest.size());
        }
        if (!quits) print(rest);
    }

    private void goOn(String to) {
        quits = !prompt.goesOn(to);
        since = 0;
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
        return prompt.ask(done, next.isEmpty(), () -> pauses = false);
    }

    @Override
    public void closing() {
        print(List.of(AttributedString.EMPTY));
    }

    private TerminalCell text(Cell.Documented cell) {
        return new TerminalCell(chapter, cell, others.apply(cell), screen.width());
    }

    private void print(List<AttributedString> lines) {
        since += lines.size();
        screen.print(lines);
    }
}

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

/// Reads a chapter on a screen: prose, code, a key to go on, and what came of each step.
public final class TerminalReader implements Reader {
    private static final int FRAMES = 3;

    private final TerminalScreen screen;
    private final Machine machine;
    private final int chapters;
    private final Manner manner;
    private final ReaderActions desk;
    private final Function<Object, List<AttributedString>> views;
    private final TerminalContents contents = new TerminalContents();
    private final TerminalPrompt prompt;
    private boolean pauses;
    private boolean hidden;
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
    /// @param views    a value -> its lines, at the screen's width of that moment
    public TerminalReader(TerminalScreen screen, Machine machine, int chapters, Manner manner, ReaderActions desk,
                   Function<Object, List<AttributedString>> views) {
        this.screen = screen;
        this.machine = machine;
        this.chapters = chapters;
        this.manner = manner;
        this.desk = desk;
        this.views = views;
        prompt = new TerminalPrompt(screen, desk, contents);
        pauses = manner.pauses() && screen.interactive();
    }

    @Override
    public void opening(Chapter chapter) {
        changed(chapter);
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
        lines.addAll(fact("machine", machine.hardware(), width));
        lines.addAll(fact("found", machine.software(), width));
        slide(lines);
        if (slides() && pauses) prompt.goesOn("begin");
    }

    @Override
    public void changed(Chapter chapter) {
        if (this.chapter != null) print(List.of(AttributedString.EMPTY, TerminalLines.dim(" ✓ taken in")));
        this.chapter = chapter;
        contents.of(chapter);
    }

    @Override
    public void cell(Cell.Documented cell) {
        hidden = false;
        if (first == null) first = cell;
        slide(lines(cell));
        contents.read(cell, true);
    }

    @Override
    public void needed(Cell.Step step) {
        if (!manner.hides()) cell(step);
        contents.read(step, true);
        hidden = manner.hides();
    }

    @Override
    public Prediction asked(Cell.Step step, Prediction question) {
        return hidden ? desk.before(step, question) : desk.answer(step, question);
    }

    @Override
    public void happened(Cell.Step step, StepOutcome happening) {
        contents.read(step, happening instanceof StepOutcome.Result);
        if (hidden && !(happening instanceof StepOutcome.Failure)) return;
        var lines = new ArrayList<AttributedString>();
        if (hidden) lines.addAll(heading(step));
        switch (happening) {
            case StepOutcome.Result(var value, var _) -> {
                if (value != null) lines.addAll(views.apply(value));
            }
            case StepOutcome.Failure(InterruptedException _) -> {
            }
            case StepOutcome.Failure(var cause) -> lines.addAll(failure(cause));
            case StepOutcome.Left _ -> lines.addAll(note("○ yours to solve: " + (pauses
                ? "r tries it here; alone it runs with " : "") + Wording.exercise(chapter.name(), step.name())));
            case StepOutcome.Skipped(var missing) ->
                lines.addAll(note("– skipped: there is nothing of “%s” to go on with".formatted(title(missing))));
        }
        if (lines.isEmpty()) return;
        lines.addFirst(AttributedString.EMPTY);
        if (slides() && since + lines.size() > screen.height() - 2) {
            if (pauses && !prompt.goesOn("what came of it")) return;
            lines.addAll(0, heading(step));
            slide(lines);
        } else print(lines);
    }

    @Override
    public void recalled(Cell.Step step, StepOutcome happening) {
        happened(step, happening);
    }

    /// Waits for a key where the reader would lose sight otherwise: after a step, and after the opening or an exhibit
    /// when the next cell does not fit on the screen together with it.
    @Override
    public Navigation turn(Cell.Documented done, Optional<Cell.Documented> next) {
        boolean watch = desk.watches() && next.isEmpty();
        if (watch && !screen.interactive()) return prompt.watch();
        boolean wait = done instanceof Cell.Step || manner.slides() || next.isEmpty()
            || since + lines(next.get()).size() > screen.height() - 2;
        if (!(watch || pauses && wait)) return Navigation.NEXT;
        since = 0;
        return prompt.ask(done, done.name().equals(first.name()), next.isEmpty(), () -> pauses = false);
    }

    @Override
    public void closing() {
        print(List.of(AttributedString.EMPTY));
    }

    private List<AttributedString> lines(Cell.Documented cell) {
        int width = screen.width();
        var lines = new ArrayList<AttributedString>();
        lines.add(AttributedString.EMPTY);
        lines.addAll(heading(cell));
        if (!cell.prose().isBlank()) {
            lines.add(AttributedString.EMPTY);
            lines.addAll(TerminalText.markdown(cell.prose(), width));
        }
        if (cell instanceof Cell.Step step && step.isQuestion()) return lines; // its code says no more than its prose
        lines.add(AttributedString.EMPTY);
        lines.addAll(TerminalText.code(cell.code(), "java", cell.line(), width));
        return lines;
    }

    private List<AttributedString> heading(Cell.Documented cell) {
        var cells = chapter.documented();
        var place = "%d/%d".formatted(cells.indexOf(cell) + 1, cells.size());
        if (!slides()) return List.of(TerminalText.heading(cell.title(), place, screen.width()));
        var lines = new ArrayList<AttributedString>();
        lines.add(TerminalLines.dim(" " + chapter.title() + "  " + place));
        lines.add(AttributedString.EMPTY);
        lines.addAll(TerminalSlide.title(cell.title(), screen.width()));
        return lines;
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

    /// The message, and where in the chapter it happened: nobody here looks for the library's frames.
    private List<AttributedString> failure(Throwable cause) {
        var lines = new ArrayList<>(TerminalLines.indent(" ",
            TerminalLines.wrap(TerminalLines.of("✗ this step failed: " + Wording.of(cause), BOLD),
            Math.min(screen.width(), MEASURE) - MARGIN)));
        for (var t = cause; t != null; t = t.getCause()) {
            var own = List.of(t.getStackTrace()).stream()
                .filter(f -> (chapter.name() + ".java").equals(f.getFileName())).limit(FRAMES).toList();
            own.forEach(f -> lines.add(TerminalLines.dim("     %s, %s:%d".formatted(f.getMethodName(), f.getFileName(),
                f.getLineNumber()))));
            if (!own.isEmpty()) break;
        }
        return lines;
    }

    private List<AttributedString> note(String text) {
        return TerminalLines.indent(" ",
            TerminalLines.wrap(TerminalLines.dim(text), Math.min(screen.width(), MEASURE) - MARGIN));
    }

    private String title(String name) {
        return chapter.documented().stream().filter(c -> c.name().equals(name)).map(Cell.Documented::title).findFirst()
            .orElse(name);
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

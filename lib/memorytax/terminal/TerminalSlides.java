package memorytax.terminal;

import memorytax.notebook.Navigation;
import memorytax.notebook.Prediction;
import memorytax.notebook.Reader;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.record.Machine;
import memorytax.terminal.text.TerminalLines;
import memorytax.terminal.text.TerminalRoom;
import memorytax.view.SlideContent;
import org.jline.utils.AttributedString;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/// Reads a chapter to a room: one cell on each screen, and no more of it than can be read from the last row. What was
/// measured is shown when the speaker presses a key. Only for a screen that can be drawn over.
public final class TerminalSlides implements Reader {
    /// Rows below a slide for a bar, and for a question.
    private static final int BAR = 4, QUESTION = 6;

    private final TerminalScreen screen;
    private final TerminalSheet sheet;
    private final Machine machine;
    private final String place;
    private final boolean hides;
    private final ReaderActions desk;
    private final BiFunction<Object, TerminalRoom, List<AttributedString>> views;
    private final Supplier<String> clock;
    private final TerminalContents contents = new TerminalContents();
    private final TerminalTerms terms = new TerminalTerms();
    private final TerminalResults results;
    private final TerminalPrompt prompt;
    private final Map<String, StepOutcome> outcomes = new HashMap<>();
    private final Set<String> whole = new HashSet<>();
    private boolean pauses = true, hidden, passing, quits;
    private Chapter chapter;
    private Cell.Documented here;
    private String page = "";

    private final class Foot implements TerminalStage {
        @Override
        public boolean covers() {
            return true;
        }

        @Override
        public void clear() {
            sheet.clear();
        }

        @Override
        public void restore() {
            sheet.drawWhole(pages(here).getLast());
        }

        @Override
        public AttributedString foot() {
            var cells = chapter.documented();
            var where = here == null ? place
                : "%d of %d%s · %s".formatted(cells.indexOf(here) + 1, cells.size(), page, chapter.title());
            return TerminalLines.apart(TerminalLines.dim(" " + where), TerminalLines.dim(clock.get()),
                screen.width() - 1);
        }

        @Override
        public String more() {
            if (here == null || !slide(here, TerminalSheet.FOOT).hasMore()) return "";
            return whole.contains(here.name()) ? "less" : "more";
        }

        @Override
        public boolean turnMore() {
            if (!whole.remove(here.name())) whole.add(here.name());
            show(here);
            return !quits;
        }
    }

    /// @param place which chapter it is: `Chapter 2 of 8`
    /// @param hides whether a cell that is only needed stays out of sight
    /// @param views a value and the room for it -> its lines
    /// @param clock what it says at this moment: `12 min · 14:05`
    public TerminalSlides(TerminalScreen screen, Machine machine, String place, boolean hides, ReaderActions desk,
                          BiFunction<Object, TerminalRoom, List<AttributedString>> views,
                          Supplier<String> clock) {
        this.screen = screen;
        sheet = new TerminalSheet(screen);
        this.machine = machine;
        this.place = place;
        this.hides = hides;
        this.desk = desk;
        this.views = views;
        this.clock = clock;
        results = new TerminalResults(value -> views.apply(value, sheet.room(TerminalSheet.FOOT + 3)));
        prompt = new TerminalPrompt(screen, desk, contents, terms, results, new Foot());
    }

    @Override
    public void opening(Chapter chapter) {
        changed(chapter);
        terms.read(chapter.opening());
        sheet.drawWhole(TerminalSlide.opening(chapter, machine, sheet.room(TerminalSheet.FOOT)));
        quits = !prompt.goesOn("begin");
    }

    @Override
    public void changed(Chapter chapter) {
        this.chapter = chapter;
        contents.of(chapter);
        results.of(chapter);
    }

    /// What has a result already is shown with it.
    @Override
    public void cell(Cell.Documented cell) {
        hidden = passing = false;
        here = cell;
        contents.shows(cell, hides);
        terms.read(cell);
        if (!(cell instanceof Cell.Step step)) show(cell);
        else if (!outcomes.containsKey(step.name()) && (step.isQuestion() || SlideContent.measures(step))) first(step);
    }

    @Override
    public void needed(Cell.Step step) {
        if (hides) {
            contents.read(step, true);
            hidden = true;
            passing = false;
        } else onTheWay(step);
    }

    /// A question is asked; of any other step one line says that it is run.
    @Override
    public void onTheWay(Cell.Step step) {
        if (step.isQuestion()) cell(step);
        else {
            screen.print(TerminalContents.onTheWay(step, screen.width()));
            hidden = passing = true;
        }
    }

    @Override
    public void skipped(Set<String> cells) {
        contents.skipped(cells);
    }

    @Override
    public void forgotten(Set<String> cells) {
        outcomes.keySet().removeAll(cells);
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

    /// A result that was measured waits for a key: whoever speaks says when it is time for it.
    @Override
    public void happened(Cell.Step step, StepOutcome happening) {
        boolean result = happening instanceof StepOutcome.Result;
        if (passing) contents.run(step, result);
        else contents.read(step, result);
        results.keep(step, happening);
        outcomes.put(step.name(), happening);
        if (hidden && !(happening instanceof StepOutcome.Failure)) return;
        if (!hidden && result && SlideContent.measures(step) && pauses) {
            sheet.goDown();
            quits = !prompt.goesOn("the result");
        }
        if (quits) return;
        here = step;
        show(step);
        if (hidden && pauses && !quits) quits = !prompt.goesOn("on");
    }

    @Override
    public void recalled(Cell.Step step, StepOutcome happening) {
        outcomes.put(step.name(), happening);
        if (!hidden) show(step);
    }

    @Override
    public Navigation turn(Cell.Documented done, Optional<Cell.Documented> next) {
        if (quits || !pauses) return quits ? Navigation.QUIT : Navigation.NEXT;
        return prompt.ask(done, next.isEmpty(), () -> pauses = false);
    }

    @Override
    public void closing() {
        screen.print(AttributedString.EMPTY);
    }

    /// Shows a cell as it is now, page by page.
    private void show(Cell.Documented cell) {
        var pages = pages(cell);
        for (int i = 0; i < pages.size() && !quits; i++) {
            page = pages.size() == 1 ? "" : ", page %d of %d".formatted(i + 1, pages.size());
            if (pauses) sheet.drawWhole(pages.get(i));
            else screen.print(pages.get(i));
            if (i + 1 < pages.size() && pauses) quits = !prompt.goesOn("page " + (i + 2));
        }
        if (cell instanceof Cell.Step) terms.read(cell, pages.getLast());
    }

    private void first(Cell.Step step) {
        page = "";
        var lines = slide(step, step.isQuestion() ? QUESTION : BAR).brief().getFirst();
        if (pauses) sheet.draw(lines);
        else screen.print(lines);
    }

    private List<List<AttributedString>> pages(Cell.Documented cell) {
        var slide = slide(cell, TerminalSheet.FOOT);
        return whole.contains(cell.name()) ? slide.whole() : slide.brief();
    }

    private TerminalSlide slide(Cell.Documented cell, int below) {
        return new TerminalSlide(cell, sheet.room(below), result(cell));
    }

    private Optional<Function<TerminalRoom, List<AttributedString>>> result(Cell.Documented cell) {
        return !(cell instanceof Cell.Step step) ? Optional.empty() : switch (outcomes.get(step.name())) {
            case null -> Optional.empty();
            case StepOutcome.Result(var value, var _) ->
                value == null ? Optional.empty() : Optional.of(room -> views.apply(value, room));
            case StepOutcome other ->
                Optional.of(room -> new TerminalTrouble(chapter, pauses, room.columns()).lines(step, other));
        };
    }
}

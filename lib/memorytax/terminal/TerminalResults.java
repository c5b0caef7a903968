package memorytax.terminal;

import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.terminal.text.TerminalLines;
import org.jline.utils.AttributedString;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import static memorytax.terminal.text.TerminalLines.BOLD;

/// What the steps have brought, so that it can be looked at again from a later cell.
final class TerminalResults {
    private final Map<String, Object> values = new HashMap<>();
    private final Function<Object, List<AttributedString>> views;
    private Chapter chapter;

    /// @param views a value -> its lines, at the screen's width of that moment
    TerminalResults(Function<Object, List<AttributedString>> views) {
        this.views = views;
    }

    void of(Chapter chapter) {
        this.chapter = chapter;
    }

    /// Keeps what came of a step. An answer of the reader's is no result, and neither is nothing.
    void keep(Cell.Step step, StepOutcome happening) {
        values.remove(step.name());
        if (happening instanceof StepOutcome.Result(var value, var _) && value != null && !step.isQuestion())
            values.put(step.name(), value);
    }

    void forget(Set<String> steps) {
        values.keySet().removeAll(steps);
    }

    /// Whether a cell before this one has a result.
    boolean isBefore(Cell.Documented here) {
        return before(here).isPresent();
    }

    /// The result of the last cell before this one that has any, below that cell's heading; none where no cell has.
    List<AttributedString> linesBefore(Cell.Documented here) {
        var lines = new ArrayList<AttributedString>();
        before(here).ifPresent(cell -> {
            var cells = chapter.documented();
            lines.add(AttributedString.EMPTY);
            lines.add(TerminalLines.join(TerminalLines.dim(" Result of "), TerminalLines.of(cell.title(), BOLD),
                TerminalLines.dim(", %d of %d".formatted(cells.indexOf(cell) + 1, cells.size()))));
            lines.add(AttributedString.EMPTY);
            lines.addAll(views.apply(values.get(cell.name())));
        });
        return lines;
    }

    private Optional<Cell.Documented> before(Cell.Documented here) {
        if (chapter == null) return Optional.empty();
        return chapter.documented().stream().takeWhile(cell -> !cell.name().equals(here.name()))
            .filter(cell -> values.containsKey(cell.name())).reduce((_, last) -> last);
    }
}

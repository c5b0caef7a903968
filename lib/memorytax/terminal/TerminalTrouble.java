package memorytax.terminal;

import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.terminal.text.TerminalLines;
import memorytax.view.Wording;
import org.jline.utils.AttributedString;

import java.util.ArrayList;
import java.util.List;

import static memorytax.terminal.text.TerminalLines.BOLD;
import static memorytax.terminal.text.TerminalLines.MARGIN;
import static memorytax.terminal.text.TerminalLines.MEASURE;

/// Why a step has no result, as lines of a screen.
///
/// @param keys whether there are keys to press
record TerminalTrouble(Chapter chapter, boolean keys, int width) {
    private static final int FRAMES = 3;

    /// None when there is nothing to say: it has a result, or the reader has interrupted it.
    List<AttributedString> lines(Cell.Step step, StepOutcome happening) {
        return switch (happening) {
            case StepOutcome.Result _, StepOutcome.Failure(InterruptedException _) -> List.of();
            case StepOutcome.Failure(var cause) -> failure(cause);
            case StepOutcome.Left _ -> note("○ yours to solve: " + (keys ? "press r to try it here, or run " : "")
                + Wording.exercise(chapter, step.name()));
            case StepOutcome.Skipped(var missing) ->
                note("– skipped: it needs “%s”, which has no result".formatted(title(missing)));
        };
    }

    /// The message, and where in the chapter it happened: nobody here looks for the library's frames.
    private List<AttributedString> failure(Throwable cause) {
        var lines = new ArrayList<>(TerminalLines.indent(" ",
            TerminalLines.wrap(TerminalLines.of("✗ this step failed: " + Wording.of(cause), BOLD),
            Math.min(width, MEASURE) - MARGIN)));
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
            TerminalLines.wrap(TerminalLines.dim(text), Math.min(width, MEASURE) - MARGIN));
    }

    private String title(String name) {
        return chapter.documented().stream().filter(c -> c.name().equals(name)).map(Cell.Documented::title).findFirst()
            .orElse(name);
    }
}

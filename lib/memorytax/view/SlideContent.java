package memorytax.view;

import memorytax.measure.plan.Scale;
import memorytax.notebook.source.Cell;
import memorytax.record.Machine;

/// What of a cell a room gets to see, on a terminal and in a browser.
public final class SlideContent {
    private SlideContent() {
    }

    /// Whether a step measures something while its slide is there.
    public static boolean measures(Cell.Documented cell) {
        return cell instanceof Cell.Step step && step.takes(Scale.class) && !step.isQuestion()
            && !new Cell.Parameter(step.type(), "").is(Machine.class);
    }

    /// The first sentence of its prose; of a question all of it, because a room has to know what is asked. Markdown.
    public static String words(Cell.Documented cell) {
        return cell instanceof Cell.Step step && step.isQuestion() ? cell.prose() : FirstSentence.of(cell.prose());
    }

    /// Whether its code is worth a look: that of a load and of what measures, not that which only draws or asks.
    public static boolean showsCode(Cell.Documented cell) {
        return cell instanceof Cell.Exhibit || measures(cell);
    }
}

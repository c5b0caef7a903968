package memorytax.knob;

import memorytax.measure.result.Bytes;
import memorytax.measure.result.Quantity;
import memorytax.notebook.Prediction;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// A figure that somebody has read or measured, as it was typed: `20 KB per asyncio task`, `180 MB for 10,000 asyncio
/// tasks, Python 3.12`.
///
/// @param text     as it was typed, on one line
/// @param bytes    for one task, or for all of them
/// @param together whether these are the bytes of all tasks together
/// @param kind     of task
/// @param tasks    how many there were; empty where the text does not say, and never where the bytes are of all
/// @param quantity which it names: `live`, `peak`; [Quantity#TOTAL] for the whole process. Empty where it names none
/// @param settings that it names, as they were typed: `Serial`, `Python 3.12`, `GOGC=25`
/// @param unused   words that were not understood, and have no effect
public record Figure(String text, double bytes, boolean together, TaskKind kind, OptionalInt tasks,
                     Optional<Quantity> quantity, List<String> settings, List<String> unused) {
    /// What may be typed.
    static final String ASKED = "a figure, like 2,600 B per virtual thread, or 180 MB for 10,000 asyncio tasks";

    /// The question of a chapter for a figure, which a step returns.
    public static Prediction asked() {
        return Prediction.text(ASKED, typed -> Figure.of(typed).text());
    }

    /// What was answered to that question.
    ///
    /// @throws IllegalStateException where there is no answer
    public static Figure of(Prediction answered) {
        return of(answered.answer().orElseThrow(() -> new IllegalStateException("there is no figure to explain")));
    }

    /// Reads a figure.
    ///
    /// @throws IllegalArgumentException when it is none; its one line names what is missing and what is allowed
    public static Figure of(String text) {
        return FigureText.read(text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip());
    }

    /// Bytes for one task.
    public double perTask() {
        return together ? bytes / tasks.orElseThrow() : bytes;
    }

    /// `20 KB per asyncio task`, `180 MB for 10,000 asyncio tasks (18 KB each)`
    @Override
    public String toString() {
        var size = Bytes.given(bytes);
        if (!together) return size + " per " + kind.one()
            + (tasks.isPresent() ? String.format(Locale.ROOT, " with %,d of them", tasks.getAsInt()) : "");
        return String.format(Locale.ROOT, "%s for %,d %s (%s each)", size, tasks.getAsInt(), kind.contender(),
            Bytes.given(perTask()));
    }
}

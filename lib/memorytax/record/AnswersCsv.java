package memorytax.record;

import memorytax.claim.CaseGuesses;
import memorytax.claim.Guess;
import memorytax.claim.OrderGuess;
import memorytax.file.CsvColumns;
import memorytax.file.CsvRow;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// answers.csv: a row for each question of the chapter, with what was measured. What the reader has guessed is not in
/// it: that is in the notes.
///
/// | column | |
/// |---|---|
/// | `chapter`, `step` | the step that asks |
/// | `label`, `measured` | what was asked for, and the answer: `1.1 KB`, `goroutines`; empty where it is not decided |
/// | `origin` | measured `here`, or `recorded` |
///
/// The answer to a question for an order is that order: `tokio tasks, coroutines ≈ promises`.
public final class AnswersCsv {
    private static final CsvColumns<Guess> COLUMNS = new CsvColumns<Guess>()
        .with("label", Guess::label)
        .with("measured", Guess::measured)
        .with(Origin.COLUMN, guess -> Origin.of(guess.here()));
    static final StepFile<Guess, Guess> FILE = new StepFile<>("answers", AnswersCsv::taken, Guess::name, Stream::of,
        COLUMNS, _ -> { });

    private AnswersCsv() {
    }

    /// What was measured for a question.
    ///
    /// @param label    `one asyncio task`
    /// @param measured as people write it; empty where the processes do not agree
    /// @param here     on this machine; otherwise recorded
    public record Answer(String label, String measured, boolean here) {
    }

    /// A step compares several guesses at once. One that no step has asked for has no place.
    private static Stream<Guess> taken(Collection<?> values) {
        return values.stream().flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.of(value))
            .map(value -> value instanceof CaseGuesses cases ? guess(cases)
                : value instanceof OrderGuess order ? order.guess() : value)
            .filter(Guess.class::isInstance).map(Guess.class::cast).filter(guess -> !guess.name().isEmpty());
    }

    /// Of several cases, those whose answer is yes.
    private static Guess guess(CaseGuesses guesses) {
        var yes = guesses.cases().stream().filter(c -> c.measured().orElse(false)).map(CaseGuesses.Case::name)
            .collect(Collectors.joining("; "));
        return new Guess(guesses.name(), "the cases that take bytes", "", yes, OptionalDouble.empty(),
            OptionalDouble.empty(), "", guesses.here(), guesses.asked());
    }

    /// By the step that asks, in the file's order.
    static Map<String, Answer> read(List<CsvRow> rows) {
        var answers = new LinkedHashMap<String, Answer>();
        for (var row : rows) answers.put(StepFile.of(row),
            new Answer(row.text("label"), row.text("measured"), !Origin.RECORDED.isOf(row)));
        return answers;
    }
}

package memorytax.claim;

import memorytax.measure.result.Bytes;
import memorytax.notebook.Prediction;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// The reader's guess beside the scale.
///
/// @param name     of the step that asked; empty outside of a chapter
/// @param label    what was asked for: `one asyncio task`
/// @param said     the reader's answer, as it is shown; empty without one
/// @param measured the scale's answer, likewise
/// @param guess    bytes or another number; empty for a choice, and without an answer
/// @param value    by the scale, in the same unit; empty for a choice, and when it was not measured
/// @param unit     of both: `B`, `frames`, `yes/no`; `pairs` for an order, of whose `value` pairs `guess` are right;
///                 empty where there is none
/// @param here     measured on this machine; otherwise recorded
/// @param asked    whether the question was put to the reader, who may have passed
public record Guess(String name, String label, String said, String measured, OptionalDouble guess, OptionalDouble value,
                    String unit, boolean here, boolean asked) {
    private static final double CLOSE = 0.25;

    /// A number beside the scale's; `figure` is empty when it could not be measured.
    public static Guess of(String label, Prediction asked, Optional<Measured> figure) {
        var value = figure.map(f -> OptionalDouble.of(f.value())).orElse(OptionalDouble.empty());
        return new Guess(asked.name(), label, asked.answer().orElse(""), figure(value, asked.unit()), asked.value(),
            value, asked.unit(), figure.map(Measured::here).orElse(true), asked.isAsked());
    }

    /// One of several answers beside the right one, which is empty when the scale could not tell.
    ///
    /// @param here whether it could be told on this machine; otherwise it is recorded
    public static Guess of(String label, Prediction asked, String answer, boolean here) {
        return new Guess(asked.name(), label, asked.answer().orElse(""), answer, OptionalDouble.empty(),
            OptionalDouble.empty(), "", here || answer.isEmpty(), asked.isAsked());
    }

    /// A yes or no beside that of the scale.
    ///
    /// @param said     `yes` or `no`; empty for one that was passed
    /// @param measured likewise; empty when the scale could not tell
    static Guess yesOrNo(String name, String label, String said, String measured, boolean here, boolean asked) {
        return new Guess(name, label, said, measured, OptionalDouble.empty(), OptionalDouble.empty(), CaseGuesses.UNIT,
            here, asked);
    }

    /// The order of several things beside that of the scale.
    ///
    /// @param right pairs, of `all` that can be compared; with none of these there is no answer
    static Guess order(OrderGuess order, int right, int all) {
        return new Guess(order.name(), order.label(), OrderGuess.row(order.said(), order.left()),
            all == 0 && order.isSaid() ? "" : order.measured(),
            order.isSaid() ? OptionalDouble.of(right) : OptionalDouble.empty(),
            order.isSaid() ? OptionalDouble.of(all) : OptionalDouble.empty(), OrderGuess.UNIT, order.here(),
            order.asked());
    }

    /// A guess of an earlier run, as it was noted down; empty when the note cannot be read any more.
    ///
    /// @param said  `20 KB`, `goroutines`; empty for one that was passed
    /// @param scale `1436.0`, `goroutines`
    /// @param unit  `B`; empty for a choice
    /// @param here  whether that was measured here; otherwise it was recorded
    public static Optional<Guess> noted(String name, String label, String said, String scale, String unit,
                                        boolean here) {
        try {
            var question = unit.isEmpty() ? Prediction.oneOf(said) : Prediction.number(unit);
            var asked = (said.isEmpty() ? question.pass() : question.answered(said)).named(name);
            if (unit.isEmpty()) return Optional.of(of(label, asked, scale, here));
            double value = Double.parseDouble(scale);
            return Optional.of(of(label, asked, Optional.of(new Measured(value, value, value, here))));
        } catch (IllegalArgumentException e) { // somebody has edited the notes
            return Optional.empty();
        }
    }

    /// How far off the guess is: 14 for one that is 14 times too much or too little, never below 1. Empty when there
    /// are no two numbers to compare, both above zero.
    public OptionalDouble factor() {
        if (guess.isEmpty() || isOrder() || !(value.orElse(0) > 0)) return OptionalDouble.empty();
        double factor = guess.getAsDouble() / value.getAsDouble();
        return OptionalDouble.of(Math.max(factor, 1 / factor));
    }

    /// Whether several things were put in order.
    public boolean isOrder() {
        return unit.equals(OrderGuess.UNIT);
    }

    /// Whether the guess was right: the right choice, an order without a wrong pair, or a number within 25 % either
    /// way.
    public boolean right() {
        if (said.isEmpty() || measured.isEmpty()) return false;
        if (isOrder()) return guess.equals(value);
        if (guess.isEmpty()) return said.equalsIgnoreCase(measured);
        double value = this.value.orElse(0);
        return Math.abs(guess.getAsDouble() - value) <= CLOSE * value;
    }

    /// `14 times too much`, `2.5 times too little`, `close enough`, `right`, `wrong`, `17 of 21 pairs right`; empty
    /// when there is nothing to compare.
    public String outcome() {
        if (said.isEmpty() || measured.isEmpty()) return "";
        if (isOrder()) return "%.0f of %.0f pairs right".formatted(guess.getAsDouble(), value.getAsDouble());
        if (guess.isEmpty()) return right() ? "right" : "wrong";
        if (factor().isEmpty()) return "";
        return right() ? "close enough" : times(factor().getAsDouble()) + " times too "
            + (guess.getAsDouble() > value.getAsDouble() ? "much" : "little");
    }

    /// `You said 20 KB, the scale says 1.4 KB: 14 times too much.`
    @Override
    public String toString() {
        boolean told = !measured.isEmpty() && (value.isEmpty() || value.getAsDouble() > 0);
        String scale = here ? "the scale" : "the recorded run";
        String says = capital(scale) + (told ? " says " + measured + "." : measured.isEmpty()
            ? " has no answer: this was not measured, or the forks do not agree."
            : " has no answer: it measured " + measured + ", which is not above zero.");
        if (!asked) return says;
        if (said.isEmpty()) return "You passed. " + says;
        if (!told) return "You said " + said + ". " + says;
        if (guess.isPresent()) return "You said " + said + ", " + scale + " says " + measured + ": " + outcome() + ".";
        return "You said " + said + ". " + (right() ? capital(scale) + " agrees." : says);
    }

    private static String capital(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    /// A factor as people write it, `14` or `2.5`: two digits that count.
    public static String times(double factor) {
        return String.format(Locale.ROOT, factor < 9.95 ? "%.1f" : "%,.0f", factor).replace(".0", "");
    }

    private static String figure(OptionalDouble value, String unit) {
        if (value.isEmpty()) return "";
        if (unit.equals("B")) return Bytes.of(value.getAsDouble());
        String number = String.format(Locale.ROOT, Math.abs(value.getAsDouble()) < 10 ? "%.1f" : "%,.0f",
            value.getAsDouble());
        return (number.replace(".0", "") + " " + unit).strip();
    }
}

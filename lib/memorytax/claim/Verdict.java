package memorytax.claim;

import memorytax.measure.result.Bytes;

import java.util.Locale;

/// A claim, judged.
///
/// @param ruling    the outcome
/// @param measured  in the claim's unit; NaN when not measured
/// @param low       of what `kind` says
/// @param high      of what `kind` says
/// @param condition under which it holds, or why it was not measured, in a reader's words; may be empty
/// @param cell      the step that measured it
/// @param here      measured on this machine; otherwise recorded
/// @param published what public benchmarks found, in a reader's words; may be empty
/// @param kind      what `low` and `high` are
public record Verdict(Claim claim, Ruling ruling, double measured, double low, double high, String condition,
                      String cell, boolean here, String published, Extent kind) {
    /// One whose figure has a 95 % interval.
    public Verdict(Claim claim, Ruling ruling, double measured, double low, double high, String condition, String cell,
                   boolean here, String published) {
        this(claim, ruling, measured, low, high, condition, cell, here, published, Extent.INTERVAL);
    }

    /// Not, or not yet, with a number.
    public static Verdict without(Claim claim, Ruling ruling, String condition, String cell) {
        return new Verdict(claim, ruling, Double.NaN, Double.NaN, Double.NaN, condition, cell, true, "");
    }

    /// The same with what was measured.
    public Verdict with(Measured m) {
        return new Verdict(claim, ruling, m.value(), m.low(), m.high(), condition, cell, m.here(), published, m.kind());
    }

    /// The same of our recorded run.
    public Verdict recorded() {
        return new Verdict(claim, ruling, measured, low, high, condition, cell, false, published, kind);
    }

    Verdict but(Ruling ruling, String condition) {
        return new Verdict(claim, ruling, measured, low, high, condition, cell, here, published, kind);
    }

    Verdict beside(String published) {
        return new Verdict(claim, ruling, measured, low, high, condition, cell, here, published, kind);
    }

    /// What was measured, as people write it: `1.4 KB`, `0.52×`; empty when nothing was.
    public String figure() {
        if (Double.isNaN(measured)) return "";
        var figure = claim.unit().equals("B") ? Bytes.of(measured)
            : String.format(Locale.ROOT, "%.2f%s", measured, claim.unit().replace("x", "×"));
        return here ? figure : figure + ", recorded";
    }

    /// `✗ refuted: A goroutine costs about 2.5 KB. Measured: 2.7 KB.`
    @Override
    public String toString() {
        var found = figure().isEmpty() ? "" : " Measured: " + figure() + ".";
        return (ruling.mark() + " " + ruling + ": " + claim.statement() + "." + found + " " + condition).strip();
    }

    /// The five things that can be said of a claim.
    public enum Ruling {
        HOLDS("holds", "✓"), HOLDS_IF("holds only if", "~"), REFUTED("refuted", "✗"), UNDECIDED("undecided", "?"),
        NOT_MEASURED("not measured", "–");

        private final String words;
        private final String mark;

        Ruling(String words, String mark) {
            this.words = words;
            this.mark = mark;
        }

        /// One character for a terminal.
        public String mark() {
            return mark;
        }

        /// As in a sentence that counts: `3 hold`, `1 is refuted`.
        String counted(long count) {
            if (this == HOLDS || this == HOLDS_IF)
                return count + " " + (count == 1 ? words : words.replace("holds", "hold"));
            return count + (count == 1 ? " is " : " are ") + words;
        }

        /// As in verdicts.csv: `holds-if`, `not-measured`.
        public String key() {
            return this == HOLDS_IF ? "holds-if" : words.replace(' ', '-');
        }

        @Override
        public String toString() {
            return words;
        }
    }
}

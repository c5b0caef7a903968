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
/// @param forks     processes behind it; 0 where that is not known, or the figure is exact
public record Verdict(Claim claim, Ruling ruling, double measured, double low, double high, String condition,
                      String cell, boolean here, String published, Extent kind, int forks) {
    /// One whose figure has a 95 % interval of nobody knows how many forks.
    public Verdict(Claim claim, Ruling ruling, double measured, double low, double high, String condition, String cell,
                   boolean here, String published) {
        this(claim, ruling, measured, low, high, condition, cell, here, published, Extent.INTERVAL, 0);
    }

    /// Not, or not yet, with a number.
    public static Verdict without(Claim claim, Ruling ruling, String condition, String cell) {
        return new Verdict(claim, ruling, Double.NaN, Double.NaN, Double.NaN, condition, cell, true, "");
    }

    /// The same with what was measured.
    public Verdict with(Measured m) {
        return new Verdict(claim, ruling, m.value(), m.low(), m.high(), condition, cell, m.here(), published, m.kind(),
            m.forks() == Integer.MAX_VALUE ? 0 : m.forks());
    }

    /// The same of our recorded run.
    public Verdict recorded() {
        return new Verdict(claim, ruling, measured, low, high, condition, cell, false, published, kind, forks);
    }

    Verdict but(Ruling ruling, String condition) {
        return new Verdict(claim, ruling, measured, low, high, condition, cell, here, published, kind, forks);
    }

    /// The same by what was seen in so many processes.
    Verdict by(int forks) {
        return new Verdict(claim, ruling, measured, low, high, condition, cell, here, published, kind, forks);
    }

    Verdict beside(String published) {
        return new Verdict(claim, ruling, measured, low, high, condition, cell, here, published, kind, forks);
    }

    /// What was claimed, as a sentence: `The post says in section 5 that an idle asyncio task costs about 20 KB.`
    public String claimed() {
        return new VerdictSentence(this).claimed();
    }

    /// What was measured, what follows from it, and how sure that is, as one to three sentences: `On this machine it
    /// costs 1,150 B (95 % interval 1,148–1,152): the claim is refuted.`
    public String found() {
        return new VerdictSentence(this).found();
    }

    /// Both: what a colleague can be sent.
    public String sentence() {
        return claimed() + " " + found();
    }

    /// What there is to say beyond [#found]; may be empty.
    public String more() {
        return new VerdictSentence(this).more();
    }

    /// What was measured, as people write it: `1.4 KB`, `0.52×`; empty when nothing was.
    public String figure() {
        if (Double.isNaN(measured)) return "";
        var figure = claim.unit().equals("B") ? Bytes.of(measured)
            : String.format(Locale.ROOT, "%.2f%s", measured, claim.unit().replace("x", "×"));
        return here ? figure : figure + ", recorded";
    }

    /// Its mark, and the [#sentence].
    @Override
    public String toString() {
        return ruling.mark() + " " + sentence();
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

        /// Of so many claims: `holds`, `hold under a condition`, `is refuted`.
        String predicate(long count) {
            if (this == HOLDS || this == HOLDS_IF) return (count == 1 ? "holds" : "hold") + (this == HOLDS ? ""
                : " under a condition");
            return (count == 1 ? "is " : "are ") + words;
        }

        /// The same with its number, and shorter: `3 hold`, `1 under a condition`, `1 refuted`.
        public String counted(long count) {
            return count + " " + predicate(count).replaceFirst("^(is|are|holds?(?= under)) ", "");
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

package memorytax.claim;

import memorytax.measure.result.Bytes;
import memorytax.measure.result.Reports;
import memorytax.notebook.Prediction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The reader's yes or no to each of several cases, beside what was measured.
///
/// @param name    of the step that asked; empty outside of a chapter
/// @param meaning of a yes, in a sentence; empty as long as nothing is measured
/// @param cases   in the order of the question
/// @param asked   whether the question was put to the reader, who may have passed
/// @param here    measured on this machine; otherwise recorded
public record CaseGuesses(String name, String meaning, List<Case> cases, boolean asked, boolean here) {
    /// Bytes up to which a case takes nothing: in charts such a figure is 0, too.
    public static final double NOTHING = 0.05;
    /// The unit of a guess that is a yes or a no.
    public static final String UNIT = "yes/no";

    public CaseGuesses {
        cases = List.copyOf(cases);
    }

    /// One case.
    ///
    /// @param name     as the question and the results have it
    /// @param said     by the reader; empty where the case was passed, and without an answer
    /// @param measured empty where nothing was measured, and where processes do not agree
    /// @param figure   that was measured, as it is shown: `24 B`; empty without one
    public record Case(String name, Optional<Boolean> said, Optional<Boolean> measured, String figure) {
        /// Whether there is a guess, and a measurement to compare it with.
        public boolean settled() {
            return said.isPresent() && measured.isPresent();
        }

        /// Whether the two are the same.
        public boolean right() {
            return settled() && said.equals(measured);
        }

        /// `right`, `wrong`; empty when there is nothing to compare.
        public String outcome() {
            return !settled() ? "" : right() ? "right" : "wrong";
        }
    }

    /// What the reader has said, before anything is known.
    public static CaseGuesses of(Prediction asked) {
        var cases = asked.cases().stream().map(c -> new Case(c, asked.said(c), Optional.empty(), "")).toList();
        return new CaseGuesses(asked.name(), "", cases, asked.isAsked(), true);
    }

    /// Beside bytes that a contender told of each case: a yes is right where every process told more than [#NOTHING], a
    /// no where none did.
    ///
    /// @param figure that was told: `bytes_per_op`
    public static CaseGuesses of(Prediction asked, Reports reports, String contender, String figure) {
        var cases = new ArrayList<Case>();
        for (var name : asked.cases()) {
            var more = reports.each(contender, name, told -> told.getOrDefault(figure, 0.0) > NOTHING);
            cases.add(new Case(name, asked.said(name), more.stream().distinct().count() == 1
                ? Optional.of(more.getFirst()) : Optional.empty(), reports.of(contender, name, figure)
                .map(bytes -> Bytes.of(Math.abs(bytes.mean()) > NOTHING ? bytes.mean() : 0)).orElse("")));
        }
        return new CaseGuesses(asked.name(), "Yes: more than " + NOTHING + " B with " + contender
            + ". Charts show less than that as 0 B.", cases, asked.isAsked(), reports.here(contender));
    }

    /// Each as a guess of its own.
    public List<Guess> guesses() {
        return cases.stream().map(c -> Guess.yesOrNo(name, c.name, word(c.said), word(c.measured), here, asked))
            .toList();
    }

    /// `8 of 12 right.`, and how many were passed or have no answer.
    public String score() {
        long said = count(c -> c.said.isPresent()), settled = count(Case::settled);
        if (!asked) return "You were not asked.";
        if (said == 0) return "You passed.";
        var words = new ArrayList<String>();
        if (settled > 0) words.add(count(Case::right) + " of " + settled + " right.");
        if (said < cases.size()) words.add(cases.size() - said + " passed.");
        if (!meaning.isEmpty() && settled < said)
            words.add(said - settled + " without an answer: not measured, or the forks do not agree.");
        return String.join(" ", words);
    }

    /// Whether every case was guessed, and no guess is wrong.
    public boolean right() {
        return cases.stream().allMatch(c -> c.said.isPresent() && (c.measured.isEmpty() || c.right()));
    }

    private long count(Predicate<Case> such) {
        return cases.stream().filter(such).count();
    }

    /// `yes`, `no`; empty without an answer.
    public static String word(Optional<Boolean> answer) {
        return answer.map(yes -> yes ? "yes" : "no").orElse("");
    }

    /// A line for each case.
    @Override
    public String toString() {
        return String.join("\n", guesses().stream().map(g -> g.label() + ": " + g).toList()) + "\n" + score();
    }
}

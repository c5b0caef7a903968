package memorytax.table;

import memorytax.claim.CaseGuesses;
import memorytax.measure.result.Counted;
import tech.tablesaw.api.Table;

/// The reader's yes or no to each case: beside what was measured, once that is known.
public final class CaseTable {
    private CaseTable() {
    }

    /// A row for each case. The caption counts the right ones, and says what a yes means.
    public static Table of(CaseGuesses guesses) {
        if (guesses.meaning().isEmpty()) return said(guesses);
        var caption = String.join(" ", guesses.score(), guesses.meaning(), guesses.here() ? "" : Counted.RECORDED);
        var table = Tables.texts(caption.strip(), "case", "your guess", "measured", "your guess is");
        for (var c : guesses.cases()) {
            var measured = CaseGuesses.word(c.measured());
            Tables.append(table, c.name(), CaseGuesses.word(c.said()), measured.isEmpty() ? c.figure()
                : measured + ", " + c.figure(), c.outcome());
        }
        return table;
    }

    private static Table said(CaseGuesses guesses) {
        var table = Tables.texts(guesses.score(), "case", "your guess");
        for (var c : guesses.cases()) Tables.append(table, c.name(), CaseGuesses.word(c.said()));
        return table;
    }
}

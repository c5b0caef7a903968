package memorytax.notebook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// Asks for a yes or no to each of several cases: a row of letters, `y` or `n`, in their order, and `-` for a case that
/// is passed.
///
/// @param cases by their names
record CasesQuestion(List<String> cases) implements Question {
    private static final char PASSED = '-';

    CasesQuestion {
        cases = List.copyOf(cases);
    }

    @Override
    public List<String> answers() {
        return cases;
    }

    /// `12 letters, y or n for each case in order, - for a case that you pass`
    @Override
    public String asked() {
        return cases.size() + " letters, y or n for each case in order, - for a case that you pass";
    }

    @Override
    public Answer answered(String said) {
        var row = said.toLowerCase(Locale.ROOT).replaceAll("[ ,]", "");
        if (!row.matches("[yn-]*") || row.isEmpty()) throw Question.refused(said, asked());
        if (row.length() != cases.size())
            throw Question.refused(said, asked() + " (that is " + row.length() + ")");
        return new Answer(row.matches("-*") ? "" : row, OptionalDouble.empty());
    }

    /// What a row says to a case; empty where it passes, and for a case that is not asked for.
    Optional<Boolean> said(String row, String of) {
        int at = cases.indexOf(of);
        return at < 0 || row.charAt(at) == PASSED ? Optional.empty() : Optional.of(row.charAt(at) == 'y');
    }
}

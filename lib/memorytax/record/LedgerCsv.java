package memorytax.record;

import memorytax.file.CsvColumns;

/// The ledger, as a file that is named after its step: the columns of verdicts.csv, and before them `chapter`, the one
/// that says it. It follows from those files, and is not read back.
public final class LedgerCsv {
    private static final CsvColumns<Ledger.Line> COLUMNS = new CsvColumns<Ledger.Line>()
        .with("chapter", Ledger.Line::page).and(VerdictsCsv.COLUMNS, Ledger.Line::verdict);

    private LedgerCsv() {
    }

    /// The whole file.
    public static String text(Ledger ledger) {
        return COLUMNS.text(ledger.lines().stream());
    }
}

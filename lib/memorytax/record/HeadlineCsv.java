package memorytax.record;

import memorytax.claim.Headline;
import memorytax.file.CsvColumns;
import memorytax.file.CsvRow;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// headline.csv: one row, the number of a chapter.
///
/// | column | |
/// |---|---|
/// | `contender`, `figure`, `lines` | whose colour it wears, `1.4 KB`, and what it is the figure of |
/// | `origin` | measured `here`, or `recorded` |
public final class HeadlineCsv {
    private static final CsvColumns<Headline> COLUMNS = new CsvColumns<Headline>()
        .with("contender", Headline::contender)
        .with("figure", Headline::figure)
        .with("lines", Headline::sentence)
        .with(Origin.COLUMN, headline -> Origin.of(headline.here()));
    static final WholeFile FILE = new WholeFile("headline", COLUMNS.names(),
        values -> ChapterFile.only(Headline.class, values).findFirst().map(HeadlineCsv::text));

    private HeadlineCsv() {
    }

    /// The whole file.
    public static String text(Headline headline) {
        return COLUMNS.text(Stream.of(headline));
    }

    /// The number of a chapter; empty where it has none.
    public static Optional<Headline> read(List<CsvRow> rows) {
        return rows.stream().filter(row -> !row.text("figure").isEmpty()).map(row -> new Headline(row.text("contender"),
            row.text("figure"), row.text("lines"), !Origin.RECORDED.isOf(row))).findFirst();
    }
}

package memorytax.record;

import memorytax.claim.Claims;
import memorytax.claim.Extent;
import memorytax.claim.Verdict;
import memorytax.claim.Verdicts;
import memorytax.file.CsvColumns;
import memorytax.file.CsvRow;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// verdicts.csv: a row for each claim that the chapter judges. A reader's own claims have a file of this form, too,
/// which is named after their step.
///
/// | column | |
/// |---|---|
/// | `claim`, `statement`, `source` | its id, what it says, and who says so |
/// | `claimed_low`, `claimed_high`, `unit` | the range by which it is judged, in `B` or `x` |
/// | `measured`, `low`, `high` | in that unit: whole bytes, or a ratio with three decimals |
/// | `verdict`, `condition` | `holds`, `holds-if`, `refuted`, `undecided` or `not-measured`, and in words |
/// | `cell`, `origin` | the step that measured it, `here` or `recorded` |
/// | `ends` | what `low` and `high` are; files of older runs do not say it |
/// | `forks` | processes behind the figure; empty where that is not known, or the figure is exact |
/// | `sentence` | the verdict in words: what is claimed, what was measured, how sure; it is not read back |
public final class VerdictsCsv {
    static final CsvColumns<Verdict> COLUMNS = new CsvColumns<Verdict>()
        .with("claim", v -> v.claim().id())
        .with("statement", v -> v.claim().statement())
        .with("source", v -> v.claim().source())
        .with("claimed_low", v -> figure(v, v.claim().low()))
        .with("claimed_high", v -> figure(v, v.claim().high()))
        .with("unit", v -> v.claim().unit())
        .with("measured", v -> figure(v, v.measured()))
        .with("low", v -> figure(v, v.low()))
        .with("high", v -> figure(v, v.high()))
        .with("verdict", v -> v.ruling().key())
        .with("condition", Verdict::condition)
        .with("cell", Verdict::cell)
        .with(Origin.COLUMN, v -> v.ruling() == Verdict.Ruling.NOT_MEASURED ? "" : Origin.of(v.here()))
        .with("ends", v -> Double.isNaN(v.low()) ? "" : v.kind())
        .with("forks", v -> v.forks() == 0 ? "" : v.forks())
        .with("sentence", Verdict::sentence);
    static final WholeFile FILE = new WholeFile("verdicts", COLUMNS.names(), values -> {
        var all = ChapterFile.only(Verdicts.class, values).flatMap(v -> v.all().stream()).toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(text(all));
    });

    private VerdictsCsv() {
    }

    /// The whole file.
    public static String text(List<Verdict> verdicts) {
        return COLUMNS.text(verdicts.stream());
    }

    /// Verdicts on those claims that the data still have.
    public static List<Verdict> read(List<CsvRow> rows) {
        return rows.stream().flatMap(row -> Claims.find(row.text("claim")).stream().flatMap(claim ->
            one(Verdict.Ruling.values(), Verdict.Ruling::key, row.text("verdict")).map(ruling ->
                new Verdict(claim, ruling, figure(row, "measured"), figure(row, "low"), figure(row, "high"),
                    row.text("condition"), row.text("cell"), !Origin.RECORDED.isOf(row), "",
                    one(Extent.values(), Extent::toString, row.text("ends")).findFirst().orElse(Extent.INTERVAL),
                    row.text("forks").matches("\\d{1,6}") ? row.count("forks") : 0))))
            .toList();
    }

    private static <T> Stream<T> one(T[] all, Function<T, String> word, String text) {
        return Arrays.stream(all).filter(each -> word.apply(each).equals(text));
    }

    /// Bytes as whole numbers, ratios with three decimals, nothing for what was not measured.
    private static String figure(Verdict verdict, double value) {
        return Double.isNaN(value) ? ""
            : String.format(Locale.ROOT, verdict.claim().unit().equals("B") ? "%.0f" : "%.3f", value);
    }

    /// A verdict is worth keeping without its figure, too.
    private static double figure(CsvRow row, String column) {
        return row.text(column).matches("-?\\d+(\\.\\d+)?") ? Double.parseDouble(row.text(column)) : Double.NaN;
    }
}

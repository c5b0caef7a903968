package memorytax.record;

import memorytax.file.CsvColumns;
import memorytax.file.CsvRow;
import memorytax.measure.result.Observed;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Reported;
import memorytax.measure.result.Reports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/// told.csv: a row for each figure that a process told of itself; those of one report stand below each other. A process
/// that failed and told nothing has a row without a figure.
///
/// | column | |
/// |---|---|
/// | `chapter`, `step`, `contender`, `runtime`, `version`, `params`, `fork` | which process it was |
/// | `name` | of what it is about |
/// | `figure`, `value` | its name, which ends with the unit |
/// | `origin` | measured `here`, `recorded`, or `failed: …` |
public final class ReportsCsv {
    private static final CsvColumns<Row> COLUMNS = ContenderColumns.<Row>of(r -> r.report.contender())
        .with(ContenderColumns.PARAMS, r -> ContenderColumns.params(r.report.tasks(), r.report.params()))
        .with("fork", r -> r.report.fork())
        .with("name", r -> r.report.name())
        .with("figure", Row::figure)
        .with("value", Row::value)
        .with(Origin.COLUMN, Row::origin);
    static final StepFile<Reports, Row> FILE = new StepFile<>("told", ReportsCsv::taken,
        Reports::step, ReportsCsv::rows, COLUMNS, ReportsCsv::read);

    /// @param figure empty where a process told nothing
    /// @param value  NaN where there is none
    private record Row(Reports.Report report, String figure, double value) {
        private Object origin() {
            return failed(report) ? report.outcome() : Origin.of(!(report.outcome() instanceof Outcome.Recorded));
        }
    }

    private ReportsCsv() {
    }

    private static Stream<Reports> taken(Collection<?> values) {
        return Stream.concat(
            ChapterFile.only(Reported.class, values).filter(told -> !(told instanceof Observed)),
            ChapterFile.only(Observed.class, values)).map(Reported::reports);
    }

    private static Stream<Row> rows(Reports value) {
        return value.all().stream().flatMap(report -> failed(report) && report.figures().isEmpty()
            ? Stream.of(new Row(report, "", Double.NaN)) : report.figures().entrySet().stream()
            .map(figure -> new Row(report, figure.getKey(), figure.getValue())));
    }

    /// What they told, as it was written.
    ///
    /// @throws IllegalArgumentException with one line that names the file and the row
    public static List<Reports.Report> read(List<CsvRow> rows) {
        var reports = new ArrayList<Reports.Report>();
        Reports.Report last = null;
        for (var row : rows) {
            var report = report(row);
            var figure = row.text("figure");
            // what a process tells of the same thing again is a report of its own
            if (figure.isEmpty() ? failed(report)
                : !report.equals(last) || reports.getLast().figures().containsKey(figure)) reports.add(report(row));
            if (!figure.isEmpty()) reports.getLast().figures().put(figure, row.number("value").orElse(Double.NaN));
            last = report;
        }
        return reports;
    }

    /// Without figures yet.
    private static Reports.Report report(CsvRow row) {
        return new Reports.Report(ContenderColumns.contender(row), ContenderColumns.tasks(row),
            ContenderColumns.params(row), row.count("fork"), row.text("name"), new LinkedHashMap<>(),
            Outcome.parse(row.text(Origin.COLUMN)));
    }

    private static boolean failed(Reports.Report report) {
        return report.outcome() instanceof Outcome.Failed;
    }
}

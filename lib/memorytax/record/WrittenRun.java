package memorytax.record;

import memorytax.claim.Verdict;
import memorytax.file.CsvRow;
import memorytax.measure.plan.Archive;
import memorytax.measure.result.Parts;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Trace;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A run of a chapter, as its files have it.
sealed interface WrittenRun extends Archive permits Earlier, Recorded {
    /// All rows of a file; none where there is no such file.
    ///
    /// @param name without `.csv`
    List<CsvRow> rows(String name);

    /// Those of a contender in a step.
    default List<CsvRow> rows(ChapterFile file, String step, String contender) {
        return rows(file.name()).stream().filter(row -> StepFile.of(row).equals(step)
            && ContenderColumns.contender(row).name().equals(contender)).toList();
    }

    /// Who was weighed in a step.
    default List<String> contenders(String step) {
        return rows(WeighingsCsv.FILE.name()).stream().filter(row -> StepFile.of(row).equals(step))
            .map(row -> ContenderColumns.contender(row).name()).distinct().toList();
    }

    @Override
    default List<Weighing> weighings(String step, String contender) {
        return WeighingsCsv.read(rows(WeighingsCsv.FILE, step, contender));
    }

    /// All that was weighed, step by step, in the order of the file.
    default List<Weighings> series() {
        var all = rows(WeighingsCsv.FILE.name());
        return all.stream().map(StepFile::of).distinct().map(step -> new Weighings(step, contenders(step).stream()
            .flatMap(contender -> weighings(step, contender).stream()).toList())).toList();
    }

    @Override
    default Optional<Parts> parts(String step, String contender) {
        return PartsCsv.read(step, rows(PartsCsv.FILE, step, contender)).of(contender);
    }

    @Override
    default List<Reports.Report> reports(String step, String contender) {
        return ReportsCsv.read(rows(ReportsCsv.FILE, step, contender));
    }

    @Override
    default List<Trace> traces(String step, String contender) {
        return TracesCsv.read(rows(TracesCsv.FILE, step, contender));
    }

    /// What it has said of the claims.
    default List<Verdict> verdicts() {
        return VerdictsCsv.read(rows(VerdictsCsv.FILE.name()));
    }

    @Override
    default Map<String, String> machine() {
        return MachineCsv.read(rows(MachineCsv.NAME));
    }
}

package memorytax.record;

import memorytax.claim.Verdict;
import memorytax.file.Csv;
import memorytax.file.CsvRow;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Trace;
import memorytax.measure.result.Weighing;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Our own run of a chapter, from data/recorded/. It is as it was written but for one thing: nothing of it was measured
/// here.
///
/// @param chapter `chapter1`
/// @param only    shown instead of measuring, not just where measuring is impossible
public record Recorded(String chapter, boolean only) implements WrittenRun {
    private static final Outcome RECORDED = new Outcome.Recorded();

    @Override
    public List<CsvRow> rows(String name) {
        return Csv.data("recorded/%s/%s.csv".formatted(chapter, name));
    }

    @Override
    public List<Weighing> weighings(String step, String contender) {
        return WrittenRun.super.weighings(step, contender).stream().map(w -> w.here() ? w.as(RECORDED) : w).toList();
    }

    @Override
    public List<Reports.Report> reports(String step, String contender) {
        return recorded(WrittenRun.super.reports(step, contender));
    }

    /// How a process ended is told once; what it told before is as good as that of others.
    static List<Reports.Report> recorded(List<Reports.Report> reports) {
        return Stream.concat(
            reports.stream().filter(r -> !r.figures().isEmpty()).map(r -> new Reports.Report(r.contender(), r.tasks(),
                r.params(), r.fork(), r.name(), r.figures(), RECORDED)),
            reports.stream().filter(r -> r.outcome() instanceof Outcome.Failed).map(r -> new Reports.Report(
                r.contender(), r.tasks(), r.params(), r.fork(), "", Map.of(), r.outcome())).distinct()).toList();
    }

    @Override
    public List<Trace> traces(String step, String contender) {
        return WrittenRun.super.traces(step, contender).stream().map(t -> new Trace(t.contender(), t.tasks(),
            t.params(), t.samples(), t.held(), t.marks(), RECORDED)).toList();
    }

    @Override
    public List<Verdict> verdicts() {
        return WrittenRun.super.verdicts().stream().map(Verdict::recorded).toList();
    }
}

package memorytax.record;

import memorytax.file.CsvColumns;
import memorytax.file.CsvRow;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Observed;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Trace;
import memorytax.measure.result.Watched;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// traces.csv: a row for each reading of a process that was watched, for each collection of its heap, and for each of
/// its marks.
///
/// | column | |
/// |---|---|
/// | `chapter`, `step`, `contender`, `runtime`, `version`, `params` | which process it was |
/// | `millis` | since its `LOAD` |
/// | `resident_bytes`, `threads` | a reading from outside |
/// | `held_bytes` | what a collection has left of its heap |
/// | `mark` | what it said |
/// | `origin` | measured `here`, or `recorded` |
public final class TracesCsv {
    private static final OptionalLong NONE = OptionalLong.empty();
    private static final CsvColumns<Row> COLUMNS = ContenderColumns.<Row>of(r -> r.trace.contender())
        .with(ContenderColumns.PARAMS, r -> ContenderColumns.params(r.trace.tasks(), r.trace.params()))
        .with("millis", Row::millis)
        .with("resident_bytes", Row::resident)
        .with("threads", Row::threads)
        .with("held_bytes", Row::held)
        .with("mark", Row::mark)
        .with(Origin.COLUMN, r -> Origin.of(!(r.trace.outcome() instanceof Outcome.Recorded)));
    static final StepFile<Watched, Row> FILE = new StepFile<>("traces",
        values -> ChapterFile.only(Observed.class, values).map(Observed::watched), Watched::step, TracesCsv::rows,
        COLUMNS, TracesCsv::read);

    /// One moment of a trace.
    private record Row(Trace trace, long millis, OptionalLong resident, OptionalLong threads, OptionalLong held,
                       String mark) {
    }

    /// Whose trace a row belongs to.
    private record Whose(Contender contender, int tasks, Map<String, String> params, Outcome outcome) {
    }

    private TracesCsv() {
    }

    private static Stream<Row> rows(Watched value) {
        return value.traces().stream().flatMap(t -> Stream.of(
            t.samples().stream().map(s -> new Row(t, s.millis(), OptionalLong.of(s.resident()),
                OptionalLong.of(s.threads()), NONE, "")),
            t.held().stream().map(h -> new Row(t, h.millis(), NONE, NONE, OptionalLong.of(h.bytes()), "")),
            t.marks().stream().map(m -> new Row(t, m.millis(), NONE, NONE, NONE, m.name()))).flatMap(rows -> rows));
    }

    /// One trace for each contender and what its load was told.
    ///
    /// @throws IllegalArgumentException with one line that names the file and the row
    public static List<Trace> read(List<CsvRow> rows) {
        return rows.stream().collect(Collectors.groupingBy(TracesCsv::whose, LinkedHashMap::new, Collectors.toList()))
            .entrySet().stream().map(some -> trace(some.getKey(), some.getValue())).toList();
    }

    private static Whose whose(CsvRow row) {
        return new Whose(ContenderColumns.contender(row), ContenderColumns.tasks(row), ContenderColumns.params(row),
            Outcome.parse(row.text(Origin.COLUMN)));
    }

    private static Trace trace(Whose whose, List<CsvRow> rows) {
        var samples = new ArrayList<Trace.Sample>();
        var held = new ArrayList<Trace.Held>();
        var marks = new ArrayList<Trace.Mark>();
        for (var row : rows) {
            long millis = row.whole("millis").orElseThrow(() -> row.wrong("the column millis has no value"));
            row.whole("held_bytes").ifPresent(bytes -> held.add(new Trace.Held(millis, bytes)));
            row.whole("resident_bytes").ifPresent(bytes ->
                samples.add(new Trace.Sample(millis, bytes, (int) row.whole("threads").orElse(0))));
            if (!row.text("mark").isEmpty()) marks.add(new Trace.Mark(millis, row.text("mark")));
        }
        return new Trace(whose.contender, whose.tasks, whose.params, samples, held, marks, whose.outcome);
    }
}

package memorytax.view;

import memorytax.chart.Charts;
import memorytax.claim.OwnVerdicts;
import memorytax.measure.result.Backpacks;
import memorytax.measure.result.Calibration;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Watched;
import memorytax.measure.result.Weighings;
import memorytax.record.Machine;
import memorytax.service.Costs;
import memorytax.service.Estimates;
import memorytax.service.Service;
import memorytax.table.Choices;
import memorytax.table.Tables;

import java.util.List;

/// What a reader sees of a value, by its type, before it is known where: tables, charts and sentences. Terminal and
/// page then draw these in their own way.
public final class Views {
    private Views() {
    }

    /// The value itself, if it is such a thing already.
    public static List<Object> parts(Object value) {
        return switch (value) {
            case null -> List.of();
            case Object o when Missing.line(o).isPresent() -> List.of(Missing.line(o).get());
            case Weighings w when w.all().isEmpty() -> List.of("Not weighed in this run.");
            case Weighings w -> with(Tables.byValue(w), value);
            case Calibration c -> List.of(c.toString());
            case Machine m -> List.of(Tables.machine(m));
            case Service s -> List.of(s.toString());
            case Costs c -> List.of(Choices.costs(c));
            case Estimates e -> List.of(e.withGarbage() ? Choices.needs(e) : Choices.parked(e));
            case Backpacks b -> with(Tables.parts(b), value);
            case Reports t -> with(t.has("busy_percent") ? Charts.busySpans(t) : Tables.reports(t), value);
            case Watched w when w.reports().names().contains("made") -> with(Choices.garbage(w), value);
            case Watched w -> with(w.serves() ? Charts.served(w) : Tables.watched(w), value);
            case OwnVerdicts own -> List.of(own.verdicts().all().isEmpty() ? own.toString() : own.verdicts());
            case List<?> list -> list.stream().flatMap(v -> parts(v).stream()).toList();
            default -> List.of(value);
        };
    }

    /// What went wrong, was left out or was not measured here, a sentence each; none when all is well.
    public static List<String> remarks(Object value) {
        if (Missing.line(value).isPresent()) return List.of();
        return value instanceof Weighings w ? Tables.remarks(w) : value instanceof Backpacks b ? b.remarks()
            : value instanceof Reports t ? t.remarks() : value instanceof Watched w ? w.remarks() : List.of();
    }

    private static List<Object> with(Object first, Object value) {
        var remarks = remarks(value);
        return remarks.isEmpty() ? List.of(first) : List.of(first, "- " + String.join("\n- ", remarks));
    }
}

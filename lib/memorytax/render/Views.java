package memorytax.render;

import memorytax.claim.Machine;
import memorytax.plot.Charts;
import memorytax.scale.Backpacks;
import memorytax.scale.Calibration;
import memorytax.scale.Outcome;
import memorytax.scale.Told;
import memorytax.scale.Trace;
import memorytax.scale.Weighings;
import memorytax.table.Tables;

import java.util.List;
import java.util.stream.Stream;

/// What a reader sees of a value, by its type, before it is known where: tables, charts and sentences. Terminal and
/// page then draw these in their own way.
final class Views {
    private Views() {
    }

    /// The value itself, if it is such a thing already.
    static List<Object> parts(Object value) {
        return switch (value) {
            case null -> List.of();
            case Weighings w -> with(Tables.byValue(w), value);
            case Calibration c -> List.of(c.toString());
            case Machine m -> List.of(Tables.machine(m));
            case Backpacks b -> with(Tables.parts(b), value);
            case Told t -> with(Tables.told(t), value);
            case List<?> list when traces(list) -> with(Charts.trace(watched(list)), value);
            case List<?> list -> list.stream().flatMap(v -> parts(v).stream()).toList();
            default -> List.of(value);
        };
    }

    /// Whether these are processes that were watched, which share a picture.
    static boolean traces(List<?> list) {
        return !list.isEmpty() && list.stream().allMatch(Trace.class::isInstance);
    }

    static List<Trace> watched(List<?> list) {
        return list.stream().map(Trace.class::cast).toList();
    }

    /// What went wrong, was left out or was not measured here, a sentence each; none when all is well.
    static List<String> remarks(Object value) {
        return value instanceof Weighings w ? Tables.remarks(w) : value instanceof Backpacks b ? b.remarks()
            : value instanceof Told t ? t.remarks()
            : value instanceof List<?> list && traces(list) ? watched(list).stream().flatMap(Views::remark).toList()
            : List.of();
    }

    private static List<Object> with(Object first, Object value) {
        var remarks = remarks(value);
        return remarks.isEmpty() ? List.of(first) : List.of(first, "- " + String.join("\n- ", remarks));
    }

    private static Stream<String> remark(Trace trace) {
        return switch (trace.outcome()) {
            case Outcome.Weighed _ -> Stream.empty();
            case Outcome.Recorded _ -> Stream.of(trace.contender().name() + ": recorded, not measured here.");
            case Outcome other -> Stream.of(trace.contender().name() + ": " + other + ".");
        };
    }
}

package memorytax.session;

import memorytax.measure.plan.Point;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Weighing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// What a page is told of one process: `bytes` that it took with its tasks above what it took without, or what went
/// wrong, `failed`, or why it was not run, `skipped`.
record LivePoint(String contender, int tasks, String params, int fork, OptionalLong bytes, Outcome outcome) {
    static LivePoint of(Weighing weighing) {
        return new LivePoint(weighing.contender().name(), weighing.tasks(), said(weighing.params()), weighing.fork(),
            weighing.bytes(Quantity.RESIDENT), weighing.outcome());
    }

    /// As JSON has it.
    Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>(Map.of("contender", contender, "tasks", tasks, "params", params,
            "fork", fork));
        bytes.ifPresent(bytes -> facts.put("bytes", bytes));
        if (outcome instanceof Outcome.Failed(var why, var _)) facts.put("failed", why);
        if (outcome instanceof Outcome.Skipped(var why)) facts.put("skipped", why);
        return facts;
    }

    /// `depth 100`, where that is not the same for all of a series; else empty.
    private static String said(Map<String, String> params) {
        return params.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).collect(Collectors.joining(", "));
    }

    /// The numbers of tasks in a series, ascending.
    static List<Integer> sizes(List<Point> points) {
        return points.stream().map(Point::tasks).distinct().sorted().toList();
    }
}

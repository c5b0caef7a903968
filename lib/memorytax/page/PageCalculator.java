package memorytax.page;

import com.google.gson.Gson;
import memorytax.claim.Measured;
import memorytax.measure.result.Quantity;
import memorytax.service.Calculator;
import memorytax.service.Costs;
import memorytax.service.Curve;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Sliders, and what follows from where they stand. The page has all figures for that in it, and `calculate.js` the
/// rule.
final class PageCalculator {
    private PageCalculator() {
    }

    static String html(Calculator calculator) {
        return "<div class=\"calculator\" hidden>\n<script type=\"application/json\">" + new Gson().toJson(
            facts(calculator)) + "</script>\n</div>\n";
    }

    /// What the rule rests on, in bytes.
    static Map<String, Object> facts(Calculator calculator) {
        var own = calculator.service();
        return ordered(Map.of("word", own.connected() ? "connection" : "task",
            "sliders", List.of(
                slider("tasks", "tasks at the same time", Calculator.TASKS, own.tasks(), "count"),
                slider("depth", "frames deep", Calculator.DEPTHS, own.depth(), "count"),
                slider("holding", "held by each", knows(calculator) ? Calculator.HELD : List.of(), own.holding(),
                    "bytes"),
                slider("limit", "memory limit", IntStream.rangeClosed(Calculator.LEAST_LIMIT, Calculator.MOST_LIMIT)
                    .mapToObj(power -> Math.pow(2, power)).toList(), own.limit(), "bytes")),
            "architectures", calculator.costs().all().stream()
                .filter(a -> own.holding() == 0 || calculator.heldByte(runtime(a), Quantity.RESIDENT).isPresent())
                .map(a -> architecture(calculator, a)).toList()));
    }

    private static boolean knows(Calculator calculator) {
        return calculator.costs().all().stream()
            .anyMatch(a -> calculator.heldByte(runtime(a), Quantity.RESIDENT).isPresent());
    }

    /// The reader's own value is among those to choose from.
    private static Map<String, Object> slider(String name, String label, List<? extends Number> steps, double own,
                                              String unit) {
        var all = new TreeSet<Double>(List.of(own));
        steps.forEach(step -> all.add(step.doubleValue()));
        return ordered(Map.of("name", name, "label", label, "steps", all, "own", own, "unit", unit));
    }

    private static Map<String, Object> architecture(Calculator calculator, Costs.Architecture a) {
        var runtime = runtime(a);
        return ordered(Map.ofEntries(Map.entry("name", a.name()), Map.entry("hue", PageHue.ofName(a.name())),
            Map.entry("go", a.name().equals(Costs.GO)), Map.entry("stacked", a.stacked()),
            Map.entry("empty", three(a.empty())), Map.entry("start", three(a.start())),
            Map.entry("socket", three(a.socket())), Map.entry("task", curve(a.task())),
            Map.entry("live", a.live().map(PageCalculator::curve).orElse(Map.of())),
            Map.entry("room", List.of(calculator.room(a, false), calculator.room(a, true))),
            Map.entry("heldByte", calculator.heldByte(runtime, Quantity.RESIDENT).map(PageCalculator::three)
                .orElse(List.of())),
            Map.entry("liveByte", calculator.heldByte(runtime, Quantity.LIVE).map(PageCalculator::three)
                .orElse(List.of()))));
    }

    private static String runtime(Costs.Architecture a) {
        return a.contender().runtime();
    }

    private static List<Double> three(Measured m) {
        return List.of(m.value(), m.low(), m.high());
    }

    private static Map<String, Object> curve(Curve curve) {
        return ordered(Map.of("stairs", curve.stairs(), "points", curve.points().entrySet().stream()
            .map(p -> List.of(p.getKey(), p.getValue().value(), p.getValue().low(), p.getValue().high())).toList()));
    }

    /// A page is the same each time it is made, and a `Map.of` is not.
    private static Map<String, Object> ordered(Map<String, Object> facts) {
        return new TreeMap<>(facts);
    }
}

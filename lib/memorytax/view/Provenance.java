package memorytax.view;

import memorytax.measure.plan.Scale;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Findings;
import memorytax.notebook.source.Cell;
import memorytax.record.Machine;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Where the figures of a step come from: measured here, or recorded, and in how many forks. A chart knows neither, so
/// the steps are followed back to the findings that they rest on.
public final class Provenance {
    private final boolean recorded;
    private final Map<String, Set<Findings>> origins = new LinkedHashMap<>();
    private final Set<String> scaled = new LinkedHashSet<>();

    /// @param recorded the whole run is a recorded one
    public Provenance(boolean recorded) {
        this.recorded = recorded;
    }

    /// To be called in the order in which the steps run. What is found of the machine is no measurement.
    public void add(Cell.Step step, Object value) {
        if (value instanceof Machine) return;
        var found = new LinkedHashSet<Findings>();
        if (step.takes(Scale.class)) scaled.add(step.name());
        for (var parameter : step.parameters()) {
            found.addAll(origins.getOrDefault(parameter.name(), Set.of()));
            if (scaled.contains(parameter.name())) scaled.add(step.name());
        }
        if (value instanceof Findings) found.clear(); // these are new, whatever they were begun with
        for (Object part : value instanceof List<?> list ? list : value == null ? List.of() : List.of(value))
            if (part instanceof Findings findings) found.add(findings);
        origins.put(step.name(), found);
    }

    /// `measured here`, `recorded`, `measured here; goroutines recorded`; empty for what rests on no measurement.
    public String tag(String step) {
        var findings = origins.getOrDefault(step, Set.of());
        var all = names(findings, false);
        if (all.isEmpty()) return !scaled.contains(step) ? "" : recorded ? "recorded" : "measured here";
        var elsewhere = names(findings, true);
        if (elsewhere.isEmpty()) return "measured here";
        return elsewhere.size() == all.size() ? "recorded"
            : "measured here; " + String.join(", ", elsewhere) + " recorded";
    }

    private static Set<String> names(Set<Findings> findings, boolean elsewhere) {
        return findings.stream().flatMap(f -> f.contenders().stream().map(Contender::name)
            .filter(name -> !elsewhere || !f.here(name))).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Processes per point, `3 forks` or `1 to 3 forks`; empty when that cannot be told.
    public String forks(String step) {
        var forks = origins.getOrDefault(step, Set.of()).stream()
            .flatMapToInt(f -> f.contenders().stream().mapToInt(f::forks)).filter(n -> n > 0).summaryStatistics();
        if (forks.getCount() == 0) return "";
        return (forks.getMin() < forks.getMax() ? forks.getMin() + " to " : "") + forks.getMax()
            + (forks.getMax() == 1 ? " fork" : " forks");
    }
}

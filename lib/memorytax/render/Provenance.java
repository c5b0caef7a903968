package memorytax.render;

import memorytax.notebook.Cell;
import memorytax.scale.Backpacks;
import memorytax.scale.Contender;
import memorytax.scale.Weighings;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Where the figures of a step come from: measured here, or recorded, and in how many forks. A chart knows neither, so
/// the steps are followed back to the weighings that they rest on.
final class Provenance {
    private final boolean recorded;
    private final Map<String, Set<Weighings>> origins = new LinkedHashMap<>();
    private final Set<String> scaled = new LinkedHashSet<>();
    private final Map<String, Backpacks> backpacks = new LinkedHashMap<>();

    /// @param recorded the whole run is a recorded one
    Provenance(boolean recorded) {
        this.recorded = recorded;
    }

    /// To be called in the order in which the steps run.
    void add(Cell.Step step, Object value) {
        var found = new LinkedHashSet<Weighings>();
        for (var parameter : step.parameters()) {
            found.addAll(origins.getOrDefault(parameter.name(), Set.of()));
            if (parameter.type().equals("Scale") || scaled.contains(parameter.name())) scaled.add(step.name());
        }
        for (Object part : value instanceof List<?> list ? list : value == null ? List.of() : List.of(value))
            if (part instanceof Weighings weighings) found.add(weighings);
        origins.put(step.name(), found);
        if (value instanceof Backpacks taken) backpacks.put(step.name(), taken);
    }

    /// `measured here`, `recorded`, `measured here; goroutines recorded`; empty for what rests on no measurement.
    String tag(String step) {
        var weighings = origins.getOrDefault(step, Set.of());
        var all = weighings.stream().flatMap(w -> w.contenders().stream()).collect(Collectors.toSet());
        if (all.isEmpty() && backpacks.containsKey(step)) return tag(backpacks.get(step));
        if (all.isEmpty()) return !scaled.contains(step) ? "" : recorded ? "recorded" : "measured here";
        var elsewhere = weighings.stream().flatMap(w -> w.contenders().stream().filter(c -> !w.here(c)))
            .distinct().toList();
        if (elsewhere.isEmpty()) return "measured here";
        return elsewhere.size() == all.size() ? "recorded" : elsewhere.stream().map(Contender::name).distinct()
            .collect(Collectors.joining(", ", "measured here; ", " recorded"));
    }

    private static String tag(Backpacks taken) {
        var elsewhere = taken.all().stream().map(p -> p.contender().name()).filter(n -> !taken.here(n)).toList();
        if (elsewhere.isEmpty()) return "measured here";
        return elsewhere.size() == taken.all().size() ? "recorded"
            : "measured here; " + String.join(", ", elsewhere) + " recorded";
    }

    /// Processes per point; 0 when that cannot be told.
    int forks(String step) {
        return origins.getOrDefault(step, Set.of()).stream()
            .flatMapToInt(w -> w.contenders().stream().mapToInt(w::forks)).max().orElse(0);
    }
}

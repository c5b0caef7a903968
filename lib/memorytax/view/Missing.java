package memorytax.view;

import memorytax.measure.result.Backpacks;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;

import java.util.List;
import java.util.Optional;

/// Where nothing of what a cell asks for could be had, and of all of it for the same reason, one line says it.
final class Missing {
    private Missing() {
    }

    /// Empty where there is something, or where reasons differ.
    static Optional<String> line(Object value) {
        return switch (value) {
            case Weighings w when w.all().isEmpty() -> Optional.of("Not weighed in this run.");
            case Weighings w -> reason(w.all().stream().map(Weighing::outcome)
                .map(o -> o instanceof Outcome.Skipped(String why) ? why : "").toList())
                .map(why -> "Nothing was weighed here: " + why + ".");
            case Backpacks b when b.all().isEmpty() -> reason(b.remarks().stream()
                .map(r -> r.replaceFirst(".*?: ", "")).toList()).map(why -> "No parts were counted here: " + why);
            default -> Optional.empty();
        };
    }

    private static Optional<String> reason(List<String> whys) {
        var one = whys.stream().distinct().toList();
        return whys.size() > 1 && one.size() == 1 && !one.getFirst().isEmpty() ? Optional.of(one.getFirst())
            : Optional.empty();
    }
}

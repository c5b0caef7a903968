package memorytax.table;

import memorytax.measure.result.AdditiveError;
import memorytax.measure.result.Backpacks;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Weighings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What there is to know of a table that its caption does not say, a sentence each.
final class Remarks {
    private static final String RECORDED = ": recorded, not measured here.";

    private Remarks() {
    }

    static List<String> of(Backpacks backpacks) {
        boolean all = !Counted.recorded(backpacks).isEmpty(); // then the caption says it
        return backpacks.remarks().stream().filter(r -> !(all && r.endsWith(RECORDED))).toList();
    }

    static List<String> of(Weighings weighed) {
        var remarks = new ArrayList<String>();
        boolean some = weighed.contenders().stream().anyMatch(weighed::here); // else the caption says it of all
        for (var c : weighed.contenders()) {
            if (some && !weighed.here(c)) remarks.add(c.name() + RECORDED);
            weighed.all().stream().filter(w -> w.contender().name().equals(c.name()))
                .map(w -> Map.entry(w, w.outcome() instanceof Outcome.Failed || w.outcome() instanceof Outcome.Skipped
                    ? w.outcome().toString() : w.remark())).filter(e -> !e.getValue().isEmpty())
                .map(e -> String.format(Locale.ROOT, "%s × %,d: %s", c.name(), e.getKey().tasks(), e.getValue()))
                .collect(Collectors.groupingBy(what -> what, Collectors.counting()))
                .forEach((what, times) -> remarks.add(what + (times > 1 ? " (" + times + " forks)" : "") + "."));
            weighed.variants().values().stream().flatMap(part -> AdditiveError.of(part, c).stream()).findFirst()
                .ifPresent(a -> remarks.add(c.name() + ": " + a + "."));
            weighed.variants().values().stream().flatMap(part -> moreLive(part, c).stream()).findFirst()
                .ifPresent(remarks::add);
        }
        return remarks;
    }

    /// Live bytes are resident, one should think. Where they come out as more there is a reason, and it is said.
    private static Optional<String> moreLive(Weighings weighed, Contender c) {
        return weighed.slope(c, Quantity.LIVE).filter(live -> weighed.slope(c, Quantity.RESIDENT)
            .filter(resident -> live.low() > resident.high()).isPresent()).map(_ -> c.name()
            + ": live is more than resident, because " + (c.runtime().equals("go")
            ? "live counts whole stacks, and some pages of large stacks were never touched."
            : "the heap already had free room before the tasks came."));
    }
}

package memorytax.measure.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Weighings as plain text, for who prints them in JShell.
record WeighingsText(Weighings weighed) {
    @Override
    public String toString() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("", "empty", "one more task", "live"));
        weighed.contenders().forEach(c -> rows.add(row(c)));
        var tasks = weighed.sizes().stream().map(n -> String.format(Locale.ROOT, "%,d", n))
            .collect(Collectors.joining(", "));
        int forks = weighed.contenders().stream().mapToInt(weighed::forks).max().orElse(0);
        return tasks + (tasks.equals("1") ? " task, " : " tasks, ") + Counted.of(forks, "fork") + "\n"
            + TextColumns.of(rows);
    }

    private List<String> row(Contender contender) {
        var empty = weighed.baseline(contender).map(s -> Bytes.of(s.median())).orElse("");
        var more = weighed.slope(contender, Quantity.RESIDENT)
            .map(s -> Bytes.exact(s.value()) + String.format(Locale.ROOT, " ± %,.0f", s.plusMinus()));
        var live = weighed.slope(contender, Quantity.LIVE).map(s -> Bytes.exact(s.value())).orElse("");
        var remark = weighed.points(contender).map(Weighing::outcome).filter(o -> !(o instanceof Outcome.Weighed))
            .findFirst();
        return List.of(contender.name(), empty, more.orElseGet(() -> most(contender)), live,
            remark.map(Outcome::toString).orElse(""));
    }

    /// `26 MB for 10,000`
    private String most(Contender contender) {
        int tasks = weighed.of(contender, Quantity.RESIDENT).stream().mapToInt(Weighing::tasks).max().orElse(0);
        return weighed.at(contender, tasks, Quantity.RESIDENT)
            .map(s -> String.format(Locale.ROOT, "%s for %,d", Bytes.of(s.median()), tasks)).orElse("");
    }
}

package memorytax.table;

import memorytax.measure.process.Peers;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Forecast;
import tech.tablesaw.api.Table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Tables of what is left behind: when that is too much, and who sees it beforehand.
public final class LeakTables {
    private LeakTables() {
    }

    /// Lines of a program, and beside each what `go vet` has against it.
    public static Table goVets(Optional<List<Peers.Remark>> remarks) {
        return Tables.lines("What go vet reports about each line.", "go vet says", remarks);
    }

    /// When the limit is reached, calculated and seen: a row per contender.
    ///
    /// @param rate requests a second
    public static Table forecasts(int rate, List<Forecast> forecasts) {
        boolean recorded = !forecasts.isEmpty() && forecasts.stream().noneMatch(f -> f.slope().here());
        var table = Tables.texts("Calculated from the slope: after how many requests a process reaches its limit. Ends "
            + "at: when that is, if the process starts at " + Forecast.START + " and serves " + rate + " requests a "
            + "second. Seen: after how many requests processes really ended; their requests came faster."
            + (recorded ? " " + Counted.RECORDED : ""),
            "contender", "one leaves", "limit", "calculated", "ends at", "seen", "off");
        for (var f : forecasts)
            Tables.append(table, f.slope().contender().name(), Bytes.of(f.slope().value()), Bytes.of(f.limit()),
                String.format(Locale.ROOT, "%,.0f", f.requests()), f.clock(rate),
                f.ended().map(e -> String.format(Locale.ROOT, "%,.0f", e.median())).orElse(""),
                f.off().map(LeakTables::off).orElse(""));
        return table;
    }

    /// `+5 %`; of what is neither above nor below, no sign.
    private static String off(double share) {
        return Math.round(100 * share) == 0 ? "0 %" : String.format(Locale.ROOT, "%+.0f %%", 100 * share);
    }

    /// Whether they ended near the calculated number of requests, in a sentence; empty where none was let run into its
    /// limit.
    ///
    /// @param within of it, 0.15 for 15 %
    public static String agreement(double within, List<Forecast> forecasts) {
        var seen = forecasts.stream().filter(f -> f.off().isPresent()).toList();
        var other = seen.stream().filter(f -> Math.abs(f.off().get()) > within).map(Forecast::toString).toList();
        if (seen.isEmpty()) return "";
        return other.isEmpty() ? String.format(Locale.ROOT, "By the median of its forks, each contender ended within "
            + "%.0f %% of the calculated number of requests.", 100 * within)
            : String.format(Locale.ROOT, "More than %.0f %% off the calculated number of requests: %s.", 100 * within,
                String.join("; ", other));
    }
}

package memorytax.table;

import memorytax.measure.result.Bytes;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Range;
import memorytax.measure.result.Slope;
import memorytax.measure.result.Weighings;
import tech.tablesaw.api.Table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What the scale says of each contender: the empty process, and the price of one more task with all that has to be
/// known of it: how well the forks agree, how far it depends on the sizes, what the kernel holds, what is live.
final class SummaryTable {
    private SummaryTable() {
    }

    static Table of(Weighings weighed) {
        var table = Tables.texts(weighed.step(), "contender", "with", "baseline", "one more task", "over sizes",
            "charged", "live", "tasks", "process", "version", "forks");
        weighed.variants().forEach((with, part) -> part.contenders().forEach(c -> row(table, with, part, c)));
        for (var column : List.of("over sizes", "charged", "live"))
            if (table.stringColumn(column).asList().stream().allMatch(String::isEmpty)) table.removeColumns(column);
        var forks = Set.copyOf(table.stringColumn("forks").asList());
        if (forks.size() == 1 && !forks.contains("recorded")) table.removeColumns("forks"); // the caption has it
        var with = Set.copyOf(table.stringColumn("with").asList());
        if (with.size() > 1) return table.setName(caption(weighed));
        table.removeColumns("with");
        var all = with.stream().filter(w -> !w.isEmpty()).map(w -> " All rows: " + w + ".").findFirst();
        return table.setName(caption(weighed) + all.orElse(""));
    }

    private static void row(Table table, String with, Weighings weighed, Contender c) {
        int most = weighed.of(c, Quantity.TOTAL).stream().mapToInt(w -> w.tasks()).max().orElse(0);
        Tables.append(table, c.name(), Titles.words(with), size(weighed.baseline(c)),
            weighed.slope(c, Quantity.RESIDENT).map(s -> Bytes.exact(s.value()) + (s.forks() == 1 ? ""
                : String.format(Locale.ROOT, " ± %,.0f", s.plusMinus()))).orElse(""),
            weighed.slope(c, Quantity.RESIDENT).flatMap(Slope::sizes).map(SummaryTable::range).orElse(""),
            price(weighed, c, Quantity.CHARGED), price(weighed, c, Quantity.LIVE),
            most == 0 ? "" : String.format(Locale.ROOT, "%,d", most), size(weighed.at(c, most, Quantity.TOTAL)),
            c.version().replaceAll("[+-].*", ""), weighed.here(c) ? String.valueOf(weighed.forks(c)) : "recorded");
    }

    private static String price(Weighings weighed, Contender c, Quantity quantity) {
        return weighed.slope(c, quantity).map(s -> Bytes.exact(s.value())).orElse("");
    }

    private static String size(Optional<Range> bytes) {
        return bytes.map(s -> Bytes.of(s.median())).orElse("");
    }

    /// `897–1,094`: bytes, as in the column beside it.
    static String range(Range range) {
        var low = String.format(Locale.ROOT, "%,.0f", range.low());
        var high = String.format(Locale.ROOT, "%,.0f", range.high());
        return low.equals(high) ? high : low + "–" + high;
    }

    private static String caption(Weighings weighed) {
        if (weighed.contenders().stream().noneMatch(weighed::here)) return Counted.RECORDED;
        int forks = Counted.forksHere(weighed);
        return forks == 0 ? Counted.NONE : "One more task: the slope of resident bytes" + (forks == 1
            ? ". One fork cannot show how sure it is." : ", ± its 95 % interval, which says how well " + forks
                + " forks agree.") + beside(weighed);
    }

    /// What the columns beside it are.
    private static String beside(Weighings weighed) {
        boolean sizes = any(weighed, c -> weighed.slope(c, Quantity.RESIDENT).flatMap(Slope::sizes).isPresent());
        boolean charged = any(weighed, c -> weighed.slope(c, Quantity.CHARGED).isPresent());
        boolean live = any(weighed, c -> weighed.slope(c, Quantity.LIVE).isPresent());
        return (sizes ? " Over sizes: the slopes between neighbouring numbers of tasks." : "")
            + (charged ? " Charged: resident, and what the kernel holds"
                + (weighed.countsAll() ? "." : ", at least.") : "")
            + (live ? " Live: what a full collection leaves" + (any(weighed, c -> c.runtime().equals("go"))
                ? ", in Go with whole stacks." : ".") : "");
    }

    private static boolean any(Weighings weighed, Predicate<Contender> is) {
        return weighed.contenders().stream().anyMatch(is);
    }
}

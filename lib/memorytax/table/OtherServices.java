package memorytax.table;

import memorytax.measure.result.Bytes;
import memorytax.service.Calculator;
import memorytax.service.Estimate;
import tech.tablesaw.api.Table;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What a calculator says of services like the reader's, with fewer tasks and with more.
public final class OtherServices {
    private static final List<Integer> OTHERS = List.of(100, 10_000, 100_000, 1_000_000, 10_000_000);

    private OtherServices() {
    }

    /// The same service with other numbers of tasks: a row for each number, with the two that take the least.
    public static Table of(Calculator calculator) {
        var service = calculator.service();
        var table = Tables.texts("Calculated, without garbage and without a limit: what takes the least, and what is "
            + "next. Each task " + service.task() + ".", service.connected() ? "connections" : "tasks", "least",
            "takes", "next", "takes too");
        for (int tasks : OTHERS) {
            var all = calculator.of(tasks).all().stream().filter(Estimate::waits)
                .sorted(Comparator.comparingDouble(e -> e.all().value())).toList();
            if (all.size() > 1) Tables.append(table, String.format(Locale.ROOT, "%,d", tasks), all.get(0).name(),
                Bytes.of(all.get(0).all().value()), all.get(1).name(), Bytes.of(all.get(1).all().value()));
        }
        return table;
    }
}

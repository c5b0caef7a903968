package memorytax.knob;

import memorytax.claim.Measured;
import memorytax.measure.result.Contender;
import memorytax.measure.result.ForkValues;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Weighing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The same processes, read in other ways. What is off in a process is off in each reading of it, so the readings are
/// subtracted fork by fork.
final class Methods {
    private static final List<Quantity> OTHERS = List.of(Quantity.LIVE, Quantity.PSS, Quantity.CHARGED, Quantity.PEAK);

    private Methods() {
    }

    static List<Knob> of(Base base) {
        var methods = new ArrayList<Knob>();
        base.contender().ifPresent(c -> {
            for (var quantity : OTHERS) add(methods, base, quantity.toString(), base.slopes(quantity));
            for (int tasks : tasks(base, c)) {
                add(methods, base, at("whole process", tasks),
                    ForkValues.quotients(base.weighed(), c, tasks, Quantity.TOTAL));
                add(methods, base, at("growth", tasks),
                    ForkValues.quotients(base.weighed(), c, tasks, Quantity.RESIDENT));
            }
        });
        return methods;
    }

    private static List<Integer> tasks(Base base, Contender contender) {
        return base.weighed().of(contender, Quantity.TOTAL).stream().map(Weighing::tasks).filter(n -> n > 0).distinct()
            .sorted().toList();
    }

    private static String at(String what, int tasks) {
        return String.format(Locale.ROOT, "%s ÷ %,d", what, tasks);
    }

    private static void add(List<Knob> methods, Base base, String name, ForkValues read) {
        var slopes = base.slopes(Quantity.RESIDENT);
        if (slopes.byFork().keySet().stream().noneMatch(read.byFork()::containsKey)) return;
        boolean here = base.weighed().here(base.name());
        methods.add(new Knob(name, Knob.Kind.METHOD, Measured.of(read.mean(), here),
            Measured.of(read.minusSameForks(slopes), here), Optional.empty(), Optional.empty(), Optional.empty()));
    }
}

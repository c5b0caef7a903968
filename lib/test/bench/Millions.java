///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Ten million parked virtual threads in one process: what each costs, beside one of 100,000
//JAVA 25+
//DEPS ../../Lib.java
//SOURCES ../memorytax/measure/plan/Loads.java
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow
//RUNTIME_OPTIONS -XX:+UseSerialGC -Xmx160m -XX:TieredStopAtLevel=1
package memorytax.measure.plan;

import memorytax.Notebook;
import memorytax.measure.process.Host;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Quantity;

import java.util.Locale;

/// The price of a further task far above the sizes of the chapters. A line through 100,000 and a million, and one
/// through 100,000 and ten million, must say nearly the same.
public final class Millions {
    private static final int[] SIZES = {100_000, 1_000_000, 10_000_000};
    /// Room for ten million, and for what the collector copies: a heap that is there from the beginning does not grow.
    private static final long HEAP = 14L << 30;
    private static final double MOST = 10;

    private Millions() {
    }

    public static void main(String[] args) {
        if (Host.available() < HEAP) {
            System.out.println("Ten million need " + Bytes.of(HEAP) + ", and " + Bytes.of(Host.available())
                + " is free here.");
            System.exit(1);
        }
        var flags = new String[]{"-Xms" + HEAP, "-Xmx" + HEAP};
        var weighed = Notebook.scale().sizes(SIZES).java("virtual threads", n -> Loads.waiting(n)).flags(flags).weigh();
        weighed.all().stream().filter(each -> each.outcome() instanceof Outcome.Failed)
            .forEach(each -> System.out.printf("%,d tasks: %s%n", each.tasks(), each.outcome()));
        boolean holds = true;
        for (var quantity : new Quantity[]{Quantity.LIVE, Quantity.RESIDENT}) {
            var at = new double[SIZES.length];
            for (int i = 0; i < SIZES.length; i++)
                at[i] = weighed.mean("virtual threads", SIZES[i], quantity).orElseThrow().mean();
            double near = (at[1] - at[0]) / (SIZES[1] - SIZES[0]), far = (at[2] - at[0]) / (SIZES[2] - SIZES[0]);
            double apart = 100 * Math.abs(near / far - 1);
            System.out.printf(Locale.ROOT, "%-8s one more of a million %.0f B, of ten million %.0f B: %.1f %% apart%n",
                quantity.name().toLowerCase(Locale.ROOT), near, far, apart);
            if (quantity == Quantity.LIVE) holds = apart <= MOST;
        }
        System.exit(holds ? 0 : 1);
    }
}

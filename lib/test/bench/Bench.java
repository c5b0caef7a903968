///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION What weighing itself costs, as ratios within one run
//JAVA 25+
//DEPS ../../Lib.java
//SOURCES ../memorytax/measure/plan/Loads.java
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS -XX:+UseSerialGC -Xmx160m -XX:TieredStopAtLevel=1
package memorytax.measure.plan;

import memorytax.child.Message;
import memorytax.measure.process.*;
import memorytax.measure.result.Bytes;

import java.util.Arrays;
import java.util.function.LongSupplier;

/// What the scale costs: a reading, a weighed process against the same conversation without a reading and without
/// waiting for rest, and the parent's own size.
public final class Bench {
    private static final int TASKS = 100_000, ROUNDS = 5, READINGS = 2_000;

    private Bench() {
    }

    public static void main(String[] args) throws Exception {
        long self = ProcessHandle.current().pid();
        for (int i = 0; i < READINGS; i++) Host.read(self);
        long start = System.nanoTime();
        for (int i = 0; i < READINGS; i++) Host.read(self);
        System.out.printf("a full reading            %6.0f µs%n", (System.nanoTime() - start) / 1000.0 / READINGS);
        var point = Loads.point(n -> Loads.waiting(n), TASKS);
        double weighed = median(() -> timed(() -> point.weigh(Progress.SILENT)));
        double plain = median(() -> timed(() -> unweighed(point)));
        System.out.printf("%,d virtual threads   %6.2f times the unweighed process (%.0f ms / %.0f ms)%n",
            TASKS, weighed / plain, weighed, plain);
        System.out.printf("this process              %6s%n", Bytes.of(Host.resident(self)));
        System.exit(0);
    }

    private static void unweighed(Point point) {
        try (var fork = ChildProcess.start(point.peer().launch().orElseThrow())) {
            fork.expect("READY", point.patience());
            fork.send(point.load());
            fork.expect("LOADED", point.patience());
            fork.send(Message.of("LIVE")); // the collection is the child's own work, not the scale's
            fork.expect("LIVE", point.patience());
        } catch (Died e) {
            throw new IllegalStateException(e);
        }
    }

    private static double median(LongSupplier once) {
        once.getAsLong();
        var all = new double[ROUNDS];
        Arrays.setAll(all, _ -> once.getAsLong() / 1e6);
        Arrays.sort(all);
        return all[ROUNDS / 2];
    }

    private static long timed(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }
}

package memorytax;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/// Runs test classes, and prints a line for each test. [#end] prints what failed, and the last line: `N passed,
/// N failed, N skipped`, of all rounds together.
public final class TestRun implements TestExecutionListener {
    private static final String PARALLEL = "junit.jupiter.execution.parallel.";
    /// Of a test that fails in many rounds, so many failures are shown.
    private static final int SHOWN = 3;
    // held, because a logger that nobody holds forgets its level: it says that it keeps no file
    private static final Logger JQWIK = Logger.getLogger("net.jqwik");
    private final List<String> failures = new ArrayList<>();
    private final Map<TestIdentifier, Long> started = new ConcurrentHashMap<>();
    private final Set<TestIdentifier> ended = ConcurrentHashMap.newKeySet();
    private final int rounds;
    /// Whether all that runs is bad luck on purpose: then it is counted as that.
    private final boolean faults;
    /// Of other runs, which have shown their own.
    private int shownFailures;
    private int passed;
    private int skipped;

    private TestRun(Wanted wanted) {
        rounds = wanted.rounds();
        faults = wanted.names().equals(List.of("Faults"));
        JQWIK.setLevel(Level.WARNING);
    }

    /// All of these classes, once or several times.
    ///
    /// @param types   names of classes
    /// @param atATime how many classes run beside each other, each from its first test to its last
    public static TestRun of(Wanted wanted, List<String> types, int atATime) {
        System.setProperty("memorytax.approve", String.valueOf(wanted.accept()));
        var run = new TestRun(wanted);
        for (int round = 1; round <= run.rounds && !types.isEmpty(); round++) {
            run.round(request(types, atATime));
            if (run.repeats()) System.out.printf("%d of %d: %d passed, %d failed, %d skipped%n", round, run.rounds,
                run.passed, run.failures.size(), run.skipped);
        }
        return run;
    }

    private boolean repeats() {
        return rounds > 1;
    }

    private static LauncherDiscoveryRequest request(List<String> types, int atATime) {
        var request = LauncherDiscoveryRequestBuilder.request()
            .configurationParameter(PARALLEL + "enabled", String.valueOf(atATime > 1))
            .configurationParameter(PARALLEL + "mode.classes.default", "concurrent")
            // the other one that JUnit has runs more of them where a test waits
            .configurationParameter(PARALLEL + "config.executor-service", "worker_thread_pool")
            .configurationParameter(PARALLEL + "config.strategy", "fixed")
            .configurationParameter(PARALLEL + "config.fixed.parallelism", String.valueOf(atATime))
            .configurationParameter("junit.jupiter.testclass.order.default", WeighersFirst.class.getName())
            // of properties: no file of earlier failures in the reader's folder, and no report of those that hold
            .configurationParameter("jqwik.database", "")
            .configurationParameter("jqwik.reporting.onlyfailures", "true");
        types.forEach(type -> request.selectors(DiscoverySelectors.selectClass(type)));
        return request.build();
    }

    private void round(LauncherDiscoveryRequest request) {
        var launcher = LauncherFactory.create();
        var plan = launcher.discover(request);
        ended.clear();
        launcher.execute(plan, this);
        // JUnit says nothing of a class in which there was no memory left
        plan.getRoots().stream().flatMap(root -> plan.getChildren(root).stream()).filter(c -> !ended.contains(c))
            .forEach(c -> report(false, name(c), "it did not come to its end"));
    }

    /// What another run, which has printed its own lines, came to.
    public void add(int passed, int failed, int skipped) {
        this.passed += passed;
        shownFailures += failed;
        this.skipped += skipped;
    }

    /// A test of another run that failed, or was skipped.
    public void add(boolean failed, String name, String why) {
        if (failed) report(false, name, why);
        else skip(name, why);
    }

    /// Prints what failed and how many did what. The exit code.
    public int end() {
        int shown = repeats() ? SHOWN : failures.size();
        failures.stream().limit(shown).forEach(f -> System.out.println("✗ " + f));
        if (failures.size() > shown) System.out.println("✗ and " + (failures.size() - shown) + " more failures");
        int failed = failures.size() + shownFailures;
        System.out.printf("%d passed, %d failed, %d skipped%n", passed, failed, skipped);
        if (faults) System.out.printf("%d of %d faults survived%n", passed, passed + failed);
        return failed == 0 && passed > 0 ? 0 : 1;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        started.put(test, System.nanoTime());
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        ended.add(test);
        var why = result.getThrowable();
        switch (result.getStatus()) {
            case ABORTED -> executionSkipped(test, why.map(Throwable::getMessage).orElse(""));
            case FAILED -> report(false, name(test) + took(test), why.map(TestRun::explained).orElse(""));
            case SUCCESSFUL -> {
                if (test.isTest()) report(true, name(test) + took(test), "");
            }
        }
    }

    /// `HouseTest filesAreSmall`, and of a test with parameters also which.
    private static String name(TestIdentifier test) {
        var segments = test.getUniqueIdObject().getSegments();
        var name = segments.stream().skip(1).map(UniqueId.Segment::getValue).filter(s -> !s.startsWith("#"))
            .map(s -> s.replaceAll("^(memorytax|browser)\\.|\\(.*", "")).collect(Collectors.joining(" "));
        return segments.getLast().getValue().startsWith("#") ? name + " " + shortened(test.getDisplayName()) : name;
    }

    /// `, 12 s`: of the long ones, for whoever wants the whole to be shorter.
    private String took(TestIdentifier test) {
        long seconds = (System.nanoTime() - started.getOrDefault(test, System.nanoTime())) / 1_000_000_000;
        return seconds < 1 ? "" : ", " + seconds + " s";
    }

    private static String shortened(String text) {
        var line = text.replaceAll("\\s+", " ");
        return line.length() <= 90 ? line : line.substring(0, 89) + "…";
    }

    @Override
    public void executionSkipped(TestIdentifier test, String why) {
        ended.add(test);
        skip(name(test), why);
    }

    private synchronized void skip(String name, String why) {
        skipped++;
        if (!repeats()) System.out.println("–  " + name + ": " + why);
    }

    private synchronized void report(boolean good, String name, String why) {
        if (!good || !repeats()) System.out.println((good ? "✓  " : "✗  ") + name);
        if (good) passed++;
        else failures.add(name + "\n    " + why.strip().replace("\n", "\n    "));
    }

    /// The message, and where in our own code it happened.
    private static String explained(Throwable e) {
        var ours = Arrays.stream(e.getStackTrace()).filter(f -> f.getClassName().matches("(memorytax|browser)\\..*"))
            .limit(4).map(f -> "\n  at " + f).reduce("", String::concat);
        return e + ours + (e.getCause() == null ? "" : "\n  because " + e.getCause());
    }
}

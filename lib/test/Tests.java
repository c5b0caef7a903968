///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Builds every chapter afresh and runs all tests, two at a time
//JAVA 25+
//DEPS ../Lib.java
//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//DEPS org.junit.platform:junit-platform-launcher:6.1.3
// what chapters need beside the library
//DEPS org.apache.commons:commons-pool2:2.12.1
//DEPS com.tngtech.archunit:archunit:1.4.1
// there are other classes with a main method
//MAIN Tests
//SOURCES memorytax/*.java
//SOURCES memorytax/**/*.java
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow
//RUNTIME_OPTIONS -Djava.awt.headless=true
// most of what runs here runs once
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx1g

import memorytax.House;
import memorytax.Wanted;
import memorytax.WeighersFirst;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `./jbang test [--repeat N] [--approve] [NAME…]`: all tests, or the test classes whose names contain one of these,
/// once or N times; what differs from what was approved fails, or is approved. The last line is `N passed, N failed,
/// N skipped`, of all rounds together.
public class Tests implements TestExecutionListener {
    private static final String PARALLEL = "junit.jupiter.execution.parallel.";
    /// Of a test that fails in many rounds, so many failures are shown.
    private static final int SHOWN = 3;
    private final List<String> failures = new ArrayList<>();
    private final Map<TestIdentifier, Long> started = new ConcurrentHashMap<>();
    private final Set<TestIdentifier> ended = ConcurrentHashMap.newKeySet();
    private final boolean repeats;
    private int passed;
    private int skipped;

    private Tests(boolean repeats) {
        this.repeats = repeats;
    }

    public static void main(String[] args) throws Exception {
        Wanted wanted;
        List<String> types;
        try {
            wanted = Wanted.of(args);
            types = types(wanted.names());
        } catch (IllegalArgumentException e) {
            System.err.println("test: " + e.getMessage());
            System.exit(2);
            return;
        }
        System.setProperty("memorytax.approve", String.valueOf(wanted.accept()));
        var check = new Tests(wanted.rounds() > 1);
        for (int round = 1; round <= wanted.rounds(); round++) {
            check.run(types);
            if (check.repeats) System.out.printf("%d of %d: %d passed, %d failed, %d skipped%n", round,
                wanted.rounds(), check.passed, check.failures.size(), check.skipped);
        }
        int shown = check.repeats ? SHOWN : check.failures.size();
        check.failures.stream().limit(shown).forEach(f -> System.out.println("✗ " + f));
        if (check.failures.size() > shown)
            System.out.println("✗ and " + (check.failures.size() - shown) + " more failures");
        System.out.printf("%d passed, %d failed, %d skipped%n", check.passed, check.failures.size(), check.skipped);
        System.exit(check.failures.isEmpty() && check.passed > 0 ? 0 : 1);
    }

    /// Two classes at a time, each class from its first test to its last.
    private void run(List<String> types) {
        var request = LauncherDiscoveryRequestBuilder.request()
            .configurationParameter(PARALLEL + "enabled", "true")
            .configurationParameter(PARALLEL + "mode.classes.default", "concurrent")
            // the other one that JUnit has runs more of them where a test waits
            .configurationParameter(PARALLEL + "config.executor-service", "worker_thread_pool")
            .configurationParameter(PARALLEL + "config.strategy", "fixed")
            .configurationParameter(PARALLEL + "config.fixed.parallelism", "2")
            .configurationParameter("junit.jupiter.testclass.order.default", WeighersFirst.class.getName());
        types.forEach(type -> request.selectors(DiscoverySelectors.selectClass(type)));
        var launcher = LauncherFactory.create();
        var plan = launcher.discover(request.build());
        ended.clear();
        launcher.execute(plan, this);
        // JUnit says nothing of a class in which there was no memory left
        plan.getRoots().stream().flatMap(root -> plan.getChildren(root).stream()).filter(c -> !ended.contains(c))
            .forEach(c -> report(false, name(c), "it did not come to its end"));
    }

    /// @throws IllegalArgumentException with one line, for a word that is in no name
    private static List<String> types(List<String> words) throws IOException {
        try (Stream<Path> files = Files.walk(House.root().resolve("lib/test/memorytax"))) {
            var all = files.map(Path::toString).filter(f -> f.endsWith("Test.java")).sorted()
                .map(f -> f.substring(f.indexOf("lib/test/") + 9, f.length() - 5)).toList();
            for (var word : words)
                if (all.stream().noneMatch(f -> f.contains(word)))
                    throw new IllegalArgumentException("no test class has \"" + word + "\" in its name");
            return all.stream().filter(f -> words.isEmpty() || words.stream().anyMatch(f::contains))
                .map(f -> f.replace('/', '.')).toList();
        }
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
            case FAILED -> report(false, name(test) + took(test), why.map(Tests::explained).orElse(""));
            case SUCCESSFUL -> {
                if (test.isTest()) report(true, name(test) + took(test), "");
            }
        }
    }

    /// `HouseTest filesAreSmall`, and of a test with parameters also which.
    private static String name(TestIdentifier test) {
        var segments = test.getUniqueIdObject().getSegments();
        var name = segments.stream().skip(1).map(UniqueId.Segment::getValue).filter(s -> !s.startsWith("#"))
            .map(s -> s.replaceAll("^memorytax\\.|\\(.*", "")).collect(Collectors.joining(" "));
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
    public synchronized void executionSkipped(TestIdentifier test, String why) {
        ended.add(test);
        skipped++;
        if (!repeats) System.out.println("–  " + name(test) + ": " + why);
    }

    private synchronized void report(boolean good, String name, String why) {
        if (!good || !repeats) System.out.println((good ? "✓  " : "✗  ") + name);
        if (good) passed++;
        else failures.add(name + "\n    " + why.strip().replace("\n", "\n    "));
    }

    /// The message, and where in our own code it happened.
    private static String explained(Throwable e) {
        var ours = Arrays.stream(e.getStackTrace()).filter(f -> f.getClassName().startsWith("memorytax")).limit(4)
            .map(f -> "\n  at " + f).reduce("", String::concat);
        return e + ours + (e.getCause() == null ? "" : "\n  because " + e.getCause());
    }
}

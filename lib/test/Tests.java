///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Builds every chapter afresh and runs all tests
//JAVA 25+
//DEPS ../Lib.java
//DEPS org.junit.jupiter:junit-jupiter:5.13.4
//DEPS org.junit.platform:junit-platform-launcher:1.13.4
// what chapters need beside the library
//DEPS org.apache.commons:commons-pool2:2.12.1
//DEPS com.tngtech.archunit:archunit:1.4.1
//SOURCES memorytax/*.java
//SOURCES memorytax/**/*.java
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow
//RUNTIME_OPTIONS -Djava.awt.headless=true

import memorytax.House;
import memorytax.Wanted;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `./jbang test [--repeat N] [--approve] [NAME…]`: all tests, or the test classes whose names contain one of these,
/// once or N times; what differs from what was approved fails, or is approved. The last line is `N passed, N failed,
/// N skipped`, of all rounds together.
public class Tests implements TestExecutionListener {
    /// Of a test that fails in many rounds, so many failures are shown.
    private static final int SHOWN = 3;
    private final List<String> failures = new ArrayList<>();
    private final Map<TestIdentifier, Long> started = new ConcurrentHashMap<>();
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
        if (wanted.names().isEmpty()) check.buildAfresh();
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

    /// JBang does not rebuild a chapter when a signature of the library changes, so it is asked to. The library is
    /// built anew for the first of them; of the others what was built before has to go.
    private void buildAfresh() throws Exception {
        for (var chapter : House.chapters()) {
            boolean first = chapter.equals(House.chapters().getFirst());
            var before = Path.of(first ? "" : jbang("info", "jar", chapter.toString()).said.strip());
            if (before.toString().endsWith(".jar")) Files.deleteIfExists(before);
            var build = first ? jbang("build", "--fresh", chapter.toString()) : jbang("build", chapter.toString());
            report(build.code == 0, "build " + chapter.getFileName(), build.said);
        }
    }

    private record Ran(int code, String said) {
    }

    private static Ran jbang(String... words) throws Exception {
        var command = new ArrayList<>(List.of(House.root().resolve("jbang").toString()));
        command.addAll(List.of(words));
        boolean asks = words[0].equals("info");
        var process = new ProcessBuilder(command).redirectErrorStream(!asks)
            .redirectError(asks ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.PIPE).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes());
        return new Ran(process.waitFor(), said);
    }

    private void run(List<String> types) {
        // one after the other, but for those that say otherwise
        var request = LauncherDiscoveryRequestBuilder.request()
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
            .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
            .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2");
        types.forEach(type -> request.selectors(DiscoverySelectors.selectClass(type)));
        LauncherFactory.create().execute(request.build(), this);
    }

    /// @throws IllegalArgumentException with one line, for a word that is in no name
    private static List<String> types(List<String> words) throws IOException {
        try (Stream<Path> files = Files.walk(House.root().resolve("lib/test/memorytax"))) {
            // the last one reads all classes there are, and after that JShell takes eight times as long over a chapter
            var all = files.map(Path::toString).filter(f -> f.endsWith("Test.java"))
                .sorted(Comparator.comparing((String f) -> f.contains("ImportsTest")).thenComparing(f -> f))
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
    public void executionSkipped(TestIdentifier test, String why) {
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

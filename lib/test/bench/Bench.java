///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION What the workbook itself costs, as ratios within one run; writes out/bench.csv
//JAVA 25+
//DEPS ../../Lib.java
//SOURCES ../memorytax/measure/plan/Loads.java
//SOURCES ../memorytax/House.java
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow
//RUNTIME_OPTIONS -XX:+UseSerialGC -Xmx160m -XX:TieredStopAtLevel=1
package memorytax.measure.plan;

import memorytax.House;
import memorytax.child.Child;
import memorytax.child.Median;
import memorytax.child.Message;
import memorytax.file.AtomicFile;
import memorytax.file.Csv;
import memorytax.file.OutputFolder;
import memorytax.measure.process.ChildProcess;
import memorytax.measure.process.Died;
import memorytax.measure.process.Host;
import memorytax.measure.process.JavaPeer;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Quantity;
import memorytax.record.WeighingsCsv;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the workbook costs: a weighed process against the same one unweighed, how far ten weighings differ, a command
/// against hello world, a chapter against the waits that a first attempt has in place of a scale, and the memory of the
/// process that weighs. Each figure is a ratio within this run, with what it may be.
public final class Bench {
    private static final int TASKS = 100_000, ROUNDS = 5, STARTS = 9, FORKS = 10;
    /// So many that what a collector keeps beside them is little; and the heap that they need.
    private static final long MANY = 4_000_000, HEAP = 8L << 30;
    /// As a first attempt waits: after the start, and after the load.
    private static final Duration AT_FIRST = Duration.ofSeconds(5), LOADED = Duration.ofSeconds(10);
    private static final double MB = 1 << 20;
    private static final String WARMED = "virtual threads (warmed)";
    private static final double NONE = Double.NaN, WARMED_BUDGET = 8;
    private static final Map<String, Double> BUDGETS = new TreeMap<>(Map.of("goroutines", 2.0, "asyncio tasks", 2.0,
        WARMED, NONE));
    private static final List<String> COLUMNS = List.of("measure", "value", "unit", "budget", "holds", "detail");
    private final List<List<String>> rows = new ArrayList<>();

    private Bench() {
    }

    public static void main(String[] args) throws Exception {
        var bench = new Bench();
        bench.point();
        bench.spread();
        bench.spreadOfMany();
        bench.parent();
        bench.list();
        bench.pages();
        var file = OutputFolder.of(null).resolve("bench.csv");
        Files.createDirectories(file.getParent());
        AtomicFile.write(file, Csv.text(COLUMNS, bench.rows));
        long missed = bench.rows.stream().filter(row -> row.get(4).equals("no")).count();
        long held = bench.rows.stream().filter(row -> row.get(4).equals("yes")).count();
        System.out.printf("%d of %d within their budgets; written: %s%n", held, held + missed,
            OutputFolder.shown(file));
        System.exit(missed == 0 ? 0 : 1);
    }

    /// @param most that it may be; with a minus sign the least; [#NONE] where it stands for comparison
    private void row(String measure, double value, String unit, double most, String detail) {
        boolean holds = most < 0 ? value >= -most : value <= most, free = Double.isNaN(most);
        var budget = free ? "no budget" : (most < 0 ? "at least " : "at most ") + number(Math.abs(most));
        System.out.printf(Locale.ROOT, "%s %-72s %10s %-5s %-14s %s%n", free ? "–" : holds ? "✓" : "✗", measure,
            number(value), unit, budget, detail);
        rows.add(List.of(measure, number(value), unit, budget, free ? "" : holds ? "yes" : "no", detail));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : "%.2f", value).replaceFirst("\\.00$", "");
    }

    /// One point against the life of the same process of which nothing is read, and that nobody waits for.
    private void point() {
        var point = Loads.point(n -> Loads.waiting(n), TASKS);
        var weighed = new double[ROUNDS];
        var plain = new double[ROUNDS];
        point.weigh(Progress.SILENT);
        for (int i = 0; i < ROUNDS; i++) {
            weighed[i] = timed(() -> point.weigh(Progress.SILENT));
            plain[i] = timed(() -> unweighed(point));
        }
        row("a weighed process beside the same one unweighed", Median.of(weighed) / Median.of(plain), "times", 1.5,
            "%.0f ms / %.0f ms, 100,000 virtual threads".formatted(Median.of(weighed), Median.of(plain)));
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

    /// How far ten weighings of each contender differ, the largest less the smallest, of their median; by the chapter
    /// itself.
    private void spread() throws IOException, InterruptedException {
        var out = Files.createTempDirectory("memory-tax-");
        double seconds = jbang("chapter1", "--only", "weighed", "--forks", "" + FORKS, "--tasks", "10000,100000",
            "--out", out.toString()) / 1000;
        var weighings = WeighingsCsv.read(Csv.rows(out.resolve("chapter1/weighings.csv")));
        for (var budget : BUDGETS.entrySet()) {
            var added = weighings.stream()
                .filter(w -> w.contender().name().equals(budget.getKey()) && w.tasks() == TASKS)
                .flatMapToLong(w -> w.bytes(Quantity.RESIDENT).stream()).sorted().toArray();
            if (added.length == 0) continue; // that language is not on this machine
            spread("100,000 " + budget.getKey(), added, budget.getValue());
        }
        spread("the live bytes of 100,000 " + WARMED, weighings.stream()
            .filter(w -> w.contender().name().equals(WARMED) && w.tasks() == TASKS)
            .flatMapToLong(w -> w.bytes(Quantity.LIVE).stream()).sorted().toArray(), WARMED_BUDGET);
        firstAttempt(seconds, weighings.size());
    }

    /// Beside 100,000 tasks, G1 keeps nearly as much as these take, and not as much each time: it sizes its young
    /// generation by the pauses that it measures. With more tasks that becomes more, too, but not as fast.
    private void spreadOfMany() {
        if (Host.available() < HEAP) return;
        var peer = new JavaPeer("virtual threads", n -> Loads.waiting(n)).warm().with("-Xmx" + HEAP).peer();
        spread("%,d %s".formatted(MANY, WARMED), IntStream.range(0, FORKS).mapToLong(fork -> new Point(peer, (int) MANY,
            Map.of(), fork, Point.patience((int) MANY)).weigh(Progress.SILENT).bytes(Quantity.RESIDENT).orElseThrow())
            .sorted().toArray(), WARMED_BUDGET);
    }

    private void spread(String of, long[] sorted, double most) {
        double middle = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2.0;
        row("ten weighings of " + of + ", spread", 100 * (sorted[sorted.length - 1] - sorted[0]) / middle, "%", most,
            "%s to %s".formatted(Bytes.of(sorted[0]), Bytes.of(sorted[sorted.length - 1])));
    }

    /// The chapter's matrix with the waits of a first attempt, of which one is made.
    private void firstAttempt(double seconds, int processes) {
        var point = Loads.point(n -> Loads.waiting(n), TASKS);
        double once = timed(() -> waited(point)) / 1000;
        row("chapter 1's matrix by a first attempt that waits 5 s and 10 s", once * processes / seconds, "times", -8,
            "%d processes × %.1f s, the chapter takes %.0f s".formatted(processes, once, seconds));
    }

    private static void waited(Point point) {
        try (var fork = ChildProcess.start(point.peer().launch().orElseThrow())) {
            fork.expect("READY", point.patience());
            Thread.sleep(AT_FIRST);
            fork.read();
            fork.send(point.load());
            fork.expect("LOADED", point.patience());
            Thread.sleep(LOADED);
            fork.read();
        } catch (Died | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What a list of cells takes beside a script of one line, both by the launcher, in turns.
    private void list() throws IOException, InterruptedException {
        var hello = Files.writeString(Files.createTempDirectory("memory-tax-").resolve("hello.java"),
            "//JAVA 25+\nvoid main() {\n    IO.println(\"hello\");\n}\n");
        var ours = new double[STARTS];
        var least = new double[STARTS];
        jbang("chapter1", "--list");
        jbang(hello.toString());
        for (int i = 0; i < STARTS; i++) {
            ours[i] = jbang("chapter1", "--list");
            least[i] = jbang(hello.toString());
        }
        row("./jbang chapter1 --list beside hello world", Median.of(ours) / Median.of(least), "times", 1.5,
            "%.0f ms / %.0f ms".formatted(Median.of(ours), Median.of(least)));
    }

    /// The process that weighs: this one, after all that it has weighed, and a chapter's.
    private void parent() throws IOException, InterruptedException {
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        row("resident memory of this process, which has weighed", Host.resident(ProcessHandle.current().pid()) / MB,
            "MB", 200, "its heap holds " + Bytes.of(heap.getUsed()));
        var out = Files.createTempDirectory("memory-tax-");
        var process = started("chapter1", "--quick", "--all", "--out", out.toString());
        long most = 0;
        while (process.isAlive()) {
            for (var each : Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .filter(Bench::isChapter).toList()) most = Math.max(most, Host.resident(each.pid()));
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
        row("resident memory of chapter 1 while it weighs, at most", most / MB, "MB", 200,
            "looked at ten times a second");
    }

    /// The workbook's own JVM, and none that is weighed.
    private static boolean isChapter(ProcessHandle process) {
        var words = process.info().arguments().map(List::of).orElse(List.of());
        return words.contains("chapter1") && !words.contains(Child.class.getName());
    }

    /// First paint of each page, by `bench-pages`; nothing where there is no browser.
    private void pages() throws IOException, InterruptedException {
        var file = OutputFolder.of(null).resolve("bench-pages.csv");
        Files.deleteIfExists(file);
        jbang("bench-pages");
        if (!Files.exists(file)) {
            System.out.println("–  pages: there is no browser here");
            return;
        }
        var slowest = Csv.rows(file).stream()
            .max(Comparator.comparingDouble(row -> row.number("painted_ms").orElse(0))).orElseThrow();
        row("the slowest page, until something of it is seen", slowest.number("painted_ms").orElse(0), "ms", 200,
            slowest.text("page") + " on " + slowest.text("width") + " px");
    }

    /// Milliseconds that a command of the launcher takes.
    private static double jbang(String... words) throws IOException, InterruptedException {
        long start = System.nanoTime();
        started(words).waitFor();
        return (System.nanoTime() - start) / 1e6;
    }

    private static Process started(String... words) throws IOException {
        var command = new ArrayList<>(List.of(House.root().resolve("jbang").toString()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command).directory(House.root().toFile()).redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectInput(new File("/dev/null")).start();
    }

    private static double timed(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }
}

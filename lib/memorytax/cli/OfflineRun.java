package memorytax.cli;

import memorytax.file.Csv;
import memorytax.measure.result.Outcome;
import memorytax.peers.Command;
import memorytax.record.WeighingsCsv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// JBang at work for the workbook, and a chapter run as it will be in a room without a network.
///
/// @param root  the folder of the workbook, where JBang runs
/// @param alone the words before a command that take the network away from it; none where that is not possible
record OfflineRun(Path root, List<String> alone) {
    private static final Duration LONGEST = Duration.ofMinutes(15), SHORT = Duration.ofSeconds(10);
    /// This chapter asks for the tasks of a service, which are so many and no other number.
    private static final String SERVICE = "chapter8.java";
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    /// Finds out how the network can be taken away: Linux can, where it lets a user, and keeps them who they are.
    static OfflineRun in(Path root) throws InterruptedException {
        for (var words : List.of(List.of("unshare", "-n"), List.of("unshare", "-c", "-n"))) {
            var attempt = Stream.concat(words.stream(), Stream.of("true")).toList();
            if (run(root, attempt, SHORT).ok()) return new OfflineRun(root, words);
        }
        return new OfflineRun(root, List.of());
    }

    /// Fetches what a script needs, and builds it. Returns why that failed, in a line; empty when it did not.
    String build(Path script) throws InterruptedException {
        return jbang(List.of(), "build", "--quiet", name(script));
    }

    /// Runs a chapter offline and in a small way: one process for each point.
    ///
    /// @param out     where it writes
    /// @param without languages that are not there, and cannot be weighed
    /// @return why it failed, in a line; empty when it did not
    String run(Path chapter, Path out, List<String> without) throws IOException, InterruptedException {
        var why = jbang(alone, "run", "--offline", "--quiet", name(chapter), "--all", "--forks", "1",
            "--tasks", chapter.endsWith(SERVICE) ? "1000" : "1000,2000", "--out", out.toString());
        var weighings = out.resolve(chapter.getFileName().toString().replace(".java", "")).resolve("weighings.csv");
        return !why.isEmpty() || !Files.exists(weighings) ? why : unweighed(weighings, without);
    }

    /// Puts our own recorded run on a board.
    ///
    /// @return why it failed, in a line; empty when it did not
    String board(String script, Path out) throws InterruptedException {
        return jbang(alone, "run", "--offline", "--quiet", script, "data/recorded", "--out", out.toString());
    }

    /// Ends what runs for this process, however deep, and waits for it.
    static void endChildren() {
        var children = ProcessHandle.current().descendants().toList();
        children.forEach(ProcessHandle::destroyForcibly);
        children.forEach(child -> child.onExit().completeOnTimeout(child, 5, TimeUnit.SECONDS).join());
    }

    /// Removes the folder and what is in it, as far as that goes.
    static void remove(Path folder) {
        try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            // it stays, among other temporary files
        }
    }

    /// A chapter goes on when a point fails; here it counts.
    private static String unweighed(Path weighings, List<String> without) throws IOException {
        return WeighingsCsv.read(Csv.rows(weighings)).stream().filter(w -> !without.contains(w.contender().runtime()))
            .filter(w -> w.outcome() instanceof Outcome.Recorded || w.outcome() instanceof Outcome.Failed)
            .map(w -> w.contender().name() + ": " + w.outcome()).findFirst().orElse("");
    }

    /// Relative, because JBang takes an @ in a path for its own.
    private String name(Path script) {
        return root.relativize(script).toString();
    }

    private String jbang(List<String> before, String... words) throws InterruptedException {
        var launcher = root.resolve("jbang");
        var jbang = WINDOWS ? List.of("cmd", "/c", "jbang")
            : List.of(Files.isExecutable(launcher) ? launcher.toString() : "jbang");
        var answer = run(root, Stream.of(before, jbang, List.of(words)).flatMap(List::stream).toList(), LONGEST);
        if (answer.ok()) return "";
        return answer.text().lines().filter(line -> line.contains("✗") || line.contains("[ERROR]")).map(String::strip)
            .findFirst().orElse(answer.firstLine());
    }

    private static Command.Answer run(Path root, List<String> words, Duration longest) throws InterruptedException {
        return new Command(words, System.getenv(), root, longest).run();
    }
}

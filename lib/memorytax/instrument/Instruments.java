package memorytax.instrument;

import memorytax.file.OutputFolder;
import memorytax.measure.plan.Scale;
import memorytax.measure.process.Jvm;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Reports.Report;
import memorytax.measure.result.Reports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Has the same tasks weighed without the scale: by `lib/instruments/weigh.sh`, which starts programs of its own and
/// reads them by other means, and by JMH. Neither has a line of the scale in it.
public final class Instruments {
    /// Processes of each size.
    private static final int FORKS = 5;
    private static final Path ROLLUP = Path.of("/proc/self/smaps_rollup");
    private static final String MISSING = "! ", BEGINS = "# ", JMH = "JMH";
    /// A line of `./jbang jmh`: `  24.000  stored in a field`.
    private static final Pattern CASE = Pattern.compile(" *(-?\\d+\\.\\d+)  (\\w.*)");

    private Instruments() {
    }

    /// Bytes of whole processes by each instrument that is here; of a contender that none has weighed our recorded
    /// bytes. Linux only.
    ///
    /// @param tasks   a small and a large number of them
    /// @param threads the same for platform threads
    public static Readings weigh(Scale scale, List<Integer> tasks, List<Integer> threads) {
        if (scale.archive().only()) return new Readings(with(scale, List.of(), ""));
        if (!Files.isReadable(ROLLUP)) return new Readings(with(scale, List.of(), "they need a Linux since 4.14"));
        int forks = scale.effort().forks(FORKS);
        var words = Stream.of(Stream.of(forks), tasks.stream(), threads.stream()).flatMap(n -> n)
            .map(String::valueOf).toList();
        var programs = Map.of("GO", found(scale, "go"), "PYTHON", found(scale, "python"), "JAVA", Jvm.JAVA);
        int points = (int) (2 * forks * Readings.CONTENDERS.stream().filter(c -> isHere(scale, c)).count());
        var all = new ArrayList<Report>();
        try (var script = InstrumentScript.weigh(programs, words)) {
            for (String line; (line = script.line()) != null; ) {
                if (line.startsWith(BEGINS)) script.tells(scale.progress(), line.substring(BEGINS.length()), points);
                else if (line.startsWith(MISSING)) all.add(missing(line.substring(MISSING.length())));
                else reading(scale, line).ifPresent(all::add);
            }
            return new Readings(with(scale, all, script.failure()));
        } finally {
            scale.progress().end();
        }
    }

    /// Bytes of each case of chapter 3, by JMH's `gc.alloc.rate.norm`. It needs the whole workbook on this machine:
    /// `./jbang jmh`.
    public static Reports jmh(Scale scale) {
        var contender = new Contender(JMH, "java", Runtime.version().toString());
        var root = OutputFolder.root().filter(folder -> Files.exists(folder.resolve("jbang")));
        var all = new ArrayList<Report>();
        var why = root.isEmpty() ? "JMH runs in the workbook's own folder only" : "";
        if (root.isPresent() && !scale.archive().only()) {
            try (var script = InstrumentScript.of(root.get(), Map.of(), List.of("./jbang", "jmh"))) {
                scale.progress().point("chapter 3 by JMH", 0, 1, Optional.empty());
                for (String line; (line = script.line()) != null; ) {
                    var found = CASE.matcher(line);
                    if (found.matches()) all.add(new Report(contender, 1, Map.of(), 1, found.group(2),
                        Map.of(Agreement.PER_OP, Double.valueOf(found.group(1))), new Outcome.Weighed()));
                }
                why = script.failure();
            } finally {
                scale.progress().end();
            }
        }
        if (all.isEmpty()) all.addAll(scale.archive().reports(scale.step(), JMH));
        if (all.isEmpty()) all.add(Report.none(contender, why));
        return new Reports(scale.step(), List.copyOf(all));
    }

    /// And our recorded bytes of those that were not weighed, or a line that says why there are none.
    private static Reports with(Scale scale, List<Report> weighed, String why) {
        var all = new ArrayList<>(weighed);
        for (var contender : Readings.CONTENDERS) {
            if (weighed.stream().anyMatch(r -> r.contender().name().equals(contender))) continue;
            var recorded = scale.archive().reports(scale.step(), contender);
            all.addAll(recorded);
            if (recorded.isEmpty()) all.add(Report.none(new Contender(contender, "", ""),
                why.isEmpty() ? "its language is not on this machine" : why));
        }
        return new Reports(scale.step(), List.copyOf(all));
    }

    private static String found(Scale scale, String runtime) {
        return scale.peers().toolchain(runtime).map(Path::toString).orElse("");
    }

    private static Report missing(String said) {
        var words = said.split(",", 2);
        return Report.none(new Contender(words[0], "", ""), words[words.length - 1]);
    }

    /// `goroutines,MemStats,live,10000,1,26840144`
    private static Optional<Report> reading(Scale scale, String line) {
        var words = line.split(",");
        if (words.length != 6 || !words[5].matches("\\d+")) return Optional.empty();
        return Optional.of(new Report(contender(scale, words[0]), Integer.parseInt(words[3]), Map.of(),
            Integer.parseInt(words[4]), words[1], Map.of(words[2] + Readings.BYTES, Double.valueOf(words[5])),
            new Outcome.Weighed()));
    }

    private static Contender contender(Scale scale, String name) {
        var runtime = runtime(name);
        return new Contender(name, runtime, runtime.equals("java") ? Runtime.version().toString()
            : scale.peers().version(runtime).orElse(""));
    }

    private static boolean isHere(Scale scale, String contender) {
        return runtime(contender).equals("java") || scale.peers().toolchain(runtime(contender)).isPresent();
    }

    private static String runtime(String contender) {
        return switch (contender) {
            case "goroutines" -> "go";
            case "asyncio tasks" -> "python";
            default -> "java";
        };
    }
}

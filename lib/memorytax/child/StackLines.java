package memorytax.child;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A thread dump in JSON, as `jcmd PID Thread.dump_to_file -format=json` writes it, counted by the lines of a chapter
/// or of a reader's file at which threads stand. Frames of the JDK and of the scale are passed over.
///
/// @param waiting how many threads wait at each line, `mine.java:12`
/// @param busy    how many run there
public record StackLines(Map<String, Integer> waiting, Map<String, Integer> busy) {
    private static final Pattern THREAD = Pattern.compile(
        "(?:\"state\"\\s*:\\s*\"(\\w+)\".{0,400}?)?\"stack\"\\s*:\\s*\\[(.*?)\\]", Pattern.DOTALL);
    /// A load has one or two.
    private static final int NAMED = 3;
    private static final Pattern FRAME = Pattern.compile("\"([^\"]*)\"");
    /// `chapter6.listen(chapter6.java:87)`; frames of the JDK begin with the name of their module, and a slash. Those
    /// of the scale and of Kotlin's libraries do not.
    private static final Pattern OURS = Pattern.compile(
        "(?!memorytax\\.child\\.|scale\\.|kotlinx?\\.)[^/]*\\((\\S+\\.(?:java|kt):\\d+)\\)");

    /// Both with the most crowded line first. A JDK that does not write down states has all threads waiting.
    public static StackLines of(String json) {
        var waiting = new LinkedHashMap<String, Integer>();
        var busy = new LinkedHashMap<String, Integer>();
        THREAD.matcher(json.replace("\\/", "/")).results().forEach(thread -> line(thread.group(2)).ifPresent(line ->
            (runs(thread) ? busy : waiting).merge(line, 1, Integer::sum)));
        return new StackLines(sorted(waiting), sorted(busy));
    }

    /// All of them, waiting or not.
    public Map<String, Integer> all() {
        var all = new LinkedHashMap<>(waiting);
        busy.forEach((line, threads) -> all.merge(line, threads, Integer::sum));
        return sorted(all);
    }

    /// Those of this process, now; none where they cannot be had.
    public static StackLines here() {
        try {
            var folder = Files.createTempDirectory("memory-tax-");
            var file = folder.resolve("threads.json");
            try {
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(file.toString(), ThreadDumpFormat.JSON);
                return of(Files.readString(file));
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            return new StackLines(Map.of(), Map.of());
        }
    }

    /// `1,000 threads wait at mine.java:12, 1 thread waits at mine.java:30`
    public String said() {
        return waiting.isEmpty() ? "no thread waits at a line of the load" : waiting.entrySet().stream().limit(NAMED)
            .map(e -> String.format(Locale.ROOT, e.getValue() == 1 ? "%,d thread waits at %s"
                : "%,d threads wait at %s", e.getValue(), e.getKey())).collect(Collectors.joining(", "));
    }

    private static boolean runs(MatchResult thread) {
        return "RUNNABLE".equals(thread.group(1));
    }

    /// Whoever asks does not count: it runs.
    private static Optional<String> line(String stack) {
        if (stack.contains(StackLines.class.getName() + ".here")) return Optional.empty();
        return FRAME.matcher(stack).results().map(f -> OURS.matcher(f.group(1))).filter(m -> m.matches())
            .map(m -> m.group(1)).findFirst();
    }

    private static Map<String, Integer> sorted(Map<String, Integer> count) {
        var sorted = new LinkedHashMap<String, Integer>();
        count.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
            .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }
}

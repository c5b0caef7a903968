package memorytax.measure.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// All threads of a JVM, virtual ones as well, by the line at which they wait: `jcmd PID Thread.dump_to_file
/// -format=json`.
public final class ThreadDump {
    private static final Pattern STACK = Pattern.compile("\"stack\"\\s*:\\s*\\[(.*?)\\]", Pattern.DOTALL);
    private static final Pattern FRAME = Pattern.compile("\"([^\"]*)\"");
    /// `chapter6.listen(chapter6.java:87)`; frames of the JDK begin with the name of their module, and a slash.
    private static final Pattern OURS = Pattern.compile("(?!memorytax\\.child\\.)[^/]*\\((\\S+\\.java:\\d+)\\)");
    private static final int PATIENCE = 60;

    private ThreadDump() {
    }

    /// The lines at which threads wait, the most crowded first; threads of the JVM itself stand at none.
    ///
    /// @throws IOException when jcmd is not there or does not answer; its message is for the reader
    public static Map<String, Integer> of(long pid) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("memory-tax-");
        var file = folder.resolve("threads.json");
        try {
            var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            var process = new ProcessBuilder(jcmd, String.valueOf(pid), "Thread.dump_to_file", "-format=json",
                file.toString()).redirectErrorStream(true).redirectOutput(folder.resolve("said.txt").toFile()).start();
            if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) process.destroyForcibly();
            if (!Files.exists(file)) throw new IOException("jcmd gave no thread dump");
            return lines(Files.readString(file));
        } finally {
            for (var each : List.of(file, folder.resolve("said.txt"), folder)) Files.deleteIfExists(each);
        }
    }

    /// Of each stack in such a dump, the first line that is not the JDK's or the scale's.
    public static Map<String, Integer> lines(String json) {
        var count = new LinkedHashMap<String, Integer>();
        STACK.matcher(json.replace("\\/", "/")).results()
            .flatMap(stack -> first(stack.group(1)).stream()).forEach(line -> count.merge(line, 1, Integer::sum));
        var sorted = new LinkedHashMap<String, Integer>();
        count.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
            .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }

    private static Optional<String> first(String stack) {
        return FRAME.matcher(stack).results().map(f -> OURS.matcher(f.group(1))).filter(m -> m.matches())
            .map(m -> m.group(1)).findFirst();
    }
}

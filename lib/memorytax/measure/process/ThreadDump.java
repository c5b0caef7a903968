package memorytax.measure.process;

import memorytax.child.StackLines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// All threads of a JVM, virtual ones as well, by the line at which they wait: `jcmd PID Thread.dump_to_file
/// -format=json`.
public final class ThreadDump {
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
            if (!Files.exists(file)) throw new IOException("jcmd wrote no thread dump");
            return StackLines.of(Files.readString(file)).all();
        } finally {
            for (var each : List.of(file, folder.resolve("said.txt"), folder)) Files.deleteIfExists(each);
        }
    }
}

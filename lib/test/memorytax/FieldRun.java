package memorytax;

import memorytax.record.Machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A run of chapter 11 with costs that can be worked out in the head, as its files have it: two forks of each point,
/// and processes that are a million bytes when they are empty.
public final class FieldRun {
    /// The machine that it comes from.
    public static final Machine MACHINE = new Machine(Map.of("os", "Linux", "cores", "2"));
    private final StringBuilder rows = new StringBuilder("chapter,step,contender,runtime,version,params,tasks,fork,"
        + "baseline_bytes,resident_bytes,peak_bytes,live_bytes,threads,spawn_ms,outcome\n");

    /// The cell `field`.
    public FieldRun field(String contender, String runtime, int bytes) {
        return add("field", contender, runtime, "", bytes, 1_000, 100_000);
    }

    /// The cell `deeper`, at one of its depths.
    public FieldRun deeper(String contender, String runtime, int depth, int bytes) {
        return add("deeper", contender, runtime, " depth=" + depth, bytes, 2_000, 10_000);
    }

    private FieldRun add(String step, String contender, String runtime, String params, int bytes, int... sizes) {
        for (int tasks : sizes)
            for (int fork = 1; fork <= 2; fork++)
                rows.append("chapter11,%s,%s,%s,1.0,tasks=%d%s,%d,%d,1000000,%d,,%d,4,10,ok\n".formatted(step,
                    contender, runtime, tasks, params, tasks, fork, 1_000_000 + bytes * tasks, bytes * tasks / 2));
        return this;
    }

    /// Writes it to where a reader's run is looked for.
    ///
    /// @param out the folder of all chapters
    public void write(Path out) throws IOException {
        var folder = Files.createDirectories(out.resolve("chapter11"));
        Files.writeString(folder.resolve("machine.csv"), "key,value\nos,Linux\ncores,2\n");
        Files.writeString(folder.resolve("weighings.csv"), rows);
    }
}

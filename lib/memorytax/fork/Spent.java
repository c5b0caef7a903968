package memorytax.fork;

import com.sun.management.OperatingSystemMXBean;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Who had the processor while a load ran: the JVM's threads that collect garbage, at a standstill or beside the load,
/// or anybody. The kernel counts it for every thread, and only Linux lets one read it; elsewhere nothing is told.
///
/// What a collector has others do, such as barriers at every access, or waiting, is not in it.
public final class Spent {
    /// As the JVM names its threads. The VM thread is in it, because Serial has no other.
    private static final Pattern COLLECTS = Pattern.compile("VM Thread|GC Thread.*|G1 .*|Z[A-Z].*|Shenandoah.*");
    private static final Path THREADS = Path.of("/proc/self/task");

    private Spent() {
    }

    /// Work that is done while the time is taken.
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    /// Does the work, and tells the scale the CPU time that this took: `gc_cpu_ms`, `cpu_ms`, and the first as
    /// `gc_core_percent`, its share of the time that went by, on one core.
    public static void tell(String name, Work work) throws Exception {
        var before = collectors();
        long all = process(), start = System.nanoTime();
        work.run();
        all = process() - all;
        long time = System.nanoTime() - start;
        long own = collectors().entrySet().stream()
            .mapToLong(e -> e.getValue() - before.getOrDefault(e.getKey(), 0L)).sum();
        if (before.isEmpty() || all <= 0) return;
        Gate.tell(name, "gc_cpu_ms", own / 1_000_000, "cpu_ms", all / 1_000_000,
            "gc_core_percent", Math.round(1000.0 * own / time) / 10.0);
    }

    private static long process() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /// Nanoseconds of each thread that collects, by the kernel's number of it.
    static Map<String, Long> collectors() {
        var nanos = new HashMap<String, Long>();
        try (var threads = Files.newDirectoryStream(THREADS)) {
            for (var thread : threads) read(thread, nanos);
        } catch (IOException e) {
            nanos.clear(); // no Linux
        }
        return nanos;
    }

    private static void read(Path thread, Map<String, Long> nanos) {
        try {
            if (COLLECTS.matcher(Files.readString(thread.resolve("comm")).strip()).matches())
                nanos.put(thread.getFileName().toString(),
                    Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ")[0]));
        } catch (IOException | NumberFormatException e) {
            // it has just ended, or the kernel does not count
        }
    }
}

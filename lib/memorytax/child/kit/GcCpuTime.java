package memorytax.child.kit;

import memorytax.child.Gate;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What a load's garbage costs: the CPU time of the JVM's threads that collect it, at a standstill or beside the load,
/// for each GB that was allocated. Neither depends on how fast the machine is, nor on who else is busy on it. The
/// kernel counts CPU time for every thread, and only Linux lets one read it; elsewhere nothing is told.
///
/// What a collector has others do, such as barriers at every access, or waiting, is not in it.
public final class GcCpuTime {
    /// As the JVM names its threads. The VM thread is in it, because Serial has no other.
    private static final Pattern COLLECTS = Pattern.compile("VM Thread|GC Thread.*|G1 .*|Z[A-Z].*|Shenandoah.*");
    private static final Path THREADS = Path.of("/proc/self/task");
    private static final ThreadMXBean MEMORY = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    /// One that works beside the others counts its collections in one bean, and their pauses in another.
    private static final List<GarbageCollectorMXBean> COLLECTIONS = ManagementFactory.getGarbageCollectorMXBeans()
        .stream().filter(bean -> !bean.getName().contains("Pauses")).toList();
    private static final double MB = 1 << 20;

    private GcCpuTime() {
    }

    /// A part of the load.
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    /// What had been taken at one moment.
    ///
    /// @param nanos of each thread that collects
    private record Account(long collections, long bytes, long process, Map<String, Long> nanos) {
        static Account now() {
            return new Account(GcCpuTime.collections(), MEMORY.getTotalThreadAllocatedBytes(), GcCpuTime.process(),
                collectors());
        }
    }

    /// Does so many parts of a load, and tells the scale what the collections have taken among them: the
    /// `gc_ms_per_gb`, from `gc_cpu_ms` for `garbage_mb`, and the `cpu_ms` of the whole process. It counts up to the
    /// end of the last collection, because what was allocated after that has not been collected yet; to the end of the
    /// load, where there was none.
    public static void tell(String name, int parts, Work part) throws Exception {
        var before = Account.now();
        var last = before;
        for (int i = 0; i < parts; i++) {
            part.run();
            if (collections() > last.collections) last = Account.now();
        }
        if (last == before) last = Account.now();
        double own = last.nanos.entrySet().stream()
            .mapToLong(e -> e.getValue() - before.nanos.getOrDefault(e.getKey(), 0L)).sum() / 1e6;
        double garbage = (last.bytes - before.bytes) / MB, all = (last.process - before.process) / 1e6;
        if (before.nanos.isEmpty() || garbage < 1) return;
        Gate.tell(name, "gc_ms_per_gb", tenths(own / garbage * 1024), "gc_cpu_ms", tenths(own), "garbage_mb",
            Math.round(garbage), "cpu_ms", tenths(all));
    }

    private static double tenths(double value) {
        return Math.round(10 * value) / 10.0;
    }

    private static long collections() {
        long all = 0;
        for (var bean : COLLECTIONS) all += bean.getCollectionCount();
        return all;
    }

    private static long process() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /// Nanoseconds of each thread that collects, by the kernel's number of it.
    private static Map<String, Long> collectors() {
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

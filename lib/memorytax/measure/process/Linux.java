package memorytax.measure.process;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What only Linux tells. Everywhere else every answer is empty.
public final class Linux {
    private static final Pattern CHOSEN = Pattern.compile("\\[(\\w+)]"), LISTED = Pattern.compile("/(\\d+)");
    private static final long STACK = stack();
    /// Open files that a process has beside its sockets: a JVM's jars, pipes, an epoll or two.
    private static final int FILES = 100;

    private Linux() {
    }

    /// Whether this is Linux.
    public static boolean here() {
        return System.getProperty("os.name").equals("Linux");
    }

    /// The most that a process ever occupied, in bytes (VmHWM).
    static OptionalLong peak(long pid) {
        return status(pid, "VmHWM:");
    }

    /// Addresses that a process has asked for, in bytes (VmSize).
    static OptionalLong reserved(long pid) {
        return status(pid, "VmSize:");
    }

    /// The setting of transparent huge pages, which inflates stacks and heaps when it is `always`.
    public static Optional<String> hugePages() {
        return text(Path.of("/sys/kernel/mm/transparent_hugepage/enabled")).map(CHOSEN::matcher)
            .filter(m -> m.find()).map(m -> m.group(1));
    }

    /// What a process occupies, counted page by page; empty where that cannot be read. `stat` and its like lag behind
    /// by some pages for each thread on kernels before 6.2, and this does not.
    static Optional<Pages> pages(long pid) {
        return text(Path.of("/proc/" + pid + "/smaps_rollup")).map(t -> new Pages(kilobytes(t, "Rss:").orElse(0),
            kilobytes(t, "Swap:").orElse(0), kilobytes(t, "AnonHugePages:").orElse(0), kilobytes(t, "Pss:")));
    }

    /// The pages of a process, all in bytes.
    ///
    /// @param swapped written out
    /// @param huge    of those that are resident
    /// @param pss     resident, with a page that n processes have counted as an nth of it
    record Pages(long resident, long swapped, long huge, OptionalLong pss) {
    }

    /// What the kernel holds for a process at the least, in bytes: its page tables, and a stack for each thread.
    static OptionalLong kernel(long pid, int threads) {
        return status(pid, "VmPTE:").stream().map(tables -> tables + threads * STACK).findFirst();
    }

    /// Bytes of the stack that the kernel has for a thread: of all of them, by their number. It is a power of two.
    private static long stack() {
        var all = text(Path.of("/proc/meminfo")).map(t -> kilobytes(t, "KernelStack:").orElse(0)).orElse(0L);
        var threads = text(Path.of("/proc/loadavg")).map(LISTED::matcher).filter(m -> m.find())
            .map(m -> Long.parseLong(m.group(1))).orElse(0L);
        return all == 0 || threads == 0 ? 16 << 10
            : Math.clamp(1L << Math.round(Math.log((double) all / threads) / Math.log(2)), 4 << 10, 64 << 10);
    }

    /// Where memory runs out, be it the machine's or a container's, the kernel ends this process before us, and so
    /// whatever it starts: it can be started again, and we can say what has become of it.
    public static void endsBeforeUs(long pid) {
        if (!here()) return;
        try {
            Files.writeString(Path.of("/proc", String.valueOf(pid), "oom_score_adj"), "1000");
        } catch (IOException | SecurityException e) {
            // it has ended already
        }
    }

    /// How many files a process may have open, once it has raised its limit as far as it may (`ulimit -Hn`).
    public static OptionalLong files() {
        var hard = Pattern.compile("Max open files +\\S+ +(\\d+)");
        return text(Path.of("/proc/self/limits")).map(hard::matcher).filter(m -> m.find())
            .map(m -> OptionalLong.of(Long.parseLong(m.group(1)))).orElse(OptionalLong.empty());
    }

    /// So many connections, or as many as a process may have here: each is an open file on either end.
    public static int connections(int most) {
        return (int) Math.min(most, files().orElse(Long.MAX_VALUE) - FILES);
    }

    /// The container's memory limit in bytes, where there is one: the lowest of its own and those around it.
    public static OptionalLong limit() {
        var limit = groups().flatMapToLong(g -> g.limit().stream()).min();
        return limit.isPresent() && limit.getAsLong() < Host.memory() ? limit : OptionalLong.empty();
    }

    /// What the container's limits leave, in bytes. Files in the cache that the kernel would drop at once count as
    /// free.
    static OptionalLong limitLeft() {
        return limit().isEmpty() ? OptionalLong.empty() : groups().filter(g -> g.limit().isPresent())
            .mapToLong(g -> Math.max(0, g.limit().getAsLong() - g.used().orElse(0) + g.droppable())).min();
    }

    /// Our control groups of either kind, from the innermost on.
    private static Stream<Group> groups() {
        return Stream.of(new String[]{"/sys/fs/cgroup", "0::"}, new String[]{"/sys/fs/cgroup/memory", ":memory:"})
            .flatMap(kind -> folders(Path.of(kind[0]), kind[1])).map(Group::new);
    }

    private record Group(Path folder) {
        OptionalLong limit() {
            return first("memory.max", "memory.limit_in_bytes");
        }

        OptionalLong used() {
            return first("memory.current", "memory.usage_in_bytes");
        }

        long droppable() {
            return text(folder.resolve("memory.stat")).stream().flatMap(String::lines)
                .filter(l -> l.matches("(total_)?inactive_file \\d+"))
                .mapToLong(l -> Long.parseLong(l.split(" ")[1])).max().orElse(0);
        }

        private OptionalLong first(String second, String first) {
            var v2 = number(text(folder.resolve(second)));
            return v2.isPresent() ? v2 : number(text(folder.resolve(first)));
        }
    }

    /// The folder of our group as it is seen from here, and those around it.
    private static Stream<Path> folders(Path root, String line) {
        var own = text(Path.of("/proc/self/cgroup")).stream().flatMap(String::lines).filter(l -> l.contains(line))
            .map(l -> root.resolve(l.substring(l.lastIndexOf(":/") + 2))).findFirst();
        return Stream.iterate(own.orElse(root), at -> at != null && at.startsWith(root), Path::getParent);
    }

    /// Threads that the kernel lets us have: the smallest of its limits, of the container's and of the user's.
    public static OptionalLong threads() {
        var left = OptionalLong.empty();
        for (var file : new String[]{"/proc/sys/kernel/threads-max", "/proc/sys/kernel/pid_max"})
            left = smaller(left, number(text(Path.of(file))));
        left = smaller(left, text(Path.of("/proc/self/limits")).stream().flatMap(String::lines)
            .filter(l -> l.startsWith("Max processes"))
            .map(l -> number(Optional.of(l.split(" +")[2]))).findFirst().orElse(OptionalLong.empty()));
        for (var folder : Stream.concat(folders(Path.of("/sys/fs/cgroup"), "0::"),
            folders(Path.of("/sys/fs/cgroup/pids"), ":pids:")).toList())
            left = smaller(left, number(text(folder.resolve("pids.max"))));
        return left;
    }

    private static OptionalLong smaller(OptionalLong a, OptionalLong b) {
        if (a.isEmpty() || b.isEmpty()) return a.isPresent() ? a : b;
        return OptionalLong.of(Math.min(a.getAsLong(), b.getAsLong()));
    }

    private static OptionalLong status(long pid, String key) {
        return text(Path.of("/proc/" + pid + "/status")).map(t -> kilobytes(t, key)).orElse(OptionalLong.empty());
    }

    /// Of the line that begins with `key`, in bytes.
    private static OptionalLong kilobytes(String text, String key) {
        return text.lines().filter(l -> l.startsWith(key))
            .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) * 1024).findFirst();
    }

    private static OptionalLong number(Optional<String> text) {
        try {
            return text.isPresent() ? OptionalLong.of(Long.parseLong(text.get().strip())) : OptionalLong.empty();
        } catch (NumberFormatException e) {
            return OptionalLong.empty(); // "max"
        }
    }

    static Optional<String> text(Path file) {
        if (!here()) return Optional.empty();
        // in large pieces: a file of /proc/sys has no length, and gives no second one
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException | SecurityException e) {
            return Optional.empty();
        }
    }
}

package memorytax.scale;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// What only Linux tells. Everywhere else every answer is empty.
public final class Linux {
    private static final Pattern CHOSEN = Pattern.compile("\\[(\\w+)]");

    private Linux() {
    }

    static boolean here() {
        return System.getProperty("os.name").equals("Linux");
    }

    /// The most that a process ever occupied, in bytes (VmHWM).
    static OptionalLong peak(long pid) {
        return status(pid, "VmHWM:");
    }

    /// The setting of transparent huge pages, which inflates stacks and heaps when it is `always`.
    public static Optional<String> hugePages() {
        return text(Path.of("/sys/kernel/mm/transparent_hugepage/enabled")).map(CHOSEN::matcher)
            .filter(m -> m.find()).map(m -> m.group(1));
    }

    /// The container's memory limit in bytes, where there is one.
    public static OptionalLong limit() {
        var limit = first("memory.max", "memory.limit_in_bytes");
        return limit.isPresent() && limit.getAsLong() < Host.memory() ? limit : OptionalLong.empty();
    }

    /// What the container's limit leaves, in bytes. Files in the cache that the kernel would drop at once count as
    /// free.
    static OptionalLong limitLeft() {
        var limit = limit();
        var used = first("memory.current", "memory.usage_in_bytes");
        if (limit.isEmpty() || used.isEmpty()) return limit;
        return OptionalLong.of(Math.max(0, limit.getAsLong() - used.getAsLong() + droppable()));
    }

    private static long droppable() {
        var stat = text(Path.of("/sys/fs/cgroup/memory.stat"))
            .or(() -> text(Path.of("/sys/fs/cgroup/memory/memory.stat")));
        return stat.stream().flatMap(String::lines).filter(l -> l.matches("(total_)?inactive_file \\d+"))
            .mapToLong(l -> Long.parseLong(l.split(" ")[1])).max().orElse(0);
    }

    /// The file of the second kind of cgroups, or else of the first.
    private static OptionalLong first(String second, String first) {
        var v2 = cgroup(second, "/sys/fs/cgroup", "0::");
        return v2.isPresent() ? v2 : cgroup(first, "/sys/fs/cgroup/memory", ":memory:");
    }

    /// Threads that the kernel lets us have: the smallest of its limits, of the container's and of the user's.
    static OptionalLong threads() {
        var left = OptionalLong.empty();
        for (var file : new String[]{"/proc/sys/kernel/threads-max", "/proc/sys/kernel/pid_max"})
            left = smaller(left, number(text(Path.of(file))));
        left = smaller(left, text(Path.of("/proc/self/limits")).stream().flatMap(String::lines)
            .filter(l -> l.startsWith("Max processes"))
            .map(l -> number(Optional.of(l.split(" +")[2]))).findFirst().orElse(OptionalLong.empty()));
        var pids = cgroup("pids.max", "/sys/fs/cgroup", "0::");
        return smaller(left, pids.isPresent() ? pids : cgroup("pids.max", "/sys/fs/cgroup/pids", ":pids:"));
    }

    private static OptionalLong smaller(OptionalLong a, OptionalLong b) {
        if (a.isEmpty() || b.isEmpty()) return a.isPresent() ? a : b;
        return OptionalLong.of(Math.min(a.getAsLong(), b.getAsLong()));
    }

    /// A file of this process's cgroup: in its own folder, or in the root as a container sees it.
    private static OptionalLong cgroup(String file, String root, String line) {
        var own = text(Path.of("/proc/self/cgroup")).stream().flatMap(String::lines).filter(l -> l.contains(line))
            .map(l -> l.substring(l.lastIndexOf(':') + 1)).findFirst();
        var found = number(own.flatMap(path -> text(Path.of(root + path, file))));
        return found.isPresent() ? found : number(text(Path.of(root, file)));
    }

    private static OptionalLong status(long pid, String key) {
        return text(Path.of("/proc/" + pid + "/status")).stream().flatMap(String::lines).filter(l -> l.startsWith(key))
            .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) * 1024).findFirst();
    }

    private static OptionalLong number(Optional<String> text) {
        try {
            return text.isPresent() ? OptionalLong.of(Long.parseLong(text.get().strip())) : OptionalLong.empty();
        } catch (NumberFormatException e) {
            return OptionalLong.empty(); // "max"
        }
    }

    private static Optional<String> text(Path file) {
        if (!here()) return Optional.empty();
        // in large pieces: a file of /proc/sys has no length, and gives no second one
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException | SecurityException e) {
            return Optional.empty();
        }
    }
}

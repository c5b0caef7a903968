package memorytax.child;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// What Linux will not let a process exceed when it starts threads, and how much of that is taken: read now, from /proc
/// and the cgroup. Elsewhere there is nothing.
///
/// @param name as the system calls it: `pid_max`
public record Limits(String name, long limit, long inUse) {
    private static final Path PROC = Path.of("/proc"), CGROUP = Path.of("/sys/fs/cgroup");

    /// All that there is. No thread is needed for it, and no process.
    public static List<Limits> now() {
        var limits = new ArrayList<Limits>();
        long threads = threads();
        add(limits, "pid_max", number(PROC.resolve("sys/kernel/pid_max")), threads);
        add(limits, "threads-max", number(PROC.resolve("sys/kernel/threads-max")), threads);
        if (!root()) add(limits, "ulimit -u", processes(), threads); // who may everything has none
        for (var folder : cgroups("pids")) add(limits, "cgroup pids.max", number(folder.resolve("pids.max")),
            number(folder.resolve("pids.current")).orElse(0));
        add(limits, "max_map_count", number(PROC.resolve("sys/vm/max_map_count")), lines(PROC.resolve("self/maps")));
        return limits;
    }

    /// Bytes that are free, on the machine and in the container; empty where that cannot be told.
    public static OptionalLong memory() {
        var free = text(PROC.resolve("meminfo")).stream().filter(l -> l.startsWith("MemAvailable:"))
            .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) * 1024).min();
        for (var folder : cgroups("memory")) {
            var limit = number(folder.resolve("memory.max"), folder.resolve("memory.limit_in_bytes"));
            var used = number(folder.resolve("memory.current"), folder.resolve("memory.usage_in_bytes"));
            if (free.isPresent() && limit.isPresent() && used.isPresent())
                free = OptionalLong.of(Math.min(free.getAsLong(), limit.getAsLong() - used.getAsLong()));
        }
        return free;
    }

    private static void add(List<Limits> limits, String name, OptionalLong limit, long inUse) {
        if (limit.isPresent() && limits.stream().noneMatch(l -> l.name.equals(name)))
            limits.add(new Limits(name, limit.getAsLong(), inUse));
    }

    /// Of all processes that can be seen from here.
    private static long threads() {
        long threads = 0;
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (var process : processes)
                for (var line : text(process.resolve("status")))
                    if (line.startsWith("Threads:")) threads += Long.parseLong(line.replaceAll("\\D", ""));
        } catch (IOException e) {
            return 0;
        }
        return threads;
    }

    private static OptionalLong processes() {
        for (var line : text(PROC.resolve("self/limits")))
            if (line.startsWith("Max processes")) return parse(line.split(" +")[2]);
        return OptionalLong.empty();
    }

    private static boolean root() {
        return text(PROC.resolve("self/status")).stream().anyMatch(l -> l.matches("Uid:\\s+\\d+\\s+0\\s.*"));
    }

    /// The folders of this process's cgroup, of both kinds, from the innermost on.
    ///
    /// @param of the first kind: `pids`
    private static List<Path> cgroups(String of) {
        var folders = new ArrayList<Path>();
        for (var line : text(PROC.resolve("self/cgroup"))) {
            var parts = line.split(":", 3);
            if (parts.length < 3 || !parts[1].isEmpty() && !parts[1].equals(of)) continue;
            var root = parts[1].isEmpty() ? CGROUP : CGROUP.resolve(of);
            for (var at = root.resolve(parts[2].substring(1)); at != null && at.startsWith(root); at = at.getParent())
                folders.add(at);
        }
        return folders;
    }

    /// What stands in the first of these files that has a number.
    private static OptionalLong number(Path... files) {
        for (var file : files) {
            var text = text(file);
            var number = text.isEmpty() ? OptionalLong.empty() : parse(text.getFirst().strip());
            if (number.isPresent()) return number;
        }
        return OptionalLong.empty();
    }

    private static OptionalLong parse(String text) {
        return text.matches("\\d+") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty(); // or "max"
    }

    private static long lines(Path file) {
        return text(file).size();
    }

    private static List<String> text(Path file) {
        try (var in = Files.newInputStream(file)) { // not by its length, which /proc does not know
            return new String(in.readAllBytes()).lines().toList();
        } catch (IOException | SecurityException e) {
            return List.of();
        }
    }
}

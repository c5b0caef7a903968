package memorytax.measure.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Where a control group can be made for a child: in a folder that is ours to write and leaves no limit that holds for
/// us, or by the user's own systemd. Asked for once.
final class CgroupPlace {
    private static final Path ROOT = Path.of("/sys/fs/cgroup");
    private static final String NAME = "memory-tax-";
    /// Files that limit what lies below them.
    private static final List<String> LIMITS =
        List.of("memory.max", "memory.high", "memory.swap.max", "cpu.max", "cpuset.cpus", "pids.max");
    private static final AtomicInteger NUMBER = new AtomicInteger();
    /// Starts a command in a group of its own, as the same process.
    static final List<String> SCOPE = List.of("systemd-run", "--user", "--scope", "--quiet", "--collect",
        "--property=MemoryAccounting=yes", "--");
    static final Optional<Path> FOLDER = Linux.here() ? first().or(CgroupPlace::second).filter(CgroupPlace::works)
        : Optional.empty();
    static final boolean SYSTEMD = FOLDER.isEmpty() && Linux.here() && systemd();

    private CgroupPlace() {
    }

    /// One that does not exist yet.
    static Path fresh() {
        return FOLDER.orElseThrow().resolve(NAME + ProcessHandle.current().pid() + "-" + NUMBER.getAndIncrement());
    }

    /// The group that systemd has made for a process; empty as long as that is in ours.
    static Optional<Path> scope(long pid) {
        var its = path(String.valueOf(pid), "0::");
        return its.equals(path("self", "0::")) ? Optional.empty() : its.map(ROOT::resolve);
    }

    /// The first kind of cgroups lets a group lie in one that has processes.
    private static Optional<Path> first() {
        return path("self", ":memory:").map(path -> seen(ROOT.resolve("memory"), path))
            .filter(folder -> Files.exists(folder.resolve("memory.kmem.usage_in_bytes")));
    }

    /// The second kind lets a group with processes have no others in it, but for the root: so it is made in the
    /// innermost that shares its memory out, if none that lies between has a limit that would be left.
    private static Optional<Path> second() {
        for (var at = seen(ROOT, path("self", "0::").orElse("")); at.startsWith(ROOT); at = at.getParent()) {
            if (Linux.text(at.resolve("cgroup.subtree_control")).orElse("").matches("(?s).*\\bmemory\\b.*"))
                return Optional.of(at);
            if (LIMITS.stream().map(at::resolve).flatMap(f -> Linux.text(f).stream())
                .anyMatch(limit -> !limit.isBlank() && !limit.startsWith("max"))) return Optional.empty();
        }
        return Optional.empty();
    }

    /// Its folder, or the root where a container does not see that.
    private static Path seen(Path root, String path) {
        var folder = root.resolve(path);
        return Files.isDirectory(folder) ? folder : root;
    }

    private static Optional<String> path(String pid, String kind) {
        return Linux.text(Path.of("/proc", pid, "cgroup")).stream().flatMap(String::lines)
            .filter(l -> l.contains(kind)).map(l -> l.substring(l.indexOf(":/") + 2)).findFirst();
    }

    /// Whether one can be made there. Removes on this occasion what a run has left that was ended by force.
    private static boolean works(Path folder) {
        var trial = folder.resolve(NAME + ProcessHandle.current().pid());
        try (Stream<Path> all = Files.list(folder)) {
            for (var old : all.filter(CgroupPlace::isLeft).toList()) Files.delete(old);
            Files.createDirectory(trial);
            Files.delete(trial);
            return Files.isWritable(folder.resolve("cgroup.procs"));
        } catch (IOException | SecurityException e) {
            return false;
        }
    }

    private static boolean isLeft(Path folder) {
        var words = folder.getFileName().toString().split("-");
        return folder.getFileName().toString().startsWith(NAME) && Cgroup.number(words[2]).isPresent()
            && ProcessHandle.of(Long.parseLong(words[2])).isEmpty();
    }

    private static boolean systemd() {
        var bus = System.getenv("XDG_RUNTIME_DIR");
        if (bus == null || !Files.exists(Path.of(bus, "systemd"))) return false;
        try {
            var trial = new ProcessBuilder(Stream.concat(SCOPE.stream(), Stream.of("true")).toList())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            boolean ended = trial.waitFor(2, TimeUnit.SECONDS);
            if (!ended) trial.destroyForcibly();
            return ended && trial.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

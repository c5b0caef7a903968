package memorytax;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// A control group with a limit, as a container has one. It goes with the test, and so do the groups in it.
final class ControlGroup implements AutoCloseable {
    private static final Path ROOT = Path.of("/sys/fs/cgroup");
    private final Path folder;

    private ControlGroup(Path folder) {
        this.folder = folder;
    }

    /// One whose processes may have so many bytes together.
    static ControlGroup ofMemory(long bytes) throws IOException {
        var group = in("memory");
        group.limit("memory.limit_in_bytes", "memory.max", bytes);
        if (Files.exists(group.folder.resolve("memory.swap.max")))
            Files.writeString(group.folder.resolve("memory.swap.max"), "0");
        return group;
    }

    /// One that may have so many threads at a time; a process has one or more of them.
    static ControlGroup ofThreads(int most) throws IOException {
        var group = in("pids");
        group.limit("pids.max", "pids.max", most);
        return group;
    }

    /// Below our own, of either kind. Skips the test that calls it where there can be none.
    private static ControlGroup in(String controller) {
        boolean first = Files.isDirectory(ROOT.resolve(controller));
        var root = first ? ROOT.resolve(controller) : ROOT;
        var own = root.resolve(path(first ? ":" + controller + ":" : "0::"));
        var folder = (Files.isDirectory(own) ? own : root).resolve("faults-" + ProcessHandle.current().pid() + "-"
            + System.nanoTime());
        try {
            return new ControlGroup(Files.createDirectory(folder));
        } catch (IOException e) {
            return Assumptions.abort("no control group can be made here: " + e);
        }
    }

    private static String path(String kind) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/cgroup"))) {
            return lines.filter(l -> l.contains(kind)).map(l -> l.substring(l.indexOf(":/") + 2)).findFirst()
                .orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    private void limit(String first, String second, long value) throws IOException {
        var file = Stream.of(first, second).map(folder::resolve).filter(Files::exists).findFirst();
        if (file.isEmpty()) close();
        Assumptions.assumeTrue(file.isPresent(), "control groups have no limit " + second + " here");
        Files.writeString(file.get(), String.valueOf(value));
    }

    /// The line of a shell that puts it into the group, and so all that it starts.
    String enter() {
        return "echo $$ > '" + folder.resolve("cgroup.procs") + "'";
    }

    /// How often the limit was in the way of a new thread.
    int refusals() throws IOException {
        return Integer.parseInt(Files.readString(folder.resolve("pids.events")).strip().split(" ")[1]);
    }

    /// A group cannot be removed before its last process has ended.
    @Override
    public void close() throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (var group : all.filter(Files::isDirectory).sorted(Comparator.reverseOrder()).toList())
                    Files.delete(group);
            } catch (IOException e) {
                if (System.nanoTime() > end) throw e;
                LockSupport.parkNanos(20_000_000);
            }
        }
    }
}

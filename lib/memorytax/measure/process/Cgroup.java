package memorytax.measure.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A control group of a child's own, to which the kernel charges what it holds for that child: the stacks of threads,
/// page tables, and its own records. A container's limit counts these, and the resident size does not.
///
/// @see <a href="https://docs.kernel.org/admin-guide/cgroup-v2.html">what is in memory.stat</a>
public final class Cgroup implements AutoCloseable {
    /// What makes up the kernel's share where the kernel is older than 5.18, and does not add it up itself.
    private static final List<String> PARTS =
        List.of("kernel_stack", "pagetables", "sec_pagetables", "percpu", "sock", "vmalloc", "slab");
    private final Supplier<Optional<Path>> folder;
    private final boolean ours;

    private Cgroup(Supplier<Optional<Path>> folder, boolean ours) {
        this.folder = folder;
        this.ours = ours;
    }

    /// How a command has to be started so that [#of] finds a group of its own: as it is, or by systemd.
    static List<String> wrapped(List<String> command) {
        return CgroupPlace.FOLDER.isPresent() || !CgroupPlace.SYSTEMD ? command
            : Stream.concat(CgroupPlace.SCOPE.stream(), command.stream()).toList();
    }

    /// The group of a process that has just been started, and of nothing else. Empty where there can be none.
    static Optional<Cgroup> of(long pid) {
        if (CgroupPlace.FOLDER.isEmpty()) return !CgroupPlace.SYSTEMD ? Optional.empty()
            : Optional.of(new Cgroup(() -> CgroupPlace.scope(pid), false)); // it gets there on the way
        var own = CgroupPlace.fresh();
        var group = new Cgroup(() -> Optional.of(own), true);
        try {
            Files.createDirectory(own);
            Files.writeString(own.resolve("cgroup.procs"), String.valueOf(pid));
            return Optional.of(group);
        } catch (IOException e) {
            group.close();
            return Optional.empty();
        }
    }

    /// Whether the kernel counts here what it holds for a process.
    public static boolean can() {
        return CgroupPlace.FOLDER.isPresent() || CgroupPlace.SYSTEMD;
    }

    /// Bytes that the kernel holds for it, on top of the pages that are its own.
    public OptionalLong kernel() {
        var first = number(text("memory.kmem.usage_in_bytes").orElse(""));
        return first.isPresent() ? first : text("memory.stat").map(Cgroup::kernel).orElse(OptionalLong.empty());
    }

    /// From the lines of memory.stat.
    public static OptionalLong kernel(String stat) {
        long parts = 0;
        for (var line : stat.lines().toList()) {
            var words = line.split(" ");
            if (words[0].equals("kernel")) return number(words[1]);
            if (PARTS.contains(words[0])) parts += number(words[1]).orElse(0);
        }
        return parts > 0 ? OptionalLong.of(parts) : OptionalLong.empty();
    }

    /// How many processes are in it; 0 where nobody can tell.
    long processes() {
        return text("cgroup.procs").map(text -> text.lines().count()).orElse(0L);
    }

    /// All that is charged to it, with the pages of files that it was the first to read.
    public OptionalLong charged() {
        return Stream.of("memory.current", "memory.usage_in_bytes").flatMap(f -> text(f).stream())
            .map(Cgroup::number).findFirst().orElse(OptionalLong.empty());
    }

    private Optional<String> text(String file) {
        return folder.get().flatMap(f -> Linux.text(f.resolve(file)));
    }

    /// Once its process has ended. A group that still has one stays, and is removed the next time.
    @Override
    public void close() {
        try {
            if (ours) Files.deleteIfExists(folder.get().orElseThrow());
        } catch (IOException e) {
            // somebody is still in it
        }
    }

    static OptionalLong number(String text) {
        return text.strip().matches("\\d+") ? OptionalLong.of(Long.parseLong(text.strip())) : OptionalLong.empty();
    }
}

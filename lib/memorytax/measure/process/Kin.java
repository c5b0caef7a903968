package memorytax.measure.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// A process and all that descend from it, also those whose parents have ended, and that nobody knows any more: each
/// has inherited a word in its environment. Where there is no `/proc`, nobody is found.
///
/// @param word that no other process has
record Kin(String word) {
    /// The variable that holds the word.
    static final String VARIABLE = "MEMORY_TAX_KIN";
    private static final Path PROCESSES = Path.of("/proc");
    /// A process that waits for a disk ends when it has been heard.
    private static final int TIMES = 100;
    private static final long BETWEEN = 10_000_000;

    /// Of a process that is to be started.
    static Kin fresh() {
        return new Kin(String.format("%016x", ThreadLocalRandom.current().nextLong()));
    }

    /// Those that are there.
    List<ProcessHandle> alive() {
        try (Stream<Path> processes = Files.list(PROCESSES)) {
            return processes.filter(process -> process.getFileName().toString().matches("\\d+")).filter(this::has)
                .flatMap(process -> ProcessHandle.of(Long.parseLong(process.getFileName().toString())).stream())
                .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /// Ends them all, also one that another was just starting. Where there are none, it looks once, and does not wait.
    void end() {
        var those = alive();
        for (int times = 0; times < TIMES && !those.isEmpty(); times++) {
            those.forEach(ProcessHandle::destroyForcibly);
            LockSupport.parkNanos(BETWEEN);
            those = alive();
        }
    }

    private boolean has(Path process) {
        try {
            return new String(Files.readAllBytes(process.resolve("environ")), StandardCharsets.ISO_8859_1)
                .contains(VARIABLE + "=" + word);
        } catch (IOException e) {
            return false; // it has ended, or is somebody else's
        }
    }
}

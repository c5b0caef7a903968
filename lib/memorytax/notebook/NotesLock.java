package memorytax.notebook;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/// One at a time, among the threads of this process and among all processes of this machine.
final class NotesLock {
    private static final ReentrantLock HERE = new ReentrantLock();
    /// Whoever holds it writes a few lines; longer than this, and it is stopped or hangs.
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final long PAUSE = 5_000_000;

    private NotesLock() {
    }

    /// What is done to the file.
    interface Work {
        void run() throws IOException;
    }

    /// Does the work while nobody else does theirs in this folder.
    ///
    /// @throws IOException of the work, or because somebody else does not come to an end
    static void during(Path folder, Work work) throws IOException {
        HERE.lock();
        // a file of its own, which stays: the one with the notes is replaced, and a lock on it with it
        try (var channel = FileChannel.open(folder.resolve(".notes.lock"), StandardOpenOption.CREATE,
            StandardOpenOption.WRITE); var _ = lock(channel)) {
            work.run();
        } finally {
            HERE.unlock();
        }
    }

    /// Null where the file system knows no locks: then it must do without.
    private static FileLock lock(FileChannel channel) throws IOException {
        for (long end = System.nanoTime() + LONGEST.toNanos(); System.nanoTime() < end; LockSupport.parkNanos(PAUSE)) {
            try {
                var lock = channel.tryLock();
                if (lock != null) return lock;
            } catch (IOException e) {
                return null;
            }
        }
        throw new IOException("another process has locked it");
    }
}

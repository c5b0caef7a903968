package memorytax.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/// Writes files that are there whole, or as they were before: whoever interrupts a run loses none.
public final class AtomicFile {
    private static final FileAttribute<?> OWNER_ALONE =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private AtomicFile() {
    }

    /// Replaces what the file holds. Its folder is there.
    ///
    /// @throws FileSystemException that names the file, whatever was in the way
    public static void write(Path file, CharSequence text) throws FileSystemException {
        write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// The same with bytes.
    public static void write(Path file, byte[] bytes) throws FileSystemException {
        write(file, bytes, false);
    }

    /// The same with a text that only the owner of the file can read, from its first moment on, where the system can do
    /// that.
    public static void writeSecret(Path file, CharSequence text) throws FileSystemException {
        write(file, text.toString().getBytes(StandardCharsets.UTF_8), true);
    }

    private static void write(Path file, byte[] bytes, boolean secret) throws FileSystemException {
        try {
            replace(file, bytes, secret);
        } catch (FileSystemException e) {
            throw named(file, e.getReason());
        } catch (IOException e) {
            throw named(file, e.getMessage()); // a full disk is told without a name
        }
    }

    private static FileSystemException named(Path file, String why) {
        return new FileSystemException(file.toString(), null, why);
    }

    private static void replace(Path file, byte[] bytes, boolean secret) throws IOException {
        if (Files.isDirectory(file)) throw named(file, "it is a folder");
        var fresh = file.resolveSibling("." + file.getFileName() + "." + ProcessHandle.current().pid());
        try {
            if (secret && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.deleteIfExists(fresh);
                Files.createFile(fresh, OWNER_ALONE);
            }
            Files.write(fresh, bytes);
            if (!secret) keepMode(file, fresh);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /// A script that could be started can be started still.
    private static void keepMode(Path file, Path fresh) throws IOException {
        var before = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (before != null && Files.exists(file))
            Files.setPosixFilePermissions(fresh, before.readAttributes().permissions());
    }
}

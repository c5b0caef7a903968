package memorytax.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Optional;

/// Standard output of this process, which remembers what went wrong with it: `System.out` itself passes over a full
/// disk, and a report that was to be kept would be lost with all being well.
public final class StandardOutput extends OutputStream {
    /// What a shell says of a process that has ended because nobody reads what it prints.
    private static final int NOBODY_READS = 141;
    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    private volatile String trouble = "";

    private StandardOutput() {
    }

    /// Takes the place of `System.out`. To be called before anything is printed.
    public static StandardOutput watched() {
        var watched = new StandardOutput();
        System.setOut(new PrintStream(watched, true, System.out.charset()));
        return watched;
    }

    /// Why not all that was printed has arrived; empty when it has.
    public Optional<String> trouble() {
        System.out.flush();
        return Optional.of(trouble).filter(why -> !why.isEmpty());
    }

    @Override
    public void write(int letter) throws IOException {
        write(new byte[]{(byte) letter}, 0, 1);
    }

    @Override
    public void write(byte[] letters, int from, int length) throws IOException {
        try {
            out.write(letters, from, length);
        } catch (IOException e) {
            // another thread: who prints may hold what the end of this process waits for
            if (trouble.isEmpty() && String.valueOf(e.getMessage()).contains("Broken pipe"))
                Thread.ofPlatform().daemon().start(() -> System.exit(NOBODY_READS));
            trouble = String.valueOf(e.getMessage());
            throw e;
        }
    }
}

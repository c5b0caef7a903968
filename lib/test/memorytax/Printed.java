package memorytax;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.IntSupplier;

/// What a command prints that runs in this JVM, while other tests may print, too: only its own thread's words are
/// taken down.
public final class Printed {
    private static final Tap OUT = new Tap(System.out), ERR = new Tap(System.err);

    static {
        System.setOut(new PrintStream(OUT, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(ERR, true, StandardCharsets.UTF_8));
    }

    private Printed() {
    }

    /// Runs it, and takes what it returns for the exit code.
    public static Said by(IntSupplier command) {
        OUT.open();
        ERR.open();
        try {
            int exit = command.getAsInt();
            return new Said(exit, OUT.text(), ERR.text());
        } finally {
            OUT.shut();
            ERR.shut();
        }
    }

    private static final class Tap extends OutputStream {
        private final OutputStream other;
        private final ThreadLocal<ByteArrayOutputStream> taken = new ThreadLocal<>();

        Tap(OutputStream other) {
            this.other = other;
        }

        void open() {
            taken.set(new ByteArrayOutputStream());
        }

        String text() {
            return taken.get().toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
        }

        void shut() {
            taken.remove();
        }

        @Override
        public void write(int letter) {
            write(new byte[]{(byte) letter}, 0, 1);
        }

        @Override
        public void write(byte[] letters, int from, int length) {
            try {
                Optional.<OutputStream>ofNullable(taken.get()).orElse(other).write(letters, from, length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

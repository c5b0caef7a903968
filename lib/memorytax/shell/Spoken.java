package memorytax.shell;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// What is printed in this JVM from [#begin] to [#close]: the code that is typed prints as any other code does, on
/// threads of its own as well. There is nothing to be read meanwhile: the terminal belongs to somebody else.
final class Spoken extends OutputStream {
    /// In bytes. An endless loop may print.
    static final int LONGEST = 20_000;
    private final PrintStream out = System.out, err = System.err;
    private final InputStream in = System.in;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long left;

    private Spoken() {
    }

    static Spoken begin() {
        var spoken = new Spoken();
        var stream = new PrintStream(spoken, true, StandardCharsets.UTF_8);
        System.setOut(stream);
        System.setErr(stream);
        System.setIn(InputStream.nullInputStream());
        return spoken;
    }

    @Override
    public void write(int letter) {
        write(new byte[]{(byte) letter}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] letters, int from, int length) {
        int room = Math.min(length, LONGEST - kept.size());
        kept.write(letters, from, room);
        left += length - room;
    }

    /// What has come since the last time.
    synchronized String text() {
        var text = kept.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
        if (left > 0) text += "\nand %,d bytes more".formatted(left);
        kept.reset();
        left = 0;
        return text;
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
        System.setIn(in);
    }
}

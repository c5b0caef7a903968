package memorytax.room;

import memorytax.House;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Who serves a room, by the launcher, and looks at its terminal.
public final class Leader implements AutoCloseable {
    /// Starts any command of the workbook.
    static final String JBANG = House.root().resolve("jbang").toString();
    private final Process process;
    private final BufferedReader says;
    /// As a seat types it.
    public final String address;

    private Leader(Process process) throws IOException {
        this.process = process;
        says = process.inputReader(StandardCharsets.UTF_8);
        address = line("A seat types:").replaceFirst(".*workbook --send ", "");
    }

    /// Serves the room of `out` in this folder.
    public static Leader serve(Path folder, String... more) throws IOException {
        var command = new ArrayList<>(List.of(JBANG, "board", "--serve", "--out", folder.resolve("out").toString()));
        command.addAll(List.of(more));
        // where the tests run in the background of a shell, they do not hear Ctrl-C, nor would it
        if (!System.getProperty("os.name").contains("Mac"))
            command.addAll(0, List.of("env", "--default-signal=INT,HUP"));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        var process = builder.start();
        process.getOutputStream().close();
        return new Leader(process);
    }

    static String freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return "" + socket.getLocalPort();
        }
    }

    /// The next line that has this in it.
    String line(String text) throws IOException {
        var before = new StringBuilder();
        for (var line = says.readLine(); line != null; line = says.readLine()) {
            if (line.contains(text)) return line;
            before.append(line).append('\n');
        }
        throw new AssertionError("nothing has \"" + text + "\" in it: " + before);
    }

    /// Sends Ctrl-C, and waits for the end. What was said until then.
    public String interrupted() throws IOException, InterruptedException {
        assertEquals(0, new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor());
        var rest = String.join("\n", says.lines().toList());
        assertEquals(130, process.waitFor(), rest);
        return rest;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}

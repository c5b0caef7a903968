package memorytax;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// What a process printed, and how it ended.
public record Said(int exit, String out, String err) {
    /// Runs a command to its end, with nothing on its standard input.
    ///
    /// @param folder to work in; what it prints is kept there
    /// @throws IOException also when it does not end within ten minutes; it is killed then
    public static Said by(List<String> command, Path folder) throws IOException, InterruptedException {
        return by(command, folder, Map.of());
    }

    /// The same with these variables on top of our own.
    public static Said by(List<String> command, Path folder, Map<String, String> environment)
        throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt"), err = Files.createTempFile(folder, "err", ".txt");
        var builder = new ProcessBuilder(command).directory(folder.toFile())
            .redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("does not end: " + String.join(" ", command));
        }
        return new Said(process.exitValue(), text(out), text(err));
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}

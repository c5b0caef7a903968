package memorytax.peers;

import memorytax.child.Message;
import memorytax.measure.process.Launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/// What a program says for itself when it is started and not told what for.
///
/// @param ready it speaks the protocol, and is ready to be loaded
/// @param loads those that it would rather be asked for by name
/// @param said  its lines until then, or all of them
/// @param why   neither of the two, in a reader's words
record ProgramIntroduction(boolean ready, List<String> loads, List<String> said, String why) {
    private static final int SECONDS = 30, ENOUGH = 1_000;
    /// As scale.go and scale.py answer a name that they do not know.
    private static final Pattern KNOWN = Pattern.compile(".* here, only (\".*\")");
    private static final Pattern NAME = Pattern.compile("\"((?:\\\\.|[^\"\\\\])*)\"");

    static ProgramIntroduction of(Launch launch) throws InterruptedException {
        Process process;
        try {
            var builder = new ProcessBuilder(launch.command()).redirectErrorStream(true);
            builder.environment().putAll(launch.environment());
            process = builder.start();
        } catch (IOException e) {
            return silent(List.of(), "it cannot be started: " + e.getMessage());
        }
        var heard = CompletableFuture.supplyAsync(() -> listen(process), task -> Thread.ofVirtual().start(task));
        try {
            return heard.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return silent(List.of(), "it did not print READY within " + SECONDS + " s");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /// Up to the first word of the protocol.
    private static ProgramIntroduction listen(Process process) {
        var said = new ArrayList<String>();
        try {
            var in = process.inputReader(StandardCharsets.UTF_8);
            for (String line; (line = in.readLine()) != null && said.size() < ENOUGH; ) {
                if (!line.isBlank()) said.add(line.strip());
                var words = Message.parse(line);
                if (words.isEmpty()) continue;
                var known = KNOWN.matcher(words.get().text("reason"));
                if (known.matches()) return new ProgramIntroduction(false, names(known.group(1)), said, "");
                if (words.get().verb().equals("READY")) return new ProgramIntroduction(true, List.of(), said, "");
                if (words.get().verb().equals("FAILED"))
                    return silent(said, "it reported: " + words.get().text("reason"));
            }
        } catch (IOException e) {
            // as good as its end
        }
        return silent(said, said.isEmpty() ? "it ended and printed nothing"
            : "it did not print READY, but \"" + said.getLast() + '"');
    }

    private static ProgramIntroduction silent(List<String> said, String why) {
        return new ProgramIntroduction(false, List.of(), said, why);
    }

    private static List<String> names(String quoted) {
        return NAME.matcher(quoted).results().map(m -> m.group(1).replaceAll("\\\\(.)", "$1")).toList();
    }
}

package memorytax.measure.process;

import memorytax.child.Message;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Listens to both streams of a child, so that neither ever fills up: keeps its words of the protocol, and of all the
/// rest the last few lines. No word is lost: a child that says more of them than we can keep has failed.
final class ChildOutput {
    private static final int LINE = 4_000, KEPT = 3, WAITING = 200_000;
    /// Go says first what is wrong, and then where everybody stood: pages of it.
    private static final String REASON = "fatal error: ";
    /// What a JVM adds when it has said which flag it does not like.
    private static final Set<String> SAY_NOTHING = Set.of("Error: Could not create the Java Virtual Machine.",
        "Error: A fatal exception has occurred. Program will exit.");
    private final BlockingQueue<Message> heard = new LinkedBlockingQueue<>(WAITING);
    private final ArrayDeque<String> last = new ArrayDeque<>();
    /// What it died of, by its own word or because it said too much; empty as long as all is well.
    private volatile String complaint = "";
    private final Thread out;
    private final Thread err;

    ChildOutput(Process process) {
        out = listen(process.getInputStream(), this::hear);
        err = listen(process.getErrorStream(), this::keep);
    }

    /// The next word, if one comes within `nanos`.
    Optional<Message> next(long nanos) {
        try {
            return Optional.ofNullable(heard.poll(nanos, TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// Whether nothing more can come: its stdout is closed and all that it said was taken.
    boolean deaf() {
        return !out.isAlive() && heard.isEmpty(); // in this order: its last word may just be on the way
    }

    /// Waits until its stdout is closed, but no longer than that.
    void untilDeaf(Duration most) throws InterruptedException {
        out.join(most);
    }

    /// The reason of its `FAILED`, whether or not what it said before that has been taken; or that it said too much.
    Optional<String> complaint() {
        return Optional.of(complaint).filter(c -> !c.isEmpty());
    }

    /// `; its last lines: …`, or nothing.
    String lastWords() {
        try {
            err.join(200); // its complaint may still be on the way
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (last) {
            return last.isEmpty() ? "" : "; its last lines: " + String.join(" / ", last);
        }
    }

    private Thread listen(InputStream in, Consumer<String> ear) {
        return Thread.ofPlatform().daemon().name("ears").start(() -> {
            try (var text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                var line = new StringBuilder();
                for (int c; (c = text.read()) >= 0; ) {
                    if (c != '\n' && line.length() < LINE) line.append((char) c);
                    if (c == '\n') end(line, ear);
                }
                end(line, ear);
            } catch (IOException e) {
                // the process is gone, and with it the pipe
            }
        });
    }

    private static void end(StringBuilder line, Consumer<String> ear) {
        ear.accept(line.toString().strip());
        line.setLength(0);
    }

    private void hear(String line) {
        Message.parse(line).ifPresentOrElse(this::hear, () -> keep(line));
    }

    private void hear(Message words) {
        if (words.verb().equals("FAILED")) complaint = reason(words);
        if (!heard.offer(words) && complaint.isEmpty())
            complaint = String.format(Locale.ROOT, "the process sent more than %,d messages that nobody had asked for",
                WAITING);
    }

    static String reason(Message failed) {
        return failed.text("reason").isBlank() ? "the process failed and gave no reason" : failed.text("reason");
    }

    private void keep(String line) {
        if (line.isEmpty() || SAY_NOTHING.contains(line)) return;
        synchronized (last) {
            if (!last.isEmpty() && last.getLast().startsWith(REASON)) return;
            last.add(line.length() > 160 ? line.substring(0, 160) + "…" : line);
            if (last.size() > KEPT) last.removeFirst();
        }
    }
}

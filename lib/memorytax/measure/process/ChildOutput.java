package memorytax.measure.process;

import memorytax.child.Message;
import memorytax.child.Trick;

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
import java.util.regex.Pattern;

/// Listens to both streams of a child, so that neither ever fills up: keeps its words of the protocol, and of all the
/// rest the last few lines. No word is lost: a child that says more of them than we can keep has failed.
final class ChildOutput {
    private static final int LINE = 4_000, KEPT = 3, WAITING = 200_000;
    /// Go says first what is wrong, and then where everybody stood: pages of it.
    private static final String REASON = "fatal error: ";
    /// What a JVM adds when it has said which flag it does not like, or that there is no memory left.
    private static final Set<String> SAY_NOTHING = Set.of("Error: Could not create the Java Virtual Machine.",
        "Error: A fatal exception has occurred. Program will exit.", "#",
        "# There is insufficient memory for the Java Runtime Environment to continue.",
        "# An error report file with more information is saved as:", "# /dev/null", "# NUL");
    private final BlockingQueue<Message> heard = new LinkedBlockingQueue<>(WAITING);
    private final ArrayDeque<String> last = new ArrayDeque<>();
    /// Of a line that looks like one of the scale's, where every line of the scale's begins with a token.
    private static final Pattern FORGED = Pattern.compile("UNLOADED|PARTS|FAILED reason=.*"
        + "|(READY|LOADED|LIVE|PARTS|UNLOADED|MARK|FAILED)( +[\\w.]+=\\S*)+");
    /// What only a JVM says, when it could not start or cannot go on.
    private static final Pattern JVM = Pattern.compile("(Error: |Error occurred during |# |Terminating due to ).*");
    /// What a JVM says beside its reason: a frame of a stack, or a warning.
    private static final Pattern ASIDE =
        Pattern.compile("at [\\w.$/@]+\\(.*\\)|\\[\\d+[.,]\\d+s\\]\\[warning\\]\\[os,thread *\\].*");
    /// What it died of, by its own word or because it said too much; null as long as all is well.
    private volatile Died complaint;
    private volatile boolean jvmTrouble;
    private final String token, yours;
    private final Thread out;
    private final Thread err;

    /// @param token that each word of the protocol begins with; empty where there is none
    /// @param yours  what of the reader's runs in it: `method`
    ChildOutput(Process process, String token, String yours) {
        this.yours = yours;
        this.token = token.isEmpty() ? "" : token + " ";
        out = listen(process.getInputStream(), this::hear);
        err = listen(process.getErrorStream(), token.isEmpty() ? this::keep : this::unsigned);
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

    /// Waits until both its streams are closed, but no longer than that.
    void untilDeaf(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        out.join(most);
        err.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
    }

    /// The reason of its `FAILED`, whether or not what it said before that has been taken; or that it said too much.
    Optional<Died> complaint() {
        return Optional.ofNullable(complaint);
    }

    /// Whether a JVM has said that it could not start or go on.
    boolean isJvmTrouble() {
        return jvmTrouble;
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
        if (line.startsWith(token)) Message.parse(line.substring(token.length())).ifPresentOrElse(this::hear,
            () -> keep(line));
        else unsigned(line);
    }

    /// A line without the token that the scale's have. What a method prints is its own affair, unless it looks like one
    /// of those.
    private void unsigned(String line) {
        if (FORGED.matcher(line).matches() && complaint == null) complaint = new Died("a line that looks like the "
            + "scale's own was printed by your " + yours + ": " + cut(line), Optional.of(Trick.FORGED));
        keep(line);
    }

    private void hear(Message words) {
        if (words.verb().equals("FAILED")) complaint = died(words);
        if (!heard.offer(words) && complaint == null) complaint = new Died(String.format(Locale.ROOT,
            "the process sent more than %,d messages that nobody had asked for", WAITING));
    }

    static Died died(Message failed) {
        var reason = failed.text("reason");
        return new Died(reason.isBlank() ? "the process failed and gave no reason" : reason,
            Trick.named(failed.text("trick")));
    }

    private void keep(String line) {
        jvmTrouble |= JVM.matcher(line).matches();
        if (line.isEmpty() || SAY_NOTHING.contains(line) || ASIDE.matcher(line).matches()) return;
        synchronized (last) {
            if (!last.isEmpty() && last.getLast().startsWith(REASON)) return;
            last.add(cut(line));
            if (last.size() > KEPT) last.removeFirst();
        }
    }

    private static String cut(String line) {
        return line.length() > 160 ? line.substring(0, 160) + "…" : line;
    }
}

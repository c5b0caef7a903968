package memorytax.session;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A live chapter in a process of its own, as the list of chapters has started it. It tells its address in its first
/// line.
final class LiveChapter {
    private static final Pattern LIVE = Pattern.compile("is live at (http://127\\.0\\.0\\.1:\\d+/#[0-9a-f]{32})");
    /// So long a process may take to end by itself, in milliseconds.
    private static final int GRACE = 1_000;
    private final String title;
    private final Process process;
    private String address = "", last = "it said nothing";
    private boolean ended;

    /// @param title   `Chapter 2`
    /// @param changed called when it stands otherwise than before
    LiveChapter(String title, Process process, Runnable changed) {
        this.title = title;
        this.process = process;
        Thread.startVirtualThread(() -> {
            try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(),
                StandardCharsets.UTF_8))) {
                lines.lines().forEach(line -> said(line, changed));
            } catch (IOException | UncheckedIOException e) {
                // it has ended
            }
            end();
            changed.run();
        });
    }

    private void said(String line, Runnable changed) {
        var found = LIVE.matcher(line);
        boolean opens;
        synchronized (this) {
            opens = address.isEmpty() && found.find();
            if (opens) address = found.group(1);
            else if (!line.isBlank()) last = line.strip();
        }
        if (opens) changed.run();
    }

    private synchronized void end() {
        ended = true;
    }

    /// Whether it is there, or on its way.
    synchronized boolean runs() {
        return !ended;
    }

    /// As the page gets it: a word, a sentence, and where it is.
    synchronized Map<String, String> stands() {
        boolean open = !address.isEmpty();
        var state = ended ? open ? "ended" : "failed" : open ? "open" : "starting";
        var says = switch (state) {
            case "ended" -> title + " has ended.";
            case "failed" -> title + " could not be started: " + last;
            case "open" -> title + " is open.";
            default -> "Starting " + title.toLowerCase(Locale.ROOT) + " …";
        };
        return Map.of("state", state, "says", says, "address", ended ? "" : address);
    }

    /// Ends them all, and what runs for them, however deep. What a chapter weighs it ends by itself; what is still
    /// there a second later does not survive.
    static void end(Collection<LiveChapter> chapters) {
        var all = chapters.stream().map(chapter -> chapter.process.toHandle())
            .flatMap(process -> Stream.concat(process.descendants(), Stream.of(process))).toList();
        chapters.forEach(chapter -> chapter.process.destroy());
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE);
        for (var process : all) process.onExit().completeOnTimeout(process, Math.max(0, until - System.nanoTime()),
            TimeUnit.NANOSECONDS).join();
        all.forEach(ProcessHandle::destroyForcibly);
    }
}

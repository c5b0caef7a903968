package memorytax.terminal;

import memorytax.terminal.text.TerminalLines;

import org.jline.terminal.Size;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ProgressBarTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void leavesNoTrace() throws IOException {
        try (var terminal = TerminalInkTest.terminal("xterm", InputStream.nullInputStream(), out, 70,
            10); var screen = TerminalScreen.on(terminal)) {
            screen.print(TerminalLines.plain("before"));
            var bar = new ProgressBar(screen, nanos::get);
            bar.point("goroutines × 100,000, fork 4", 52, 75, Optional.of(Duration.ofSeconds(18)));
            for (long bytes = 20 << 20; bytes < 220 << 20; bytes += 20 << 20) {
                nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(100));
                bar.resident(bytes);
            }
            String during = shown();
            assertTrue(during.contains("52/75  goroutines × 100,000, fork 4"), during);
            assertTrue(during.contains("200 MB") && during.contains("18 s left") && during.contains("█"), during);
            assertEquals(1, during.lines().filter(l -> l.contains("52/75")).count(), during);
            bar.end();
            assertEquals("before", shown().strip());
        }
    }

    /// A step may build programs before anything can be counted.
    @Test
    void saysWhatIsDoneFromTheFirstMoment() throws IOException {
        try (var terminal = TerminalInkTest.terminal("xterm", InputStream.nullInputStream(), out, 80,
            10); var screen = TerminalScreen.on(terminal)) {
            var bar = new ProgressBar(screen, nanos::get);
            bar.doing("building chapter1.go");
            assertTrue(shown().contains("─  building chapter1.go") && !shown().contains("/"), shown());
            bar.point("goroutines × 1,000, fork 1", 0, 75, Optional.empty());
            bar.doing("starting a Go program");
            assertTrue(shown().contains("0/75  goroutines × 1,000, fork 1"), shown());
            assertTrue(shown().contains("\n starting a Go program"), shown());
            bar.resident(3 << 20);
            bar.doing("starting 1,000 tasks");
            assertTrue(shown().contains("\n starting 1,000 tasks") && shown().contains(" 3.0 MB"), shown());
            bar.end();
            assertEquals("", shown().strip());
        }
    }

    @Test
    void aLogIsNotToldOfEachStage() {
        var bar = new ProgressBar(TerminalScreen.plain(new PrintStream(out, true, StandardCharsets.UTF_8)), nanos::get);
        bar.doing("building chapter1.go");
        bar.end();
        assertEquals("", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void drawsAtMostTwelveTimesASecondAndFitsANarrowWindow() throws IOException {
        try (var terminal = TerminalInkTest.terminal("xterm", InputStream.nullInputStream(), out, 80,
            10); var screen = TerminalScreen.on(terminal)) {
            var bar = new ProgressBar(screen, nanos::get);
            bar.point("goroutines × 100,000, fork 4", 1, 75, Optional.empty());
            for (int i = 0; i < 1000; i++) {
                nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
                bar.resident(1000);
            }
            int times = out.toString(StandardCharsets.UTF_8).split("1/75", -1).length - 1;
            assertTrue(times > 5 && times <= 13, times + " times");
            terminal.setSize(Size.of(44, 10));
            bar.lines(screen.width() - 1).forEach(l -> assertTrue(l.columnLength() < 44, l.toString()));
        }
    }

    @Test
    void aLogGetsOneLineAMinute() {
        var bar = new ProgressBar(TerminalScreen.plain(new PrintStream(out, true, StandardCharsets.UTF_8)), nanos::get);
        for (int i = 0; i < 75; i++) {
            bar.point("goroutines", i, 75, Optional.of(Duration.ofSeconds(600)));
            bar.resident(1000);
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        }
        bar.end();
        assertEquals(" measuring 75 processes\n measured 60 of 75 processes, 10 min left\n",
            out.toString(StandardCharsets.UTF_8));
    }

    /// What stands on the screen after all that was written: knows \r, \n, and the escapes that the bar uses.
    private String shown() {
        var rows = new ArrayList<>(List.of(new StringBuilder()));
        int row = 0, column = 0;
        var parts = Pattern.compile("\033\\[(?<n>[0-9;]*)(?<what>[A-Za-z])|.", Pattern.DOTALL)
            .matcher(out.toString(StandardCharsets.UTF_8));
        while (parts.find()) {
            switch (parts.group("what") == null ? parts.group() : "escape " + parts.group("what")) {
                case "escape m" -> {
                }
                case "escape A" -> row -= Integer.parseInt(parts.group("n"));
                case "escape J" -> {
                    rows.get(row).setLength(column);
                    rows.subList(row + 1, rows.size()).clear();
                }
                case "\r" -> column = 0;
                case "\n" -> {
                    column = 0;
                    if (++row == rows.size()) rows.add(new StringBuilder());
                }
                default -> {
                    rows.get(row).replace(column, Math.min(column + 1, rows.get(row).length()), parts.group());
                    column++;
                }
            }
        }
        return String.join("\n", rows);
    }
}

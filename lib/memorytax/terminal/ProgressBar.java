package memorytax.terminal;

import memorytax.measure.plan.Progress;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Counted;
import memorytax.terminal.text.TerminalLines;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

import static memorytax.terminal.text.TerminalLines.BOLD;
import static memorytax.terminal.text.TerminalLines.DIM;

/// Shows the scale at work: on a terminal a blank line and two more that are drawn over and over, and taken away at
/// the end; in a log
/// one line at the beginning and one a minute, so that nobody thinks it hangs.
public final class ProgressBar implements Progress {
    private static final long REDRAW = 80_000_000, REPORT = 60_000_000_000L;
    private static final String LEVELS = "▁▂▃▄▅▆▇█";
    private static final int LONGEST = 24;

    private final TerminalScreen screen;
    private final LongSupplier nanos;
    private final List<Long> readings = new ArrayList<>();
    private List<AttributedString> drawn = List.of();
    private String what = "", doing = "";
    private int done, all;
    private Optional<Duration> left = Optional.empty();
    private boolean begun;
    private long last;

    /// A bar on this screen.
    public ProgressBar(TerminalScreen screen) {
        this(screen, System::nanoTime);
    }

    ProgressBar(TerminalScreen screen, LongSupplier nanos) {
        this.screen = screen;
        this.nanos = nanos;
    }

    @Override
    public void point(String what, int done, int all, Optional<Duration> left) {
        this.what = what;
        this.done = done;
        this.all = all;
        this.left = left;
        doing = "";
        readings.clear();
        if (screen.redraws()) draw();
        else report();
    }

    /// It is there from then on, though nothing may have been counted yet.
    @Override
    public void doing(String what) {
        doing = what;
        if (screen.redraws()) draw();
    }

    @Override
    public void resident(long bytes) {
        readings.add(bytes);
        if (screen.redraws() && nanos.getAsLong() - last >= REDRAW) draw();
    }

    @Override
    public void end() {
        if (!drawn.isEmpty()) screen.write(back());
        drawn = List.of();
        readings.clear();
        what = doing = "";
        done = all = 0;
        left = Optional.empty();
        begun = false;
    }

    private void report() {
        if (begun && nanos.getAsLong() - last < REPORT) return;
        screen.print(TerminalLines.plain(begun
            ? " measured %d of %s%s".formatted(done, Counted.of(all, "process", "processes"),
                left.map(l -> ", " + time(l)).orElse(""))
            : " measuring " + Counted.of(all, "process", "processes")));
        begun = true;
        last = nanos.getAsLong();
    }

    private void draw() {
        last = nanos.getAsLong();
        var before = back();
        drawn = lines(screen.width() - 1);
        var text = new StringBuilder(before);
        for (var line : drawn) text.append(screen.written(line)).append(line == drawn.getLast() ? "" : "\n");
        screen.write(text.toString());
    }

    /// From the end of the last line to the beginning of the first, and everything from there erased. A window that
    /// became narrower has broken the lines: they are counted as they stand now.
    private String back() {
        if (drawn.isEmpty()) return "";
        int width = screen.width();
        int rows = drawn.stream().mapToInt(l -> Math.max(1, Math.ceilDiv(l.columnLength(), width))).sum();
        return "\r\033[" + (rows - 1) + "A\033[J";
    }

    /// What is shown, in lines that are exactly one row high.
    List<AttributedString> lines(int width) {
        int length = Math.clamp(width / 2 - 3, 10, 38), full = all == 0 ? 0 : Math.min(length, length * done / all);
        var bar = new AttributedStringBuilder().append(" ").append("━".repeat(full), BOLD)
            .append("─".repeat(length - full), DIM);
        bar.append("  ").append(all == 0 ? "" : "%d/%d  ".formatted(done, all))
            .append(all == 0 ? doing : what, BOLD);
        String size = readings.isEmpty() ? "" : Bytes.of(readings.getLast());
        var stage = TerminalLines.dim(all == 0 ? "" : doing);
        var below = TerminalLines.join(" ", TerminalLines.left(TerminalLines.cut(stage, length), length), "  ",
            sparkline(Math.min(LONGEST, width - length - 32)), " ", size);
        var time = TerminalLines.dim(left.map(ProgressBar::time).orElse(""));
        return List.of(AttributedString.EMPTY, TerminalLines.cut(bar.toAttributedString(), width),
            TerminalLines.apart(below, time, Math.min(width, TerminalLines.MEASURE)));
    }

    /// The readings of this point, the highest of each stretch.
    private String sparkline(int columns) {
        if (readings.isEmpty() || columns < 1) return "";
        long most = readings.stream().mapToLong(r -> r).max().orElse(1);
        int shown = Math.min(columns, readings.size());
        var out = new StringBuilder();
        for (int i = 0; i < shown; i++) {
            var stretch = readings.subList(i * readings.size() / shown, (i + 1) * readings.size() / shown);
            long high = stretch.stream().mapToLong(r -> r).max().orElse(0);
            out.append(LEVELS.charAt(most <= 0 ? 0
                : Math.clamp(high * LEVELS.length() / most - (high == most ? 1 : 0), 0, LEVELS.length() - 1)));
        }
        return out.toString();
    }

    private static String time(Duration left) {
        long seconds = left.toSeconds();
        return seconds < 90 ? "%d s left".formatted(seconds)
            : String.format(Locale.ROOT, "%,d min left", Math.round(seconds / 60.0));
    }
}

package memorytax.chart.draw;

import memorytax.chart.model.Plot;
import memorytax.chart.model.Plot.Guide.Kind;
import memorytax.chart.model.Plot.Line;
import memorytax.chart.model.Plot.Style;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The names of lines above a plot that has no room for them at its right: each behind what its line looks like.
record PlotLegend(List<Entry> entries, int rows) {
    private static final int ROW = 20, SAMPLE = 22, MARKER = 11;
    /// A browser's letters may be wider than ours.
    private static final double BETWEEN = 14, WIDER = 1.08;

    /// @param line null for a limit
    /// @param name in lines: one, where that fits
    private record Entry(List<String> name, Line line, double x, int row) {
        void draw(Graphics2D g, double left, double y, Set<String> hollow) {
            ThemeColor color = line == null ? Tone.INK : Hue.of(line.contender());
            if (line == null || line.style() != Style.SCATTER)
                Pen.dashed(g, color.light(), 2.2, line == null || line.here() ? null : new float[]{7, 4}, left + x, y,
                    left + x + SAMPLE - 5, y);
            if (line != null && (line.style() == Style.POINTS || line.style() == Style.SCATTER))
                new HueMarker(Hue.of(line.contender()), hollow.contains(line.contender()))
                    .paint(g, left + x + (SAMPLE - 5) / 2.0, y, MARKER);
            for (int i = 0; i < name.size(); i++)
                Anchor.START.write(g, name.get(i), left + x + SAMPLE, y + ROW * i, Fonts.BOLD, color.light());
        }
    }

    /// Wraps where a picture ends that is so wide.
    static PlotLegend of(Plot plot, int width) {
        var entries = new ArrayList<Entry>();
        for (var line : plot.lines()) if (line.style() != Style.THIN) add(entries, line.said(), line, width);
        for (var guide : plot.guides())
            if (guide.kind() == Kind.LIMIT && !guide.name().isEmpty()) add(entries, guide.name(), null, width);
        return new PlotLegend(entries, after(entries));
    }

    /// The first row that is free.
    private static int after(List<Entry> entries) {
        return entries.isEmpty() ? 0 : entries.getLast().row + entries.getLast().name.size();
    }

    private static void add(List<Entry> entries, String name, Line line, int width) {
        var lines = Words.wrap(name, (width - SAMPLE) / WIDER, Fonts.BOLD);
        double x = 0;
        int row = after(entries);
        if (!entries.isEmpty() && lines.size() == 1 && entries.getLast().name.size() == 1) {
            var last = entries.getLast();
            double beside = last.x + SAMPLE + WIDER * Words.width(last.name.getFirst(), Fonts.BOLD) + BETWEEN;
            if (beside + SAMPLE + WIDER * Words.width(name, Fonts.BOLD) <= width) {
                x = beside;
                row = last.row;
            }
        }
        entries.add(new Entry(lines, line, x, row));
    }

    /// In pixels.
    int height() {
        return rows * ROW + 6;
    }

    /// With its upper left corner there.
    void draw(Graphics2D g, double left, double top, Set<String> hollow) {
        for (var entry : entries) entry.draw(g, left, top + ROW * (entry.row + 0.5), hollow);
    }
}

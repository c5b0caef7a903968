package memorytax.terminal.chart;

import memorytax.chart.draw.ChartReader;
import memorytax.chart.model.Caption.Hand;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Diagram;
import memorytax.chart.model.Grid;
import memorytax.chart.model.Plot;
import memorytax.chart.model.Rows;
import memorytax.chart.model.TwoOrders;
import memorytax.terminal.text.TerminalLines;
import org.jline.utils.AttributedString;
import org.knowm.xchart.internal.chartpart.Chart;

import java.util.ArrayList;
import java.util.List;

import static memorytax.terminal.text.TerminalLines.MARGIN;

/// A chart, drawn with characters.
public final class TerminalChart {
    /// Wider than this no picture becomes clearer.
    private static final int WIDEST = 120;

    private TerminalChart() {
    }

    /// The chart's model and below it its caption, never wider than `width`. Of a chart that has none one line says
    /// that its picture is on the page.
    public static List<AttributedString> draw(Chart<?, ?> chart, int width) {
        return draw(chart, Math.min(width, WIDEST) - MARGIN, 0);
    }

    /// The same for a room: as wide as the screen is.
    ///
    /// @param more lines than usual; less than zero where there is no room even for these
    public static List<AttributedString> large(Chart<?, ?> chart, int width, int more) {
        return draw(chart, width - MARGIN, more);
    }

    private static List<AttributedString> draw(Chart<?, ?> chart, int room, int more) {
        var model = ChartReader.model(chart);
        var lines = new ArrayList<>(model.map(m -> content(m.content(), room, more))
            .orElse(List.of(TerminalLines.dim("This chart is drawn on the page."))));
        var caption = model.map(m -> m.caption().by(Hand.CHARACTERS)).orElse("");
        int measure = Math.min(room, TerminalLines.MEASURE - MARGIN);
        if (!caption.isEmpty()) lines.addAll(TerminalLines.wrap(TerminalLines.dim(caption), measure));
        return TerminalLines.indent(" ", lines.stream().map(l -> TerminalLines.cut(l, room)).toList());
    }

    private static List<AttributedString> content(ChartModel.Content content, int width, int more) {
        return switch (content) {
            case Plot plot -> TerminalPlot.draw(plot, width, more);
            case Rows rows -> TerminalRows.draw(rows, width, more >= rows.rows().size());
            case Grid grid -> TerminalHeat.draw(grid, width);
            case Diagram diagram -> TerminalDiagram.draw(diagram, width);
            case TwoOrders orders -> TerminalOrders.draw(orders, width);
            case ChartModel.Nothing nothing -> List.of(TerminalLines.dim(nothing.sentence()));
        };
    }
}

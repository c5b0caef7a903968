package memorytax.terminal.chart;

import memorytax.chart.model.Mark.Bar;
import memorytax.chart.model.Mark.Box;
import memorytax.chart.model.Mark.Change;
import memorytax.chart.model.Mark.Dots;
import memorytax.chart.model.Mark.Spans;
import memorytax.chart.model.Mark.Stack;
import memorytax.chart.model.Rows.Row;
import memorytax.chart.model.Rows;
import memorytax.terminal.text.TerminalHue;
import memorytax.terminal.text.TerminalLines;
import org.jline.utils.AttributedString;

import java.util.ArrayList;
import java.util.List;

/// A chart in rows: names at the left, what is drawn in the middle, and a text at the end of the row, or below it where
/// that leaves too little.
///
/// @param width   columns for all of it
/// @param names   for the names
/// @param columns for the drawing
/// @param beside  whether the text stands at the end of its row
/// @param apart   whether a blank line lies between two rows
record TerminalRows(Rows chart, int width, int names, int columns, boolean beside, boolean apart) {
    /// Columns that a drawing needs beside the text.
    private static final int NARROWEST = 16;

    static List<AttributedString> draw(Rows chart, int width, boolean apart) {
        int most = TerminalNames.most(width);
        int names = Math.min(most, longest(chart.rows().stream().map(r -> TerminalNames.fit(r.name(), most)).toList()));
        int columns = width - names - longest(chart.rows().stream().map(r -> text(chart, r)).toList()) - 4;
        return (columns >= NARROWEST ? new TerminalRows(chart, width, names, columns, true, apart)
            : new TerminalRows(chart, width, names, width - names - 2, false, apart)).draw();
    }

    private static int longest(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String text(Rows chart, Row row) {
        return !row.text().isEmpty() ? row.text() : switch (row.mark()) {
            case Bar bar -> chart.axis().unit().value().apply(bar.whole().value());
            case Stack stack -> chart.axis().unit().value().apply(stack.sum());
            case Dots _, Box _, Spans _, Change _ -> "";
        };
    }

    private List<AttributedString> draw() {
        var out = new ArrayList<AttributedString>();
        if (!chart.axis().what().isBlank()) out.add(TerminalLines.dim(chart.axis().what()));
        for (var group : chart.groups()) {
            if (!group.heading().isEmpty()) out.add(TerminalLines.of(group.heading(), TerminalLines.BOLD));
            for (var row : group.rows()) {
                out.addAll(lines(row));
                if (apart) out.add(AttributedString.EMPTY);
            }
        }
        switch (chart.rows().getFirst().mark()) {
            case Dots _, Box _ -> {
                out.addAll(new TerminalAxis(chart.axis()).below(names + 2, "", columns));
                out.addAll(TerminalDots.key(chart));
            }
            case Spans _, Change _ -> out.addAll(new TerminalAxis(chart.axis()).below(names + 2, "", columns));
            case Bar _, Stack _ -> { // each has its value at its end
            }
        }
        return out;
    }

    private List<AttributedString> lines(Row row) {
        var style = TerminalHue.of(row.contender());
        var drawing = switch (row.mark()) {
            case Dots dots -> TerminalDots.draw(chart, dots, columns, style);
            case Box box -> TerminalDots.draw(chart, box, columns, style);
            case Change change -> TerminalChanges.draw(chart, change, columns, style);
            case Bar bar -> TerminalBars.draw(bar, columns / TerminalBars.longest(chart), style);
            case Stack stack -> TerminalBars.draw(stack, columns / TerminalBars.longest(chart), style);
            case Spans spans -> TerminalSpans.draw(spans, chart.axis().high(), columns, style);
        };
        var out = new ArrayList<AttributedString>();
        var name = TerminalNames.fit(row.name(), TerminalNames.most(width));
        boolean unseen = row.mark() instanceof Change change && !change.seen();
        var line = TerminalLines.join(TerminalLines.left(TerminalLines.of(name, unseen ? TerminalLines.DIM
            : style.bold()), names), "  ", drawing);
        var text = text(chart, row);
        var said = TerminalLines.of(text, unseen ? TerminalLines.DIM : TerminalLines.PLAIN);
        out.add(beside ? TerminalLines.join(line, "  ", said) : line);
        if (!beside && !text.isEmpty()) out.add(TerminalLines.join(TerminalLines.space(names + 2),
            TerminalLines.cut(said, columns)));
        if (row.mark() instanceof Stack stack) out.addAll(TerminalLines.indent(TerminalLines.space(names + 2),
            TerminalLines.wrap(TerminalBars.parts(chart, stack, style), width - names - 2)));
        return out;
    }
}

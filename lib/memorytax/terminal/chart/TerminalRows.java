package memorytax.terminal.chart;

import memorytax.chart.draw.Drawn;
import memorytax.terminal.text.TerminalLines;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

import java.awt.Color;
import java.util.HashSet;
import java.util.List;

/// Where a chart in rows has its columns: names at the left, the drawing in the middle, and a text at the end of the
/// row, or below it where that leaves too little.
///
/// @param names   columns for them
/// @param columns for the drawing
/// @param beside  whether the text stands at the end of its row
record TerminalRows(int names, int columns, boolean beside) {
    /// @param narrowest columns that the drawing needs beside the text
    static TerminalRows of(List<String> names, List<String> texts, int width, int narrowest) {
        int left = Math.min(width / 3, longest(names)), middle = width - left - longest(texts) - 4;
        return middle >= narrowest ? new TerminalRows(left, middle, true)
            : new TerminalRows(left, width - left - 2, false);
    }

    /// What a row of that name is drawn in.
    static AttributedStyle style(String name, Color colour) {
        return TerminalSign.of(name, colour, new HashSet<>()).style();
    }

    /// What stands above all rows: the axis, if it has a name.
    static List<AttributedString> above(Drawn.Drawing chart) {
        return chart.axis().isBlank() ? List.of() : List.of(TerminalLines.dim(chart.axis()));
    }

    /// One row, in a line or two.
    List<AttributedString> row(String name, AttributedStyle style, AttributedString drawing, String text) {
        var line = TerminalLines.join(TerminalLines.left(TerminalLines.of(name, style.bold()), names), "  ", drawing);
        if (beside) return List.of(TerminalLines.join(line, "  ", TerminalLines.plain(text)));
        return text.isEmpty() ? List.of(line) : List.of(line,
            TerminalLines.join(TerminalLines.space(names + 2), TerminalLines.cut(TerminalLines.plain(text), columns)));
    }

    private static int longest(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(0);
    }
}

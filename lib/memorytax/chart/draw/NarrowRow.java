package memorytax.chart.draw;

import memorytax.chart.model.Mark.Bar;
import memorytax.chart.model.Mark.Stack;
import memorytax.chart.model.Rows;

/// How a row looks that is too narrow for its name to stand before it: the name stands above what is drawn.
///
/// @param height of a row, in pixels
/// @param name   how far the name's middle is above that of what is drawn
record NarrowRow(int height, double name, Text text) {
    /// How far a line above what is drawn, or below it, is from its middle; and how far what is drawn may reach.
    static final double LINE = 18, MARK = 10;
    private static final double BETWEEN = 14, WIDER = 1.08;

    /// Where a row's text stands.
    enum Text {
        /// At the end of what is drawn.
        END,
        /// In the line of the name, at its right end.
        BESIDE_NAME,
        BELOW
    }

    /// The same for all rows of a picture.
    static NarrowRow of(Rows rows, double width) {
        int row = RowPlaces.of(rows).rows().getFirst().height();
        var mark = rows.rows().getFirst().mark();
        if (mark instanceof Stack) return new NarrowRow(row + 30, 31, Text.END);
        if (mark instanceof Bar) return new NarrowRow(row + 20, LINE, Text.END);
        // a browser's letters may be wider than ours
        boolean fits = rows.rows().stream().allMatch(r -> WIDER * (Words.width(r.name(), Fonts.BOLD)
            + Words.width(r.text(), Fonts.BOLD)) + BETWEEN <= width);
        return fits ? new NarrowRow(Math.max(46, row + 20), LINE, Text.BESIDE_NAME)
            : new NarrowRow(64, LINE, Text.BELOW);
    }
}

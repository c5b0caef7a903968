package memorytax.chart.draw;

import java.awt.Graphics2D;

/// What stands around the lines and markers that XChart draws. Positions are pixels, (0, 0) being the plot's upper left
/// corner.
interface Picture {
    /// Under them: grid, guides, bars.
    void behind(Graphics2D g);

    /// Over them: names and figures.
    void before(Graphics2D g);
}

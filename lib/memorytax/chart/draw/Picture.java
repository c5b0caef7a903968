package memorytax.chart.draw;

import java.awt.Graphics2D;

/// What stands around the lines and markers that XChart draws. Positions are pixels, (0, 0) being the plot's upper left
/// corner.
interface Picture {
    /// Asks for room anew where the whole picture is only so wide; nothing where a wide one's room will do.
    default void narrow(int width) {
    }

    /// Under them: grid, guides, bars.
    void behind(Graphics2D g);

    /// Over them: names and figures.
    void before(Graphics2D g);
}

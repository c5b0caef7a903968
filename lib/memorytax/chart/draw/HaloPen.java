package memorytax.chart.draw;

import java.awt.Color;

/// A pen that keeps text as text, and itself draws what is around the letters.
public interface HaloPen {
    /// How wide the line around the letters is, half of it outside of them.
    float WIDTH = 4;

    /// The next text stands on this colour, which covers what was drawn close to its letters.
    void halo(Color color);
}

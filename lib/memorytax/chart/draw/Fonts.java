package memorytax.chart.draw;

import java.awt.Font;

/// The fonts of all pictures.
final class Fonts {
    static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    static final Font BOLD = PLAIN.deriveFont(Font.BOLD);
    static final Font SMALL = PLAIN.deriveFont(11.5f);
    static final Font STRONG = SMALL.deriveFont(Font.BOLD);

    private Fonts() {
    }
}

package memorytax.chart.draw;

import java.awt.Color;

/// The colours that say nothing by themselves: paper, what is written on it, and the lines behind it.
public enum Tone implements ThemeColor {
    PAPER("--paper", 0xfdfcf9, 0x15171a),
    INK("--ink", 0x1d1c1a, 0xe9e6e0),
    SOFT("--soft", 0x6a665f, 0xa09c94),
    RULE("--rule", 0xe5e1d8, 0x2d3035);

    private final Faces faces;

    Tone(String variable, int light, int dark) {
        faces = new Faces(variable, new Color(light), new Color(dark));
    }

    @Override
    public Faces faces() {
        return faces;
    }
}

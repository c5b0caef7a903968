package memorytax.plot;

import java.awt.Color;

/// The colours that say nothing by themselves: paper, what is written on it, and the lines behind it.
public enum Tone implements Dye {
    PAPER("--paper", 0xfdfcf9, 0x15171a),
    INK("--ink", 0x1d1c1a, 0xe9e6e0),
    SOFT("--soft", 0x6a665f, 0xa09c94),
    RULE("--rule", 0xe5e1d8, 0x2d3035);

    private final String variable;
    private final Color light;
    private final Color dark;

    Tone(String variable, int light, int dark) {
        this.variable = variable;
        this.light = new Color(light);
        this.dark = new Color(dark);
    }

    @Override
    public String variable() {
        return variable;
    }

    @Override
    public Color light() {
        return light;
    }

    @Override
    public Color dark() {
        return dark;
    }
}

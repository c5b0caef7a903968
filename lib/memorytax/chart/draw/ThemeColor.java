package memorytax.chart.draw;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A colour that has two faces, one for light paper and one for dark, and the CSS variable that picks between them.
public sealed interface ThemeColor permits Hue, Tone {
    /// Both of its faces.
    Faces faces();

    /// `--virtual`
    default String variable() {
        return faces().variable();
    }

    /// On light paper; what XChart draws with.
    default Color light() {
        return faces().light();
    }

    /// On dark paper.
    default Color dark() {
        return faces().dark();
    }

    /// What a colour is on either paper, and the variable that picks.
    record Faces(String variable, Color light, Color dark) {
    }

    /// Every colour that a chart of ours can hold.
    static List<ThemeColor> all() {
        return Stream.<ThemeColor>concat(Arrays.stream(Tone.values()), Arrays.stream(Hue.values())).toList();
    }

    /// `--paper:#fdfcf9;--ink:#1d1c1a;…`: what a page declares so that the charts in it find their colours.
    static String css(boolean dark) {
        return all().stream().map(d -> d.variable() + ":" + hex(dark ? d.dark() : d.light()))
            .collect(Collectors.joining(";"));
    }

    /// `#0b6fb8`; transparency is left out.
    static String hex(Color color) {
        return "#%06x".formatted(color.getRGB() & 0xffffff);
    }

    /// The colour with what lies under it shining through.
    ///
    /// @param alpha from 0, nothing of it, to 255
    static Color pale(Color color, int alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }
}

package memorytax.room;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/// A QR code, drawn. Around it there is a light margin, without which no telephone finds it.
///
/// @param size modules in a row
/// @param dark whether the module in this column and this row is
public record QrSquare(int size, BiPredicate<Integer, Integer> dark) {
    /// In modules: what the standard asks for, and what is enough on a terminal, which has less room.
    private static final int MARGIN = 4, TERMINAL_MARGIN = 2;

    /// A picture that is black on white also in the dark.
    ///
    /// @param label says what the code leads to, HTML
    public String svg(String label) {
        int side = size + 2 * MARGIN;
        var path = new StringBuilder();
        for (int y = 0; y < size; y++)
            for (int x = 0; x < size; x++)
                if (dark.test(x, y)) path.append("M%d %dh1v1h-1z".formatted(x + MARGIN, y + MARGIN));
        return """
            <svg class="qr" viewBox="0 0 %1$d %1$d" role="img" aria-label="%2$s" shape-rendering="crispEdges">\
            <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path fill="#000" d="%3$s"/></svg>""".formatted(side, label, path);
    }

    /// Lines of block characters, two rows in each, to be shown black on white.
    public List<String> blocks() {
        var lines = new ArrayList<String>();
        for (int y = -TERMINAL_MARGIN; y < size + TERMINAL_MARGIN; y += 2) {
            var line = new StringBuilder();
            for (int x = -TERMINAL_MARGIN; x < size + TERMINAL_MARGIN; x++)
                line.append(is(x, y) ? is(x, y + 1) ? '█' : '▀' : is(x, y + 1) ? '▄' : ' ');
            lines.add(line.toString());
        }
        return lines;
    }

    private boolean is(int x, int y) {
        return x >= 0 && y >= 0 && x < size && y < size && dark.test(x, y);
    }
}

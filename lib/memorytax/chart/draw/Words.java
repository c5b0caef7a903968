package memorytax.chart.draw;

import java.awt.Font;
import java.util.ArrayList;
import java.util.List;

/// How wide words are, before there is anything to draw on, and on a machine without fonts: as wide as in the widest
/// of the usual fonts. So a picture is as high here as anywhere.
final class Words {
    private static final String NARROW = "ijlI|'.,:;! \u00a0", SLIM = "frtJ()[]/-·\"", WIDE = "mwMW%×→…";

    private Words() {
    }

    /// In pixels.
    static double width(String text, Font font) {
        double em = text.chars().mapToDouble(Words::em).sum();
        return em * font.getSize2D() * (font.isBold() ? 1.13 : 1);
    }

    private static double em(int c) {
        return NARROW.indexOf(c) >= 0 ? 0.32 : SLIM.indexOf(c) >= 0 ? 0.42 : WIDE.indexOf(c) >= 0 ? 0.95
            : Character.isUpperCase(c) ? 0.7 : 0.64;
    }

    /// Broken between words into lines of at most `room` pixels; a word that is wider has a line of its own.
    static List<String> wrap(String text, double room, Font font) {
        var lines = new ArrayList<String>();
        for (var word : text.strip().split(" +")) {
            if (word.isEmpty()) continue;
            boolean first = lines.isEmpty() || width(lines.getLast() + " " + word, font) > room;
            if (first) lines.add(word);
            else lines.add(lines.removeLast() + " " + word);
        }
        return lines;
    }

    /// Whether each word of it has room.
    static boolean fit(String text, double room, Font font) {
        return wrap(text, room, font).stream().allMatch(l -> width(l, font) <= room);
    }
}

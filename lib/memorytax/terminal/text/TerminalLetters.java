package memorytax.terminal.text;

import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Letters for a room, drawn with blocks: headings, and the number that a cell is about. A terminal has one size of
/// letters; these are as large as there is room for.
public final class TerminalLetters {
    /// Rows of pixels of each letter; the last is for what hangs below the line.
    private static final int HIGH = 6;
    private static final int SPACE = 3;
    /// In bands: the letters, each where its picture begins, and below them the pictures.
    private static final String FONT = """
        A   B   C   D   E   F   G    H   I   J   K   L   M     N    O    P   Q    R   S   T   U   V   W
         #  ##   ## ##  ### ###  ### # # ###   # # # #   #   # #  #  ##  ##   ##  ##   ## ### # # # # #   #
        # # # # #   # # #   #   #    # #  #    # # # #   ## ## ## # #  # # # #  # # # #    #  # # # # #   #
        ### ##  #   # # ##  ##  # ## ###  #    # ##  #   # # # # ## #  # ##  #  # ##   #   #  # # # # # # #
        # # # # #   # # #   #   #  # # #  #  # # # # #   #   # #  # #  # #   # ## # #   #  #  # # # # ## ##
        # # ##   ## ##  ### #    ### # # ###  #  # # ### #   # #  #  ##  #    ### # # ##   #  ###  #  #   #

        X   Y   Z   a   b   c   d   e   f   g   h   i j  k   l  m     n   o   p   q   r   s   t   u   v
        # # # # ###     #         #      ##     #   #  # #   #                                 #
        # # # #   #  ## ##   ##  ##  #  #    ## ##       # # #  ## #  ##   #  ##   ## # #  ## ### # # # #
         #   #   #  # # # # #   # # # # ##  # # # # #  # ##  #  # # # # # # # # # # # ##  ##   #  # # # #
        # #  #  #   # # # # #   # # ##  #   # # # # #  # ##  #  # # # # # # # # # # # #    ##  #  # # # #
        # #  #  ###  ## ##   ##  ##  ## #    ## # # #  # # #  # # # # # #  #  ##   ## #   ##   ##  ##  #
                                            ##        #                       #     #
        w     x   y   z   0   1   2   3   4   5   6   7   8   9   . ,  : ;  ! ?   ' -   –   +   =   ×   /
                          ###  #  ### ### # # ### ### ### ### ###           # ##  #                       #
        #   # # # # # ### # # ##    #   # # # #   #     # # # # #      #  # #   # #          #  ### # #   #
        # # #  #  # #  ## # #  #  ###  ## ### ### ###  #  ### ###           #  #    ### ### ###      #   #
        # # #  #  # # ##  # #  #  #     #   #   # # #  #  # #   #                            #  ### # # #
         # #  # #  ## ### ### ### ### ###   # ### ###  #  ### ### #  # #  # #  #                        #
                  ##                                                #    #
        %   (  )  <   >   _   ~    *   "
        # #  # #    # #            # # # #
          # #   #  #   #       # #  #  # #
         #  #   # #     #     # #  # #
        #   #   #  #   #
        # #  # #    # #   ###

        """;
    private static final Map<Character, List<String>> LETTERS = letters();

    /// How a pixel becomes characters: two pixels above each other in one, one in one, or one in two.
    private enum Form {
        HALF(1), TALL(1), SQUARE(2);

        private final int across;

        Form(int across) {
            this.across = across;
        }
    }

    private TerminalLetters() {
    }

    /// The text in letters as large as there is room for, broken between words. Empty where there is room for none of
    /// them, or a character has no picture.
    ///
    /// @param most rows
    public static Optional<List<AttributedString>> draw(String text, TerminalRoom room, int most,
                                                        AttributedStyle style) {
        if (text.isBlank() || !text.chars().allMatch(c -> c == ' ' || LETTERS.containsKey((char) c)))
            return Optional.empty();
        for (var form : List.of(Form.SQUARE, room.blocks() ? Form.HALF : Form.TALL)) {
            var lines = broken(text.strip(), room.columns() / form.across);
            if (lines.isEmpty()) continue;
            var drawn = new ArrayList<AttributedString>();
            for (var line : lines) drawn.addAll(rows(line, form, style));
            while (drawn.getLast().length() == 0) drawn.removeLast();
            if (drawn.size() <= most) return Optional.of(drawn);
        }
        return Optional.empty();
    }

    /// Lines of so many pixels at the most; none at all where a word is longer.
    private static List<String> broken(String text, int pixels) {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : text.split(" +")) {
            if (pixels(word) > pixels) return List.of();
            var longer = line.isEmpty() ? word : line + " " + word;
            if (pixels(longer) <= pixels) {
                line = longer;
            } else {
                lines.add(line);
                line = word;
            }
        }
        lines.add(line);
        return lines;
    }

    private static int pixels(String line) {
        return pixels(line, 0).length();
    }

    /// One row of pixels of a line.
    private static String pixels(String line, int row) {
        var out = new StringBuilder();
        for (char c : line.toCharArray()) {
            if (!out.isEmpty()) out.append(' ');
            out.append(c == ' ' ? " ".repeat(SPACE - 2) : LETTERS.get(c).get(row));
        }
        return out.toString();
    }

    private static List<AttributedString> rows(String line, Form form, AttributedStyle style) {
        var rows = new ArrayList<AttributedString>();
        for (int row = 0; row < HIGH; row += form == Form.HALF ? 2 : 1) {
            var upper = pixels(line, row);
            var lower = form == Form.HALF ? pixels(line, row + 1) : upper;
            var text = new StringBuilder();
            for (int i = 0; i < upper.length(); i++)
                text.append(String.valueOf(block(upper.charAt(i) == '#', lower.charAt(i) == '#')).repeat(form.across));
            rows.add(TerminalLines.of(text.toString().stripTrailing(), style));
        }
        return rows;
    }

    private static char block(boolean upper, boolean lower) {
        return upper && lower ? '█' : upper ? '▀' : lower ? '▄' : ' ';
    }

    private static Map<Character, List<String>> letters() {
        var letters = new HashMap<Character, List<String>>();
        var lines = FONT.lines().toList();
        for (int band = 0; band + HIGH < lines.size(); band += HIGH + 1) {
            var heads = lines.get(band);
            var rows = lines.subList(band + 1, band + 1 + HIGH);
            for (int from = 0, to; from < heads.length(); from = to) {
                to = from + 1;
                while (to < heads.length() && heads.charAt(to) == ' ') to++;
                int end = to < heads.length() ? to - 1
                    : rows.stream().mapToInt(String::length).max().orElse(from + 1);
                int start = from;
                letters.put(heads.charAt(from), rows.stream().map(row -> cut(row, start, end)).toList());
            }
        }
        return letters;
    }

    private static String cut(String row, int from, int to) {
        var padded = row + " ".repeat(Math.max(0, to - row.length()));
        return padded.substring(from, to);
    }
}

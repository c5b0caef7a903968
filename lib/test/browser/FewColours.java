package browser;

import javax.imageio.ImageIO;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/// Makes a picture of a page small: a page has few colours, and the shades at the edges of its letters.
final class FewColours {
    private static final int MOST = 64;

    private FewColours() {
    }

    /// The same picture, as PNG, in its most frequent colours.
    static byte[] of(byte[] png) throws IOException {
        var picture = ImageIO.read(new ByteArrayInputStream(png));
        var counts = new HashMap<Integer, Integer>();
        for (int y = 0; y < picture.getHeight(); y++)
            for (int x = 0; x < picture.getWidth(); x++) counts.merge(picture.getRGB(x, y) & 0xffffff, 1, Integer::sum);
        var palette = counts.entrySet().stream()
            .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())).limit(MOST)
            .mapToInt(Map.Entry::getKey).toArray();
        var model = new IndexColorModel(8, palette.length, palette, 0, false, -1, 0);
        var small = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        var places = new HashMap<Integer, Integer>();
        for (int y = 0; y < picture.getHeight(); y++)
            for (int x = 0; x < picture.getWidth(); x++)
                small.getRaster().setSample(x, y, 0,
                    places.computeIfAbsent(picture.getRGB(x, y) & 0xffffff, colour -> nearest(colour, palette)));
        var out = new ByteArrayOutputStream();
        ImageIO.write(small, "png", out);
        return out.toByteArray();
    }

    private static int nearest(int colour, int[] palette) {
        int best = 0;
        for (int i = 1; i < palette.length; i++)
            if (distance(colour, palette[i]) < distance(colour, palette[best])) best = i;
        return best;
    }

    private static int distance(int a, int b) {
        int sum = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int apart = (a >> shift & 0xff) - (b >> shift & 0xff);
            sum += apart * apart;
        }
        return sum;
    }
}

package memorytax.chart.draw;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HueTest {
    @ParameterizedTest
    @EnumSource
    void canBeReadOnEitherPaper(Hue hue) {
        assertTrue(contrast(hue.light(), Tone.PAPER.light()) >= 4.5, hue + " on light paper");
        assertTrue(contrast(hue.dark(), Tone.PAPER.dark()) >= 4.5, hue + " on dark paper");
    }

    @Test
    void nobodySharesColourVariableOrMarker() {
        assertEquals(Hue.values().length, distinct(h -> ThemeColor.hex(h.light())).size());
        assertEquals(Hue.values().length, distinct(h -> ThemeColor.hex(h.dark())).size());
        assertEquals(Hue.values().length, distinct(Hue::variable).size());
        assertEquals(Hue.values().length, distinct(h -> h.form().name()).size());
    }

    @Test
    void theBeginningOfTheNameDecides() {
        assertEquals(Hue.VIRTUAL, Hue.of("virtual threads (warmed)"));
        assertEquals(Hue.PYTHON, Hue.of("asyncio tasks (free-threaded)"));
        assertEquals(Hue.VIRTUAL, Hue.of("Java (fresh)"));
        assertEquals(Hue.CALLBACKS, Hue.of("Scheduled callbacks"));
        assertEquals(Hue.NODE, Hue.of("promises (bun)"));
        assertEquals(Hue.RUST, Hue.of("tokio tasks"));
    }

    @Test
    void strangersTakeTurnsAndKeepWhatTheyGot() {
        var actors = Hue.of("actors");
        assertNotEquals(actors, Hue.of("strands"));
        assertEquals(actors, Hue.of("actors (one by one)"));
    }

    @Test
    void workApartBeginsAnew() {
        var first = Hue.apart(() -> Hue.of("first of its kind"));
        Hue.of("somebody else");
        assertEquals(first, Hue.apart(() -> Hue.of("beginner")));
        assertNotEquals(first, Hue.apart(() -> List.of(Hue.of("beginner"), Hue.of("another"))).getLast());
    }

    @Test
    void oneOfAHueIsAlwaysFilled() {
        String warmed = "virtual threads (warmed)";
        assertEquals(Set.of(warmed), Hue.hollow(List.of(warmed, "virtual threads")));
        assertEquals(Set.of(warmed), Hue.hollow(List.of("virtual threads (cold)", warmed)));
        assertEquals(Set.of(), Hue.hollow(List.of(warmed, "goroutines")));
    }

    private static Set<String> distinct(Function<Hue, String> of) {
        return Arrays.stream(Hue.values()).map(of).collect(Collectors.toSet());
    }

    /// As WCAG 2 defines it.
    private static double contrast(Color a, Color b) {
        double x = luminance(a), y = luminance(b);
        return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}

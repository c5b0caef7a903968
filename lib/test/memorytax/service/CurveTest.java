package memorytax.service;

import memorytax.claim.Measured;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.TreeMap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What a task costs between the depths that were weighed, and beyond them.
class CurveTest {
    /// Each with an interval of 10 B either way.
    private static Curve curve(boolean stairs, int... depthsAndBytes) {
        var points = new TreeMap<Integer, Measured>();
        for (int i = 0; i < depthsAndBytes.length; i += 2) {
            int bytes = depthsAndBytes[i + 1];
            points.put(depthsAndBytes[i], new Measured(bytes, bytes - 10, bytes + 10, true));
        }
        return Curve.of(points, stairs);
    }

    /// As a goroutine's stack: 600 B at its top, 100 B a frame, and 700 B of the task itself.
    private static int doubling(int depth) {
        int size = 2_048;
        while (size < 600 + 100 * depth) size *= 2;
        return 700 + size;
    }

    @ParameterizedTest
    @CsvSource({"0,1000", "10,3000", "5,2000", "55,12000", "100,21000", "200,41000"})
    void aLineGoesFromPointToPointAndOnBeyondTheLast(int depth, double bytes) {
        var line = curve(false, 0, 1_000, 10, 3_000, 100, 21_000);
        assertEquals(bytes, line.at(depth).value(), 1e-6);
        assertTrue(line.at(depth).low() < bytes && bytes < line.at(depth).high());
        assertEquals(depth <= 100, line.reaches(depth));
    }

    @Test
    void beyondTheLastItIsLessCertain() {
        var points = new TreeMap<>(curve(false, 0, 1_000).points());
        points.put(100, new Measured(21_000, 20_800, 21_200, true));
        var line = Curve.of(points, false);
        assertTrue(line.at(400).high() - line.at(400).low() > line.at(100).high() - line.at(100).low());
        assertTrue(line.at(50).high() - line.at(50).low() < 400);
    }

    @Test
    void onePointIsAllThatIsKnown() {
        assertEquals(124, curve(false, 0, 124).at(500).value());
    }

    @ParameterizedTest
    @CsvSource({"3", "11", "20", "60", "90", "140", "170", "200", "280", "500", "900"})
    void aStackIsAsLargeAsItsStep(int depth) {
        int[] weighed = {0, 4, 6, 10, 12, 14, 16, 24, 32, 34, 38, 64, 72, 80, 100, 300, 1_000};
        var points = new int[2 * weighed.length];
        for (int i = 0; i < weighed.length; i++) {
            points[2 * i] = weighed[i];
            points[2 * i + 1] = doubling(weighed[i]);
        }
        var stairs = curve(true, points);
        assertEquals(doubling(depth), stairs.at(depth).value(), 1e-6);
        assertTrue(stairs.at(depth).low() <= doubling(depth) && doubling(depth) <= stairs.at(depth).high());
    }

    @Test
    void nearTheEdgeOfAStepItMayBeEither() {
        var stairs = curve(true, 0, doubling(0), 14, doubling(14), 16, doubling(16), 34, doubling(34), 36,
            doubling(36), 70, doubling(70), 100, doubling(100));
        var edge = stairs.at(75);
        assertTrue(edge.low() <= doubling(70) && edge.high() >= doubling(100), edge.toString());
        assertFalse(stairs.at(50).high() > doubling(50) + 10, stairs.at(50).toString());
    }
}

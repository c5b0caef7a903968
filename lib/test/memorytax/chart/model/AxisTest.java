package memorytax.chart.model;

import memorytax.measure.result.Bytes;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.DoubleStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AxisTest {
    @Test
    void sizesAreRoundInUnitsOf1024() {
        for (double high : new double[]{1_010, 2_900, 900_000, 3e6, 5e9}) {
            var axis = Axis.upTo("", Unit.BYTES, high);
            for (double tick : axis.ticks(5))
                assertEquals(tick, Bytes.parse(Unit.BYTES.tick().apply(tick)).orElseThrow(),
                    "what is written is what it is, up to " + high);
            assertTrue(axis.ticks(5).size() >= 2, axis.ticks(5).toString());
        }
        assertEquals(List.of("0 B", "1 KB", "2 KB"), texts(Axis.upTo("", Unit.BYTES, 2_900), 3));
    }

    @Test
    void dotsHaveTwoRoundValuesBesideThemAtLeast() {
        for (var unit : List.of(Unit.BYTES, Unit.MILLIS)) for (double value : new double[]{3, 40, 1_500, 7e6}) {
            var axis = Axis.around("", unit, List.of(new Spread(value, value * 0.99, value * 1.01)));
            assertTrue(axis.ticks(6).size() >= 2, axis.toString());
            assertTrue(axis.low() < value && value < axis.high(), axis.toString());
        }
    }

    @Test
    void zeroHasAPlaceAmongWhatWasMeasuredAndIsWrittenThere() {
        var axis = Axis.through("tasks", Unit.COUNT, List.of(0.0, 10.0, 1_000.0));
        assertEquals(List.of("0", "10", "1,000"), texts(axis, 6));
        assertTrue(DoubleStream.of(0, 10, 1_000).map(axis::share).allMatch(s -> s > 0 && s < 1), axis.toString());
        assertTrue(axis.share(0) < axis.share(10), axis.toString());
    }

    private static List<String> texts(Axis axis, int many) {
        return axis.ticks(many).stream().map(axis.unit().tick()::apply).toList();
    }
}

package memorytax.chart.model;

import memorytax.measure.result.Bytes;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AxisTest {
    private static final List<Unit> UNITS = List.of(Unit.BYTES, Unit.MILLIS, Unit.COUNT, Unit.NUMBER, Unit.of("MB"));
    private static final double MB = 1024 * 1024;

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

    /// Whatever is measured, in whatever unit, and however little room there is: from one tick alone nobody can read a
    /// distance.
    @Test
    void everyAxisHasTwoTicksThatAreWrittenDifferently() {
        var random = new Random(16);
        for (int i = 0; i < 20_000; i++) {
            double low = Math.pow(10, random.nextDouble(-2, 10));
            double high = low * Math.pow(10, random.nextDouble() < 0.5 ? random.nextDouble(0, 0.3)
                : random.nextDouble(0, 6));
            var unit = UNITS.get(random.nextInt(UNITS.size()));
            for (var axis : List.of(Axis.beyond("", unit, low, high), Axis.through("", unit, List.of(low)),
                Axis.around("", unit, List.of(new Spread(low, low, high))), Axis.upTo("", unit, high),
                Axis.around("", unit, List.of(Spread.of(low), Spread.of(high)))))
                for (int many = 1; many <= 9; many++) assertTrue(axis.ticks(many).size() >= 2, axis + " " + many);
        }
    }

    @Test
    void noTwoTicksOfAnEvenAxisAreWrittenAlike() {
        var random = new Random(17);
        for (int i = 0; i < 5_000; i++) {
            var axis = Axis.upTo("", UNITS.get(random.nextInt(UNITS.size())), Math.pow(10, random.nextDouble(0, 10)));
            var texts = texts(axis, random.nextInt(1, 10));
            assertEquals(texts.stream().distinct().toList(), texts, axis.toString());
        }
        assertEquals(List.of("0", "1"), texts(Axis.upTo("", Unit.COUNT, 1), 3));
    }

    @Test
    void anAxisToBothSidesOfZeroHasTheUnitOfItsLongerSide() {
        assertEquals(List.of("-4 KB", "-3 KB", "-2 KB", "-1 KB", "0 B"),
            texts(new Axis("", Unit.MORE_BYTES, false, -4_200, 600, List.of()), 5));
        assertEquals(List.of("-200 B", "0 B", "+200 B", "+400 B"),
            texts(new Axis("", Unit.MORE_BYTES, false, -240, 540, List.of()), 5));
    }

    @Test
    void aNarrowEvenAxisHasFinerTicksThanHalves() {
        assertEquals(List.of("5.1 MB", "5.2 MB"), texts(new Axis("", Unit.BYTES, false, 5.05 * MB, 5.25 * MB,
            List.of()), 2));
        assertEquals(List.of("3", "3.5", "4"), texts(new Axis("", Unit.NUMBER, false, 3, 3, List.of(3.0)), 2));
        assertEquals(List.of("1,000", "2,000"), texts(Axis.through("tasks", Unit.COUNT, List.of(1_000.0)), 6));
        assertEquals(List.of("0", "1"), texts(Axis.through("depth", Unit.COUNT, List.of(0.0)), 6));
    }

    private static List<String> texts(Axis axis, int many) {
        return axis.ticks(many).stream().map(axis.unit().tick()::apply).toList();
    }
}

package memorytax.child.kit;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What a pass sets aside has to stay. How many bytes it takes is the business of the meter.
class OutliersTest {
    private static long few(int[] values, Outliers outliers) {
        long sum = 0;
        for (int value : values) {
            if (value >= 9_000) outliers.add(value);
            sum += value;
        }
        return sum;
    }

    private static String refusal(Outliers.Pass pass) {
        return assertThrows(IllegalStateException.class, () -> Outliers.prove("a pass", pass, OutliersTest::few))
            .getMessage();
    }

    @Test
    void whoSetsTheSameAsideIsRight() {
        assertDoesNotThrow(() -> Outliers.prove("a pass", OutliersTest::few, OutliersTest::few));
    }

    @Test
    void whoSetsNothingAsideIsToldSo() {
        var says = refusal((values, _) -> {
            long sum = 0;
            for (int value : values) sum += value;
            return sum;
        });
        assertTrue(says.matches("pass 1 has set aside 0 instead of \\d+"), says);
    }

    @Test
    void whoSetsSomethingElseAsideIsToldSo() {
        var says = refusal((values, outliers) -> {
            long sum = 0;
            for (int value : values) {
                if (value >= 9_000) outliers.add(-value);
                sum += value;
            }
            return sum;
        });
        assertTrue(says.matches("pass 1 has set aside -9\\d\\d\\d instead of 9\\d\\d\\d"), says);
    }

    @Test
    void aResultThatIsNotTheSameIsToldOfFirst() {
        assertTrue(refusal((_, _) -> -1).startsWith("pass 1 returned -1 instead of "));
    }

    @Test
    void saysHowManyThereAre() {
        var said = new String[1];
        Outliers.prove("a pass", (values, outliers) -> {
            long sum = few(values, outliers);
            said[0] = outliers.toString();
            return sum;
        }, OutliersTest::few);
        assertTrue(said[0].matches("\\d+ set aside"), said[0]);
    }
}

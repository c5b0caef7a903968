package memorytax.chart.draw;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

class LineLabelsTest {
    @Test
    void namesWithRoomStayWhereTheyAre() {
        assertArrayEquals(new double[]{0, 20, 90}, LineLabels.apart(new double[]{0, 20, 90}, 16));
    }

    @Test
    void namesThatCollideMoveEquallyFar() {
        assertArrayEquals(new double[]{92, 108}, LineLabels.apart(new double[]{100, 100}, 16));
    }

    @Test
    void aPushedNamePushesTheNext() {
        assertArrayEquals(new double[]{85, 101, 117, 200},
            LineLabels.apart(new double[]{100, 100, 103, 200}, 16), 1e-9);
    }
}

package memorytax.plot;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

class EndsTest {
    @Test
    void namesWithRoomStayWhereTheyAre() {
        assertArrayEquals(new double[]{0, 20, 90}, Ends.apart(new double[]{0, 20, 90}, 16));
    }

    @Test
    void namesThatCollideMoveEquallyFar() {
        assertArrayEquals(new double[]{92, 108}, Ends.apart(new double[]{100, 100}, 16));
    }

    @Test
    void aPushedNamePushesTheNext() {
        assertArrayEquals(new double[]{85, 101, 117, 200}, Ends.apart(new double[]{100, 100, 103, 200}, 16), 1e-9);
    }
}

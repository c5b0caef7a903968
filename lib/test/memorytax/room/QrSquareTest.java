package memorytax.room;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// How a QR code is drawn; a library says what is in it.
class QrSquareTest {
    /// Two columns that differ, of three rows.
    private static final QrSquare SQUARE = new QrSquare(3, (x, y) -> x == 0 || x == 1 && y == 1);

    @Test
    void onATerminalTwoRowsAreALine() {
        assertEquals(List.of("       ", "  █▄   ", "  ▀    ", "       "), SQUARE.blocks());
    }

    @Test
    void aPictureHasAWhiteMarginOfFourModules() {
        var svg = SQUARE.svg("QR code");
        assertTrue(svg.contains("viewBox=\"0 0 11 11\"") && svg.contains("fill=\"#fff\" d=\"M0 0h11v11H0z\""), svg);
        assertTrue(svg.contains("d=\"M4 4h1v1h-1zM4 5h1v1h-1zM5 5h1v1h-1zM4 6h1v1h-1z\""), svg);
    }
}

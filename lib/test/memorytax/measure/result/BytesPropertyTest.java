package memorytax.measure.result;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A size that was written can be read again.
class BytesPropertyTest {
    @Property
    void anythingIsASizeOrNone(@ForAll String text) {
        Bytes.parse(text).ifPresent(bytes -> assertTrue(Double.isFinite(bytes), text));
    }

    /// Two digits that count: at `1.0 KB` that is off by a twentieth at most, elsewhere by less.
    @Property
    void whatIsWrittenIsNear(@ForAll @DoubleRange(min = -1e15, max = 1e15) double bytes) {
        double read = Bytes.parse(Bytes.of(bytes)).orElseThrow();
        assertEquals(bytes, read, Math.max(0.5, Math.abs(bytes) * 0.056), Bytes.of(bytes));
        assertTrue(Bytes.of(bytes).length() <= 9, Bytes.of(bytes));
    }

    @Property
    void whatIsExactIsExact(@ForAll @LongRange(min = 0, max = 1L << 50) long bytes) {
        assertEquals(bytes, Bytes.parse(Bytes.exact(bytes)).orElseThrow());
    }
}

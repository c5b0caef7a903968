package memorytax.child;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;

/// A weight that is known beforehand, to try the scale with.
public final class KnownWeight {
    /// Bytes in one segment: large enough that the allocator's own page beside it is a tenth of a percent.
    public static final long SEGMENT = 4L << 20;

    private KnownWeight() {
    }

    /// Holds `segments` times [#SEGMENT] bytes outside the heap, every page of them touched: an arena hands out zeroes,
    /// and has written them.
    public static Object hold(int segments) {
        var held = new ArrayList<MemorySegment>();
        for (int i = 0; i < segments; i++) held.add(Arena.global().allocate(SEGMENT));
        return held;
    }
}

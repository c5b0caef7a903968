package memorytax.child.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Waits inside a process until what it takes from the system stays the same: a collector may give back what is free
/// some time after its collection, G1 a tenth of a second after it.
public final class SteadyMemory {
    private static final Path SIZES = Path.of("/proc/self/statm");
    /// A rest in ms, and so many of them in a row in which nothing moves. One that lasts far longer does not count:
    /// whoever gives something back had no processor either.
    private static final int REST = 20, EQUAL = 16, MOST = 500;
    private static final long STARVED = 4 * REST * 1_000_000L, PAGES = 16;

    private SteadyMemory() {
    }

    /// Returns when nothing has moved for a third of a second, or after ten seconds and more of moving. Where nobody
    /// can tell, after a third of a second.
    public static void await() throws InterruptedException {
        long before = pages();
        for (int equal = 0, rests = 0; equal < EQUAL && rests < MOST; rests++) {
            long asleep = System.nanoTime();
            Thread.sleep(REST);
            boolean starved = System.nanoTime() - asleep > STARVED;
            long now = pages();
            boolean moved = Math.abs(now - before) > PAGES;
            equal = moved ? 0 : starved ? equal : equal + 1;
            if (moved) before = now; // against the first of the equal ones, or slow change would pass for none
        }
    }

    /// That this process has in memory; 0 where only Linux could tell.
    private static long pages() {
        try {
            return Long.parseLong(Files.readString(SIZES).split(" ")[1]);
        } catch (IOException e) {
            return 0;
        }
    }
}

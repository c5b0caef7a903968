package memorytax.child;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class LimitsTest {
    @Test
    void linuxSaysWhatItLimitsAndHowMuchOfItIsInUse() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "Linux is needed");
        var limits = Limits.now();
        for (var name : new String[]{"pid_max", "threads-max", "max_map_count"}) {
            var limit = limits.stream().filter(l -> l.name().equals(name)).findFirst().orElseThrow();
            assertTrue(limit.inUse() > 5 && limit.limit() > limit.inUse(), limit.toString());
        }
        assertEquals(limits.size(), limits.stream().map(Limits::name).distinct().count(), limits.toString());
        assertTrue(Limits.memory().orElse(0) > 0);
    }
}

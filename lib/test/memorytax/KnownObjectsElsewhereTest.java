package memorytax;

import memorytax.measure.plan.Archive;
import memorytax.measure.plan.Effort;
import memorytax.measure.plan.Progress;
import memorytax.measure.plan.Scale;
import memorytax.measure.result.AdditiveError;
import memorytax.measure.result.Quantity;
import memorytax.peers.Toolchains;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// The scale, tried with objects of a known size in the languages of chapter 11.
@Weighs
@Timeout(600)
class KnownObjectsElsewhereTest {
    /// 1,024 bytes, and 8 for the reference to it. Rust counts what was asked for: 8 less, which the C library adds.
    @ParameterizedTest
    @CsvSource({"node, objects in Node, chapter11.mjs, 1032", "rust, objects in Rust, chapter11.rs, 1024"})
    void theScaleReadsWhatIsKnown(String runtime, String load, String file, int live) {
        var toolchains = new Toolchains(name -> Optional.of(House.read("chapters/" + name)));
        assumeTrue(toolchains.found(runtime).isPresent(), () -> "no " + runtime + " here");
        var weighed = new Scale(Effort.quick(2), toolchains, Progress.SILENT, Archive.NONE, "known")
            .sizes(5_000, 40_000).runtime(runtime, load, file).weigh();
        var known = weighed.contenders().getFirst();
        double off = (weighed.slope(known, Quantity.RESIDENT).orElseThrow().value() - 1_032) * 35_000;
        assertTrue(Math.abs(off) < AdditiveError.most(runtime), "off by " + off + " B\n" + weighed);
        assertEquals(live, weighed.slope(known, Quantity.LIVE).orElseThrow().value(), 8, weighed.toString());
    }
}

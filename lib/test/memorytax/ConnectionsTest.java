package memorytax;

import memorytax.child.kit.Slabs;
import memorytax.measure.plan.Archive;
import memorytax.measure.plan.Effort;
import memorytax.measure.plan.Progress;
import memorytax.measure.plan.Scale;
import memorytax.measure.result.Backpacks;
import memorytax.measure.result.Interval;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Weighings;
import memorytax.peers.Toolchains;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// What chapter 9 says of connections holds in a small run as well: buffers cost more than tasks, and the kernel keeps
/// more than it charges.
@Weighs
class ConnectionsTest {
    /// Of a `BufferedReader` around an `InputStreamReader`: 8,192 bytes and as many characters.
    private static final int BUFFERS = 3 * 8_192;
    private static Steps chapter;

    @BeforeAll
    static void build() throws Exception {
        chapter = Steps.of(9);
    }

    @Test
    void aLineReaderKeepsItsBuffersAndAPlainReadHasNone() throws Exception {
        var quiet = (Weighings) chapter.run("quiet", Effort.quick(2, 300, 1_500));
        double lines = live(quiet, "virtual threads (line reader)");
        double plain = live(quiet, "virtual threads (plain read)");
        double selector = live(quiet, "selector");
        assertTrue(lines > BUFFERS && lines < 2 * BUFFERS, "a line reader: " + lines);
        assertTrue(plain > 1_000 && plain < 8_192, "a plain read: " + plain);
        assertTrue(selector > 300 && selector < plain / 2, "a selector: " + selector);
        assumeTrue(quiet.here("goroutines (line reader)") && quiet.here("asyncio streams"), "Go and Python are needed");
        assertTrue(live(quiet, "goroutines (line reader)") > live(quiet, "goroutines (plain read)") + 4_096,
            quiet.slopes().toString());
        assertTrue(resident(quiet, "asyncio streams") > 2 * resident(quiet, "asyncio protocols"),
            quiet.slopes().toString());
    }

    /// The parts name the buffers, byte by byte.
    @Test
    void thePartsAreTheBuffers() throws Exception {
        var parts = ((Backpacks) chapter.run("backpack", Effort.quick(1, 1_500)))
            .of("virtual threads (line reader)").orElseThrow().bytes();
        assertTrue(parts.get("char[]") >= 2 * 8_192 && parts.get("char[]") < 2 * 8_192 + 100, parts.toString());
        assertTrue(parts.get("byte[]") >= 8_192 && parts.get("byte[]") < 8_192 + 400, parts.toString());
    }

    /// The kernel's own count of the records of sockets. A socket without its connection would be half of it.
    @Test
    void theKernelKeepsSomeKilobytesForASocket() throws Exception {
        assumeTrue(Slabs.can(), "only root can read /proc/slabinfo");
        var kernel = (Reports) chapter.run("kernel", Effort.quick(1, 2_000));
        double bytes = kernel.of("sockets (both ends)", "together", "bytes").map(Interval::mean).orElseThrow();
        assertTrue(bytes > 2_500 && bytes < 12_000, kernel.toString());
    }

    @Test
    void aClientThroughTlsCostsSeveralTimesAsMuch() throws Exception {
        var secure = (Weighings) chapter.run("secure", Effort.quick(2, 100, 400));
        assertTrue(live(secure, "virtual threads (TLS)") > 8_192, secure.slopes().toString());
        assumeTrue(secure.here("asyncio streams (TLS)"), "Python is needed");
        assertTrue(resident(secure, "asyncio streams (TLS)") > 20_000, secure.slopes().toString());
    }

    /// The same program on another loop: a client takes less, and not nothing.
    @Test
    void uvloopHasTheSameClientsWithLess() {
        var scale = new Scale(Effort.quick(2), Toolchains.beside(chapter.chapter()), Progress.SILENT, Archive.NONE,
            "quiet");
        var weighed = scale.sizes(300, 1_500).python("asyncio protocols", "chapter9.py")
            .python("asyncio protocols (uvloop)", "chapter9.py", "uvloop").clients().weigh();
        assumeTrue(weighed.all().stream().noneMatch(w -> w.outcome() instanceof Outcome.Skipped), "uvloop is needed");
        double own = resident(weighed, "asyncio protocols"), other = resident(weighed, "asyncio protocols (uvloop)");
        assertTrue(other > 500 && other < own, other + " and " + own);
    }

    private static double live(Weighings weighed, String contender) {
        return weighed.slope(contender, Quantity.LIVE).orElseThrow(() -> missing(weighed, contender)).value();
    }

    private static double resident(Weighings weighed, String contender) {
        return weighed.slope(contender).orElseThrow(() -> missing(weighed, contender)).value();
    }

    private static AssertionError missing(Weighings weighed, String contender) {
        return new AssertionError(contender + " has no slope: " + weighed.all());
    }
}

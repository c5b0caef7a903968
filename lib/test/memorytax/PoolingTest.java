package memorytax;

import memorytax.claim.Measured;
import memorytax.scale.Effort;
import memorytax.scale.Quantity;
import memorytax.scale.Told;
import memorytax.scale.Watched;
import memorytax.scale.Weighings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// What chapter 5 says of pools holds in a small run as well: what they save, where they lose, and what they keep.
class PoolingTest {
    private static final Effort ONCE = Effort.quick(1);
    @TempDir
    private static Path folder;
    private static Steps chapter;

    @BeforeAll
    static void build() throws Exception {
        chapter = Steps.of(5, folder);
    }

    @Test
    void aPoolSavesBytesWhateverTheLanguage() throws Exception {
        var java = ((Watched) chapter.run("served", Effort.quick(1, 50_000))).told();
        for (var name : List.of("Java, fresh", "Java, fresh, -Xmx64m"))
            assertEquals(16_400, bytes(java, name), 100, java.toString());
        for (var name : List.of("Java, own pool", "Java, thread locals", "Java, Commons Pool"))
            assertTrue(bytes(java, name) < 1_000, java.toString());
        var go = ((Watched) chapter.run("elsewhere", Effort.quick(1, 50_000))).told();
        assumeTrue(go.here("Go, fresh"), "Go is needed");
        assertEquals(16_384, bytes(go, "Go, fresh"), 100, go.toString());
        assertTrue(bytes(go, "Go, sync.Pool") < 100, go.toString());
    }

    @Test
    void aPoolOfSmallObjectsIsSlowerThanNew() throws Exception {
        var told = (Told) chapter.run("bySize", ONCE);
        var pays = Measured.crossing(told, "Java, fresh", "Java, own pool", "ns_per_request").orElseThrow();
        assertTrue(pays.value() > 16 && pays.value() < 16_384, told.toString());
    }

    @Test
    void aSmallObjectThatNobodyElseSeesIsCheaperThanOneFromAPool() throws Exception {
        var told = (Told) chapter.run("contexts", ONCE);
        assertEquals(0, told.of("Java", "a parameter", "bytes_per_op").orElseThrow().mean(), 0.1, told.toString());
        assertTrue(ns(told, "a parameter") * 3 < ns(told, "from our pool"), told.toString());
    }

    @Test
    void aVirtualThreadKeepsItsThreadLocal() throws Exception {
        var weighed = (Weighings) chapter.run("weighed", Effort.quick(2, 500, 3_000));
        double keeps = weighed.slope("virtual threads, thread locals", Quantity.LIVE).orElseThrow().value();
        double other = weighed.slope("virtual threads, own pool", Quantity.LIVE).orElseThrow().value();
        assertEquals(16_384, keeps - other, 2_000, weighed.toString());
    }

    @Test
    void aSyncPoolForgetsAtTheSecondCollection() throws Exception {
        var told = (Told) chapter.run("idle", ONCE);
        assumeTrue(told.here("Go, sync.Pool, idle"), "Go is needed");
        assertTrue(left(told, "after one collection") > 900, told.toString());
        assertEquals(0, left(told, "after two collections"), told.toString());
    }

    @Test
    void aBufferThatTwoHaveGivesWrongAnswersAndALeaseGivesNone() throws Exception {
        var told = (Told) chapter.run("confused", ONCE);
        assertTrue(wrong(told, "returned twice") > 50 && wrong(told, "not wiped") > 50, told.toString());
        assertEquals(0, wrong(told, "leased"), told.toString());
    }

    private static double ns(Told told, String what) {
        return told.of("Java", what, "ns_per_op").orElseThrow().mean();
    }

    private static double bytes(Told told, String contender) {
        return told.of(contender, "requests", "bytes_per_request").orElseThrow().mean();
    }

    private static double left(Told told, String when) {
        return told.of("Go, sync.Pool, idle", when, "buffers_left").orElseThrow().mean();
    }

    private static double wrong(Told told, String contender) {
        return told.of(contender, "answers", "wrong_answers").orElseThrow().mean();
    }
}

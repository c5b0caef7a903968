package memorytax;

import memorytax.claim.Measured;
import memorytax.measure.plan.Effort;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Watched;
import memorytax.measure.result.Weighings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// What chapter 5 says of pools holds in a small run as well: what they save, where they lose, and what they keep.
@Weighs
class PoolingTest {
    private static final Effort ONCE = Effort.quick(1);
    private static Steps chapter;

    @BeforeAll
    static void build() throws Exception {
        chapter = Steps.of(5);
    }

    @Test
    void aPoolSavesBytesWhateverTheLanguage() throws Exception {
        var java = ((Watched) chapter.run("served", Effort.quick(1, 50_000))).reports();
        for (var name : List.of("Java (fresh)", "Java (fresh with -Xmx64m)"))
            assertEquals(16_400, bytes(java, name), 100, java.toString());
        for (var name : List.of("Java (own pool)", "Java (thread locals)", "Java (Commons Pool)"))
            assertTrue(bytes(java, name) < 1_000, java.toString());
        var go = ((Watched) chapter.run("elsewhere", Effort.quick(1, 50_000), ".go")).reports();
        assumeTrue(go.here("Go (fresh)"), "Go is needed");
        assertEquals(16_384, bytes(go, "Go (fresh)"), 100, go.toString());
        assertTrue(bytes(go, "Go (sync.Pool)") < 100, go.toString());
    }

    @Test
    void aPoolOfSmallObjectsIsSlowerThanNew() throws Exception {
        var reports = (Reports) chapter.run("bySize", ONCE, "");
        var pays = Measured.crossing(reports, "Java (fresh)", "Java (own pool)", "ns_per_request").orElseThrow();
        assertTrue(pays.value() > 16 && pays.value() < 16_384, reports.toString());
    }

    @Test
    void aSmallObjectThatNobodyElseSeesIsCheaperThanOneFromAPool() throws Exception {
        var reports = (Reports) chapter.run("contexts", ONCE);
        assertEquals(0, reports.of("Java", "a parameter", "bytes_per_op").orElseThrow().mean(), 0.1,
            reports.toString());
        assertTrue(ns(reports, "a parameter") * 3 < ns(reports, "from our pool"), reports.toString());
    }

    @Test
    void aVirtualThreadKeepsItsThreadLocal() throws Exception {
        var weighed = (Weighings) chapter.run("weighed", Effort.quick(1, 500, 1_500, 3_000));
        double keeps = weighed.slope("virtual threads (thread locals)", Quantity.LIVE).orElseThrow().value();
        double other = weighed.slope("virtual threads (own pool)", Quantity.LIVE).orElseThrow().value();
        assertEquals(16_384, keeps - other, 2_000, weighed.toString());
    }

    @Test
    void aSyncPoolForgetsAtTheSecondCollection() throws Exception {
        var reports = (Reports) chapter.run("idle", ONCE);
        assumeTrue(reports.here("Go (idle sync.Pool)"), "Go is needed");
        assertTrue(left(reports, "after one collection") > 900, reports.toString());
        assertEquals(0, left(reports, "after two collections"), reports.toString());
    }

    @Test
    void aBufferThatTwoHaveGivesWrongAnswersAndALeaseGivesNone() throws Exception {
        var reports = (Reports) chapter.run("confused", ONCE);
        assertTrue(wrong(reports, "returned twice") > 50 && wrong(reports, "not wiped") > 50, reports.toString());
        assertEquals(0, wrong(reports, "leased"), reports.toString());
    }

    private static double ns(Reports reports, String what) {
        return reports.of("Java", what, "ns_per_op").orElseThrow().mean();
    }

    private static double bytes(Reports reports, String contender) {
        return reports.of(contender, "requests", "bytes_per_request").orElseThrow().mean();
    }

    private static double left(Reports reports, String when) {
        return reports.of("Go (idle sync.Pool)", when, "buffers_left").orElseThrow().mean();
    }

    private static double wrong(Reports reports, String contender) {
        return reports.of(contender, "answers", "wrong_answers").orElseThrow().mean();
    }
}

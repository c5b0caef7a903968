package memorytax.claim;

import memorytax.claim.Verdict.Ruling;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// By the claim that a goroutine costs about 2.5 KB: 2,048 to 3,072 B.
class JudgeTest {
    @Test
    void holdsInside() {
        assertEquals(Ruling.HOLDS, ruling(2_100, 2_900));
        assertEquals(Ruling.HOLDS, ruling(2_048, 3_072));
    }

    @Test
    void isRefutedOutside() {
        assertEquals(Ruling.REFUTED, ruling(1_000, 2_047));
        assertEquals(Ruling.REFUTED, ruling(3_073, 9_000));
    }

    @Test
    void isUndecidedAcrossAnEdge() {
        assertEquals(Ruling.UNDECIDED, ruling(2_000, 2_100));
        assertEquals(Ruling.UNDECIDED, ruling(1_000, 9_000));
        assertTrue(judge(2_000, 2_100).found().endsWith("More forks would tell."));
    }

    @Test
    void whatNobodyMeasuredIsNotMeasured() {
        assertEquals(Ruling.NOT_MEASURED, find(Judge.ofChapter(1)).ruling());
        assertEquals(Ruling.NOT_MEASURED, find(Judge.ofChapter(1).by("go-task", Optional.empty())).ruling());
    }

    @Test
    void holdsOnlyIfAConditionWasMeasured() {
        var inside = Optional.of(new Measured(2_500, 2_400, 2_600, true));
        var outside = Optional.of(new Measured(900, 890, 910, true));
        var judge = Judge.ofChapter(1).by("go-task", outside);
        assertEquals(Ruling.REFUTED, find(judge.onlyIf("it is deep", outside)).ruling());
        assertEquals(Ruling.HOLDS_IF, find(judge.onlyIf("it is deep", inside)).ruling());
    }

    @Test
    void aVerdictNamesItsWaitAndWhatAnotherWaitMakesOfIt() {
        var inside = Optional.of(new Measured(2_500, 2_400, 2_600, true));
        var outside = Optional.of(new Measured(900, 890, 910, true));
        var names = "Judged for tasks that wait for a signal; the claim does not say what they wait for.";
        var judge = Judge.ofChapter(1).waits("a signal", "a queue").by("go-task", outside);
        assertEquals(names, find(judge.other(Optional.empty())).condition());
        judge.by("go-task", outside).other(outside);
        assertEquals(Ruling.REFUTED, find(judge).ruling());
        assertEquals(names + " Where each waits for a queue: 900 B.", find(judge).condition());
        judge.by("go-task", outside).other(inside);
        assertEquals(Ruling.HOLDS_IF, find(judge).ruling());
        assertEquals("Each task waits for a queue. " + names + " Where each waits for a queue: 2.4 KB.",
            find(judge).condition());
        judge.by("go-task", inside).other(outside);
        assertEquals(Ruling.HOLDS, find(judge).ruling());
        judge.by("go-task", Optional.empty()).other(inside);
        assertEquals("", find(judge).condition());
    }

    @Test
    void aClaimWithoutAFigureHoldsUnderAConditionThatWasSeen() {
        var judge = Judge.ofChapter(6).when("context-leak", Optional.of(false), true, "It ends");
        assertEquals(Ruling.REFUTED, judge.onlyIf("Its parent lives.", false).verdicts().all().getFirst().ruling());
        var verdict = judge.onlyIf("Its parent lives.", true).verdicts().all().getFirst();
        assertEquals(Ruling.HOLDS_IF, verdict.ruling());
        assertEquals("Its parent lives. It ends.", verdict.condition());
    }

    @Test
    void whatIsSeenInEachProcessDecidesWhereTheyAgree() {
        assertEquals(Ruling.HOLDS, seen(List.of(true, true)).ruling());
        assertEquals(Ruling.REFUTED, seen(List.of(false, false)).ruling());
        assertEquals(Ruling.NOT_MEASURED, seen(List.of()).ruling());
        assertEquals(Ruling.UNDECIDED, seen(List.of(true, false)).ruling());
        assertEquals(2, seen(List.of(true, false)).forks());
    }

    private static Verdict seen(List<Boolean> seen) {
        return Judge.ofChapter(6).each("context-leak", seen, true, "It ends").verdicts().all().getFirst();
    }

    @Test
    void everyClaimOfTheChapterGetsAVerdictInOrder() {
        assertEquals(Claims.ofChapter(1).stream().map(Claim::id).toList(),
            Judge.ofChapter(1).verdicts().all().stream().map(v -> v.claim().id()).toList());
        assertTrue(Claims.all().size() >= 20);
    }

    @Test
    void aVendorsFigureIsJudgedByTheSameRule() {
        assertEquals(Claims.vendors(), Judge.ofChapter(11).verdicts().all().stream().map(Verdict::claim).toList());
        assertEquals(Ruling.HOLDS, tokio(60, 70));
        assertEquals(Ruling.REFUTED, tokio(450, 460));
        assertEquals(Ruling.UNDECIDED, tokio(70, 90));
    }

    private static Ruling tokio(double low, double high) {
        return Judge.ofChapter(11).by("tokio-task", Optional.of(new Measured((low + high) / 2, low, high, true)))
            .verdicts().all().stream().filter(v -> v.claim().id().equals("tokio-task")).findFirst().orElseThrow()
            .ruling();
    }

    @Test
    void anUnknownClaimIsAnError() {
        assertThrows(IllegalArgumentException.class, () -> Judge.ofChapter(1).by("nonsense", Optional.empty()));
    }

    @Test
    void aRatioIsAsWideAsItsPartsAllow() {
        var over = new Measured(10, 9, 12, true);
        var under = new Measured(5, 4, 6, true);
        var ratio = Measured.ratio(Optional.of(over), Optional.of(under)).orElseThrow();
        assertEquals(new Measured(2, 1.5, 3, true), ratio);
    }

    private static Ruling ruling(double low, double high) {
        return judge(low, high).ruling();
    }

    private static Verdict judge(double low, double high) {
        var measured = new Measured((low + high) / 2, low, high, true);
        return find(Judge.ofChapter(1).in("weighed").by("go-task", Optional.of(measured)));
    }

    private static Verdict find(Judge judge) {
        return judge.verdicts().all().stream().filter(v -> v.claim().id().equals("go-task")).findFirst().orElseThrow();
    }
}

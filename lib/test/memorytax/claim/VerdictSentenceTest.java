package memorytax.claim;

import memorytax.claim.Verdict.Ruling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What a colleague can be sent, for every outcome.
class VerdictSentenceTest {
    private static final String TASK = "The post says in section 5 that an idle asyncio task costs about 20 KB. ";

    private static Measured bytes(double value, double low, double high, int forks, Extent kind) {
        return new Measured(value, low, high, true, forks, kind);
    }

    private static Verdict task(Measured measured) {
        return find(Judge.ofChapter(1).in("weighed").by("py-task", Optional.of(measured)), "py-task");
    }

    private static Verdict find(Judge judge, String id) {
        return judge.verdicts().all().stream().filter(v -> v.claim().id().equals(id)).findFirst().orElseThrow();
    }

    private static String found(Measured measured) {
        return task(measured).found();
    }

    @Test
    void saysWhatIsClaimedWhatWasMeasuredAndHowSureThatIs() {
        var verdict = task(bytes(1_150, 1_148, 1_152, 5, Extent.INTERVAL));
        assertEquals(TASK + "On this machine it costs 1,150 B (95 % interval 1,148–1,152): the claim is refuted.",
            verdict.sentence());
        assertEquals("✗ " + verdict.sentence(), verdict.toString());
        assertEquals(TASK + "In our recorded run it costs 1,150 B (95 % interval 1,148–1,152): the claim is refuted.",
            verdict.recorded().sentence());
    }

    @Test
    void aTickStandsBesideItsChance() {
        assertEquals("On this machine it costs 20,000 B (95 % interval 19,900–20,100): the claim holds. If the claim "
            + "were wrong, chance alone would make 5 forks agree with it at most 1 in 40 times.",
            found(bytes(20_000, 19_900, 20_100, 5, Extent.INTERVAL)));
        assertEquals("On this machine it costs 20,000 B (range of the forks 19,900–20,100): the claim holds. If the "
            + "claim were wrong, chance alone would make 5 forks agree with it 1 in 32 times.",
            found(bytes(20_000, 19_900, 20_100, 5, Extent.RANGE)));
        assertTrue(found(bytes(20_000, 19_900, 20_100, 9, Extent.RANGE)).endsWith(" it 1 in 100 times or less."));
    }

    @Test
    void aRangeThatRefutesHasItsChanceToo() {
        assertEquals("On this machine it costs 1,150 B (range of the forks 1,140–1,160): the claim is refuted. If the "
            + "claim were right, chance alone would make 5 forks contradict it 1 in 32 times.",
            found(bytes(1_150, 1_140, 1_160, 5, Extent.RANGE)));
    }

    @Test
    void boundsOfACalculationAreNoEstimate() {
        assertEquals("On this machine it costs 20,000 B (bounds 19,900–20,100): the claim holds.",
            found(bytes(20_000, 19_900, 20_100, 5, Extent.BOUNDS)));
        assertEquals("On this machine it costs 30,000 B (bounds from 25,000 B): the claim is refuted.",
            found(bytes(30_000, 25_000, Double.POSITIVE_INFINITY, 5, Extent.BOUNDS)));
    }

    @Test
    void aCountIsExactAndAnIntervalMayBeNarrowerThanAByte() {
        assertEquals("On this machine it costs 2,048 B: the claim is refuted.",
            found(new Measured(2_048, 2_048, 2_048, true)));
        assertEquals("On this machine it costs 1,150 B (95 % interval narrower than 1 B): the claim is refuted.",
            found(bytes(1_150, 1_149.9, 1_150.1, 5, Extent.INTERVAL)));
    }

    @Test
    void theEndsOfAnIntervalCanBeToldApart() {
        var tasks = find(Judge.ofChapter(1).by("go-10k", Optional.of(bytes(30_118_707, 30_058_811, 30_178_604, 5,
            Extent.INTERVAL))), "go-10k");
        assertEquals("The post says in its TL;DR and section 5 that 10,000 goroutines take 35 to 50 MB. On this "
            + "machine they take 28.7 MB (95 % interval 28.7–28.8): the claim is refuted.", tasks.sentence());
        var ratio = find(Judge.ofChapter(1).by("ratio-10k", Optional.of(bytes(1.1554, 1.1521, 1.1587, 5,
            Extent.INTERVAL))), "ratio-10k");
        assertEquals("On this machine it needs 1.16 times the memory of Go (95 % interval 1.15–1.16): the claim is "
            + "refuted.", ratio.found());
    }

    @Test
    void holdsOnlyIfNamesTheCondition() {
        var judge = Judge.ofChapter(1).waits("a signal", "a queue of its own")
            .by("py-task", Optional.of(bytes(1_150, 1_148, 1_152, 5, Extent.INTERVAL)))
            .other(Optional.of(bytes(20_000, 19_900, 20_100, 5, Extent.INTERVAL)));
        assertEquals("On this machine it costs 1,150 B (95 % interval 1,148–1,152). The claim holds only if each task "
            + "waits for a queue of its own.", find(judge, "py-task").found());
        assertEquals("Judged for tasks that wait for a signal; the claim does not say what they wait for. Where each "
            + "waits for a queue of its own: 20 KB.", find(judge, "py-task").more());
        var seen = find(Judge.ofChapter(6).when("context-leak", Optional.of(false), true, "At the end 0 were left")
            .onlyIf("Nothing cancels the parent.", true).note("Both ended."), "context-leak");
        assertEquals("On this machine the claim holds only if nothing cancels the parent. At the end 0 were left.",
            seen.found());
        assertEquals("Both ended.", seen.more());
    }

    @Test
    void whatCannotBeToldSaysWhyAndWhatWould() {
        assertEquals("On this machine it costs 20,000 B. This does not decide the claim: it is one process alone. More "
            + "forks would tell.", found(bytes(20_000, 20_000, 20_000, 1, Extent.INTERVAL)));
        assertEquals("On this machine it costs 20,000 B (range of the forks 19,900–20,100). This does not decide the "
            + "claim: 3 forks may agree by chance (1 in 8). More forks would tell.",
            found(bytes(20_000, 19_900, 20_100, 3, Extent.RANGE)));
        assertEquals("On this machine it costs 16,000 B (95 % interval 15,000–17,000). This does not decide the claim: "
            + "a part of the 95 % interval lies outside of the claim's range, 16,384 B to 24,576 B. More forks would "
            + "tell.", found(bytes(16_000, 15_000, 17_000, 5, Extent.INTERVAL)));
    }

    @Test
    void whatWasNotMeasuredSaysWhy() {
        var claim = Claims.of("py-free-threading");
        assertEquals("The post says in section 5 that even free-threaded Python 3.13 keeps the overhead. It was not "
            + "measured here.", Verdict.without(claim, Ruling.NOT_MEASURED, "", "").sentence());
        assertEquals("It was not measured here. No such Python was found: python3.14t.",
            Verdict.without(claim, Ruling.NOT_MEASURED, "No such Python was found: python3.14t.", "").found());
    }

    /// @param seen in each process
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        true true true | On this machine the claim holds. All 3 processes agree. It ends.
        false false | On this machine the claim is refuted. Both processes agree. It ends.
        true false | On this machine the claim is not decided: the processes do not agree. More forks would tell. \
        It ends.
        true | On this machine the claim is not decided: it is one process alone. More forks would tell. It ends.
        """)
    void whatWasSeenStandsBehindTheRuling(String seen, String says) {
        var each = List.of(seen.split(" ")).stream().map(Boolean::valueOf).toList();
        var judge = Judge.ofChapter(6).each("context-leak", each, true, "It ends");
        assertEquals(says, find(judge, "context-leak").found());
    }

    @Test
    void aReadersClaimIsQuotedAsItStands() {
        var claim = new Claim("mine.csv:2", 1, "", "Goroutines are heavy.", "~4 KB", 3_277, 4_915, "B", "mine.csv");
        var verdict = Verdict.without(claim, Ruling.REFUTED, "", "weighed").with(bytes(2_755, 2_753, 2_757, 5,
            Extent.INTERVAL));
        assertEquals("mine.csv says: Goroutines are heavy (~4 KB). On this machine the measured value is 2,755 B (95 % "
            + "interval 2,753–2,757): the claim is refuted.", verdict.sentence());
    }

    @Test
    void everyClaimCanBeSaid() {
        var wrong = new ArrayList<String>();
        for (var claim : Claims.all()) {
            if (claim.hasFigure() && claim.finding().startsWith("the measured")) wrong.add(claim.id() + ": no finding");
            if (!claim.finding().contains("{}")) wrong.add(claim.id() + ": " + claim.finding());
            var said = Verdict.without(claim, Ruling.NOT_MEASURED, "", "").claimed();
            if (!said.matches("The post says in (its TL;DR and )?section \\d that ([a-z\\d]|Go|Python).*[^.]\\."))
                wrong.add(said);
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void aVendorIsNamed() {
        var judge = Judge.ofChapter(11).in("field").by("tokio-task", Optional.of(bytes(455, 450, 460, 5,
            Extent.INTERVAL)));
        assertEquals("The Tokio tutorial says that a Tokio task takes a single allocation and 64 bytes. On this "
            + "machine it takes 455 B (95 % interval 450–460): the claim is refuted.",
            find(judge, "tokio-task").sentence());
        assertEquals("JEP 444 says that a program can have 1,000,000 virtual threads at the same time.",
            find(judge, "vt-million").claimed());
    }

    @Test
    void theyAreCountedInWords() {
        var holds = verdict(Ruling.HOLDS);
        var under = verdict(Ruling.HOLDS_IF);
        var refuted = verdict(Ruling.REFUTED);
        assertEquals("The one claim holds.", new Verdicts(List.of(holds)).tally());
        assertEquals("The one claim holds under a condition.", new Verdicts(List.of(under)).tally());
        assertEquals("Both claims are refuted.", new Verdicts(List.of(refuted, refuted)).tally());
        assertEquals("All 3 claims hold.", new Verdicts(List.of(holds, holds, holds)).tally());
        var all = new Verdicts(List.of(holds, under, under, refuted, verdict(Ruling.UNDECIDED),
            verdict(Ruling.NOT_MEASURED)));
        assertEquals("Of 6 claims, 1 holds, 2 hold under a condition, 1 is refuted, 1 is undecided and 1 is not "
            + "measured.", all.tally());
        assertEquals(List.of("1 holds", "2 under a condition", "1 refuted", "1 undecided", "1 not measured"),
            all.counts());
    }

    private static Verdict verdict(Ruling ruling) {
        return Verdict.without(Claims.of("py-task"), ruling, "", "");
    }
}

package memorytax.service;

import memorytax.FieldRun;
import memorytax.measure.process.Guests;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Watched;
import memorytax.record.Results;
import memorytax.service.Estimate.Fit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Tasks of chapter 11 among the architectures of a service: what is known of them, and what is not.
class GuestCostsTest {
    private static final double PLENTY = 1 << 30;
    @TempDir
    private Path out;

    @BeforeEach
    void run() throws IOException {
        new FieldRun().field("tokio tasks", "rust", 600).field("elixir tasks", "elixir", 3_000)
            .field("kotlin coroutines (warmed)", "kotlin", 400)
            .deeper("tokio tasks (deep)", "rust", 0, 700).deeper("tokio tasks (deep)", "rust", 100, 10_700)
            .write(out);
    }

    private Costs costs(Service service, String names) {
        return Costs.of(new Results(out, FieldRun.MACHINE, false), service, Guests.of(names));
    }

    private Estimates estimates(Service service, String names) {
        return Estimates.of(service, costs(service, names), EstimatesTest.held(service.holding()));
    }

    private static Service service(int depth, int holding, int allocating, double limit) {
        return new Service(10_000, depth, holding, allocating, limit);
    }

    @Test
    void costsComeFromTheFieldAndDepthFromWhatWasWeighedDeeper() {
        var costs = costs(service(0, 0, 0, PLENTY), "tokio");
        var tokio = costs.of("tokio tasks").orElseThrow();
        assertEquals(List.of("goroutines", "asyncio tasks", "tokio tasks"),
            costs.all().stream().map(Costs.Architecture::name).skip(3).toList());
        assertEquals(1_000_000, tokio.empty().value(), 1e-6);
        assertEquals(600, tokio.task().at(0).value(), 1e-6);
        assertEquals(5_600, tokio.task().at(50).value(), 1e-6, "half of the 10,000 B that 100 calls add");
        assertTrue(tokio.here() && tokio.live().isEmpty(), costs.toString());
        assertEquals(200, costs(service(0, 0, 0, PLENTY), "kotlin").of("kotlin coroutines").orElseThrow().live()
            .orElseThrow().at(0).value(), 1e-6);
    }

    @Test
    void whatHasNoRunIsNamed() {
        var costs = costs(service(0, 0, 0, PLENTY), "tokio,elixir");
        assertEquals(List.of(), costs.missing());
        var strangers = new Results(out.resolve("nowhere"), FieldRun.MACHINE, false);
        var all = Costs.of(strangers, service(0, 0, 0, PLENTY), Guests.of("tokio"));
        assertEquals(List.of(), costs(service(0, 0, 0, PLENTY), "elixir").missing());
        assertEquals(all.of("tokio tasks").isPresent() ? List.of() : List.of("tokio tasks"), all.missing());
        assertEquals(List.of(), Costs.of(strangers, service(0, 0, 0, PLENTY), Guests.NONE).missing());
    }

    @Test
    void whatIsNotInDoubtIsChosenLikeTheOthers() {
        var e = estimates(service(50, 0, 0, PLENTY), "tokio");
        var tokio = e.of("tokio tasks").orElseThrow();
        assertEquals(Set.of(), tokio.doubts());
        assertEquals(1_000_000 + 10_000 * 5_600, tokio.total().value(), 1);
        assertEquals(Fit.YES, tokio.fit());
        var top = estimates(service(0, 0, 0, PLENTY), "tokio");
        assertEquals("tokio tasks", top.choice().orElseThrow().name());
        assertEquals("", top.doubts(Doubt.values()));
    }

    @Test
    void aHeldByteIsAssumedToBeOneAndSaid() {
        var e = estimates(service(0, 4_096, 0, PLENTY), "tokio,elixir");
        var tokio = e.of("tokio tasks").orElseThrow();
        assertEquals(1_000_000 + 10_000 * 4_696, tokio.total().value(), 1);
        assertEquals(Set.of(Doubt.BYTES), tokio.doubts());
        assertEquals(Fit.EDGE, tokio.fit());
        assertEquals(" Tokio tasks and elixir tasks: each byte that they hold is assumed to cost one byte.",
            e.doubts(Doubt.values()));
    }

    @Test
    void ofWhomTheSameIsSoOneSentenceSaysIt() {
        var e = estimates(service(30, 100, 1 << 20, PLENTY), "tokio,kotlin,elixir");
        var garbage = Doubt.BYTES.words() + "; " + Doubt.GARBAGE.words() + ".";
        assertEquals(" Tokio tasks and kotlin coroutines: " + garbage + " Elixir tasks: " + Doubt.DEPTH.words() + "; "
            + garbage, e.doubts(Doubt.values()));
        assertTrue(e.of("kotlin coroutines").orElseThrow().flag().isEmpty(), "nobody knows what a flag would do");
        assertTrue(estimates(service(0, 0, 0, PLENTY), "kotlin").of("kotlin coroutines").orElseThrow().flag()
            .isPresent());
    }

    @Test
    void whereNoDepthWasWeighedTheTopIsTakenAndSaid() {
        var e = estimates(service(30, 0, 0, PLENTY), "elixir").of("elixir tasks").orElseThrow();
        assertEquals(1_000_000 + 10_000 * 3_000, e.total().value(), 1);
        assertEquals(Set.of(Doubt.DEPTH), e.doubts());
        assertTrue(e.extrapolated());
        assertEquals(Set.of(), estimates(service(0, 0, 0, PLENTY), "elixir").of("elixir tasks").orElseThrow().doubts());
    }

    /// Whose garbage nobody has watched is never chosen, however little it takes; too large it is without garbage, too.
    @Test
    void withGarbageItIsNotClaimedToFit() {
        var nothing = EstimatesTest.held(0);
        var none = new ServiceRuns(new Watched("garbage", List.of(),
            new Reports("garbage", List.of())));
        var plenty = service(0, 0, 100 << 20, PLENTY);
        var e = Estimates.of(plenty, costs(plenty, "tokio,kotlin"), nothing).with(none, none);
        for (var name : List.of("tokio tasks", "kotlin coroutines")) {
            assertEquals(Fit.EDGE, e.of(name).orElseThrow().fit());
            assertFalse(e.of(name).orElseThrow().tried());
        }
        assertTrue(e.choice().isEmpty(), "nobody has watched the others either");
        assertTrue(e.reason().contains(" Tokio tasks may fit, but are not chosen: they take at least 6.7 MB, and the "
            + "room that their garbage takes is not measured"), e.reason());
        var tight = service(0, 0, 100 << 20, 5 << 20);
        var small = Estimates.of(tight, costs(tight, "tokio"), nothing);
        assertEquals(Fit.NO, small.of("tokio tasks").orElseThrow().fit());
        assertFalse(small.reason().contains("Tokio"), small.reason());
    }
}

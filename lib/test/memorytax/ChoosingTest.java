package memorytax;

import memorytax.child.Gate;
import memorytax.claim.Measured;
import memorytax.measure.plan.Archive;
import memorytax.measure.plan.Effort;
import memorytax.measure.plan.Progress;
import memorytax.measure.plan.Scale;
import memorytax.measure.process.Guests;
import memorytax.measure.process.Linux;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Weighings;
import memorytax.peers.Toolchains;
import memorytax.record.Machine;
import memorytax.record.Results;
import memorytax.service.Costs;
import memorytax.service.Estimate;
import memorytax.service.Estimates;
import memorytax.service.GarbageRoom;
import memorytax.service.Service;
import memorytax.service.ServiceRuns;
import memorytax.service.Trial;
import memorytax.service.WaitsFor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// What chapter 8 predicts of a small service comes out, as nearly as one process can show, and what is too large is
/// not begun.
@Weighs
class ChoosingTest {
    private static final Service SMALL = new Service(10_000, 0, 4_096, 40 << 20, 1 << 30);
    @TempDir
    private static Path folder;
    private static Steps chapter;
    private static Weighings held;
    private static Estimates parked;
    private static ServiceRuns garbage;
    private static ServiceRuns jvm;

    @BeforeAll
    static void build() throws Exception {
        chapter = Steps.of(8);
        held = (Weighings) run("held", SMALL);
        parked = estimates(SMALL);
        garbage = (ServiceRuns) run("garbage", SMALL, parked);
        jvm = (ServiceRuns) run("jvm", SMALL);
    }

    @Test
    void whatIsHeldCostsItsBytesAndNotMuchMore() {
        for (var runtime : List.of("java", "go", "python")) {
            assumeTrue(held.contenders().stream().anyMatch(c -> c.runtime().equals(runtime)), runtime + " is needed");
            double cost = Estimates.held(held, runtime, Quantity.RESIDENT, SMALL.holding()).orElseThrow().value();
            assertTrue(cost > 0.8 * SMALL.holding() && cost < 2.5 * SMALL.holding(), runtime + ": " + cost);
        }
    }

    /// No faster than it was told; slower on a machine that cannot, and then it says so.
    @Test
    void garbageComesAsFastAsItWasTold() {
        var model = SMALL.model();
        for (var room : rooms().values()) {
            assertTrue(room.rate() > 0, rooms().toString());
            assertTrue(room.rate() < 1.1 * 1_024 * model.kilobytes(), room + ", and " + model.kilobytes() + " KB/s");
        }
    }

    @Test
    void garbageTakesRoomWhereItIsCollectedAndNoneWhereItIsCounted() {
        var rooms = rooms();
        assumeTrue(rooms.containsKey(Costs.GO) && rooms.containsKey(Costs.PYTHON), "Go and Python are needed");
        assertTrue(grown(rooms.get(Costs.GO)) > 1.1, rooms.toString());
        assertTrue(grown(rooms.get(Costs.VIRTUAL)) > 1.02, rooms.toString());
        assertTrue(grown(rooms.get(Costs.PYTHON)) < 1.1, rooms.toString());
        assertTrue(rooms.get(Costs.GO).gc().orElse(1) > 0, rooms.toString());
    }

    private static double grown(GarbageRoom room) {
        return room.peak().value() / room.parked();
    }

    private static Map<String, GarbageRoom> rooms() {
        return Stream.of(garbage, jvm).flatMap(w -> GarbageRoom.of(w).stream())
            .collect(Collectors.toMap(GarbageRoom::name, Function.identity()));
    }

    @Test
    void whatWasPredictedComesOut() throws Exception {
        assumeTrue(parked.of(Costs.GO).isPresent() && parked.of(Costs.PYTHON).isPresent(), "all are needed");
        var needs = parked.with(garbage, jvm);
        var trials = Trial.of(needs, (ServiceRuns) run("tried", SMALL, needs));
        assertEquals(3, trials.size(), trials.toString());
        for (var trial : trials) assertTrue(Math.abs(trial.off().orElseThrow()) < 0.5, trials.toString());
    }

    /// By recorded figures: one connection is dearer than a task by what chapter 9 found beyond chapter 2.
    @Test
    void aConnectionCostsWhatChapterNineHasWeighed() {
        var results = new Results(folder, new Machine(Map.of()), true);
        var tasks = estimates(SMALL);
        var clients = estimates(SMALL.with(WaitsFor.CLIENT));
        for (var name : Map.of(Costs.GO, "goroutines (plain read)", Costs.PYTHON, "asyncio streams").entrySet()) {
            assumeTrue(tasks.of(name.getKey()).isPresent(), name + " is needed");
            double client = Measured.task(results.of(9, "quiet", name.getValue()), name.getValue()).orElseThrow()
                .value();
            double task = Costs.of(results).of(name.getKey()).orElseThrow().task().at(0).value();
            double more = one(clients, name.getKey()).each().value() - one(tasks, name.getKey()).each().value();
            assertEquals(client - task, more, 1, name.toString());
            assertTrue(more > 500, name + ": " + more);
        }
        double java = one(clients, Costs.VIRTUAL).each().value() - one(tasks, Costs.VIRTUAL).each().value();
        assertTrue(java > 500 && java < 4_096, "virtual threads: " + java);
        assertTrue(clients.of(Costs.CALLBACKS).isEmpty() && clients.of(Costs.SELECTOR).isPresent(), clients.toString());
        double sockets = one(clients, Costs.GO).sockets().value() / SMALL.tasks();
        assertTrue(sockets > 500 && sockets < 8_192, "what the kernel charges for a socket: " + sockets);
        assertEquals(0, one(tasks, Costs.GO).sockets().value());
    }

    /// By figures that are written down: what nobody has watched is held against the limit, and never chosen.
    @Test
    void aGuestCostsWhatChapterElevenHasWeighed() throws Exception {
        new FieldRun().field("tokio tasks", "rust", 600).write(folder);
        var results = new Results(folder, FieldRun.MACHINE, false);
        var step = chapter.chapter().getDeclaredMethod("costs", Results.class, Service.class, Guests.class);
        step.setAccessible(true);
        var costs = (Costs) step.invoke(chapter.instance(), results, SMALL, Guests.of("tokio"));
        var needs = Estimates.of(SMALL, costs, held).with(garbage, jvm);
        var tokio = one(needs, "tokio tasks");
        assertEquals(1_000_000 + SMALL.tasks() * (600 + SMALL.holding()), tokio.parked().value(), 1);
        assertEquals(Estimate.Fit.EDGE, tokio.fit());
        assertTrue(needs.choice().isPresent() && needs.choice().get() != tokio, needs.reason());
        assertTrue(needs.reason().contains(" Tokio tasks may fit, but are not chosen"), needs.reason());
    }

    /// Depth and bytes add to a connection what they add to a task.
    @Test
    void aConnectionThatWaitsDeeperCostsWhatATaskCostsMoreThere() {
        for (var name : List.of(Costs.GO, Costs.PYTHON)) {
            assumeTrue(parked.of(name).isPresent(), name + " is needed");
            double task = one(estimates(deep(SMALL)), name).each().value() - one(parked, name).each().value();
            double client = one(estimates(deep(SMALL.with(WaitsFor.CLIENT))), name).each().value()
                - one(estimates(SMALL.with(WaitsFor.CLIENT)), name).each().value();
            assertTrue(task > 1_000, name + ": " + task);
            assertEquals(task, client, task / 10, name);
        }
    }

    private static Service deep(Service s) {
        return new Service(s.tasks(), 100, s.holding(), s.allocating(), s.limit(), s.waitsFor());
    }

    private static Estimate one(Estimates estimates, String name) {
        return estimates.of(name).orElseThrow();
    }

    /// With real clients: each of them is a task of a server.
    @Test
    void connectionsComeOutAsPredicted() throws Exception {
        var service = new Service(2_000, 10, 4_096, 40 << 20, 1 << 30, WaitsFor.CLIENT);
        var before = estimates(service);
        assumeTrue(before.of(Costs.GO).isPresent() && before.of(Costs.PYTHON).isPresent(), "all are needed");
        var needs = before.with((ServiceRuns) run("garbage", service, before), (ServiceRuns) run("jvm", service));
        var trials = Trial.of(needs, (ServiceRuns) run("tried", service, needs));
        assertEquals(3, trials.size(), trials.toString());
        for (var trial : trials) assertTrue(Math.abs(trial.off().orElseThrow()) < 0.5, trials.toString());
    }

    @Test
    void moreConnectionsThanOpenFilesAreNotBegun() throws Exception {
        assumeTrue(Linux.files().isPresent(), "only Linux says how many files a process may have open");
        var many = new Service(5_000_000, 0, 0, 0, 1L << 40, WaitsFor.CLIENT);
        var tried = ((ServiceRuns) run("tried", many, estimates(many))).reports();
        assertTrue(tried.all().stream().allMatch(w -> w.outcome() instanceof Outcome.Skipped), tried.toString());
    }

    @Test
    void whatIsTooLargeIsNotBegun() throws Exception {
        var large = new Service(10_000_000, 1_000, 2_048, 0, 1 << 30);
        var tried = ((ServiceRuns) run("tried", large, estimates(large))).reports();
        assertTrue(tried.all().stream().allMatch(w -> w.outcome() instanceof Outcome.Skipped), tried.toString());
        assertTrue(tried.toString().contains("is free here"), tried.toString());
    }

    /// Empty, with what comes with the first threads, and each of them: that is what a thousand of them take.
    @Test
    void aThousandPlatformThreadsTakeWhatIsCalculated() {
        var weighed = new Scale(Effort.quick(3), Toolchains.beside(chapter.chapter()), Progress.SILENT,
            Archive.NONE, "s").sizes(500, 1_000, 2_000).java(Costs.PLATFORM, n -> threads(n)).weigh();
        var ends = new Weighings("s", weighed.all().stream().filter(w -> w.tasks() != 1_000).toList());
        var slope = ends.slope(Costs.PLATFORM).orElseThrow();
        double calculated = Measured.empty(ends, Costs.PLATFORM).orElseThrow().value() + slope.intercept().mean()
            + 1_000 * slope.value();
        assertEquals(1, calculated / Measured.whole(weighed, Costs.PLATFORM, 1_000).orElseThrow().value(), 0.1,
            slope + ", " + slope.intercept());
    }

    private static Gate threads(int tasks) throws InterruptedException {
        var gate = new Gate(tasks);
        for (int i = 0; i < tasks; i++) Thread.ofPlatform().start(() -> {
            gate.here();
            gate.await();
        });
        return gate.full();
    }

    private static Estimates estimates(Service service) {
        var machine = new Machine(Map.of());
        return Estimates.of(service, Costs.of(new Results(folder, machine, true), service), held);
    }

    /// What the step returns that takes a scale, and these.
    private static Object run(String step, Object... given) throws Exception {
        var all = Stream.concat(Stream.of(scale(step)), Stream.of(given)).toArray();
        var method = chapter.chapter().getDeclaredMethod(step,
            Stream.of(all).map(Object::getClass).toArray(Class[]::new));
        method.setAccessible(true);
        return method.invoke(chapter.instance(), all);
    }

    private static Scale scale(String step) {
        return new Scale(Effort.quick(1), Toolchains.beside(chapter.chapter()), Progress.SILENT,
            Archive.NONE, step);
    }
}

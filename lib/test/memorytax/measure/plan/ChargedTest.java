package memorytax.measure.plan;

import memorytax.Weighs;
import memorytax.child.Gate;
import memorytax.measure.process.Cgroup;
import memorytax.measure.process.ChildProcess;
import memorytax.measure.process.Host;
import memorytax.measure.process.Linux;
import memorytax.measure.process.Settling;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Reading;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// What the kernel holds for a process, on top of its resident size.
@Weighs
@Timeout(600)
class ChargedTest {
    private static final int THREADS = 2_000;

    static Gate platform(int tasks) throws InterruptedException {
        var gate = new Gate(tasks);
        for (int i = 0; i < tasks; i++) Thread.ofPlatform().start(() -> {
            gate.here();
            gate.await();
        });
        return gate.full();
    }

    /// A thread of the system has a stack in the kernel, of 16 KB on most machines. A virtual one has none.
    @Test
    void aPlatformThreadIsChargedForAStackInTheKernelAndAVirtualOneIsNot() {
        assumeTrue(Linux.here());
        var effort = new Effort(2, List.of(), false);
        var weighed = new Scale(effort, new Nobody(), Progress.SILENT, Archive.NONE, "charged")
            .sizes(500, THREADS).java("platform", n -> platform(n)).java("virtual", n -> Loads.waiting(n)).weigh();
        double platform = kernel(weighed, "platform"), virtual = kernel(weighed, "virtual");
        assertTrue(platform > 8 << 10 && platform < 64 << 10, weighed + " kernel " + platform);
        assertTrue(Math.abs(virtual) < platform / 10, "virtual " + virtual + " of " + platform);
    }

    /// Pages of a class archive and of libraries have several JVMs, and of each the process has only its part: the
    /// empty process has less. The pages of its tasks it has alone, so that one more task takes as much either way.
    /// There are so many tasks that it does not matter how many JVMs share the other pages meanwhile.
    @Test
    void ofPagesThatOthersHaveTooOnlyAPartCounts() {
        assumeTrue(Host.count(ProcessHandle.current().pid(), Optional.empty()).orElseThrow().pss().isPresent(),
            "nobody counts pages here");
        var effort = new Effort(2, List.of(), false);
        var weighed = new Scale(effort, new Nobody(), Progress.SILENT, Archive.NONE, "pss")
            .sizes(1_000, 200_000).java("virtual", n -> Loads.waiting(n)).weigh();
        for (var w : weighed.all()) {
            long pss = w.baseline().orElseThrow().pss().orElseThrow(), all = w.baseline().orElseThrow().resident();
            assertTrue(all / 4 < pss && pss < all, w::toString);
        }
        double one = weighed.slope("virtual").orElseThrow().value();
        assertEquals(one, weighed.slope("virtual", Quantity.PSS).orElseThrow().value(), one / 20, weighed::toString);
    }

    private static double kernel(Weighings weighed, String contender) {
        return weighed.slope(contender, Quantity.CHARGED).orElseThrow().value()
            - weighed.slope(contender).orElseThrow().value();
    }

    /// What a thread reserves is what `-Xss` says, and little of it is resident. A virtual thread has no such range.
    @Test
    void aPlatformThreadReservesTheStackThatItIsToldToHave() {
        assumeTrue(Linux.here());
        var effort = new Effort(2, List.of(), false);
        var weighed = new Scale(effort, new Nobody(), Progress.SILENT, Archive.NONE, "reserved")
            .sizes(500, THREADS).java("512 KB", n -> platform(n)).flags("-Xss512k")
            .java("4 MB", n -> platform(n)).flags("-Xss4m").java("virtual", n -> Loads.waiting(n)).weigh();
        assertEquals(512, reserved(weighed, "512 KB"), 64, weighed::toString);
        assertEquals(4_096, reserved(weighed, "4 MB"), 64, weighed::toString);
        assertEquals(0, reserved(weighed, "virtual"), 64, weighed::toString);
        assertTrue(weighed.slope("4 MB").orElseThrow().value() < 100 << 10, weighed::toString);
    }

    private static double reserved(Weighings weighed, String contender) {
        return weighed.slope(contender, Quantity.RESERVED).orElseThrow().value() / 1_024;
    }

    /// Two ways to count the same: page by page with the kernel's share, and what the kernel says of the whole group.
    /// What we can count without a group is less than that, and most of it.
    @Test
    void whatIsChargedAgreesWithTheGroupsOwnCounter() throws Exception {
        assumeTrue(Cgroup.can(), "no control group can be made here");
        var point = Loads.point(n -> platform(n), THREADS);
        try (var fork = ChildProcess.start(point.launch())) {
            fork.expect("READY", point.patience());
            var before = Settling.of(fork, _ -> { });
            long all = fork.group().orElseThrow().charged().orElseThrow();
            fork.send(point.load());
            fork.expect("LOADED", point.patience());
            var after = Settling.of(fork, _ -> { });
            assertTrue(after.kernel().all() && before.kernel().all());
            double ours = after.charged().orElseThrow() - before.charged().orElseThrow();
            double theirs = fork.group().orElseThrow().charged().orElseThrow() - all;
            assertEquals(1, ours / theirs, 0.1, ours + " by pages and kernel, " + theirs + " by the group");
            var least = Host.count(fork.pid(), Optional.empty()).orElseThrow().kernel();
            assertTrue(!least.all() && least.bytes().orElseThrow() < after.kernel().bytes().orElseThrow()
                && least.bytes().orElseThrow() > THREADS * (8L << 10), least + " of " + after.kernel());
        }
    }

    @Test
    void theKernelsShareIsReadOrAddedUp() {
        assertEquals(OptionalLong.of(900), Cgroup.kernel("anon 5000\nfile 1\nkernel 900\nkernel_stack 700\nslab 4\n"));
        assertEquals(OptionalLong.of(704), Cgroup.kernel("anon 5000\nkernel_stack 700\nslab 4\nfile 1\n"));
        assertEquals(OptionalLong.empty(), Cgroup.kernel("anon 5000\n"));
    }

    @Test
    void whatIsSwappedOutOrHugeIsSaid() {
        var reading = new Reading(100 << 20, OptionalLong.empty(), 3, Reading.Kernel.UNKNOWN, 3 << 20, 4 << 20,
            OptionalLong.empty(), OptionalLong.empty());
        var weighing = new Weighing(new Contender("a", "go", "1"), 10, java.util.Map.of(), 1, Optional.of(reading),
            Optional.of(reading), OptionalLong.empty(), OptionalLong.empty(), new Outcome.Weighed());
        var remarks = memorytax.table.Tables.remarks(new Weighings("s", List.of(weighing)));
        assertEquals(List.of("a × 10: 3.0 MB were swapped out and are not counted, 4.0 MB are in huge pages, "
            + "which makes small sizes look larger."), remarks);
    }
}

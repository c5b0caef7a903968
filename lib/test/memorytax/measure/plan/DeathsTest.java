package memorytax.measure.plan;

import memorytax.measure.process.ChildProcess;
import memorytax.measure.process.Died;
import memorytax.measure.process.Launch;
import memorytax.measure.process.Linux;
import memorytax.measure.process.Peers;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Every way for a child to die, and what its row says then.
@Timeout(600)
class DeathsTest {
    @Test
    void throwsFromItsLoad() {
        assertSays("failed: IllegalStateException: no room for 3", Loads.point(n -> Loads.throwing(n), 3));
    }

    @Test
    void throwsFromATask() {
        assertSays("failed: IllegalStateException: in a task", Loads.point(n -> Loads.failingTask(n), 3));
    }

    @Test
    void exits() {
        assertSays("failed: the process ended by itself (exit code 7)", Loads.point(n -> Loads.exiting(n), 1));
    }

    /// It says nothing any more, and what it has said is no trick.
    @Test
    void endsByAFlagWhenItHasNoMemoryLeft() {
        var outcome = Loads.point(n -> Loads.eating(n), 1, "-Xmx32m", "-XX:+ExitOnOutOfMemoryError")
            .weigh(Progress.SILENT).outcome();
        assertTrue(outcome instanceof Outcome.Failed failed && failed.trick().isEmpty()
            && failed.why().startsWith("the process ended by itself (exit code 3)"), outcome.toString());
    }

    /// It is told in seconds where they wait.
    @Test
    void neverSaysThatItWaits() {
        var said = weigh(Loads.point(n -> Loads.silent(n), 9));
        assertTrue(said.matches("failed: 3 of 9 tasks have called gate\\.here\\(\\), and nothing "
            + "happens any more; 9 threads wait at Loads\\.java:\\d+\\. Each task must call gate\\.here\\(\\) "
            + "before it waits"), said);
    }

    @Test
    void hangs() throws Died {
        assertIsNotAwaitedForEver(Loads.point(n -> Loads.hanging(n), 1));
    }

    @Test
    void printsMegabytes() {
        assertEquals("ok", weigh(Loads.point(n -> Loads.shouting(n), 1)));
    }

    @Test
    void printsRubbish() {
        assertEquals("ok", weigh(Loads.point(n -> Loads.talkingRubbish(n), 1)));
    }

    @Test
    void leavesStrayThreads() {
        assertEquals("ok", weigh(Loads.point(n -> Loads.straying(n), 1)));
    }

    @Test
    void runsOutOfHeap() {
        assertSays("failed: java.lang.OutOfMemoryError: Java heap space",
            Loads.point(n -> Loads.eating(n), 1, "-Xmx32m"));
    }

    @Test
    void runsOutOfNativeThreads() {
        var shell = new File("/bin/sh");
        assumeTrue(shell.exists() && Linux.here());
        var java = Loads.point(n -> Loads.spawning(n), 1, "-Xmx32m", "-XX:+UseSerialGC",
            "-XX:ReservedCodeCacheSize=32m", "-XX:CompressedClassSpaceSize=32m", "-Xss16m");
        var limited = new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -v 4000000; exec \"$@\"", "sh"));
        limited.addAll(java.peer().launch().orElseThrow().command());
        assertSays("unable to create native thread", point(limited));
    }

    @Test
    void isKilled() {
        assertSays("failed: the process was killed (signal 9",
            point(List.of("/bin/sh", "-c", "echo READY runtime=sh version=1; kill -9 $$")));
    }

    @Test
    void saysRubbishInsteadOfReady() {
        assertSays("failed: the process ended by itself (exit code 3); its last lines: who are you?",
            point(List.of("/bin/sh", "-c", "echo who are you?; exit 3")));
    }

    @Test
    void complainsAfterItHasLoaded() {
        assertSays("failed: out of Größe", point(List.of("/bin/sh", "-c",
            "echo READY runtime=sh version=1; read x; echo LOADED tasks=1; echo FAILED reason=out of Größe; read x")));
    }

    /// It ends a moment after it was told to, and another run of these tests has one of its own.
    @Test
    void leavesNoGrandchild() throws Exception {
        var mine = "543." + ProcessHandle.current().pid();
        assertEquals("ok", weigh(point(List.of("/bin/sh", "-c",
            "sleep " + mine + " & echo READY runtime=sh version=1; read x; echo LOADED tasks=1; read x"))));
        for (var p : ProcessHandle.allProcesses().toList())
            if (p.info().commandLine().orElse("").contains(mine)) p.onExit().get(120, TimeUnit.SECONDS);
    }

    @Test
    void talksAllTheTime() throws Died {
        var talking = "echo READY runtime=sh version=1; read x; while :; do echo MARK name=a || exit; done";
        assertIsNotAwaitedForEver(point(List.of("/bin/sh", "-c", talking)));
    }

    /// It may take its time to come up, on a busy machine; a second is for its answer alone.
    private static void assertIsNotAwaitedForEver(Point point) throws Died {
        try (var fork = ChildProcess.start(point.launch())) {
            fork.expect("READY", Point.PATIENCE);
            fork.send(point.load());
            var died = assertThrows(Died.class, () -> fork.expect("LOADED", Duration.ofSeconds(1)));
            assertEquals("the process did not say LOADED within 1 s", died.getMessage());
        }
    }

    @Test
    void confirmsTooFew() {
        var half = program(List.of("/bin/sh", "-c",
            "echo READY runtime=sh version=1; read x; echo LOADED tasks=2; read x"));
        assertSays("failed: only 2 of 5 tasks confirmed that they wait",
            new Point(half, 5, Map.of(), 1, Point.PATIENCE));
        var none = program(List.of("/bin/sh", "-c",
            "echo READY runtime=sh version=1; read x; echo LOADED; read x"));
        assertSays("failed: none of 5 tasks confirmed that they wait",
            new Point(none, 5, Map.of(), 1, Point.PATIENCE));
    }

    @Test
    void isNotThere() {
        assertSays("failed: the process could not be started", point(List.of("/nowhere/at/all")));
    }

    @Test
    void diesWithItsParent() throws Exception {
        assumeTrue(new File("/bin/sh").exists());
        // a job in the background inherits that SIGINT is ignored, and a JVM keeps to that
        for (var signal : ignoresInterrupts() ? List.of("TERM", "KILL") : List.of("INT", "TERM", "KILL")) {
            var java = Loads.point(n -> Loads.hanging(n), 1).peer().launch().orElseThrow().command().getFirst();
            var parent = new ProcessBuilder(java, "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), Parent.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            long child = Long.parseLong(new BufferedReader(new InputStreamReader(parent.getInputStream())).readLine());
            assertTrue(ProcessHandle.of(child).isPresent(), "the child runs");
            new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + parent.pid()).start().waitFor();
            assertTrue(parent.waitFor(120, TimeUnit.SECONDS), "the parent ends on SIG" + signal);
            var handle = ProcessHandle.of(child);
            if (handle.isPresent()) handle.get().onExit().get(120, TimeUnit.SECONDS);
        }
    }

    private static boolean ignoresInterrupts() throws Exception {
        var status = Path.of("/proc/self/status");
        if (!Files.exists(status)) return false;
        return Files.readAllLines(status).stream().filter(l -> l.startsWith("SigIgn:"))
            .anyMatch(l -> (Long.parseUnsignedLong(l.substring(7).strip(), 16) & 2) != 0);
    }

    /// Starts a child that hangs, says its pid, and waits for its own end.
    static final class Parent {
        public static void main(String[] args) throws Exception {
            var fork = ChildProcess.start(Loads.point(n -> Loads.hanging(n), 1).peer().launch().orElseThrow());
            fork.expect("READY", Duration.ofSeconds(30));
            fork.send(Loads.point(n -> Loads.hanging(n), 1).load());
            System.out.println(fork.pid());
            new CountDownLatch(1).await();
        }
    }

    private static void assertSays(String words, Point point) {
        var said = weigh(point);
        assertTrue(said.contains(words), () -> "expected <" + words + "> in: " + said);
    }

    private static String weigh(Point point) {
        var outcome = point.weigh(Progress.SILENT).outcome().toString();
        var own = DeathsTest.class.getName();
        var command = point.launch().command();
        assertEquals(List.of(), Children.of(command.contains(own) ? own : command.getLast()), "left behind");
        return outcome;
    }

    private static Point point(List<String> command) {
        return new Point(program(command), 1, Map.of(), 1, Point.PATIENCE);
    }

    private static Peers.Peer program(List<String> command) {
        return new Peers.Peer(new Contender("a program", "", ""), Optional.of(new Launch(command, Map.of())), "");
    }
}

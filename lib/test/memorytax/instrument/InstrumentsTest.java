package memorytax.instrument;

import memorytax.Built;
import memorytax.House;
import memorytax.Weighs;
import memorytax.measure.plan.Archive;
import memorytax.measure.plan.Effort;
import memorytax.measure.plan.Progress;
import memorytax.measure.plan.Scale;
import memorytax.measure.result.Quantity;
import memorytax.peers.Toolchains;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// The scale beside programs that share no line with it, with two processes for each size: what must hold on every
/// run.
@Weighs
@Timeout(600)
@EnabledOnOs(value = OS.LINUX, disabledReason = "the instruments read files of Linux")
class InstrumentsTest {
    /// As far as two processes of each size may be off; the notebook's own measure is 2 %, with five of each.
    private static final double SHARE = 0.05;
    private static final List<Integer> TASKS = List.of(10_000, 100_000), THREADS = List.of(500, 2_000);

    private static Scale scale() throws Exception {
        var chapter = Built.of(House.root().resolve("chapters/agreement.java")).load();
        return new Scale(Effort.quick(2), Toolchains.beside(chapter), Progress.SILENT, Archive.NONE, "others");
    }

    @Test
    void whatTheScaleSaysOtherInstrumentsSay() throws Exception {
        var scale = scale();
        assumeTrue(scale.peers().toolchain("go").isPresent() && scale.peers().toolchain("python").isPresent());
        var weighed = scale.sizes(10_000, 100_000).go("goroutines", "chapter1.go")
            .python("asyncio tasks", "chapter1.py").weigh();
        var readings = Instruments.weigh(scale, TASKS, THREADS);
        var agreement = Agreement.of(readings, weighed);
        for (var row : agreement.rows())
            assertTrue(Math.abs(row.apart()) < SHARE, row + " is " + row.apart() + " apart");
        assertTrue(agreement.rows().stream().map(row -> row.reading().instrument()).toList().containsAll(
            List.of("smaps_rollup", "MemStats", "runtime/metrics", "tracemalloc")), agreement.rows().toString());
        // what a JVM keeps is its own; a platform thread has pages for its stack, and a virtual one has none
        var live = perTask(readings, "virtual threads (warmed)", Quantity.LIVE);
        assertTrue(live > 500 && live < 1_000, "" + live);
        assertTrue(perTask(readings, "platform threads", Quantity.RESIDENT) > 12_000, readings.toString());
    }

    private static double perTask(Readings readings, String contender, Quantity quantity) {
        return readings.all().stream().filter(r -> r.contender().equals(contender) && r.quantity() == quantity)
            .findFirst().flatMap(readings::perTask).orElseThrow().mean();
    }

    /// A Python that starts twice as many tasks as it is told.
    @Test
    void anInstrumentThatReadsOtherTasksDisagrees(@TempDir Path folder) throws Exception {
        var scale = scale();
        var python = scale.peers().toolchain("python");
        assumeTrue(python.isPresent(), "no Python here");
        var twice = Files.writeString(folder.resolve("python"), "#!/bin/sh\nfile=$1 tasks=$(($2 * 2))\nshift 2\nexec '"
            + python.get() + "' \"$file\" $tasks \"$@\"\n");
        assertTrue(twice.toFile().setExecutable(true));
        var weighed = scale.sizes(1_000, 20_000).python("asyncio tasks", "chapter1.py").weigh();
        try (var script = InstrumentScript.weigh(Map.of("GO", "", "JAVA", "", "PYTHON", twice.toString()),
            List.of("1", "1000", "20000", "1", "2"))) {
            var resident = new double[2];
            for (String line; (line = script.line()) != null; )
                if (line.contains("smaps_rollup")) resident[line.contains(",1000,") ? 0 : 1] =
                    Double.parseDouble(line.replaceFirst(".*,", ""));
            assertEquals("", script.failure());
            double ours = weighed.slope("asyncio tasks").orElseThrow().value();
            assertEquals(2, (resident[1] - resident[0]) / 19_000 / ours, 0.2);
        }
    }

    /// It is ended while a crowd waits: nobody is left.
    @Test
    void whatIsEndedLeavesNobodyBehind() throws Exception {
        var python = scale().peers().toolchain("python");
        assumeTrue(python.isPresent(), "no Python here");
        List<ProcessHandle> all;
        try (var script = InstrumentScript.weigh(Map.of("GO", "", "JAVA", "", "PYTHON", python.get().toString()),
            List.of("1", "1000", "2000", "1", "2"))) {
            for (String line; (line = script.line()) != null && !line.startsWith("# "); ) assertFalse(line.isEmpty());
            all = ProcessHandle.current().descendants().filter(p -> p.info().commandLine().orElse("")
                .contains("weigh.sh")).flatMap(p -> Stream.concat(p.descendants(),
                Stream.of(p))).toList();
        }
        assertFalse(all.isEmpty());
        for (var each : all) each.onExit().get(5, TimeUnit.SECONDS);
    }

    @Test
    void aProgramThatCannotBeBuiltIsSaid() {
        try (var script = InstrumentScript.weigh(Map.of("GO", "/bin/false", "JAVA", "", "PYTHON", ""),
            List.of("1", "10", "20", "1", "2"))) {
            while (script.line() != null) Thread.onSpinWait();
            assertEquals("exit code 1", script.failure());
        }
    }
}

package memorytax.child.kit;

import memorytax.Weighs;
import memorytax.measure.plan.Archive;
import memorytax.measure.plan.Effort;
import memorytax.measure.plan.Progress;
import memorytax.measure.plan.Scale;
import memorytax.measure.plan.Series;
import memorytax.measure.result.Reports;
import memorytax.peers.Toolchains;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// A process hears its own pauses, tells those that were asked for from others, and knows who had the processor.
@Weighs
class PausesTest {
    private static final byte[][] NEEDED = new byte[100][];

    private static void garbage(int megabytes) {
        for (int i = 0; i < megabytes; i++) NEEDED[i % 10] = new byte[1 << 20];
    }

    static Object heard(int tasks) throws Exception {
        try (var pauses = new Pauses()) {
            garbage(200);
            for (int i = 0; i < tasks; i++) System.gc();
            garbage(200);
            pauses.tell();
        }
        return "told";
    }

    static Object stops(int tasks) {
        try (var pauses = new Pauses()) {
            for (int i = 0; i < tasks; i++) System.gc();
            pauses.tellStops();
        }
        return "told";
    }

    /// Every `tasks` MB a full collection, and a rest if asked for: the load then takes many times as long.
    static Object spent(int tasks, int rest) throws Exception {
        GcCpuTime.tell("work", 40, () -> {
            garbage(tasks);
            System.gc();
            Thread.sleep(rest);
        });
        return "told";
    }

    private static Series series(int tasks) {
        return new Scale(Effort.quick(1), Toolchains.beside(PausesTest.class), Progress.SILENT,
            Archive.NONE, "pauses").sizes(tasks);
    }

    private static double figure(Reports reports, String name, String figure) {
        return reports.median("serial", name, figure).orElseThrow(() -> new AssertionError(reports.toString()))
            .median();
    }

    @Test
    void tellsThoseBeforeFromThoseThatWereAskedForAndThoseAfter() {
        var reports = series(3).java("serial", n -> heard(n)).flags("-XX:+UseSerialGC", "-Xmx200m", "-Xmn20m")
            .reports();
        assertEquals(List.of(), reports.remarks());
        assertEquals(3, figure(reports, Pauses.FULL, "pauses"));
        for (var kind : List.of(Pauses.NEW, Pauses.OLD)) assertTrue(figure(reports, kind, "pauses") >= 5,
            reports.toString());
        assertEquals(3, reports.each("serial", Pauses.EACH + Pauses.FULL, f -> f.get("ms") > 0).size());
        assertTrue(figure(reports, Pauses.FULL, "longest_ms") >= figure(reports, Pauses.FULL, "pause_ms"));
        // one pause is the whole of such a collection
        assertEquals(figure(reports, Pauses.FULL, "cycle_ms"), figure(reports, Pauses.FULL, "pause_ms"), 0.5);
    }

    @Test
    void tellsTheLongestOfAllStops() {
        var reports = series(4).java("serial", n -> stops(n)).flags("-XX:+UseSerialGC").reports();
        assertEquals(List.of(), reports.remarks());
        assertEquals(4, figure(reports, "stops", "stops"));
        assertTrue(figure(reports, "stops", "sum_ms") > figure(reports, "stops", "longest_ms"), reports.toString());
    }

    @Test
    void leavesNothingBehindOfTheRecorder(@TempDir Path folder) throws IOException {
        var reports = series(1).java("serial", n -> stops(n)).flags("-Djava.io.tmpdir=" + folder).reports();
        assertEquals(List.of(), reports.remarks());
        try (var files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void tellsWhatAGigabyteOfGarbageTakesOfTheProcessorHoweverSlowlyItIsMade() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "the kernel's own count");
        var reports = series(2).java("serial", n -> spent(n, 0)).flags("-XX:+UseSerialGC", "-Xmn64m")
            .java("slow", n -> spent(n, 20)).flags("-XX:+UseSerialGC", "-Xmn64m")
            .java("seldom", n -> spent(20 * n, 0)).flags("-XX:+UseSerialGC", "-Xmn64m").reports();
        assertEquals(List.of(), reports.remarks());
        assertEquals(80, figure(reports, "work", "garbage_mb"), 8, reports.toString()); // and what the JVM itself makes
        assertTrue(figure(reports, "work", "gc_cpu_ms") <= figure(reports, "work", "cpu_ms") + 20, reports.toString());
        double each = figure(reports, "work", "gc_ms_per_gb");
        assertEquals(figure(reports, "work", "gc_cpu_ms") / figure(reports, "work", "garbage_mb") * 1024, each,
            each / 50);
        double slow = reports.median("slow", "work", "gc_ms_per_gb").orElseThrow().median();
        double seldom = reports.median("seldom", "work", "gc_ms_per_gb").orElseThrow().median();
        assertTrue(slow > each / 4 && slow < each * 4, reports.toString()); // by the clock it would be a tenth
        assertTrue(seldom < each / 3, reports.toString());
    }
}

package memorytax.fork;

import memorytax.peers.Toolchains;
import memorytax.scale.Archive;
import memorytax.scale.Effort;
import memorytax.scale.Progress;
import memorytax.scale.Scale;
import memorytax.scale.Series;
import memorytax.scale.Told;
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
        Spent.tell("work", 40, () -> {
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

    private static double figure(Told told, String name, String figure) {
        return told.median("serial", name, figure).orElseThrow(() -> new AssertionError(told.toString())).median();
    }

    @Test
    void tellsThoseBeforeFromThoseThatWereAskedForAndThoseAfter() {
        var told = series(3).java("serial", n -> heard(n)).flags("-XX:+UseSerialGC", "-Xmx200m", "-Xmn20m").told();
        assertEquals(List.of(), told.remarks());
        assertEquals(3, figure(told, Pauses.FULL, "pauses"));
        for (var kind : List.of(Pauses.NEW, Pauses.OLD)) assertTrue(figure(told, kind, "pauses") >= 5, told.toString());
        assertEquals(3, told.each("serial", Pauses.EACH + Pauses.FULL, f -> f.get("ms") > 0).size());
        assertTrue(figure(told, Pauses.FULL, "longest_ms") >= figure(told, Pauses.FULL, "pause_ms"));
        // one pause is the whole of such a collection
        assertEquals(figure(told, Pauses.FULL, "cycle_ms"), figure(told, Pauses.FULL, "pause_ms"), 0.5);
    }

    @Test
    void tellsTheLongestOfAllStops() {
        var told = series(4).java("serial", n -> stops(n)).flags("-XX:+UseSerialGC").told();
        assertEquals(List.of(), told.remarks());
        assertEquals(4, figure(told, "stops", "stops"));
        assertTrue(figure(told, "stops", "sum_ms") > figure(told, "stops", "longest_ms"), told.toString());
    }

    @Test
    void leavesNothingBehindOfTheRecorder(@TempDir Path folder) throws IOException {
        var told = series(1).java("serial", n -> stops(n)).flags("-Djava.io.tmpdir=" + folder).told();
        assertEquals(List.of(), told.remarks());
        try (var files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void tellsWhatAGigabyteOfGarbageTakesOfTheProcessorHoweverSlowlyItIsMade() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "the kernel's own count");
        var told = series(2).java("serial", n -> spent(n, 0)).flags("-XX:+UseSerialGC", "-Xmn64m")
            .java("slow", n -> spent(n, 20)).flags("-XX:+UseSerialGC", "-Xmn64m")
            .java("seldom", n -> spent(20 * n, 0)).flags("-XX:+UseSerialGC", "-Xmn64m").told();
        assertEquals(List.of(), told.remarks());
        assertEquals(80, figure(told, "work", "garbage_mb"), 8, told.toString()); // and what the JVM itself makes
        assertTrue(figure(told, "work", "gc_cpu_ms") <= figure(told, "work", "cpu_ms") + 20, told.toString());
        double each = figure(told, "work", "gc_ms_per_gb");
        assertEquals(figure(told, "work", "gc_cpu_ms") / figure(told, "work", "garbage_mb") * 1024, each, each / 50);
        double slow = told.median("slow", "work", "gc_ms_per_gb").orElseThrow().median();
        double seldom = told.median("seldom", "work", "gc_ms_per_gb").orElseThrow().median();
        assertTrue(slow > each / 4 && slow < each * 4, told.toString()); // by the clock it would be a tenth
        assertTrue(seldom < each / 3, told.toString());
    }
}

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

    static Object spent(int tasks) throws Exception {
        Spent.tell("work", () -> {
            for (int i = 0; i < tasks; i++) System.gc();
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
    void tellsWhatTheCollectorHadOfTheProcessor() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "the kernel's own count");
        var told = series(40).java("serial", n -> spent(n)).flags("-XX:+UseSerialGC").told();
        assertEquals(List.of(), told.remarks());
        assertTrue(figure(told, "work", "gc_core_percent") > 50, told.toString()); // it does nothing else
        assertTrue(figure(told, "work", "gc_cpu_ms") <= figure(told, "work", "cpu_ms") + 20, told.toString());
    }
}

package memorytax;

import memorytax.measure.plan.Archive;
import memorytax.measure.plan.Effort;
import memorytax.measure.plan.Progress;
import memorytax.measure.plan.Scale;
import memorytax.measure.result.Reports;
import memorytax.peers.Toolchains;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The meter of chapter 3 says what JMH says.
@ResourceLock("JBang")
class JmhTest {
    private static final double HALF_A_BYTE = 0.5;
    private static final Effort ONCE = Effort.quick(1);

    @Test
    @Timeout(600)
    void theMeterAgreesWithJmhInEveryCase() throws Exception {
        var reports = reports();
        var jmh = jmh();
        var cases = reports.names().stream().filter(n -> !n.startsWith("nothing")).toList();
        assertEquals(List.copyOf(jmh.keySet()), cases);
        var apart = new LinkedHashMap<String, String>();
        for (var name : cases) {
            double ours = reports.of("C2", name, "bytes_per_op").orElseThrow().mean();
            if (Math.abs(ours - jmh.get(name)) > HALF_A_BYTE) apart.put(name, ours + " B, and by JMH " + jmh.get(name));
        }
        assertEquals(Map.of(), apart);
        assertTrue(jmh.containsValue(24.0) || jmh.values().stream().anyMatch(b -> b > 23), jmh.toString());
    }

    /// The chapter's step, with one process for each JVM.
    private Reports reports() throws Exception {
        var chapter = House.root().resolve("chapters/chapter3.java");
        var type = Built.of(chapter).load();
        var constructor = type.getDeclaredConstructor();
        var step = type.getDeclaredMethod("bytes", Scale.class);
        constructor.setAccessible(true);
        step.setAccessible(true);
        var scale = new Scale(ONCE, Toolchains.beside(type), Progress.SILENT, Archive.NONE, "bytes");
        return (Reports) step.invoke(constructor.newInstance(), scale);
    }

    /// What `./jbang jmh` prints: name -> bytes.
    private static Map<String, Double> jmh() throws Exception {
        var script = House.root().resolve("lib/test/jmh/Jmh.java").toString();
        var process = new ProcessBuilder(House.root().resolve("jbang").toString(), script)
            .redirectErrorStream(true).start();
        process.getOutputStream().close();
        var found = new LinkedHashMap<String, Double>();
        var text = new String(process.getInputStream().readAllBytes());
        for (var line : text.lines().filter(l -> l.matches(" *-?\\d+\\.\\d+  \\w.*")).toList())
            found.put(line.strip().replaceFirst("\\S+\\s+", ""), Double.valueOf(line.strip().split(" ")[0]));
        assertEquals(0, process.waitFor(), text);
        return found;
    }
}

package memorytax;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A chapter in JShell, as `jbang -i` starts it: `/open`, change a load, weigh it.
class JShellTest {
    /// One fork of each point, and no other language.
    private static final String SCALE = """
        new Scale(Effort.quick(1, 200, 600, 1_000), new memorytax.peers.Toolchains(_ -> Optional.empty()),
            Progress.SILENT, Archive.NONE, "jshell")""";

    private final Snippets shell = new Snippets();

    @AfterEach
    void end() {
        shell.close();
    }

    @Test
    void aChangedLoadIsWeighedInAnotherJvm() {
        shell.open("chapter1.java");
        double before = live();
        shell.value("int more = 10_000;");
        shell.value("""
            static Gate virtualThreads(int tasks) throws Exception {
                var gate = new Gate(tasks);
                for (int i = 0; i < tasks; i++)
                    Thread.startVirtualThread(() -> {
                        var held = new byte[more];
                        gate.here();
                        gate.await();
                        java.lang.ref.Reference.reachabilityFence(held);
                    });
                return gate.full();
            }""");
        double after = live();
        assertTrue(before > 0 && before < 5_000, "as it stands in the chapter: " + before);
        assertTrue(after - before > 9_000 && after - before < 12_000, before + " became " + after);
    }

    @Test
    void whatIsTypedIsAnsweredInWords() {
        shell.open("chapter1.java");
        var shown = shell.value("weighed(" + SCALE + ".in(\"weighed\"))");
        assertTrue(shown.contains("virtual threads") && shown.contains("±") && !shown.contains("["), shown);
        assertTrue(shown.length() < 1_000, "JShell cuts what is longer");
        shell.value("main()"); // would end this JVM
    }

    /// Bytes of one more task, after a full collection.
    private double live() {
        var slope = "weighed(" + SCALE + ").slope(\"virtual threads\", Quantity.LIVE)";
        return Double.parseDouble(shell.value(slope + ".get().value()"));
    }
}

package memorytax;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A chapter in JShell, as `jbang -i` starts it: `/open`, change a load, weigh it.
class JShellTest {
    /// One fork of each point, and no other language.
    private static final String SCALE = """
        new Scale(Effort.quick(1, 200, 600, 1_000), new memorytax.peers.Toolchains(_ -> Optional.empty()),
            Progress.SILENT, Archive.NONE, "jshell")""";

    private static Snippets shell;

    private static String shown;
    private static double before;

    /// As it stands in the chapter. What a variable of JShell holds is gone when a method that it rests on is changed.
    @BeforeAll
    static void weigh() {
        shell = new Snippets();
        shell.open("chapter1.java");
        shell.value("var weighed = weighed(" + SCALE + ".in(\"weighed\"));");
        shown = shell.value("weighed");
        before = live("weighed");
    }

    @AfterAll
    static void end() {
        shell.close();
    }

    @Test
    void aChangedLoadIsWeighedInAnotherJvm() {
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
        double after = live("weighed(" + SCALE + ")");
        assertTrue(before > 0 && before < 5_000, "as it stands in the chapter: " + before);
        // of so few tasks the slope has an error of some KB; the array of each is 10 KB
        assertTrue(after > 2 * before && after - before > 5_000 && after - before < 20_000,
            before + " became " + after);
    }

    @Test
    void whatIsTypedIsAnsweredInWords() {
        assertTrue(shown.contains("virtual threads") && shown.contains("±") && !shown.contains("["), shown);
        assertTrue(shown.length() < 1_000, "JShell cuts what is longer");
        shell.value("main()"); // would end this JVM
    }

    /// Bytes of one more task, after a full collection.
    private static double live(String weighed) {
        return Double.parseDouble(shell.value(weighed + ".slope(\"virtual threads\", Quantity.LIVE).get().value()"));
    }
}

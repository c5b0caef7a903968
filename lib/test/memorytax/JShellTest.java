package memorytax;

import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A chapter in JShell, as `jbang -i` starts it: `/open`, change a load, weigh it.
class JShellTest {
    /// One fork of each point, and no other language.
    private static final String SCALE = """
        new Scale(new Effort(1, List.of(200, 600, 1_000), false), new memorytax.peers.Toolchains(_ -> Optional.empty()),
            Progress.SILENT, Archive.NONE, "jshell")""";

    private JShell shell;

    @BeforeEach
    void begin() {
        shell = JShell.builder().executionEngine("local").build();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) shell.addToClasspath(entry);
    }

    @AfterEach
    void end() {
        shell.close();
    }

    @ParameterizedTest
    @MethodSource("memorytax.House#chapters")
    void everySnippetOfAChapterIsValid(Path chapter) {
        open(chapter.getFileName().toString());
        var others = shell.snippets().filter(s -> shell.status(s) != Snippet.Status.VALID);
        assertEquals(List.of(), others.map(Snippet::source).toList());
        assertTrue(shell.methods().anyMatch(m -> m.name().equals("main")));
    }

    @Test
    void aChangedLoadIsWeighedInAnotherJvm() {
        open("chapter1.java");
        double before = live();
        value("int more = 10_000;");
        value("""
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
        open("chapter1.java");
        var shown = value("weighed(" + SCALE + ".in(\"weighed\"))");
        assertTrue(shown.contains("virtual threads") && shown.contains("±") && !shown.contains("["), shown);
        assertTrue(shown.length() < 1_000, "JShell cuts what is longer");
        value("main()"); // would end this JVM
    }

    /// Bytes of one more task, after a full collection.
    private double live() {
        var slope = "weighed(" + SCALE + ").slope(\"virtual threads\", Quantity.LIVE)";
        return Double.parseDouble(value(slope + ".get().value()"));
    }

    private void open(String chapter) {
        for (var rest = House.read("chapters/" + chapter); !rest.isBlank(); ) {
            CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            if (next.source() == null) break; // nothing but a comment is left
            eval(next.source());
            rest = next.remaining();
        }
    }

    private String value(String source) {
        return eval(source).getLast().value();
    }

    /// What it changed; fails when JShell has something against it.
    private List<SnippetEvent> eval(String source) {
        var events = shell.eval(source);
        var against = new ArrayList<String>();
        for (var event : events) {
            var thrown = event.exception();
            if (thrown != null) against.add(thrown + " because " + thrown.getCause());
            if (event.status() == Snippet.Status.REJECTED)
                shell.diagnostics(event.snippet()).map(d -> d.getMessage(Locale.ROOT)).forEach(against::add);
        }
        assertEquals(List.of(), against, source);
        return events;
    }
}

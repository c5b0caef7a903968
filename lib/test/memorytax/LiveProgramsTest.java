package memorytax;

import memorytax.catalog.Program;
import memorytax.peers.Toolchains;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// A reader with a browser who edits what a chapter has in Go and in Python. One conversation.
@Weighs
@Timeout(240)
@ExtendWith(BrokenOff.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveProgramsTest {
    private static final Path CHAPTER = House.root().resolve("lib/test/fixtures/threeways.java");
    private static final String STALE = "Stale: some code has changed since this was run.";
    @TempDir
    private static Path folder;
    private static LiveTalk talk;

    @BeforeAll
    static void begin() throws Exception {
        var toolchains = new Toolchains(_ -> Optional.empty());
        assumeTrue(toolchains.found("go").isPresent() && toolchains.found("python").isPresent(), "no Go, or no Python");
        for (var name : List.of("threeways.java", "threeways.go", "threeways.py"))
            Files.copy(CHAPTER.resolveSibling(name), folder.resolve(name));
        talk = new LiveTalk(CHAPTER, folder);
        for (var step : List.of("weighed", "other"))
            assertEquals(204, talk.send("POST", "/run", Map.of("cell", step)).statusCode());
    }

    @AfterAll
    static void end() throws Exception {
        if (talk != null) talk.close();
    }

    /// The lines are those of the file, in all three languages.
    @Test
    @Order(1)
    void whatDoesNotCompileIsSaidAtItsLineAndChangesNothing() throws Exception {
        refused("Go", "<-gate.done", "<-gate.lost",
            "threeways\\.go:18: gate\\.lost undefined.*\\n\t<-gate\\.lost\\n\t +\\^");
        refused("Python", "await gate.done.wait()", "await gate.done.wait(",
            "threeways\\.py:8: .+\\n    await gate\\.done\\.wait\\(\\n +\\^");
        refused("Go", "oneWaits", "noneWaits", "(?s)threeways\\.go:16: the function has to be called oneWaits still.*");
    }

    private static void refused(String language, String old, String now, String says) throws Exception {
        var before = text(language);
        var code = code(language);
        assertTrue(code.contains(old), code);
        var reply = talk.edit("oneWaits", language.toLowerCase(), code.replace(old, now), code);
        assertEquals(422, reply.statusCode(), reply.body());
        assertTrue(LiveTalk.word(reply, "says").matches(says), LiveTalk.word(reply, "says"));
        assertEquals(before, text(language));
    }

    /// The results of before stay; what another load has brought stays what it is.
    @Test
    @Order(2)
    void anEditOfGoMakesStaleWhatRunsIt() throws Exception {
        talk.await("all is measured", () -> states("fresh", "fresh", "fresh"));
        edited("Go", "<-gate.done", "<-gate.done // a signal");
        talk.await("what runs it is stale", () -> states("fresh", "stale", "stale"));
        talk.await("the page says so", () -> talk.page().contains("&lt;-gate.done <i>// a signal"));
        talk.await("both results say so", () -> talk.page().split(STALE, -1).length - 1 == 2);
        assertTrue(talk.page().contains(" weighings."), "what they had brought is there still");
        assertEquals(204, talk.send("POST", "/run", Map.of("cell", "weighed")).statusCode());
        talk.await("it is built anew", () -> states("fresh", "fresh", "fresh"));
    }

    @Test
    @Order(3)
    void anEditOfPythonMakesStaleWhatRunsIt() throws Exception {
        edited("Python", "gate.here()", "gate.here()  # it runs");
        talk.await("what runs it is stale", () -> states("fresh", "stale", "stale"));
    }

    private static void edited(String language, String old, String now) throws Exception {
        var code = code(language);
        var before = text(language);
        var reply = talk.edit("oneWaits", language.toLowerCase(), code.replace(old, now), code);
        assertEquals(204, reply.statusCode(), reply.body());
        assertEquals(before.replace(code, code.replace(old, now)), text(language));
    }

    /// A cell that nobody else has touched is saved; of one that somebody has, the reader sees both.
    @Test
    @Order(4)
    void twoWritersLoseNothing() throws Exception {
        for (var language : List.of("Go", "Python")) {
            var mine = code(language);
            var elsewhere = text(language).replace("range(tasks)", "range(0, tasks)")
                .replace("go oneWaits(gate)", "go oneWaits(gate) // one");
            Files.writeString(file(language), elsewhere);
            edited(language, "gate.here()", "gate.here();");
            assertTrue(text(language).contains(language.equals("Go") ? "(gate) // one" : "range(0, tasks)"));
            var reply = talk.edit("oneWaits", language.toLowerCase(), mine, mine);
            assertEquals(409, reply.statusCode());
            assertEquals(code(language), LiveTalk.word(reply, "theirs"));
            assertEquals(204, talk.edit("oneWaits", language.toLowerCase(), mine, code(language)).statusCode());
            assertEquals(mine, code(language));
        }
    }

    @Test
    @Order(5)
    void whatAnotherEditorSavesComesInAndWhatDoesNotCompileIsSaid() throws Exception {
        Files.writeString(file("Go"), text("Go").replace("{\n\tgate.here()", "{\n\tgate.there()"));
        assertTrue(talk.event("file", "threeways.go:17: gate.there undefined").contains("gate.there()"));
        Files.writeString(file("Go"), text("Go").replace("gate.there()", "gate.here() // again"));
        talk.event("file", "\"says\":\"\"");
        talk.await("it is on the page", () -> talk.page().contains("// again"));
    }

    /// What is stale when a sitting ends is not taken for a result by the next one.
    @Test
    @Order(6)
    void whatIsStaleIsNotTakenForAResultTheNextTime() throws Exception {
        talk.await("what runs it is stale", () -> states("fresh", "stale", "stale"));
        talk.close();
        talk = new LiveTalk(CHAPTER, folder);
        talk.await("the other one is known", () -> states("fresh", "idle", "idle"));
    }

    /// Of `other`, `said` and `weighed`.
    private static boolean states(String... expected) throws Exception {
        return List.copyOf(talk.states().values()).equals(List.of(expected));
    }

    private static Path file(String language) {
        return folder.resolve(language.equals("Go") ? "threeways.go" : "threeways.py");
    }

    private static String text(String language) throws IOException {
        return Files.readString(file(language));
    }

    private static String code(String language) throws IOException {
        return new Program(language, file(language).getFileName().toString(), text(language)).function("oneWaits")
            .orElseThrow().code();
    }
}

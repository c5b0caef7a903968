package memorytax.session;

import memorytax.catalog.ChapterList;
import memorytax.notebook.Notes;
import memorytax.notebook.source.ChapterSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The live list of chapters; what it starts is a shell that says what a chapter says.
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class LiveChaptersTest {
    private static final String ADDRESS = "http://127.0.0.1:7/#" + "0a".repeat(16);
    private static final String OPENS = "echo chapter is live at " + ADDRESS + "  '(Ctrl-C ends it)'; ";
    @TempDir
    private Path out;
    private final List<Process> started = new ArrayList<>();
    private final BlockingQueue<Map<?, ?>> heard = new LinkedBlockingQueue<>();
    private String script = OPENS + "read never";
    private LiveIndexSession list;

    @BeforeEach
    void begin() {
        list = new LiveIndexSession(() -> ChapterList.of(Optional.empty(), Notes.in(out), ChapterSource::read), out,
            this::start);
        list.follow((_, _, data) -> heard.add((Map<?, ?>) data));
    }

    @AfterEach
    void end() {
        list.close();
        started.forEach(Process::destroyForcibly);
    }

    private Process start(String chapter) throws IOException {
        var process = new ProcessBuilder("sh", "-c", script).redirectErrorStream(true).start();
        started.add(process);
        return process;
    }

    @Test
    void thePageIsTheListOfTheFile() {
        assertTrue(list.page().contains("<li id=\"chapter2\">"), list.page());
    }

    @Test
    void aClickStartsAChapterAndASecondOneLeadsToTheSame() throws Exception {
        list.open("chapter2");
        assertEquals(Map.of("state", "open", "says", "Chapter 2 is open.", "address", ADDRESS),
            await("chapter2", "open"));
        heard.clear();
        list.open("chapter2");
        assertEquals(ADDRESS, await("chapter2", "open").get("address"));
        assertEquals(1, started.size());
    }

    @Test
    void whileItStartsThePageSaysSo() throws Exception {
        script = "read never";
        list.open("chapter3");
        assertEquals("Starting chapter 3 …", await("chapter3", "starting").get("says"));
    }

    @Test
    void aFailureIsOneSentence() throws Exception {
        script = "echo building; echo 'chapter4: there is no JDK 25 here'; exit 1";
        list.open("chapter4");
        assertEquals("Chapter 4 could not be started: chapter4: there is no JDK 25 here",
            await("chapter4", "failed").get("says"));
        script = "exit 1";
        heard.clear();
        list.open("chapter4");
        assertEquals("Chapter 4 could not be started: it said nothing", await("chapter4", "failed").get("says"));
    }

    @Test
    void oneThatHasEndedIsStartedAnew() throws Exception {
        script = OPENS;
        list.open("chapter1");
        assertEquals("", await("chapter1", "ended").get("address"));
        script = OPENS + "read never";
        heard.clear();
        list.open("chapter1");
        await("chapter1", "open");
        assertEquals(2, started.size());
    }

    @Test
    void thereIsNoOtherChapter() {
        assertEquals("there is no chapter “../chapter1”",
            assertThrows(IllegalArgumentException.class, () -> list.open("../chapter1")).getMessage());
        assertEquals(List.of(), started);
    }

    /// Whoever does not hear the request to end, and what runs for them.
    @Test
    void allThatRunsEndsWithTheList() throws Exception {
        script = "trap '' TERM; (trap '' TERM; sleep 600 & sleep 600) & " + OPENS + "read never";
        list.open("chapter1");
        await("chapter1", "open");
        while (started.getFirst().descendants().count() < 2) LockSupport.parkNanos(5_000_000);
        var family = started.getFirst().descendants().toList();
        list.close();
        assertFalse(started.getFirst().isAlive());
        for (var process : family) process.onExit().join(); // the time limit of the test says that it hangs
        list.open("chapter2");
        assertEquals(1, started.size(), "nothing is started any more");
    }

    /// What is told of this chapter when it stands like that.
    private Map<?, ?> await(String chapter, String state) throws InterruptedException {
        while (true) {
            if (heard.take().get(chapter) instanceof Map<?, ?> told && told.get("state").equals(state)) return told;
        }
    }
}

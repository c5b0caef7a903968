package memorytax.session;

import memorytax.notebook.CellState;
import memorytax.notebook.Notes;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.options.Options;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Where a reader stops in the browser, the terminal goes on, and the other way round.
class LivePlaceTest {
    private static final Chapter CHAPTER = new Chapter("chapter0", "A title", "", List.of(
        new Cell.Exhibit("load", "The load", "", "static void load() {}", 1), step("guess", "Prediction"),
        step("weighed", "int"), step("isLight", "Check")), "");
    @TempDir
    private Path folder;
    private final Map<String, CellState> states = new HashMap<>();
    private final Map<String, Object> told = new HashMap<>();
    private Notes notes;
    private ProgressNotes diary;
    private LiveEvents events;

    private static Cell.Step step(String name, String type) {
        return new Cell.Step(name, name, "", type + " " + name + "() { … }", 1, List.of(), type);
    }

    @BeforeEach
    void begin() {
        notes = Notes.in(folder);
        diary = new ProgressNotes(notes, CHAPTER, new Options());
        events = new LiveEvents();
        events.follow((key, _, data) -> told.put(key, data));
        states.putAll(Map.of("guess", CellState.ASKS, "weighed", CellState.IDLE, "isLight", CellState.IDLE));
    }

    private LivePlace place() {
        return new LivePlace(CHAPTER, diary, events, () -> Map.copyOf(states));
    }

    @Test
    void thePageBeginsWhereTheTerminalStopped() {
        diary.cell(CHAPTER.steps().get(1));
        place().cameFrom("http://127.0.0.1:7/");
        assertEquals(Map.of("name", "chapter0", "index", "http://127.0.0.1:7/", "place", "weighed"),
            told.get("chapter"));
    }

    @Test
    void theTerminalGoesOnWhereThePageStopped() {
        place().read("load");
        assertEquals("guess", notes.of("chapter0").get("place"), "what is only read is behind the reader");
        place().read("weighed");
        assertEquals("weighed", notes.of("chapter0").get("place"));
        assertEquals("guess", notes.of("chapter0").get("skipped"));
    }

    /// What ran only after its reader had gone past it counts as well; an exercise need not be solved.
    @Test
    void aChapterThatWasReadToItsEndIsDone() {
        var place = place();
        place.read("isLight");
        states.put("guess", CellState.FRESH);
        place.closing();
        assertFalse(notes.of("chapter0").containsKey("done"), notes.of("chapter0").toString());
        states.put("weighed", CellState.STALE);
        place.closing();
        assertFalse(notes.of("chapter0").containsKey("done"), notes.of("chapter0").toString());
        assertEquals("weighed", notes.of("chapter0").get("stale"));
        states.put("weighed", CellState.FRESH);
        place.closing();
        assertTrue(notes.of("chapter0").containsKey("done"), notes.of("chapter0").toString());
    }

    @Test
    void whoHasReadNothingHasNoPlace() {
        place().closing();
        assertEquals(Map.of(), notes.of("chapter0"));
        assertEquals("there is no cell “nowhere”",
            assertThrows(IllegalArgumentException.class, () -> place().read("nowhere")).getMessage());
    }
}

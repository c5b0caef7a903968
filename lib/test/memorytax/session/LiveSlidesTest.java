package memorytax.session;

import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// A slide in the browser is cut as one in the terminal.
class LiveSlidesTest {
    private static final String PROSE = "It is *short*. The rest is for readers.";

    private static Cell.Step step(String name, String type, String... needs) {
        return new Cell.Step(name, name, PROSE, type + " " + name + "() { … }", 1,
            List.of(needs).stream().map(n -> new Cell.Parameter(n, n.toLowerCase())).toList(), type);
    }

    @Test
    void aRoomSeesTheFirstSentenceAndNoCodeThatOnlyDraws() {
        var told = new HashMap<String, Object>();
        var events = new LiveEvents();
        events.follow((key, _, data) -> told.put(key, data));
        new LiveSlides(events).opening(new Chapter("chapter0", "A title", "What is <it>? More.", List.of(
            new Cell.Exhibit("load", "The load", PROSE, "static void load() {}", 1), step("guess", "Prediction"),
            step("weighed", "Weighings", "Scale"), step("drawn", "XYChart", "Weighings"),
            step("machine", "Machine", "Scale")), ""));
        var cut = Map.of("words", "<p>It is <em>short</em>.</p>\n", "code", true);
        var drawn = Map.of("words", cut.get("words"), "code", false);
        assertEquals(Map.of("opening", "<p>What is &lt;it&gt;?</p>\n", "cells", Map.of("load", cut, "weighed", cut,
            "drawn", drawn, "machine", drawn,
            "guess", Map.of("words", "<p>It is <em>short</em>. The rest is for readers.</p>\n", "code", false))),
            told.get("slides"));
    }
}

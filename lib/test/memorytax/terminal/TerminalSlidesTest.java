package memorytax.terminal;

import memorytax.notebook.Navigation;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.record.Machine;
import memorytax.terminal.text.TerminalLines;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A chapter in front of a room.
class TerminalSlidesTest {
    private static final Cell.Exhibit LOAD = new Cell.Exhibit("load", "The load", "What it is. Why.", "int load;", 1);
    private static final Cell.Step WEIGHED = new Cell.Step("weighed", "Weigh them", "What is measured. And more.",
        "Weighings weighed(Scale scale) { }", 5, List.of(new Cell.Parameter("Scale", "scale")), "Weighings"),
        DRAWN = new Cell.Step("drawn", "The chart", "What it shows. And more.", "XYChart drawn() { }", 9, List.of(),
            "XYChart");
    private static final Chapter CHAPTER = new Chapter("chapter1", "A chapter", "How it opens. And goes on.",
        List.of(LOAD, WEIGHED, DRAWN), "");
    private int asked;

    /// Each screen that is shown to whoever presses these keys, one at each prompt; the last of them leads on.
    private List<String> screens(String... keys) throws IOException {
        var keyboard = new Keyboard(keys);
        keyboard.at(24, screen -> {
            var slides = new TerminalSlides(screen, new Machine(Map.of("cores", "2")), "Chapter 1 of 8", false,
                new ReaderActions() { }, (value, room) -> List.of(TerminalLines.plain(" " + value + " on " + room
                .columns())), () -> ++asked + " min · 14:05");
            slides.opening(CHAPTER);
            slides.cell(LOAD);
            if (slides.turn(LOAD, Optional.of(WEIGHED)) != Navigation.NEXT) return null;
            slides.cell(WEIGHED);
            slides.happened(WEIGHED, new StepOutcome.Result("what was weighed", Duration.ZERO));
            if (slides.turn(WEIGHED, Optional.of(DRAWN)) != Navigation.NEXT) return null;
            slides.cell(DRAWN);
            slides.happened(DRAWN, new StepOutcome.Result("what was drawn", Duration.ZERO));
            return slides.turn(DRAWN, Optional.empty());
        });
        return keyboard.screens().stream().skip(1).map(String::stripTrailing).toList();
    }

    @Test
    void whatWasMeasuredIsShownWhenTheSpeakerWantsIt() throws IOException {
        var screens = screens("\r", "\r", "\r", "\r", "q");
        assertEquals(5, screens.size());
        assertTrue(screens.get(0).contains(" How it opens.\n") && !screens.get(0).contains("goes on"), screens.get(0));
        assertTrue(screens.get(2).contains("Weighings weighed(") && screens.get(2).endsWith("⏎ the result  q quit"),
            screens.get(2));
        assertFalse(screens.get(2).contains("what was weighed"), screens.get(2));
        assertTrue(screens.get(3).contains("what was weighed on 80"), screens.get(3));
        assertTrue(screens.get(4).contains("what was drawn on 80") && !screens.get(4).contains("XYChart"),
            screens.get(4));
    }

    @Test
    void theFootSaysWhereOneIsAndWhatTheTimeIs() throws IOException {
        var screens = screens("\r", "\r", "q");
        var rows = screens.get(1).lines().toList();
        assertEquals(24, rows.size(), "the keys are in the last row of the screen");
        assertTrue(rows.get(22).matches(" 1 of 3 · A chapter {40,}2 min · 14:05"), rows.get(22));
        assertTrue(rows.get(23).matches(" ⏎ next  m more .*q quit"), rows.get(23));
        assertEquals(24, screens.getLast().lines().count());
    }

    @Test
    void theKeyForMoreShowsAllOfTheCellAndAgainTheLittle() throws IOException {
        var screens = screens("\r", "m", "m", "q");
        assertTrue(screens.get(2).contains(" What it is. Why.\n") && screens.get(2).contains("m less"), screens.get(2));
        assertEquals(screens.get(1).replaceAll("\\d+ min", "").strip(),
            screens.get(3).replaceAll("\\d+ min", "").strip());
    }

    @Test
    void whatCoversASlideGoesAwayAgain() throws IOException {
        var screens = screens("\r", "\r", "\r", "\r", "p", "\r", "l", "\r", "q");
        assertTrue(screens.get(5).contains("Result of Weigh them, 2 of 3\n\n what was weighed on 80")
            && screens.get(5).contains("⏎ slide"), screens.get(5));
        assertTrue(screens.get(6).contains("what was drawn"), screens.get(6));
        assertTrue(screens.get(7).contains("  1 ✓ The load ") && screens.get(7).contains("  3 ▸ The chart "),
            screens.get(7));
        assertTrue(screens.get(8).contains("what was drawn"), screens.get(8));
    }

    @Test
    void whoGoesBackSeesTheSlideWithItsResultAtOnce() throws IOException {
        var keyboard = new Keyboard("\r", "\r");
        keyboard.at(24, screen -> {
            var slides = new TerminalSlides(screen, new Machine(Map.of("cores", "2")), "Chapter 1 of 8", false,
                new ReaderActions() { }, (value, _) -> List.of(TerminalLines.plain(" " + value)), () -> "");
            slides.opening(CHAPTER);
            slides.cell(WEIGHED);
            slides.happened(WEIGHED, new StepOutcome.Result("what was weighed", Duration.ZERO));
            slides.cell(WEIGHED);
            slides.recalled(WEIGHED, new StepOutcome.Result("what was weighed", Duration.ZERO));
            return slides.leaves();
        });
        var screens = keyboard.screens();
        assertEquals(screens.get(screens.size() - 2).lines().filter(l -> !l.contains("⏎")).toList(),
            screens.getLast().lines().filter(l -> !l.contains("⏎")).toList(), "shown as it was, without a prompt");
        assertTrue(screens.getLast().contains("what was weighed"), screens.getLast());
    }
}

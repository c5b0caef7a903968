package memorytax.page;

import memorytax.claim.Guess;
import memorytax.claim.Headline;
import memorytax.claim.Measured;
import memorytax.notebook.Prediction;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.record.Machine;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What a page keeps back: asked, weighed, drawn from it, judged from that; and a cell that has nothing to do with it.
class PageVeilTest {
    private static final Cell.Step BEFORE = step("before", "Object", "Scale scale"),
        ASKED = step("perTask", "Prediction"), OTHER = step("other", "Object", "Scale scale"),
        WEIGHED = step("weighed", "Object", "Scale scale"), DRAWN = step("drawn", "XYChart", "Object weighed"),
        BESIDE = step("beside", "Guess", "Object weighed", "Prediction perTask", "Object before"),
        SAID = step("said", "Headline", "Object drawn");
    private static final Chapter CHAPTER = new Chapter("chapter1", "One", "", List.of(BEFORE, ASKED, OTHER, WEIGHED,
        DRAWN, BESIDE, SAID, new Cell.Exhibit("takeToWork", "Take to work", "It was so.", "", 9)), "");

    private static Cell.Step step(String name, String type, String... parameters) {
        return new Cell.Step(name, "About " + name, "", type + " " + name + "() { … }", 7,
            List.of(parameters).stream().map(p -> new Cell.Parameter(p.split(" ")[0], p.split(" ")[1])).toList(), type);
    }

    private static Map<String, StepOutcome> happened(Prediction asked) {
        var happened = new LinkedHashMap<String, StepOutcome>();
        for (var step : CHAPTER.steps()) happened.put(step.name(), result("said of " + step.name()));
        happened.put("perTask", result(asked));
        happened.put("beside", result(Guess.of("one task", asked,
            Optional.of(new Measured(1151.2, 1100, 1200, false)))));
        happened.put("said", result(new Headline("asyncio tasks", "1.1 KB", "a task", false)));
        return happened;
    }

    private static StepOutcome result(Object value) {
        return new StepOutcome.Result(value, Duration.ofSeconds(1));
    }

    private static String html(Prediction asked) {
        var reader = new PageReader(Path.of("out/chapter1.html"), new PageInfo(new Machine(Map.of()), true, false,
            LocalDate.EPOCH, 11, Optional.empty()), _ -> List.of(), _ -> List.of());
        reader.opening(CHAPTER);
        happened(asked).forEach((name, outcome) -> reader.happened(CHAPTER.steps().stream()
            .filter(s -> s.name().equals(name)).findFirst().orElseThrow(), outcome));
        return reader.html();
    }

    /// What was measured before the question stays, although the answer is also from it.
    @Test
    void onlyWhatGivesTheAnswerAwayIsVeiled() {
        var veil = PageVeil.of(CHAPTER, happened(Prediction.bytes().named("perTask")));
        assertEquals(List.of("perTask"), List.copyOf(veil.questions().keySet()));
        assertEquals(List.of("weighed", "drawn", "beside", "said", "takeToWork"), List.copyOf(veil.veiled().keySet()));
        assertFalse(veil.hidden().contains("weighed"), "how it is measured may be read");
        assertTrue(veil.note("weighed").contains("About perTask"), veil.note("weighed"));
        assertEquals("", veil.note("other"));
        assertTrue(veil.hero(List.of("said", "")).contains("About perTask"));
        assertEquals("", veil.hero(List.of("other", "")));
    }

    /// Whoever was asked has seen the answer, and so has who wanted none; a wish is no guess.
    @Test
    void aQuestionThatWasPutToSomebodyVeilsNothing() {
        for (var asked : List.of(Prediction.bytes().named("perTask").answered("20 KB"),
            Prediction.bytes().named("perTask").pass(), Prediction.bytes().usually("20 KB").named("perTask"))) {
            assertEquals(Map.of(), PageVeil.of(CHAPTER, happened(asked)).veiled(), asked.toString());
            assertFalse(html(asked).contains("<form"), asked.toString());
        }
    }

    /// Without a script nothing is veiled: there is a class at the root only where one has put it.
    @Test
    void thePageAsksAndKeepsItsAnswerFolded() {
        var html = html(Prediction.bytes().named("perTask"));
        assertTrue(html.contains("<details class=\"answer of-perTask\">"), html);
        assertTrue(html.contains("The recorded run says 1.1\u00a0KB."), html);
        assertTrue(html.contains(".veil-perTask :is("));
        assertTrue(html.indexOf("classList.add('veil-'") < html.indexOf("<body"), "before anything is seen");
        assertFalse(html.contains("Not asked."), html);
    }
}

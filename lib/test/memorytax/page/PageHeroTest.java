package memorytax.page;

import memorytax.chart.Charts;
import memorytax.claim.Headline;
import memorytax.measure.result.Weighings;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.record.Machine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class PageHeroTest {
    private static Cell.Step step(String name, String title) {
        return new Cell.Step(name, title, "", "Object " + name + "() { … }", 7, List.of(), "Object");
    }

    private static StepOutcome result(Object value) {
        return new StepOutcome.Result(value, Duration.ofSeconds(30));
    }

    /// The chart is there once, and what stands at the top draws that one again.
    @Test
    void theNumberStandsBesideThePictureThatShowsIt(@TempDir Path out) {
        var drawn = step("drawn", "In a picture");
        var said = step("said", "In words");
        var reader = new PageReader(out.resolve("chapter1.html"), new PageInfo(new Machine(Map.of()), false, false,
            LocalDate.EPOCH, 8, Optional.empty()), _ -> List.of(), _ -> List.of());
        reader.opening(new Chapter("chapter1", "One", "", List.of(drawn, said), ""));
        var headline = new Headline("asyncio tasks", "1.4 KB", "a task", true);
        reader.happened(said, result(headline.picture("drawn")));
        assertFalse(reader.html().contains("<use"), "nothing is drawn yet");
        reader.happened(drawn, result(Charts.growth(new Weighings("drawn", List.of()))));
        var html = reader.html();
        var used = Pattern.compile("<use href=\"#([^\"]+)\"").matcher(html).results().map(m -> m.group(1)).toList();
        assertFalse(used.isEmpty());
        for (var id : used) assertEquals(2, html.split(" id=\"" + id + "\"", -1).length, id);
        reader.happened(said, result(headline));
        assertFalse(reader.html().contains("<use"), "no picture is named");
    }
}

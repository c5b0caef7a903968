package memorytax.page;

import memorytax.chart.Charts;
import memorytax.chart.Mechanisms;
import memorytax.measure.result.Backpacks;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Parts;
import memorytax.view.Part;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PagePartsTest {
    private static final Backpacks TASK = new Backpacks("b", List.of(new Parts(new Contender("virtual threads", "java",
        "25"), new LinkedHashMap<>(Map.of("StackChunk", 384.0, "VirtualThread", 168.0)))), Set.of(), List.of());

    @Test
    void aDiagramIsThereForAPhoneTooWithLettersAsLarge() {
        assertEquals(List.of("roomy 760", "narrow 352"), pictures(Mechanisms.parkedThread(TASK, "virtual threads")));
        assertEquals(List.of("roomy 760", "narrow 352"), pictures(Charts.backpack(TASK)));
    }

    /// Whoever does not see it, or wants a number, has the same.
    @Test
    void theValuesOfAChartAreATableAndTheWordsOfBothPictures() {
        var html = new PageParts(name -> name).html(new Part.Picture(Charts.backpack(TASK), List.of()));
        assertTrue(Pattern.compile("<th scope=\"row\">virtual threads</th><td>552.B counted; (?=.*StackChunk 384.B)"
            + "(?=.*VirtualThread 168.B)[^<]*</td>").matcher(html).find(), html);
        assertEquals(1, html.split("<desc", -1).length - 1);
        assertEquals(1, Pattern.compile("aria-labelledby=\"[^\"]*\"").matcher(html).results().map(MatchResult::group)
            .distinct().count(), "both pictures have the words of the first");
        assertFalse(new PageParts(name -> name).html(new Part.Picture(Charts.backpack(List.of(), List.of()), List.of()))
            .contains("<details"), "of nothing there is no table");
    }

    /// Class and width of each.
    private static List<String> pictures(XYChart chart) {
        var html = new PageParts(name -> name).html(new Part.Picture(chart, List.of()));
        return Pattern.compile("<svg [^>]*>").matcher(html).results().map(m -> {
            var name = m.group().contains("class=") ? m.group().replaceAll(".*class=\"(\\w+)\".*", "$1") : "";
            return name + " " + m.group().replaceAll(".*viewBox=\"0 0 (\\d+) .*", "$1");
        }).toList();
    }
}

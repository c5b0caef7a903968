package memorytax.options;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ParameterException;

import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A figure on the command line.
class KnobOptionsTest {
    private static KnobOptions parse(String... words) {
        var options = new KnobOptions();
        Options.command("chapter10", "", options).parseArgs(words);
        return options;
    }

    @Test
    void aFigureAloneIsAllThatIsWanted() {
        assertTrue(parse("--explain", "20 KB per asyncio task").alone());
        assertTrue(parse("--explain", "20 KB per asyncio task", "--recorded", "--out", "there").alone());
        assertFalse(parse().alone());
        assertEquals(Map.of(), parse("--quick").said());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--all", "--only=a", "--from=a", "--exercise=a", "--fast", "--live", "--slides", "--watch"})
    void withCellsItAnswersTheQuestionOfTheChapter(String cells) {
        var options = parse("--explain", "20 KB per  asyncio task", cells);
        assertFalse(options.alone());
        assertEquals(Map.of("yourFigure", "20 KB per asyncio task"), options.said());
    }

    @Test
    void whatIsNoFigureIsSaidInOneLine() {
        assertEquals("--explain: \"20 KB\": it names no kind of task; allowed: virtual thread, goroutine, asyncio "
            + "task, platform thread", refused("--explain", "20 KB"));
        assertEquals("--explain: it needs a value, FIGURE. Say which circumstances lead to a figure, like \"2,600 B "
            + "per virtual thread\", and exit.", refused("--explain"));
    }

    private static String refused(String... words) {
        return Options.said(assertThrows(ParameterException.class, () -> parse(words)));
    }

    @Test
    void noOtherChapterHasIt() {
        for (var options : new Options[]{new Options(), new ChooseOptions(), new WeighOptions()})
            assertTrue(Options.said(assertThrows(ParameterException.class, () -> Options.command("chapter1", "",
                options).parseArgs("--explain", "20 KB per asyncio task")))
                .startsWith("--explain: there is no such option; "));
    }
}

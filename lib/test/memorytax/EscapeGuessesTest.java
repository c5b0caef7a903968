package memorytax;

import memorytax.notebook.Prediction;
import memorytax.record.Recorded;
import org.junit.jupiter.api.Test;

import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Chapter 3 asks for its cases by the names that the results have.
class EscapeGuessesTest {
    /// Every `Meter.tell` of `cases` but the first, which is the meter itself.
    @Test
    void theQuestionNamesEveryCaseAsTheResultsDo() throws Exception {
        var source = House.read("chapters/chapter3.java");
        var cases = source.substring(source.indexOf("static Object cases(int tasks)"));
        var told = Pattern.compile("Meter\\.tell\\(\"([^\"]+)\"").matcher(cases.substring(0, cases.indexOf("\n}")))
            .results().map((MatchResult m) -> m.group(1)).skip(1).toList();
        assertEquals(12, told.size());
        var type = Built.of(House.root().resolve("chapters/chapter3.java")).load();
        Method asks = type.getDeclaredMethod("takesBytes");
        asks.setAccessible(true);
        var constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        assertEquals(told, ((Prediction) asks.invoke(constructor.newInstance())).cases());
        var recorded = new Recorded("chapter3", true).reports("bytes", "C2").stream()
            .map(report -> report.name()).collect(Collectors.toCollection(LinkedHashSet::new));
        assertEquals(told, List.copyOf(recorded).subList(1, recorded.size()));
    }
}

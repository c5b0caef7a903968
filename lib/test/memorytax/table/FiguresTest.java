package memorytax.table;

import memorytax.scale.Contender;
import memorytax.scale.Outcome;
import memorytax.scale.Told;
import memorytax.scale.Watched;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// What was told and what was seen, in one row.
class FiguresTest {
    private final List<Told.Word> words = new ArrayList<>();

    private void tell(String contender, int fork, String name, Map<String, Double> figures) {
        words.add(new Told.Word(new Contender(contender, "java", "25"), 1, Map.of(), fork, name, figures,
            figures.isEmpty() ? new Outcome.Skipped("there is none") : new Outcome.Weighed()));
    }

    @Test
    void aRowForEachOfWhomThereIsSomethingWithTheMedians() {
        for (int fork = 1; fork <= 3; fork++) {
            tell("fresh", fork, "requests", Map.of("bytes_per_request", 1_000.0 * 16 * fork));
            tell("fresh", fork, Watched.OUTSIDE, Map.of(Watched.PEAK, fork * 10_485_760.0, Watched.SECONDS, 0.5));
        }
        tell("list", 1, Watched.OUTSIDE, Map.of(Watched.PEAK, 1_048_576.0));
        tell("nobody", 1, "", Map.of());
        var table = Tables.told(new Told("served", words));
        assertEquals(List.of("contender", "bytes each", "peak"), table.columnNames());
        assertEquals(List.of("fresh 31 KB 20 MB", "list – 1.0 MB"), table.stream()
            .map(row -> String.join(" ", table.columnNames().stream().map(row::getString).toList())).toList());
    }

    @Test
    void whereSeveralThingsWereToldTheyStandBelowEachOther() {
        tell("fresh", 1, "requests", Map.of("ns", 1.0));
        tell("fresh", 1, "more requests", Map.of("ns", 2.0));
        tell("fresh", 1, Watched.OUTSIDE, Map.of(Watched.PEAK, 1.0));
        var what = (StringColumn) Tables.told(new Told("served", words)).column("what");
        assertEquals(List.of("requests", "more requests", Watched.OUTSIDE), what.asList());
    }
}

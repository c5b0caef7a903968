package memorytax.record;

import memorytax.file.Csv;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PartMeaningsTest {
    @Test
    void everyPartOfTheRecordedRunIsExplained() {
        var rows = Csv.data("recorded/chapter1/parts.csv");
        assertTrue(rows.size() > 20, rows.toString());
        assertEquals(List.of(), rows.stream().filter(r -> PartMeanings.of(r.text("runtime"), r.text("part")).isEmpty())
            .map(r -> r.text("runtime") + " " + r.text("part")).toList());
    }

    @Test
    void aNameWithAStarStandsForMany() {
        assertTrue(PartMeanings.of("go", "object of 96 B").isPresent());
        assertTrue(PartMeanings.of("go", "2 objects of 96 B").isPresent());
        assertTrue(PartMeanings.of("java", "VThreadContinuation$1").isPresent());
        assertEquals(Optional.empty(), PartMeanings.of("java", "VThreadContinuation$2"));
        assertEquals(Optional.empty(), PartMeanings.of("java", "sudog"));
    }

    @Test
    void everyExplanationHasItsSource() {
        assertEquals(List.of(), Csv.data("parts.csv").stream().filter(r -> r.text("source").isBlank()
            || r.text("meaning").isBlank()).toList());
    }
}

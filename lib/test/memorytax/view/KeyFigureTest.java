package memorytax.view;

import memorytax.claim.Headline;
import memorytax.claim.Verdicts;
import memorytax.measure.result.Weighings;
import memorytax.record.Recorded;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class KeyFigureTest {
    @Test
    void aResultIsAFewWordsAndAPictureIsNone() {
        assertEquals(Optional.of("1.4 KB for one task."),
            KeyFigure.of(new Headline("", "1.4 KB", "for one\ntask.", true)));
        assertEquals(Optional.of("✓ It is less."), KeyFigure.of("- ✓ It is less.\n- ✗ Not so here: it is more."));
        assertEquals(Optional.of("There is no claim to judge."), KeyFigure.of(new Verdicts(List.of())));
        assertEquals(Optional.empty(), KeyFigure.of(Table.create("a table")));
        assertEquals(Optional.empty(), KeyFigure.of(null));
        assertEquals(Optional.of("words"), KeyFigure.of(Arrays.asList(Table.create("a table"), null, "words")));
    }

    @Test
    void weighingsAreTheLeastAndTheMostOfOneTask() {
        var recorded = new Recorded("chapter1", true).weighings("weighed", "goroutines");
        var said = KeyFigure.of(new Weighings("weighed", recorded)).orElseThrow();
        assertTrue(said.matches("[\\d.]+ KB for one task"), said);
    }
}

package memorytax.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private final Chapter chapter = Fixture.chapter();

    @Test
    void oneStepBringsWhatItNeedsAlongTheWholeWay() {
        var plan = Selection.only("said").of(chapter);
        assertEquals(List.of("guess", "weighedTwice", "said"), names(plan));
        assertEquals(Set.of("guess", "weighedTwice"), plan.needed());
    }

    @Test
    void fromAStepOnBringsOnlyWhatIsMissing() {
        var plan = Selection.from("needsThat").of(chapter);
        assertEquals(List.of("guess", "weighedTwice", "tooMuch", "needsIt", "needsThat", "said"), names(plan));
        assertEquals(Set.of("guess", "weighedTwice", "tooMuch", "needsIt"), plan.needed());
        assertEquals(Selection.all().of(chapter), Selection.from("load").of(chapter));
    }

    @Test
    void againIsTheStepAndWhatRestsOnIt() {
        assertEquals(List.of("guess", "weighedTwice", "said"), names(Selection.again("guess").of(chapter)));
        assertEquals(List.of("said"), names(Selection.again("said").of(chapter)));
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> Selection.from("twice").of(chapter));
        assertEquals("chapter0 has no cell \"twice\"; it has load, SMALL, guess, weighedTwice, tooMuch, needsIt, "
                + "needsThat, said", refusal.getMessage());
    }

    private static List<String> names(Plan plan) {
        return plan.cells().stream().map(Cell::name).toList();
    }
}

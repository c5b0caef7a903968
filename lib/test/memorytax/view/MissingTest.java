package memorytax.view;

import memorytax.measure.result.Backpacks;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

class MissingTest {
    private static final String NO_RECORD = "there is no recorded run of it";

    @Test
    void nothingAtAllIsSaidInOneLine() {
        assertEquals(List.of(new Part.Prose("Nothing was weighed here: there is no recorded run of it.")),
            Part.of(skipped(NO_RECORD, NO_RECORD)));
        var apart = new Backpacks("apart", List.of(), Set.of(), List.of("a, b: " + NO_RECORD + ".", "c: " + NO_RECORD
            + "."));
        assertEquals(List.of(new Part.Prose("No parts were counted here: there is no recorded run of it.")),
            Part.of(apart));
    }

    @Test
    void differentReasonsAreAllSaid() {
        assertEquals(2, Part.of(skipped(NO_RECORD, "no Go on this machine")).getFirst().remarks().size());
        assertEquals(1, Part.of(skipped("it needs about 3 GB, and 1 GB is free here")).getFirst()
            .remarks().size());
    }

    private static Weighings skipped(String... whys) {
        return new Weighings("weighed", Stream.of(whys).map(why -> new Weighing(new Contender(why, "go", "1"), 1_000,
            Map.of(), 1, Optional.empty(), Optional.empty(), OptionalLong.empty(),
            OptionalLong.empty(), new Outcome.Skipped(why))).toList());
    }
}

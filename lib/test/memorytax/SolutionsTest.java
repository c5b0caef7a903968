package memorytax;

import memorytax.measure.plan.Effort;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;

import static org.junit.jupiter.api.Assertions.assertTrue;

/// What is ours in an exercise's place passes whenever it is tried.
@Weighs
class SolutionsTest {
    private static final int TIMES = 2;

    @ParameterizedTest
    @MethodSource("memorytax.Placed#all")
    void isSolvedByItsSolutionEveryTime(Placed placed, @TempDir Path folder) throws Exception {
        var solved = placed.with(placed.solution(), folder);
        for (int i = 0; i < TIMES; i++) {
            var check = placed.check(solved, Effort.QUICK);
            assertTrue(check.solved(), check.toString());
        }
    }
}

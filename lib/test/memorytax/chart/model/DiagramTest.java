package memorytax.chart.model;

import memorytax.chart.model.Diagram.Arrow;
import memorytax.chart.model.Diagram.Box;
import memorytax.chart.model.Diagram.Lane;
import memorytax.chart.model.Diagram.Style;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertEquals;

class DiagramTest {
    @Test
    void aLaneBranchesFromTheNearestThatIsLessDeep() {
        var tree = new Diagram(List.of(lane(0, 1), lane(1, 1), lane(2, 1), lane(1, 1), lane(0, 1)), List.of());
        assertEquals(List.of(-1, 0, 1, 0, -1), IntStream.range(0, 5).mapToObj(tree::parent).toList());
    }

    @Test
    void theScaleEndsWithTheLongestLaneOrTheLastColumn() {
        var lanes = List.of(lane(0, 3), lane(0, 7));
        assertEquals(7, new Diagram(lanes, List.of()).end());
        assertEquals(2, new Diagram(List.of("young", "old"), lanes, List.of()).end());
    }

    @Test
    void arrowsBelowALaneComeFromTheLeft() {
        Arrow left = new Arrow(0, 1, "a"), right = new Arrow(0, 2, "b"), other = new Arrow(1, 0, "c");
        assertEquals(List.of(left, right), new Diagram(List.of(), List.of(right, other, left)).below(0));
    }

    private static Lane lane(int indent, double end) {
        return new Lane("", "", indent, "", List.of(new Box("", "", 0, end, Style.KEPT)), false, "");
    }
}

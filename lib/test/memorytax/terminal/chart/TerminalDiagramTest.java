package memorytax.terminal.chart;

import memorytax.chart.model.Diagram.Arrow;
import memorytax.chart.model.Diagram.Box;
import memorytax.chart.model.Diagram.Lane;
import memorytax.chart.model.Diagram.Style;
import memorytax.chart.model.Diagram;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TerminalDiagramTest {
    @Test
    void boxesAreToScaleAndWhatDoesNotFitStandsBelow() {
        var stacks = new Diagram(List.of(
            new Lane("It grows", "2 KB", "goroutines", List.of(new Box("full", "", 0, 1, Style.KEPT)), "4 frames"),
            new Lane("", "8 KB", "goroutines", List.of(new Box("copied from it", "", 0, 1, Style.KEPT),
                new Box("free", "6 KB", 1, 4, Style.FREE)), "")),
            List.of(new Arrow(0, 0.5, "copied"), new Arrow(0, 3.9, "at the edge")));
        assertEquals("""
            It grows
                  ┏━━━━━━━━┓
            2 KB  ┃full    ┃  4 frames
                  ┗━━━━━━━━┛
                       ▼ copied              at the edge ▼
                  ┏━━━━━━━━┓┌────────────────────────────┐
            8 KB  ┃copied  ┃│free 6 KB                   │
                  ┃from it ┃│                            │
                  ┗━━━━━━━━┛└────────────────────────────┘""", drawn(stacks, 46));
        var chunk = new Diagram(List.of(new Lane("", "heap", "goroutines", List.of(
            new Box("StackChunk", "384 B", 0, 36, Style.KEPT), new Box("continuation", "72 B", 36, 40, Style.KEPT)),
            "")), List.of());
        assertEquals("""
                  ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓┏━━┓
            heap  ┃StackChunk 384 B                  ┃┃  ┃
                  ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛┗━━┛
                                         continuation 72 B""", drawn(chunk, 46));
    }

    @Test
    void aTreeIsIndentedAndWhatIsForgottenIsDotted() {
        var tree = new Diagram(List.of("at first", "at the end"), List.of(
            lane("server", 0, false, Box.in(0, "open", "", Style.KEPT), Box.in(1, "cancelled", "", Style.FREE)),
            lane("listener", 1, false, Box.in(0, "wait", "1,000", Style.FORGOTTEN),
                Box.in(1, "left", "0", Style.FREE))), List.of(new Arrow(0, 1.5, "cancels")));
        assertEquals("""
                        at first            at the end
                        ┏━━━━━━━━━━━━━━━━━┓ ┌─────────────────┐
            server      ┃open             ┃ │cancelled        │
                        ┗━━━━━━━━━━━━━━━━━┛ └─────────────────┘
                                                      ▼ cancels
                        ┌┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┐ ┌─────────────────┐
            └ listener  ┆wait 1,000       ┆ │left 0           │
                        └┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┘ └─────────────────┘""", drawn(tree, 52));
    }

    @Test
    void namesStandAboveWhereThereIsNoRoomBeside() {
        var pool = new Diagram(List.of("come", "wait"), List.of(lane("platform threads (pool)", 0, true,
            Box.in(0, "jobs", "20,000", Style.FREE), Box.in(1, "an entry each", "19,488", Style.KEPT))), List.of());
        assertEquals("""
            come                wait
            platform threads (pool)
            ┌───────────────┐   ┏━━━━━━━━━━━━━━━┓
            │jobs 20,000    │ ▸ ┃an entry each  ┃
            │               │   ┃19,488         ┃
            └───────────────┘   ┗━━━━━━━━━━━━━━━┛""", drawn(pool, 40));
    }

    private static Lane lane(String name, int indent, boolean flows, Box... boxes) {
        return new Lane("", name, indent, "goroutines", List.of(boxes), flows, "");
    }

    private static String drawn(Diagram diagram, int width) {
        return TerminalDiagram.draw(diagram, width).stream().map(l -> l.toString().stripTrailing())
            .collect(Collectors.joining("\n"));
    }
}

package memorytax.chart;

import memorytax.chart.model.Caption.Hand;
import memorytax.chart.model.Caption;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Diagram.Arrow;
import memorytax.chart.model.Diagram.Box;
import memorytax.chart.model.Diagram.Lane;
import memorytax.chart.model.Diagram.Style;
import memorytax.chart.model.Diagram;
import memorytax.measure.result.Backpacks;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Parts;

import java.util.ArrayList;
import java.util.List;

/// Where the frames of a virtual thread are while it runs, and while it waits. The bytes are those of the parts that
/// were counted.
final class ParkedThread {
    private static final String THREAD = "VirtualThread", CHUNK = "StackChunk";
    /// The continuation, the task that it was given, and the object between the two.
    private static final List<String> CONTINUATION = List.of("VThreadContinuation", "VThreadContinuation$1", "lambda");

    private ParkedThread() {
    }

    static ChartModel of(Backpacks backpacks, String contender) {
        var caption = Caption.of("Above: the thread runs. Below: it waits. The boxes on the heap are to scale, in the "
            + "bytes that were counted; the objects that its wait needs are left out.")
            .and(Hand.CHARACTERS, backpacks.here(contender) ? "" : "Recorded, not measured here.");
        return new ChartModel(caption, backpacks.of(contender)
            .filter(p -> p.bytes().keySet().containsAll(List.of(THREAD, CHUNK)))
            .<ChartModel.Content>map(p -> diagram(contender, p))
            .orElse(new ChartModel.Nothing("the parts of no virtual thread were counted")));
    }

    private static Diagram diagram(String contender, Parts parts) {
        double thread = parts.bytes().get(THREAD), chunk = parts.bytes().get(CHUNK);
        double more = CONTINUATION.stream().mapToDouble(p -> parts.bytes().getOrDefault(p, 0.0)).sum();
        var stays = new ArrayList<>(List.of(new Box(THREAD, Bytes.of(thread), chunk, chunk + thread, Style.KEPT)));
        if (more > 0) stays.add(new Box("continuation, task", Bytes.of(more), chunk + thread, chunk + thread + more,
            Style.KEPT));
        var waits = new ArrayList<>(List.of(new Box(CHUNK + ", the frames", Bytes.of(chunk), 0, chunk, Style.KEPT)));
        waits.addAll(stays);
        var heap = "heap";
        var carrier = "carrier's stack";
        return new Diagram(List.of(
            new Lane("While it runs", heap, contender, stays, ""),
            new Lane("", carrier, contender, List.of(new Box("the frames of this thread", "", 0, chunk, Style.KEPT)),
                ""),
            new Lane("While it waits", heap, contender, waits, ""),
            new Lane("", carrier, contender, List.of(new Box("free for other threads", "", 0, chunk, Style.FREE)),
                "")), List.of(new Arrow(1, chunk / 2, "it parks: the frames are copied")));
    }
}

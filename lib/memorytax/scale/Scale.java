package memorytax.scale;

import memorytax.fork.Weight;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// The scale of a session: knows how many forks the reader wants and where other languages are, and weighs
/// processes from outside, by their resident size. A step receives it as its parameter `Scale scale`.
public final class Scale {
    private final Effort effort;
    private final Peers peers;
    private final Progress progress;
    private final BiFunction<String, String, List<Weighing>> records;
    private final String step;

    /// @param records step and contender -> the recorded weighings, for what cannot be measured here
    /// @param step    the cell that weighs
    public Scale(Effort effort, Peers peers, Progress progress, BiFunction<String, String, List<Weighing>> records, String step) {
        this.effort = effort;
        this.peers = peers;
        this.progress = progress;
        this.records = records;
        this.step = step;
    }

    /// The same scale, for another cell.
    public Scale in(String step) {
        return new Scale(effort, peers, progress, records, step);
    }

    /// A series over these numbers of tasks, ascending; the reader's `--tasks` go before.
    public Series sizes(int... tasks) {
        var sizes = new ArrayList<>(effort.tasks());
        if (sizes.isEmpty()) for (int n : tasks) sizes.add(n);
        return new Series(this, sizes.stream().sorted().distinct().toList());
    }

    /// Tries the scale with a weight that is known beforehand.
    public Calibration calibrate() {
        var known = new Series(new Scale(new Effort(effort.forks(), List.of(), false), peers, progress, records, step), List.of(8, 16, 32))
            .java("known weight", n -> Weight.hold(n)).weigh();
        return new Calibration(known, Weight.SEGMENT);
    }

    Effort effort() {
        return effort;
    }

    Peers peers() {
        return peers;
    }

    Progress progress() {
        return progress;
    }

    String step() {
        return step;
    }

    List<Weighing> recorded(Peers.Peer missing) {
        return records.apply(step, missing.contender().name());
    }
}

package memorytax.measure.plan;

import memorytax.child.KnownWeight;
import memorytax.measure.process.Peers;
import memorytax.measure.result.Calibration;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Weighings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The scale of a session: knows how many forks the reader wants and where other languages are, and weighs
/// processes from outside, by their resident size. A step receives it as its parameter `Scale scale`.
///
/// @param effort   how much the reader wants to spend
/// @param peers    where Go and Python are
/// @param progress who is told meanwhile
/// @param archive  recorded runs, for what cannot be measured here
/// @param step     the cell that weighs
public record Scale(Effort effort, Peers peers, Progress progress, Archive archive, String step) {
    /// Segments of the known weight in a light, a middling and a heavy process.
    private static final List<Integer> KNOWN = List.of(2, 6, 12);

    /// The same scale, for another cell.
    public Scale in(String step) {
        return new Scale(effort, peers, progress, archive, step);
    }

    /// A series over these numbers of tasks, ascending; the reader's `--tasks` go before.
    public Series sizes(int... tasks) {
        var sizes = effort.tasks().isEmpty() ? Arrays.stream(tasks).boxed() : effort.tasks().stream();
        return new Series(this, sizes.sorted().distinct().toList());
    }

    /// What comes of a recipe, in three processes of each size that its figure needs. One that cannot be weighed has
    /// failed, and says why. The numbers of tasks are the recipe's, whatever the reader's `--tasks` say.
    ///
    /// @param program of the chapter whose loads are allowed: `chapter10.py`; for loads in Java the chapter itself
    public Weighings weigh(Recipe recipe, String program) {
        return recipe.flaw(program).map(why -> new Weighings(step, List.of(recipe.failed(why))))
            .orElseGet(() -> recipe.on(this, program).forks(3).weigh());
    }

    /// A worker of the reader's with so many jobs, in three processes. When all is weighed every job gets its answer,
    /// and one that is lost, or answered wrongly, makes the process a failed one. The reader's `--tasks` do not count
    /// here.
    public Weighings weigh(Worker worker, int jobs) {
        return worker.on(this, jobs);
    }

    /// Tries the scale with a weight that is known beforehand, in a JVM that only interprets: each compiler takes some
    /// megabytes for itself when it first has work, and that is not what is tried here.
    public Calibration calibrate() {
        var known = new Series(this, KNOWN).java(Calibration.KNOWN, n -> KnownWeight.hold(n))
            .flags("-Xint").quickForks(2);
        return new Calibration(known.weigh(), KnownWeight.SEGMENT);
    }

    /// What it has been told: `a scale: 3 forks for each point, 1,000, 10,000 tasks`
    @Override
    public String toString() {
        var sizes = effort.tasks().stream().map(n -> String.format(Locale.ROOT, "%,d", n))
            .collect(Collectors.joining(", "));
        return "a scale: " + Counted.of(effort.forks(), "fork") + " for each point, "
            + (sizes.isEmpty() ? "the numbers of tasks that the step names" : sizes + " tasks");
    }
}

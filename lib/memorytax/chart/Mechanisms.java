package memorytax.chart;

import memorytax.chart.draw.ModelChart;
import memorytax.measure.result.Backpacks;
import memorytax.measure.result.Reported;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Stairs;
import memorytax.measure.result.Watched;
import memorytax.measure.result.Weighings;
import org.knowm.xchart.XYChart;

import java.util.List;
import java.util.Map;

/// Pictures of how something works, with what was measured in them. As in [Charts], none throws.
public final class Mechanisms {
    private Mechanisms() {
    }

    /// What somebody claims of a task as an outline, and below it the tasks that were weighed, to one scale and cut
    /// into their parts.
    ///
    /// @param who        says so: `the post`
    /// @param bytes      that are claimed for one task, above zero
    /// @param contenders in this order; one that was not weighed is left out
    public static XYChart besideClaim(String who, double bytes, Backpacks parts, Weighings weighed,
                                      String... contenders) {
        return new ModelChart(BesideClaim.of(who, bytes, parts, weighed, List.of(contenders)));
    }

    /// How a virtual thread waits: its frames on the stack of its carrier while it runs, and on the heap while it
    /// waits, with the bytes of its parts.
    ///
    /// @param contender virtual threads that were taken apart
    public static XYChart parkedThread(Backpacks backpacks, String contender) {
        return new ModelChart(ParkedThread.of(backpacks, contender));
    }

    /// How a stack doubles: each stack to scale, with what was copied into it from the one before.
    public static XYChart stackCopies(Stairs stairs) {
        return new ModelChart(StackCopies.of(stairs));
    }

    /// Which context cancels which, and how many goroutines are left: `tasks` as a contender told them `at first`,
    /// `after three collections`, and `at the end`, when the parent was cancelled.
    public static XYChart contextTree(Reports reports, String contender) {
        return new ModelChart(ContextTree.of(reports, contender));
    }

    /// What young and full collections go through, while parked threads are new and when they are old, with the
    /// longest stop of each kind.
    ///
    /// @param contender whose collector has generations: `Java (G1)`
    public static XYChart generations(Reported told, String contender, int tasks) {
        return new ModelChart(Generations.of(told.reports().with(tasks), contender, tasks));
    }

    /// The way of jobs with and without a bound: how many wait, how many are under way, and when the last is done.
    ///
    /// @param each   bytes that a job holds while it is under way
    /// @param keeps  name of a contender -> what a job keeps while it waits for its turn, empty where there is no queue
    /// @param bursts each with one bound
    public static XYChart poolAndQueue(long each, Map<String, String> keeps, Watched... bursts) {
        return new ModelChart(PoolAndQueue.of(each, keeps, List.of(bursts)));
    }
}

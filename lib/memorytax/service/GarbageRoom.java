package memorytax.service;

import memorytax.claim.Measured;
import memorytax.measure.result.Range;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Watched;

import java.util.List;
import java.util.OptionalDouble;

/// How much room a process took that made garbage, beside what it took before: medians of its forks.
///
/// @param name   of the contender
/// @param rate   bytes of garbage that it made in a second; 0 where it made none
/// @param parked bytes of the process before
/// @param peak   bytes of it at its largest, between the smallest and the largest of its forks
/// @param gc     CPU time of its collector for each GB of garbage, in ms; empty where it is not known
public record GarbageRoom(String name, double rate, double parked, Measured peak, OptionalDouble gc) {
    /// Of each contender that came back.
    public static List<GarbageRoom> of(ServiceRuns runs) {
        var watched = runs.watched();
        var reports = watched.reports();
        return watched.contenders().stream().map(c -> c.name()).filter(n -> reports.median(n, Headroom.PARKED,
            Watched.TAKEN).isPresent() && watched.peak(n).isPresent()).map(n -> of(watched, n)).toList();
    }

    private static GarbageRoom of(Watched watched, String name) {
        var reports = watched.reports();
        double millis = median(reports, name, Headroom.MADE, "millis");
        return new GarbageRoom(name, millis == 0 ? 0 : 1_000 * median(reports, name, Headroom.MADE, "bytes") / millis,
            median(reports, name, Headroom.PARKED, Watched.TAKEN), Measured.peak(watched, name).orElseThrow(),
            Headroom.gc(reports, name));
    }

    private static double median(Reports reports, String name, String what, String figure) {
        return reports.median(name, what, figure).map(Range::median).orElse(0.0);
    }
}

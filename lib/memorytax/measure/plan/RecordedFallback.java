package memorytax.measure.plan;

import memorytax.measure.process.Peers;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Trace;
import memorytax.measure.result.Weighing;

import java.util.List;
import java.util.Optional;

/// What stands in for a contender that is not measured here: a run that was recorded, else a line that says why there
/// is nothing.
///
/// @param scale whose archive is asked, for its step
record RecordedFallback(Scale scale) {
    /// Whether there is no need of one: it can be started, and is to be.
    boolean here(Peers.Peer peer) {
        return peer.launch().isPresent() && !scale.archive().only();
    }

    /// Why there is nothing of it.
    String why(Peers.Peer peer) {
        return peer.launch().isPresent() ? "there is no recorded run of it" : peer.missing();
    }

    /// @param point of it that would have been the first
    List<Weighing> weighings(Point point) {
        var peer = point.peer();
        var failed = new Outcome.Failed(why(peer));
        if (broken(peer)) return List.of(point.ended(peer.contender(), Optional.empty(), failed));
        var record = scale.archive().weighings(scale.step(), peer.contender().name());
        return record.isEmpty() ? List.of(point.skipped(why(peer))) : record;
    }

    List<Reports.Report> reports(Peers.Peer peer) {
        var name = peer.contender().name();
        var record = broken(peer) ? List.<Reports.Report>of() : scale.archive().reports(scale.step(), name);
        return record.isEmpty() ? List.of(Reports.Report.none(peer.contender(), why(peer))) : record;
    }

    List<Trace> traces(Peers.Peer peer) {
        return broken(peer) ? List.of() : scale.archive().traces(scale.step(), peer.contender().name());
    }

    /// The record stands in for a language that is not there, and never for a load of the reader's that is broken.
    private boolean broken(Peers.Peer peer) {
        return !scale.archive().only() && peer.isBroken();
    }
}

package memorytax.measure.plan;

import memorytax.measure.process.Died;
import memorytax.measure.process.Peers;
import memorytax.measure.result.Backpacks;
import memorytax.measure.result.Parts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// Has the parts of one task of each contender counted, and says why where that cannot be done.
record PartsRunner(Scale scale) {
    /// @param largest point of a contender
    /// @param here    whether it can be started
    /// @param why     there is nothing of one that cannot
    Backpacks of(List<Participant> participants, Function<Participant, Point> largest, Predicate<Peers.Peer> here,
                 Function<Peers.Peer, String> why) {
        var all = new ArrayList<Parts>();
        var recorded = new HashSet<String>();
        var remarks = new ArrayList<String>();
        try {
            for (int i = 0; i < participants.size(); i++) {
                var peer = participants.get(i).peer();
                var name = peer.contender().name();
                scale.progress().point("counting the parts: " + name, i, participants.size(), Optional.empty());
                try {
                    var parts = here.test(peer) ? apart(largest.apply(participants.get(i))) : record(peer);
                    parts.ifPresent(all::add);
                    if (here.test(peer)) continue;
                    if (parts.isEmpty()) throw new Died(why.apply(peer));
                    if (scale.archive().here(scale.step(), name)) continue;
                    recorded.add(name);
                    remarks.add(name + ": recorded, not measured here.");
                } catch (Died e) {
                    remarks.add(name + ": " + e.getMessage() + ".");
                }
            }
        } finally {
            scale.progress().end();
        }
        return new Backpacks(scale.step(), List.copyOf(all), recorded, List.copyOf(remarks));
    }

    private Optional<Parts> apart(Point point) throws Died {
        var against = new MemoryNeed(scale.archive(), scale.step()).speaksAgainst(point, List.of());
        if (against.isPresent()) throw new Died("the process was not started: " + against.get());
        return point.parts(scale.progress());
    }

    private Optional<Parts> record(Peers.Peer peer) {
        return peer.isBroken() && !scale.archive().only() ? Optional.empty()
            : scale.archive().parts(scale.step(), peer.contender().name());
    }
}

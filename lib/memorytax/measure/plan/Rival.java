package memorytax.measure.plan;

import memorytax.measure.process.Peers;

import java.util.List;

/// A contender, ready to start.
record Rival(Peers.Peer peer, ContenderOptions terms) {
    List<Integer> sizes(List<Integer> usual) {
        return terms.sizes(usual);
    }
}

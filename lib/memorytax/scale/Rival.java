package memorytax.scale;

import java.util.List;

/// A contender, ready to start.
record Rival(Peers.Peer peer, Terms terms) {
    List<Integer> sizes(List<Integer> usual) {
        return terms.sizes(usual);
    }
}

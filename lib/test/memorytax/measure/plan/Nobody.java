package memorytax.measure.plan;

import memorytax.measure.process.Peers;

import java.util.List;
import java.util.Optional;

/// There is no other language here.
final class Nobody implements Peers {
    @Override
    public List<Peer> program(String runtime, String name, String file) {
        throw new AssertionError();
    }

    @Override
    public Optional<String> version(String runtime) {
        return Optional.empty();
    }
}

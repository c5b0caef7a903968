package memorytax.measure.runtime;

import memorytax.measure.result.Observed;
import memorytax.measure.result.Watched;

/// Processes that serve requests for a while, to see whether each leaves something behind: how far they had grown after
/// how many `requests`, and how many `tasks` were there.
public record SoakTest(Watched watched) implements Observed {
    @Override
    public String toString() {
        return watched.toString();
    }
}

package memorytax.service;

import memorytax.measure.result.Observed;
import memorytax.measure.result.Watched;

/// A service, or a scale model of it, that was run with its garbage and watched: parked at first, then with as much as
/// its rules let lie.
public record ServiceRuns(Watched watched) implements Observed {
    @Override
    public String toString() {
        return watched.toString();
    }
}

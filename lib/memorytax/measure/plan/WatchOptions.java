package memorytax.measure.plan;

import memorytax.measure.process.Probe;

import java.util.Map;

/// What else is done to a process while it is watched.
///
/// @param limit in bytes; a process that occupies more is ended, as the kernel ends one in a container
/// @param probe one look at it from outside, once it has its load
record WatchOptions(long limit, Probe probe) {
    /// Nothing else.
    static final WatchOptions NONE = new WatchOptions(Long.MAX_VALUE, _ -> Map.of());

    boolean limits() {
        return limit < Long.MAX_VALUE;
    }
}

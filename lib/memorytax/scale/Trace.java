package memorytax.scale;

import java.util.List;

/// A process watched while it works.
///
/// @param samples every 20 ms
/// @param marks   what the child said on the way
public record Trace(Contender contender, int tasks, List<Sample> samples, List<Mark> marks, Outcome outcome) {
    /// @param millis since `LOAD`
    public record Sample(long millis, long resident, int threads) {
    }

    /// @param millis since `LOAD`
    public record Mark(long millis, String name) {
    }
}

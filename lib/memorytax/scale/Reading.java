package memorytax.scale;

import java.util.OptionalLong;

/// One look at a process from outside.
///
/// @param resident bytes of memory that the process occupies now (RSS)
/// @param peak     the most it ever occupied, in bytes (VmHWM); only Linux tells
/// @param threads  of the operating system
public record Reading(long resident, OptionalLong peak, int threads) {
    /// `38 MB, 24 threads`
    @Override
    public String toString() {
        var most = peak.isPresent() ? ", peak " + Bytes.of(peak.getAsLong()) : "";
        return Bytes.of(resident) + most + ", " + threads + " threads";
    }
}

package memorytax.measure.result;

import java.util.OptionalLong;

/// One look at a process from outside.
///
/// @param resident bytes of memory that the process occupies now (RSS)
/// @param peak     the most it ever occupied, in bytes (VmHWM); only Linux tells
/// @param threads  of the operating system
/// @param kernel   bytes that the kernel holds for it beside that; only Linux tells
/// @param swapped  bytes of it that have been written out; resident does not count them
/// @param huge     bytes of it in huge pages, which make small things large
/// @param reserved bytes of addresses that it has asked for (VmSize); only Linux tells
/// @param pss      bytes that it occupies, of a page that others have too only its part (Pss); only Linux tells, and
///                 only of a process that has settled
public record Reading(long resident, OptionalLong peak, int threads, Kernel kernel, long swapped, long huge,
                      OptionalLong reserved, OptionalLong pss) {
    /// What the kernel holds for a process: the stacks of its threads, its page tables, and records of its own.
    ///
    /// @param bytes empty where nobody can tell
    /// @param all   whether the kernel has counted it all itself; else these are the stacks and the page tables alone,
    ///              and it is more
    public record Kernel(OptionalLong bytes, boolean all) {
        /// Nobody can tell.
        public static final Kernel UNKNOWN = new Kernel(OptionalLong.empty(), false);
    }

    /// Of which nothing more is known.
    public Reading(long resident, OptionalLong peak, int threads) {
        this(resident, peak, threads, Kernel.UNKNOWN, 0, 0, OptionalLong.empty(), OptionalLong.empty());
    }

    /// What a container's limit counts, in bytes: its own pages and what the kernel holds for it. At the least, where
    /// the kernel has not counted it all.
    public OptionalLong charged() {
        return kernel.bytes.stream().map(bytes -> resident + bytes).findFirst();
    }

    /// `38 MB, 24 threads`
    @Override
    public String toString() {
        var most = peak.isPresent() ? ", peak " + Bytes.of(peak.getAsLong()) : "";
        return Bytes.of(resident) + most + ", " + Counted.of(threads, "thread");
    }
}

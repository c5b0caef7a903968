package memorytax.service;

import memorytax.claim.Measured;

import java.util.OptionalDouble;

/// What tells a runtime to collect its garbage sooner, and what it takes and costs then.
///
/// @param words `-Xmx306m` or `GOMEMLIMIT=380MiB`
/// @param total bytes of the process with it
/// @param gc    CPU time of the collector for each GB of garbage, in ms; empty where nobody has measured it
/// @param known whether it is known what it takes with garbage, or there is none
public record Flag(String words, Measured total, OptionalDouble gc, boolean known) {
    /// The heap of a JVM, in MB.
    static String heap(double mb) {
        return "-Xmx" + (int) Math.ceil(mb) + "m";
    }

    /// All of a process in Go, in MB.
    static String limit(double mb) {
        return (int) Math.floor(mb) + "MiB";
    }

    /// The same with what it takes and costs as it was measured.
    Flag with(Measured total, OptionalDouble gc) {
        return new Flag(words, total, gc, true);
    }

    /// `-Xmx306m`
    @Override
    public String toString() {
        return words;
    }
}

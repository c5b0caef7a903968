package memorytax.peers;

import java.util.Optional;

/// What came of looking for a toolchain.
///
/// @param missing why there is none, in a reader's words; empty when there is one
record Lookup(Optional<FoundToolchain> found, String missing) {
    /// There is none, and nobody wonders why.
    static final Lookup NOTHING = missing("");

    static Lookup of(FoundToolchain found) {
        return new Lookup(Optional.of(found), "");
    }

    static Lookup missing(String why) {
        return new Lookup(Optional.empty(), why);
    }
}

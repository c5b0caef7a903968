package memorytax.peers;

import java.nio.file.Path;

/// A toolchain on this machine.
///
/// @param path    the program itself, not a wrapper around it
/// @param version `1.26.8`, `3.13.0`; a free-threaded Python ends in `t`
public record FoundToolchain(Path path, String version) {
}

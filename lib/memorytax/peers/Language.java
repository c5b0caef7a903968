package memorytax.peers;

/// A language that programs may be written in.
///
/// @param runtime   as [memorytax.measure.result.Contender#runtime] has it, and as `READY` says it: `go`
/// @param name      as a reader knows it: `Go`
/// @param extension what a program's name ends with: `.go`
/// @param builds    whether a program is built before it can start; if not, it is only put in its place
public record Language(String runtime, String name, String extension, boolean builds) {
}

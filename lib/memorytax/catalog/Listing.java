package memorytax.catalog;

/// The load of a cell in one more language: a tab beside the Java code.
///
/// @param language as the tab says it: `Go`, `Python`
/// @param code     the source, dedented
public record Listing(String language, String code) {
}

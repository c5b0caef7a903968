package memorytax.catalog;

/// The code of a cell in one language: a tab on the page.
///
/// @param language as the tab says it: `Go`, `Python`
/// @param file     in which it stands: `chapter6.go`
/// @param name     of the function there; empty where it is the whole file
/// @param line     at which it begins
/// @param code     the source, dedented
public record Listing(String language, String file, String name, int line, String code) {
    /// `chapter6.go:208`
    public String where() {
        return file + ":" + line;
    }

    /// `Go, takeToWork in chapter6.go`
    @Override
    public String toString() {
        return language + ", " + (name.isEmpty() ? "" : name + " in ") + file;
    }
}

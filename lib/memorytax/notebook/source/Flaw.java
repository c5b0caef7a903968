package memorytax.notebook.source;

/// Something wrong in a chapter, and the line (from 1) where it shows.
record Flaw(int line, String message) {
}

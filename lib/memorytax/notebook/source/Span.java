package memorytax.notebook.source;

/// A stretch of a chapter's file, from character `from` up to `to`. The spans of a file touch and cover all of it.
///
/// @param name the member it belongs to, `main` included; empty for a gap
public record Span(Kind kind, String name, int from, int to) {
    /// `PROSE` is a member's `///` block, `CODE` its source, `GAP` what lies between: imports, blank lines, remarks.
    public enum Kind { GAP, PROSE, CODE }

    /// The text of this span in the file that it was taken from, character for character.
    public String in(String source) {
        return source.substring(from, to);
    }
}

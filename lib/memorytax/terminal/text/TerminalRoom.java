package memorytax.terminal.text;

/// The room that there is on a slide.
///
/// @param columns from edge to edge
/// @param rows    for what is to be shown
/// @param blocks  whether the terminal has half blocks, which make two pixels of a character
public record TerminalRoom(int columns, int rows, boolean blocks) {
    /// The same with another height.
    public TerminalRoom high(int rows) {
        return new TerminalRoom(columns, Math.max(1, rows), blocks);
    }
}

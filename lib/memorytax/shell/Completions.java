package memorytax.shell;

import java.util.List;

/// How the code in front of a cursor may go on.
///
/// @param from    where what is to be replaced begins, up to the cursor: characters from the start
/// @param options at most [#MOST], by name
public record Completions(int from, List<Option> options) {
    static final int MOST = 200;

    /// @param label  what stands there then: `slope(`
    /// @param detail its signature: `Optional<Slope> Weighings.slope(String contender)`; empty when it is not known
    public record Option(String label, String detail) {
    }

    /// When nothing is known yet.
    public static Completions none(int cursor) {
        return new Completions(cursor, List.of());
    }
}

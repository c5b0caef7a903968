package memorytax.shell;

import java.util.List;

/// What is there when a shell opens.
///
/// @param name      of the shell, which asks with it: `chapter1> `
/// @param welcome   said before the first question; a pipe is not welcomed
/// @param startUp   Java source, evaluated before: imports and declarations
/// @param variables values that are handed over; one may have the name of a method
public record Setting(String name, String welcome, String startUp, List<Variable> variables) {
    /// A value that comes from outside.
    ///
    /// @param name  a Java name
    /// @param type  as the source would write it, with what `startUp` imports: `List<Trace>`
    /// @param value never null
    public record Variable(String name, String type, Object value) {
    }
}

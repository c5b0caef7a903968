package memorytax.notebook;

import memorytax.notebook.source.Cell;

import java.util.function.Function;

/// What a step is given that no step returns: a parameter of this type has it.
///
/// @param value for the step that asks
public record Given<T>(Class<T> type, Function<Cell.Step, T> value) {
}

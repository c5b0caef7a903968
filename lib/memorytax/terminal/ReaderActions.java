package memorytax.terminal;

import memorytax.notebook.Ahead;
import memorytax.notebook.Edition;
import memorytax.notebook.Prediction;
import memorytax.notebook.source.Cell;

import java.util.List;
import java.util.Optional;

/// What a reader can do with a chapter besides reading on; by default nothing is at hand. Each of these talks to the
/// reader by itself.
public interface ReaderActions {
    /// The answer to what a step asks; the question as it is when there is none. Empty when the reader would rather
    /// leave.
    default Optional<Prediction> answer(Cell.Step step, Prediction question) {
        return Optional.of(question);
    }

    /// What was answered before to a question that stays out of sight; the question as it is when that is nothing.
    default Prediction before(Cell.Step step, Prediction question) {
        return question;
    }

    /// What applies behind this cell.
    default List<Tool> tools(Cell.Documented cell) {
        return List.of();
    }

    /// Asks with how many tasks and forks to run a step again. False when the reader would rather not.
    default boolean again(Cell.Step step) {
        return false;
    }

    /// Has the chapter edited. Empty when there is nothing new, or nothing that compiles.
    default Optional<Edition> edit(Cell.Documented cell) {
        return Optional.empty();
    }

    /// Opens a JShell that knows the chapter and its results.
    default void shell() {
    }

    /// Shows the code of this cell in the other languages.
    default void others(Cell.Documented cell) {
    }

    /// Gives the next hint for an exercise.
    default void hint(Cell.Step exercise) {
    }

    /// Shows our solution of an exercise, to who has solved it or asks twice.
    default void solution(Cell.Step exercise) {
    }

    /// What measures the next cells while this one is read; empty where no reader goes from cell to cell.
    default Optional<Ahead> ahead() {
        return Optional.empty();
    }

    /// Whether the file is watched.
    default boolean watches() {
        return false;
    }

    /// Whether the file has been saved since an edition was last asked for.
    default boolean saved() {
        return false;
    }

    /// Whether what was saved last does not compile.
    default boolean broken() {
        return false;
    }

    /// What was saved. Empty as for [#edit].
    default Optional<Edition> read() {
        return Optional.empty();
    }

    /// A tool, by the key that it has on a terminal.
    enum Tool {
        AGAIN('r', "again", "runs this cell again"), TRY('r', "try", "checks your method"),
        EDIT('e', "edit", "opens the chapter in your editor"),
        SHELL('j', "jshell", "opens a JShell in which every result is a variable"),
        OTHERS('o', "Go/Py", "shows this code in Go and in Python"), HINT('h', "hint", "gives a hint"),
        SOLUTION('s', "solution", "shows our solution");

        final char key;
        final String word, does;

        Tool(char key, String word, String does) {
            this.key = key;
            this.word = word;
            this.does = does;
        }
    }
}

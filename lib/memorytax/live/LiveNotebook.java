package memorytax.live;

import java.nio.file.Path;
import java.util.Optional;

/// What a browser can ask of a chapter. Called on several threads.
public interface LiveNotebook {
    /// The page as it stands now, HTML.
    String page();

    /// Tells this listener everything that happens, beginning with how all stands now.
    ///
    /// @return ends it
    Runnable follow(Listener listener);

    /// Runs a cell, and those that it needs.
    ///
    /// @throws IllegalArgumentException when there is no such cell
    /// @throws IllegalStateException    when something else has to be done first; one line says what
    void run(String cell);

    /// The reader has come to this cell, and may go on there another time.
    ///
    /// @throws IllegalArgumentException when there is no such cell
    void read(String cell);

    /// Stops what runs.
    void stop();

    /// Answers a question; blank to pass.
    ///
    /// @throws IllegalArgumentException when that is no answer; one line says what is allowed
    void answer(String cell, String typed);

    /// Gives the next hint of an exercise.
    ///
    /// @throws IllegalArgumentException when the cell is no exercise
    /// @throws IllegalStateException    when it was not tried yet
    void hint(String cell);

    /// Shows our solution of an exercise to who has solved it, or asks twice.
    ///
    /// @throws IllegalArgumentException when the cell is no exercise
    /// @throws IllegalStateException    when it was not tried yet
    void solution(String cell);

    /// Gives a cell other code.
    ///
    /// @param language in which: `java`, `go`, `python`
    /// @param base     the code that was edited
    /// @throws IllegalArgumentException when the chapter does not compile with it; the compiler's words
    /// @throws Conflict                 when the file has another code than `base` there by now
    /// @throws IllegalStateException    when it cannot be edited here; one sentence
    void edit(String cell, String language, String code, String base);

    /// Evaluates code when its turn comes, and tells that as events called `answer`.
    ///
    /// @param cell beside which it was typed
    /// @throws IllegalArgumentException when there is nothing to evaluate
    void eval(String cell, String code);

    /// How the code up to a cursor may go on, which takes a second or two at most: anything that Gson can write.
    ///
    /// @param cell   whose code that is, or beside which it is typed
    /// @param cursor characters from the start of the code
    Object complete(String cell, String code, int cursor);

    /// Whether to measure the next cells while the reader reads.
    void ahead(boolean on);

    /// A file that the page links to: `chapter1/growth.csv`; empty when there is none.
    Optional<Path> file(String name);

    /// Somebody else has changed what a reader has edited.
    @SuppressWarnings("serial")
    final class Conflict extends IllegalStateException {
        /// The code that is there by now.
        public final String theirs;

        /// @param theirs the code that is there by now
        public Conflict(String theirs) {
            super("this cell was changed elsewhere meanwhile; look at it first");
            this.theirs = theirs;
        }
    }
}

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

    /// Stops what runs.
    void stop();

    /// Answers a question; blank to pass.
    ///
    /// @throws IllegalArgumentException when that is no answer; one line says what is allowed
    void answer(String cell, String typed);

    /// Gives a cell other code.
    ///
    /// @param base the code that was edited
    /// @throws IllegalArgumentException when the chapter does not compile with it; javac's words
    /// @throws IllegalStateException    when the file has another code than `base` there by now
    void edit(String cell, String code, String base);

    /// Whether to measure the next cells while the reader reads.
    void ahead(boolean on);

    /// A file that the page links to: `chapter1/growth.csv`; empty when there is none.
    Optional<Path> file(String name);

    /// Who hears of what happens. Must be quick.
    @FunctionalInterface
    interface Listener {
        /// @param key   of what it is about: a later event of the same key makes an earlier one superfluous
        /// @param event `states`, `progress`, `section`, `ahead`
        /// @param data  anything that Gson can write
        void happened(String key, String event, Object data);
    }
}

package memorytax.terminal;

import org.jline.utils.AttributedString;

/// Where the keys are asked for: below what was printed last, or at the foot of a slide.
interface TerminalStage {
    /// The words of a chapter that is printed from top to bottom: nothing is covered, and nothing has to be restored.
    TerminalStage SCROLL = new TerminalStage() {
    };

    /// Whether what a key shows takes the place of what was there.
    default boolean covers() {
        return false;
    }

    /// Makes room for what a key shows.
    default void clear() {
    }

    /// Shows again what was there.
    default void restore() {
    }

    /// The line above the keys; nobody sees it where nothing is covered.
    default AttributedString foot() {
        return AttributedString.EMPTY;
    }

    /// What the key `m` does to what is there, in one word: `more`. Empty where there is nothing more.
    default String more() {
        return "";
    }

    /// Does what [#more] says. False when the reader has had enough.
    default boolean turnMore() {
        return true;
    }
}

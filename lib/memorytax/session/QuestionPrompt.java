package memorytax.session;

import memorytax.notebook.Prediction;
import memorytax.terminal.TerminalCases;
import memorytax.terminal.TerminalScreen;
import memorytax.terminal.text.TerminalLines;
import memorytax.terminal.text.TerminalText;
import org.jline.utils.AttributedString;

import java.util.Optional;

/// Asks a reader at a terminal what a chapter wants to know.
record QuestionPrompt(TerminalScreen screen) {
    private static final String SINGLY = "c";

    /// The question with its answer. Empty when the reader types `q`, which is no answer to any question, and wants to
    /// leave.
    ///
    /// @param before the same, with what the reader has answered the last time
    Optional<Prediction> ask(Prediction question, Prediction before) {
        var alone = before.answer().map(a -> "press Enter to keep " + a)
            .or(() -> question.usual().map(a -> "press Enter for " + a)).orElse("press Enter to pass");
        var cases = new TerminalCases(screen, question.cases());
        screen.print(AttributedString.EMPTY);
        if (!question.cases().isEmpty()) screen.print(cases.list());
        if (!question.things().isEmpty()) screen.print(new TerminalCases(screen, question.things()).list());
        var singly = question.cases().isEmpty() ? "" : "; c for one case after the other, each with one key";
        var keys = TerminalLines.dim(question.asked() + singly + "; " + alone + ", q to quit");
        screen.print(TerminalLines.indent(" ", TerminalLines.wrap(keys,
            Math.min(screen.width(), TerminalLines.MEASURE) - TerminalLines.MARGIN)));
        screen.print(AttributedString.EMPTY);
        while (true) {
            var typed = screen.ask(question.isWish() ? " your answer ▸ " : " your guess ▸ ").map(String::strip)
                .filter(t -> !t.isEmpty());
            if (typed.isEmpty()) return Optional.of(before.answer().isPresent() ? before : question.pass());
            if (!question.cases().isEmpty() && typed.get().equalsIgnoreCase(SINGLY))
                return cases.ask().map(question::answered);
            try {
                return Optional.of(question.answered(typed.get()));
            } catch (IllegalArgumentException e) {
                if (typed.get().equalsIgnoreCase("q")) return Optional.empty();
                screen.print(TerminalText.plain(e.getMessage(), screen.width()));
            }
        }
    }
}

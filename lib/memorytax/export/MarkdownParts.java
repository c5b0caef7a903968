package memorytax.export;

import memorytax.claim.Attempt;
import memorytax.claim.Check;
import memorytax.claim.Headline;
import memorytax.view.Part;
import memorytax.view.Wording;

import java.util.ArrayList;
import java.util.function.UnaryOperator;

/// The parts of a result as Markdown of GitHub's kind, which can be read as it is written.
///
/// @param link name of a cell -> Markdown that leads there
record MarkdownParts(UnaryOperator<String> link) {
    /// The part with its remarks.
    ///
    /// @param picture where the file of a chart lies; for no other part
    String of(Part part, String picture) {
        var text = draw(part, picture).strip();
        return part.remarks().isEmpty() ? text
            : text + "\n\n" + MarkdownText.list(part.remarks().stream().map(MarkdownText::escape).toList());
    }

    private String draw(Part part, String picture) {
        return switch (part) {
            case Part.Rows rows -> MarkdownTable.of(rows.table());
            case Part.Picture chart -> "![%s](<%s>)".formatted(
                MarkdownText.escape(chart.caption().orElse("")), picture);
            case Part.Rulings(var verdicts) -> MarkdownVerdicts.of(verdicts, link);
            case Part.Claims(var ledger) -> MarkdownVerdicts.of(ledger);
            case Part.Number(var headline) -> headline(headline);
            case Part.Exercise(var check) -> exercise(check);
            case Part.Explanation(var attempt) -> explained(attempt);
            case Part.Answer(var guess) -> MarkdownText.details("What do you guess: " + guess.label() + "?",
                MarkdownText.escape(guess.toString()));
            case Part.Sliders _ -> "";
            case Part.Sentence(var text) -> MarkdownText.escape(text);
            case Part.Prose(var markdown) -> markdown;
            case Part.Lines(var text) -> MarkdownText.fenced("text", text);
        };
    }

    private static String headline(Headline headline) {
        return "> **%s** %s%s".formatted(MarkdownText.escape(headline.figure()),
            MarkdownText.escape(headline.sentence()), headline.here() ? "" : " *(recorded)*");
    }

    private static String exercise(Check check) {
        var said = new ArrayList<String>();
        said.add("**" + check.mark() + " " + MarkdownText.escape(check.badge()) + "**");
        if (!check.first().isEmpty()) said.add(MarkdownText.escape(check.first()));
        check.sentences().forEach(sentence -> said.add(MarkdownText.escape(sentence)));
        check.told().stream().map(check::advice).filter(advice -> !advice.isEmpty())
            .forEach(advice -> said.add(MarkdownText.escape(advice)));
        return String.join(" ", said);
    }

    private static String explained(Attempt attempt) {
        return "%s\n\n### %s\n\n%s\n\n%s".formatted(Wording.EXPLAINED, MarkdownText.escape(attempt.title()),
            attempt.why().strip(), MarkdownText.details("Our solution",
                MarkdownText.fenced("java", attempt.code())));
    }
}

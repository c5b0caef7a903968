package memorytax.terminal.result;

import memorytax.catalog.ChapterList;
import memorytax.claim.NotedGuesses;
import memorytax.measure.result.Counted;
import memorytax.record.StepTimes;
import memorytax.terminal.text.TerminalLines;
import memorytax.terminal.text.TerminalText;
import memorytax.view.Wording;

import org.jline.utils.AttributedString;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The list of the chapters on a terminal, and below it what the reader's guesses have in common. Eight chapters, with
/// all there is to say, are 21 lines.
public final class TerminalChapterList {
    /// Beyond it, an eye loses the way from a chapter to what stands at the right.
    private static final int WIDEST = 99;

    private TerminalChapterList() {
    }

    /// A few lines a chapter, and a few about all guesses.
    public static List<AttributedString> draw(ChapterList shelf, int width) {
        int room = Math.min(width - TerminalLines.MARGIN, WIDEST);
        var lines = new ArrayList<AttributedString>();
        var done = TerminalLines.dim(shelf.done() + " of " + shelf.books().size() + " done");
        lines.add(TerminalLines.apart(TerminalLines.of(" " + Wording.WORKBOOK, TerminalLines.BOLD), done, room));
        lines.add(AttributedString.EMPTY);
        for (var book : shelf.books()) {
            lines.add(what(book, room));
            var below = below(book);
            if (!below.isEmpty()) lines.add(TerminalLines.cut(TerminalLines.dim("      " + below), room));
        }
        lines.add(AttributedString.EMPTY);
        lines.addAll(TerminalText.plain(NotedGuesses.in(shelf.notes()).summary(), room));
        lines.add(AttributedString.EMPTY);
        return lines;
    }

    private static AttributedString what(ChapterList.Book book, int room) {
        var mark = book.done() ? "✓" : book.place().isPresent() ? "▸" : " ";
        var number = TerminalLines.right(TerminalLines.plain(String.valueOf(book.number())), 2);
        var left = TerminalLines.join(" " + mark + " ", number, " " + book.teaches());
        var measures = StepTimes.said(StepTimes.recorded(book.name()).total());
        var right = joined(measures.isEmpty() ? "" : measures + " to measure",
            book.done() ? "done " + book.notes().get("done") : "");
        return TerminalLines.apart(left, TerminalLines.dim(right), room);
    }

    private static String below(ChapterList.Book book) {
        var place = book.place().map(at -> (book.done() ? "read again up to " : "stopped at ") + at).orElse("");
        return joined(book.flaw(), place, exercises(book), book.verdicts());
    }

    private static String exercises(ChapterList.Book book) {
        if (book.exercises() == 0 || book.notes().isEmpty()) return "";
        boolean some = book.solved() > 0 && book.solved() < book.exercises() && !book.levels().isEmpty();
        return book.solved() + " of " + Counted.of(book.exercises(), "exercise")
            + (some ? " (" + String.join(", ", book.levels()) + ")" : "");
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }
}

package memorytax.terminal.result;

import memorytax.catalog.NextChapter;
import memorytax.file.OutputFolder;
import memorytax.terminal.chart.TerminalChart;
import memorytax.terminal.text.TerminalLines;
import memorytax.terminal.text.TerminalRoom;
import memorytax.terminal.text.TerminalTable;
import memorytax.terminal.text.TerminalText;
import memorytax.view.Part;
import org.jline.utils.AttributedString;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What the parts of a result look like on a terminal, and what is said behind the last of them.
public final class TerminalParts {
    private TerminalParts() {
    }

    /// Each part of the value, one below the other.
    public static List<AttributedString> lines(Object value, int width) {
        return lines(Part.of(value), width, part -> draw(part, width));
    }

    /// The same for a slide: the number to remember is large, and the first chart is as wide and as high as there is
    /// room for.
    public static List<AttributedString> lines(Object value, TerminalRoom room) {
        var parts = Part.of(value);
        var usual = lines(parts, room.columns(), part -> draw(part, room, 0));
        var chart = parts.stream().filter(Part.Picture.class::isInstance).findFirst();
        int spare = room.rows() - usual.size();
        return chart.isEmpty() || spare == 0 ? usual : lines(parts, room.columns(),
            part -> draw(part, room, part == chart.get() ? spare : 0));
    }

    /// One part with its remarks.
    public static List<AttributedString> part(Part part, int width) {
        return lines(List.of(part), width, one -> draw(one, width));
    }

    private static List<AttributedString> lines(List<Part> parts, int width,
                                                Function<Part, List<AttributedString>> draw) {
        var lines = new ArrayList<AttributedString>();
        for (var part : parts) {
            below(lines, draw.apply(part));
            if (!part.remarks().isEmpty())
                below(lines, TerminalText.markdown("- " + String.join("\n- ", part.remarks()), width));
        }
        return lines;
    }

    private static List<AttributedString> draw(Part part, TerminalRoom room, int more) {
        return switch (part) {
            case Part.Picture picture -> TerminalChart.large(picture.chart(), room.columns(), more);
            case Part.Number number -> TerminalHeadline.large(number.headline(), room);
            default -> draw(part, room.columns());
        };
    }

    private static void below(List<AttributedString> lines, List<AttributedString> more) {
        if (!lines.isEmpty()) lines.add(AttributedString.EMPTY);
        lines.addAll(more);
    }

    private static List<AttributedString> draw(Part part, int width) {
        return switch (part) {
            case Part.Rows rows -> TerminalTable.draw(rows.table(), width);
            case Part.Picture picture -> TerminalChart.draw(picture.chart(), width);
            case Part.Rulings rulings -> TerminalVerdicts.draw(rulings.verdicts(), width);
            case Part.Claims claims -> TerminalLedger.draw(claims.ledger(), width);
            case Part.Number number -> TerminalHeadline.draw(number.headline(), width);
            case Part.Exercise exercise -> TerminalCheck.draw(exercise.check(), width);
            case Part.Explanation explanation -> TerminalCheck.explained(explanation.attempt(), width);
            case Part.Answer answer -> TerminalGuess.draw(answer.guess(), width);
            case Part.Sliders _ -> List.of();
            case Part.Sentence(var text) -> TerminalText.plain(text, width);
            case Part.Prose(var markdown) -> TerminalText.markdown(markdown, width);
            case Part.Lines(var text) -> text.lines().map(TerminalLines::plain).toList();
        };
    }

    /// ` Written: out/chapter1.html, out/chapter1/ (9 CSV, 6 charts)`: what is there, and no page that is not.
    ///
    /// @param there whether the page is one of them
    public static AttributedString written(Path page, boolean there, long tables, long charts) {
        var name = there ? OutputFolder.shown(page) + ", " : "";
        return TerminalLines.plain(" Written: %s%s/ (%d CSV, %d chart%s)".formatted(name,
            OutputFolder.shown(page).replaceAll("(-part)?\\.html$", ""), tables, charts, charts == 1 ? "" : "s"));
    }

    /// ` Next:    ./jbang chapter2   Stack growth`
    public static AttributedString next(NextChapter next) {
        return TerminalLines.plain(" Next:    ./jbang " + next.name() + "   " + next.title());
    }
}

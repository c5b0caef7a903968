package memorytax.terminal;

import memorytax.measure.plan.Scale;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.terminal.text.TerminalLines;
import memorytax.terminal.text.TerminalText;
import org.jline.utils.AttributedString;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A cell as lines of a screen: what stands above its result, and what below.
///
/// @param others where it stands in other languages: `Go, takeToWork in chapter6.go`
record TerminalCell(Chapter chapter, Cell.Documented cell, List<String> others, int width) {
    private static final Pattern EXPECTATION = Pattern.compile("\\b(look (also )?at|expect(ed)?)\\b",
        Pattern.CASE_INSENSITIVE);
    /// The sentence at the end of a paragraph that a list follows.
    private static final Pattern INTRODUCTION = Pattern.compile("[^.?!]*:\\s*$");

    /// Whether its prose stands below its result. There it is on the screen together with what it explains, however
    /// long that is. Above the result stands the prose of a cell that measures, because it says what to expect while
    /// that takes its time; of one that asks something or is the reader's to solve; and of one that has no result.
    boolean explainsBelow() {
        return cell instanceof Cell.Step step && !step.takes(Scale.class) && !step.isQuestion() && !step.isExercise();
    }

    /// Heading and code, and the prose between them unless that comes below.
    List<AttributedString> above() {
        var lines = new ArrayList<AttributedString>();
        lines.add(AttributedString.EMPTY);
        lines.addAll(heading());
        if (!explainsBelow()) lines.addAll(prose());
        if (cell instanceof Cell.Step step && step.isQuestion()) return lines; // its code says no more than its prose
        lines.add(AttributedString.EMPTY);
        lines.addAll(TerminalText.code(cell.code(), "java", cell.line(), width));
        if (!others.isEmpty()) lines.addAll(TerminalLines.indent(" ", TerminalLines.wrap(
            TerminalLines.dim("In " + String.join("; in ", others) + "."), width - TerminalLines.MARGIN)));
        return lines;
    }

    List<AttributedString> heading() {
        var cells = chapter.documented();
        var place = "%d/%d".formatted(cells.indexOf(cell) + 1, cells.size());
        return List.of(TerminalText.heading(cell.title(), place, width));
    }

    /// Under a blank line; none of a cell without.
    List<AttributedString> prose() {
        return markdown(cell.prose());
    }

    /// What it said above the result about what to look at and what to expect, as a quotation; none where it said
    /// nothing of that kind.
    List<AttributedString> expectation() {
        if (explainsBelow()) return List.of();
        var said = new ArrayList<String>();
        var paragraphs = List.of(cell.prose().split("\n\\s*\n"));
        for (int i = 0; i < paragraphs.size(); i++) {
            var paragraph = paragraphs.get(i);
            if (!EXPECTATION.matcher(paragraph).find()) continue;
            var list = INTRODUCTION.matcher(paragraph);
            boolean introduces = list.find() && i + 1 < paragraphs.size();
            boolean wanted = introduces && EXPECTATION.matcher(list.group()).find();
            said.add(introduces && !wanted ? list.replaceFirst("") : paragraph);
            if (wanted) said.add(paragraphs.get(++i));
        }
        return markdown(said.stream().map(text -> "> " + text.strip().replace("\n", "\n> "))
            .collect(Collectors.joining("\n>\n")));
    }

    /// How many lines it has without a result.
    int height() {
        return above().size() + (explainsBelow() ? prose().size() : 0);
    }

    private List<AttributedString> markdown(String text) {
        if (text.isBlank()) return List.of();
        var lines = new ArrayList<AttributedString>();
        lines.add(AttributedString.EMPTY);
        lines.addAll(TerminalText.markdown(text, width));
        return lines;
    }
}

package memorytax.terminal;

import memorytax.catalog.Glossary;
import memorytax.notebook.source.Cell;
import memorytax.terminal.text.TerminalLines;
import org.jline.utils.AttributedString;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static memorytax.terminal.text.TerminalLines.BOLD;

/// What the terms mean that a reader has come across.
final class TerminalTerms {
    private static final String NO_CELL = "", ALL = "./jbang workbook --glossary";
    /// What is emphasised is a term also where the word alone may mean something else: `a *stop*`.
    private static final Pattern EMPHASIS = Pattern.compile("\\*([^*\n]+)\\*");
    private static final int DEFINITION = 18;
    private final Map<String, Set<Glossary.Term>> met = new LinkedHashMap<>();

    /// Notes the terms of a text that belongs to no cell.
    void read(String markdown) {
        note(NO_CELL, markdown);
    }

    /// Notes the terms of a cell's prose. Of an earlier edition of the cell nothing is kept.
    void read(Cell.Documented cell) {
        met.remove(cell.name());
        note(cell.name(), cell.title() + "\n" + cell.prose());
    }

    /// Notes the terms of what came of a cell.
    void read(Cell.Documented cell, List<AttributedString> result) {
        note(cell.name(), result.stream().map(AttributedString::toString).collect(Collectors.joining("\n")));
    }

    /// A method or a variable that is called `pool` is no term.
    private void note(String cell, String markdown) {
        var text = markdown.replaceAll("`[^`]*`", " ");
        Stream.concat(Glossary.uses(text).stream().map(Glossary.Use::term),
                EMPHASIS.matcher(text).results().flatMap(words -> Glossary.named(words.group(1)).stream()))
            .forEach(term -> met.computeIfAbsent(cell, _ -> new LinkedHashSet<>()).add(term));
    }

    /// Those of this cell, then those of the cells before, the last of them first: as far as there is room.
    List<AttributedString> lines(Cell.Documented here, int width, int height) {
        var lines = new ArrayList<AttributedString>();
        lines.add(AttributedString.EMPTY);
        var shown = met.getOrDefault(here.name(), Set.of());
        int left = 0;
        for (var term : Glossary.terms()) {
            if (!shown.contains(term)) continue;
            var next = lines(term, width);
            if (left == 0 && (lines.size() == 1 || lines.size() + next.size() <= height - 5)) lines.addAll(next);
            else left++;
        }
        var others = new LinkedHashSet<Glossary.Term>();
        List.copyOf(met.values()).reversed().forEach(others::addAll);
        others.removeAll(shown);
        var more = new ArrayList<AttributedString>();
        boolean full = left > 0;
        left += others.size();
        for (var term : others) {
            var next = lines(term, width);
            if (full || lines.size() + more.size() + next.size() > height - 5) break;
            more.addAll(next);
            left--;
        }
        if (!more.isEmpty()) lines.add(TerminalLines.dim(" from earlier cells"));
        lines.addAll(more);
        var rest = left == 0 ? " all terms: " : " … and %d more; all terms: ".formatted(left);
        lines.add(TerminalLines.dim(rest + ALL));
        return lines;
    }

    private static List<AttributedString> lines(Glossary.Term term, int width) {
        int room = Math.min(width, TerminalLines.MEASURE) - DEFINITION;
        var lines = new ArrayList<AttributedString>();
        for (var line : TerminalLines.wrap(TerminalLines.plain(term.definition()), room)) {
            var name = TerminalLines.of(lines.isEmpty() ? term.name() : "", BOLD);
            lines.add(TerminalLines.join(" ", TerminalLines.left(name, DEFINITION - 1), line));
        }
        return lines;
    }
}

package memorytax.catalog;

import memorytax.notebook.source.Cell;
import memorytax.notebook.source.CellNames;
import memorytax.notebook.source.Chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a chapter ends with, its cell `takeToWork`: sentences for the next day at work, and code that is wrong beside
/// code that is right.
///
/// @param chapter   whose cell it is
/// @param sentences Markdown; each quotes the heading of a cell that shows it
/// @param idioms    of Java, then of the chapter's programs, in the order in which they stand there
public record TakeToWork(Chapter chapter, List<String> sentences, List<Idiom> idioms) {
    private static final Pattern BULLET = Pattern.compile("(?m)^- ((?:.*\\n?)(?:^ +.*\\n?)*)");
    /// What begins such a comment; it may go on over further lines of comment.
    private static final Pattern MARK = Pattern.compile("(?:^|\\s)(?://|#) (wrong|right|not in \\w+): (.*)$");
    private static final Pattern COMMENT = Pattern.compile("^\\s*(?://|#) (.*)$");

    /// What an idiom says of its code.
    public enum Kind {
        WRONG, RIGHT,
        /// The mistake does not exist in this language.
        ABSENT
    }

    /// A line of code, and why it is wrong or right.
    ///
    /// @param code of the line that the comment is about, without its indentation; empty where there is none
    public record Idiom(String language, Kind kind, String why, String code) {
    }

    /// Reads it; empty where the chapter has no such cell.
    ///
    /// @param programs of the chapter
    /// @throws IllegalStateException with one line, when a sentence names no cell, or a cell that is not there
    public static Optional<TakeToWork> of(Chapter chapter, List<Program> programs) {
        return chapter.documented().stream().filter(Cell.Documented::isTakeToWork).findFirst()
            .map(cell -> new TakeToWork(chapter, sentences(chapter, cell), Stream.concat(
                idioms("Java", cell.code()).stream(), programs.stream()
                    .flatMap(program -> program.function(Cell.Documented.TAKE_TO_WORK).stream())
                    .flatMap(there -> idioms(there.language(), there.code()).stream())).toList()));
    }

    private static List<String> sentences(Chapter chapter, Cell.Documented cell) {
        var sentences = BULLET.matcher(cell.prose()).results()
            .map(bullet -> bullet.group(1).strip().replaceAll("\\s*\\n\\s*", " ")).toList();
        for (var sentence : sentences) {
            var named = CellNames.in(sentence);
            if (named.isEmpty()) throw new IllegalStateException(
                "%s, %s: no cell shows \"%s\"".formatted(chapter.name(), cell.title(), sentence));
            for (var heading : named) if (chapter.titled(heading).isEmpty()) throw new IllegalStateException(
                "%s, %s: there is no cell \"%s\"".formatted(chapter.name(), cell.title(), heading));
        }
        return sentences;
    }

    private static List<Idiom> idioms(String language, String code) {
        var idioms = new ArrayList<Idiom>();
        var lines = code.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var mark = MARK.matcher(lines.get(i));
            if (!mark.find()) continue;
            var before = lines.get(i).substring(0, mark.start()).strip();
            var why = new StringBuilder(mark.group(2));
            for (; before.isEmpty() && i + 1 < lines.size(); i++) {
                var more = COMMENT.matcher(lines.get(i + 1));
                if (!more.matches() || MARK.matcher(lines.get(i + 1)).find()) break;
                why.append(' ').append(more.group(1).strip());
            }
            var kind = switch (mark.group(1)) {
                case "wrong" -> Kind.WRONG;
                case "right" -> Kind.RIGHT;
                default -> Kind.ABSENT;
            };
            var after = i + 1 < lines.size() ? lines.get(i + 1).strip() : "";
            idioms.add(new Idiom(language, kind, why.toString(),
                kind == Kind.ABSENT ? "" : bare(before.isEmpty() ? after : before)));
        }
        return List.copyOf(idioms);
    }

    /// Without the brace that opens a block, and without a comment behind the line.
    private static String bare(String line) {
        return line.replaceFirst("\\s+(//|#) .*$", "").replaceFirst("\\s*\\{$", "");
    }
}

package memorytax.notebook;

import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.notebook.source.ChapterSource;
import memorytax.notebook.source.Parsed;
import memorytax.notebook.source.Span;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A static method that is the reader's to edit, and the step that checks it: one that returns a `Check`. Its solution
/// is a file of the same kind: a static method of the same name, under prose with the reason why and with hints.
///
/// @param chapter `chapter1`
/// @param name    of the reader's method, and of the exercise
/// @param step    that checks it
public record Exercise(String chapter, String name, String step) {
    private static final Pattern HINTS = Pattern.compile("(?m)^### Hints\\s*");
    private static final Pattern NUMBER = Pattern.compile("(?m)^\\d+\\. ");

    /// All of a chapter, in file order.
    public static List<Exercise> of(Chapter chapter) {
        return chapter.steps().stream().flatMap(step -> of(chapter, step).stream()).toList();
    }

    /// What this step checks: the first static member that its code names. Empty when it checks nothing.
    public static Optional<Exercise> of(Chapter chapter, Cell.Step step) {
        if (!step.isExercise()) return Optional.empty();
        var exhibits = chapter.documented().stream().filter(Cell.Exhibit.class::isInstance).map(Cell::name).toList();
        return named(step.code()).stream().filter(exhibits::contains).findFirst()
                .map(name -> new Exercise(chapter.name(), name, step.name()));
    }

    /// Where its solution lies, beside the chapter's file and as its resource: `solutions/chapter1_light.java`.
    public String file() {
        return "solutions/" + chapter + "_" + name + ".java";
    }

    /// The text of that file, as the chapter has brought it along; empty when it has not.
    ///
    /// @param type the chapter's class
    public Optional<String> text(Class<?> type) {
        try (var in = type.getResourceAsStream("/" + file())) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The solution in the text of its file, with the prose that says why it works.
    ///
    /// @throws IllegalArgumentException when there is no such method in it
    public Cell.Exhibit solution(String source) {
        var cell = documented(source);
        var prose = HINTS.split(cell.prose())[0].strip();
        return new Cell.Exhibit(cell.name(), cell.title(), prose, cell.code(), cell.line());
    }

    /// The hints in the text of that file, Markdown, in the order in which they are given: what is numbered below
    /// `### Hints`, where the solution's prose ends.
    ///
    /// @throws IllegalArgumentException as `solution` does
    public List<String> hints(String source) {
        var parts = HINTS.split(documented(source).prose(), 2);
        return parts.length < 2 ? List.of() : Arrays.stream(NUMBER.split(parts[1]))
                .map(hint -> hint.strip().replaceAll("\\s+", " ")).filter(hint -> !hint.isEmpty()).toList();
    }

    private Cell.Exhibit documented(String source) {
        return ChapterSource.read(chapter + "_" + name, source).cells().stream()
                .filter(cell -> cell.name().equals(name) && cell instanceof Cell.Exhibit)
                .map(Cell.Exhibit.class::cast).findFirst().orElseThrow(() -> missing(file()));
    }

    /// The chapter's source with the solution in the reader's place; all else stays as it is.
    ///
    /// @throws IllegalArgumentException when one of the two has no such method
    public String put(String chapterSource, String solutionSource) {
        var mine = span(chapter + ".java", chapterSource);
        return chapterSource.substring(0, mine.from()) + span(file(), solutionSource).in(solutionSource)
                + chapterSource.substring(mine.to());
    }

    private Span span(String file, String source) {
        return ChapterSource.spans(file.replace(".java", ""), source).stream()
                .filter(span -> span.kind() == Span.Kind.CODE && span.name().equals(name))
                .findFirst().orElseThrow(() -> missing(file));
    }

    private IllegalArgumentException missing(String file) {
        return new IllegalArgumentException(file + " has no method \"" + name + "\"");
    }

    /// The identifiers in a member's code, in order.
    private static List<String> named(String code) {
        var names = new ArrayList<String>();
        for (var member : new Parsed(code).members) {
            member.tree().accept(new TreeScanner<Void, Void>() {
                @Override
                public Void visitIdentifier(IdentifierTree identifier, Void nothing) {
                    names.add(identifier.getName().toString());
                    return null;
                }
            }, null);
        }
        return names;
    }
}

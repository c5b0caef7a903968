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
/// is a file of the same kind: a static method of the same name, under prose that says why it works. Below that prose,
/// `### Hints` numbers the hints, and `### As it came` has the method as the chapter brings it, in a block of code.
///
/// @param chapter `chapter1`
/// @param name    of the reader's method, and of the exercise
/// @param step    that checks it
public record Exercise(String chapter, String name, String step) {
    private static final String HINTS = "Hints", ORIGINAL = "As it came";
    private static final Pattern FENCED = Pattern.compile("(?s)```java\n(.*?)\n```");
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
        var prose = heading(HINTS).split(cell.prose())[0].strip();
        return new Cell.Exhibit(cell.name(), cell.title(), prose, cell.code(), cell.line());
    }

    /// The hints in the text of that file, Markdown, in the order in which they are given: what is numbered below
    /// `### Hints`, where the solution's prose ends.
    ///
    /// @throws IllegalArgumentException as `solution` does
    public List<String> hints(String source) {
        return Arrays.stream(NUMBER.split(section(source, HINTS)))
                .map(hint -> hint.strip().replaceAll("\\s+", " ")).filter(hint -> !hint.isEmpty()).toList();
    }

    /// The method as the chapter brings it, by the text of the solution's file; empty when that does not say it.
    ///
    /// @throws IllegalArgumentException as `solution` does
    public Optional<String> original(String source) {
        return FENCED.matcher(section(source, ORIGINAL)).results().map(found -> found.group(1)).findFirst();
    }

    /// Whether the reader has not edited the method yet. Comments and blanks do not count. False where the solution's
    /// file does not say how it came.
    ///
    /// @throws IllegalArgumentException when one of the two has no such method
    public boolean asItCame(String chapterSource, String solutionSource) {
        var mine = span(chapter + ".java", chapterSource).in(chapterSource);
        return original(solutionSource).filter(came -> same(came, mine)).isPresent();
    }

    private static boolean same(String code, String other) {
        return members(code).equals(members(other));
    }

    /// As javac prints them, which leaves out comments.
    private static List<String> members(String code) {
        return new Parsed(code).members.stream().map(member -> member.tree().toString()).toList();
    }

    /// What stands below a heading of the solution's prose, up to the next; empty where there is no such heading.
    private String section(String source, String heading) {
        var parts = heading(heading).split(documented(source).prose(), 2);
        return parts.length < 2 ? "" : heading(".*").split(parts[1], 2)[0].strip();
    }

    private static Pattern heading(String words) {
        return Pattern.compile("(?m)^### " + words + "\\s*$");
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

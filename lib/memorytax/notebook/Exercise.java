package memorytax.notebook;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A static method that is the reader's to edit, and the step that checks it: one that returns a `Check`. Its solution is
/// a file of the same kind: a static method of the same name, under prose that says why it works.
///
/// @param chapter `chapter1`
/// @param name    of the reader's method, and of the exercise
/// @param step    that checks it
public record Exercise(String chapter, String name, String step) {
    private static final String CHECK = "Check";

    /// All of a chapter, in file order.
    public static List<Exercise> of(Chapter chapter) {
        return chapter.steps().stream().flatMap(step -> of(chapter, step).stream()).toList();
    }

    /// What this step checks: the first static member that its code names. Empty when it checks nothing.
    public static Optional<Exercise> of(Chapter chapter, Cell.Step step) {
        if (!Signatures.simple(step.type()).equals(CHECK)) return Optional.empty();
        var exhibits = chapter.documented().stream().filter(Cell.Exhibit.class::isInstance).map(Cell::name).toList();
        return named(step.code()).stream().filter(exhibits::contains).findFirst()
                .map(name -> new Exercise(chapter.name(), name, step.name()));
    }

    /// Where its solution lies, beside the chapter's file and as its resource: `solutions/chapter1_light.java`.
    public String file() {
        return "solutions/" + chapter + "_" + name + ".java";
    }

    /// The solution in the text of its file, with the prose that says why it works.
    ///
    /// @throws IllegalArgumentException when there is no such method in it
    public Cell.Exhibit solution(String source) {
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
        return new IllegalArgumentException(file + " has no method " + name);
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

package memorytax.notebook.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a chapter: a Java 25 compact source file, taken apart at its top level by the JDK's own parser.
///
/// A documented instance method is a step, any other documented member an exhibit, an undocumented one is folded.
/// What stands on `main` is the chapter's title and opening.
public final class ChapterSource {
    private ChapterSource() {
    }

    /// The chapter in `source`; a file without `main` has an empty title and opening.
    ///
    /// @param name the file's name without `.java`
    /// @throws SourceException when it is not Java; its message is one line with file and line number
    public static Chapter read(String name, String source) {
        return chapter(name, layout(name, source));
    }

    /// All of the file, in order and without holes.
    ///
    /// @throws SourceException as `read` does
    public static List<Span> spans(String name, String source) {
        return layout(name, source).spans();
    }

    private static Layout layout(String name, String source) {
        var parsed = new Parsed(source);
        if (!parsed.errors.isEmpty()) {
            var first = parsed.errors.getFirst();
            throw new SourceException(name + ".java:" + first.line() + ": " + first.message());
        }
        return Layout.of(parsed);
    }

    static Chapter chapter(String name, Layout layout) {
        var opening = new Prose(Optional.empty(), "");
        var cells = new ArrayList<Cell>();
        for (var member : layout.members()) {
            if (member.declaration().isMain()) {
                opening = prose(layout, member, "# ");
            } else {
                cells.add(cell(layout, member));
            }
        }
        String title = opening.heading().orElse("");
        return new Chapter(name, title, opening.body(), List.copyOf(cells), layout.parsed().source);
    }

    static Prose prose(Layout layout, Member member, String mark) {
        return Prose.of(layout.parsed().source.substring(member.from(), member.code()), mark);
    }

    private static Cell cell(Layout layout, Member member) {
        var declaration = member.declaration();
        String name = member.name();
        String code = Indent.none(layout.parsed().source.substring(member.code(), member.to()));
        int line = layout.parsed().line(member.code());
        if (!member.documented()) {
            return new Cell.Folded(name, code, line);
        }
        var prose = prose(layout, member, "## ");
        String title = prose.heading().orElseGet(() -> Prose.title(name));
        return declaration.isStep()
                ? new Cell.Step(name, title, prose.body(), code, line, declaration.parameters(), declaration.type())
                : new Cell.Exhibit(name, title, prose.body(), code, line);
    }
}

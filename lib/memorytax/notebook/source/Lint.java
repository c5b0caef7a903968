package memorytax.notebook.source;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Says what would spoil a chapter: prose that no reader sees, cells too large for one glance, data flow that is none.
public final class Lint {
    /// A cell must fit on a projector.
    private static final int COLUMNS = 72;
    /// About 15 is the aim.
    private static final int LINES = 25;
    private static final int TAB = 4;

    private final Layout layout;
    private final Chapter chapter;
    private final List<Cell.Parameter> given;

    private Lint(Layout layout, Chapter chapter, List<Cell.Parameter> given) {
        this.layout = layout;
        this.chapter = chapter;
        this.given = given;
    }

    /// What is wrong, by line, as `chapter1.java:12: message`; empty when all is well. A file that is not Java yields
    /// what javac says about it, and nothing else.
    ///
    /// @param name  the file's name without `.java`
    /// @param given what a step may take that no step returns: `Scale scale`
    public static List<String> check(String name, String source, List<Cell.Parameter> given) {
        var parsed = new Parsed(source);
        Stream<Flaw> flaws;
        if (parsed.errors.isEmpty()) {
            var layout = Layout.of(parsed);
            var lint = new Lint(layout, ChapterSource.chapter(name, layout), given);
            flaws = Stream.of(lint.lost(), lint.main(), lint.headings(), lint.sizes(),
                    new Signatures(layout, lint.chapter, given).flaws()).flatMap(s -> s);
        } else {
            flaws = parsed.errors.stream();
        }
        return flaws.sorted(Comparator.comparingInt(Flaw::line))
                .map(flaw -> "%s.java:%d: %s".formatted(name, flaw.line(), flaw.message())).distinct().toList();
    }

    private Stream<Flaw> lost() {
        return layout.lost().stream().map(comment -> {
            int first = layout.parsed().line(comment.from());
            long lines = layout.parsed().source.substring(comment.from(), comment.to()).lines().count();
            String count = lines == 1 ? "1 line" : lines + " lines";
            return new Flaw(first, comment.kind() == Comments.Kind.JAVADOC
                    ? "a /** comment is not shown: write prose with ///, a remark with //"
                    : "lost prose: %s of /// that no member follows; join them to the next block".formatted(count));
        });
    }

    private Stream<Flaw> main() {
        var main = layout.members().stream().filter(member -> member.declaration().isMain()).findFirst();
        if (main.isEmpty()) {
            return Stream.of(new Flaw(1, "no main: its /// comment is the title and the opening of the chapter"));
        }
        return chapter.title().isEmpty()
                ? Stream.of(new Flaw(line(main.get()), "main's /// comment must begin with the title: /// # Title"))
                : Stream.empty();
    }

    private Stream<Flaw> headings() {
        return layout.members().stream()
                .filter(member -> member.documented() && !member.declaration().isMain())
                .filter(member -> ChapterSource.prose(layout, member, "## ").heading().isEmpty())
                .map(member -> new Flaw(line(member),
                        member.name() + ": the prose must begin with a heading: /// ## Title"));
    }

    private Stream<Flaw> sizes() {
        return chapter.cells().stream().flatMap(cell -> {
            var lines = cell.code().lines().toList();
            var wide = Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
                    .filter(i -> columns(lines.get(i)) > COLUMNS)
                    .map(i -> new Flaw(cell.line() + i, "%s: %d columns of code, at most %d fit"
                            .formatted(cell.name(), columns(lines.get(i)), COLUMNS)));
            var tall = Stream.of(lines.size()).filter(count -> count > LINES)
                    .map(count -> new Flaw(cell.line(), "%s: %d lines of code, at most %d fit"
                            .formatted(cell.name(), count, LINES)));
            return Stream.concat(wide, tall);
        });
    }

    private static int columns(String line) {
        return line.codePoints().reduce(0, (column, c) -> c == '\t' ? column / TAB * TAB + TAB : column + 1);
    }

    private int line(Member member) {
        return layout.parsed().line(member.from());
    }
}

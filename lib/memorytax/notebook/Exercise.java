package memorytax.notebook;

import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.notebook.source.ChapterSource;
import memorytax.notebook.source.Parsed;
import memorytax.notebook.source.Span;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// A static method that is the reader's to edit, and the step that checks it: one that returns a `Check`. Its solution
/// is a file of the same kind: a static method of the same name, under prose that says why it works. Below that prose,
/// `### Hints` numbers the hints, and `### As it came` has the method as the chapter brings it, in a block of code.
///
/// @param chapter `chapter1`
/// @param name    of the reader's method, and of the exercise
/// @param step    that checks it
/// @param title   the heading of the reader's method, which tells the level: `Harder: one thread for all tasks`
public record Exercise(String chapter, String name, String step, String title) {
    /// How hard an exercise is. A chapter has one of each, in this order.
    public enum Level {
        EASIER("easier"), USUAL("exercise"), HARDER("harder");

        private final String word;

        Level(String word) {
            this.word = word;
        }

        /// As a heading begins with it, and as readers type it: `harder`.
        public String word() {
            return word;
        }

        /// The level that is called so; empty for any other word.
        public static Optional<Level> named(String word) {
            return Arrays.stream(values()).filter(level -> level.word.equals(word)).findFirst();
        }

        /// What the heading of the reader's method tells: `## Easier: …`, `## Exercise: …`, `## Harder: …`; empty
        /// where it tells nothing.
        static Optional<Level> told(String heading) {
            return named(heading.split(":", 2)[0].strip().toLowerCase(Locale.ROOT)).filter(_ -> heading.contains(":"));
        }
    }

    private static final String HINTS = "Hints", ORIGINAL = "As it came";
    private static final Pattern FENCED = Pattern.compile("(?s)```java\n(.*?)\n```");
    private static final Pattern NUMBER = Pattern.compile("(?m)^\\d+\\. ");
    /// A name in code, as a group; texts and comments are passed over, and what stands behind a dot.
    private static final Pattern NAME = Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\])*\""
        + "|'(?:\\\\.|[^'\\\\])+'|/\\*.*?\\*/|//[^\n]*|(?<![.\\w$])([A-Za-z_$][\\w$]*)");

    /// All of a chapter, in file order.
    public static List<Exercise> of(Chapter chapter) {
        return chapter.steps().stream().flatMap(step -> of(chapter, step).stream()).toList();
    }

    /// What this step checks: the first static member that its code names, or the first whose heading tells a level.
    /// Empty when it checks nothing.
    public static Optional<Exercise> of(Chapter chapter, Cell.Step step) {
        if (!step.isExercise()) return Optional.empty();
        var named = named(chapter, step.code());
        return named.stream().filter(cell -> Level.told(cell.title()).isPresent()).findFirst()
                .or(() -> named.stream().findFirst())
                .map(yours -> new Exercise(chapter.name(), yours.name(), step.name(), yours.title()));
    }

    /// The exhibits that this code names, in the order in which it names them.
    static List<Cell.Documented> named(Chapter chapter, String code) {
        var exhibits = chapter.documented().stream().filter(Cell.Exhibit.class::isInstance).toList();
        return NAME.matcher(code).results().map(found -> found.group(1)).filter(Objects::nonNull).distinct()
                .flatMap(name -> exhibits.stream().filter(exhibit -> exhibit.name().equals(name))).toList();
    }

    /// How hard it is; one whose heading tells no level is a usual one.
    public Level level() {
        return Level.told(title).orElse(Level.USUAL);
    }

    /// The word of its level; empty where its heading tells none.
    public String told() {
        return Level.told(title).map(Level::word).orElse("");
    }

    /// What picks it behind `--exercise`: its level where its heading tells it, and no other exercise of the chapter
    /// has the same; else the name of the step.
    public String pick(Chapter chapter) {
        boolean alone = of(chapter).stream().filter(each -> each.level() == level()).count() == 1;
        return alone && !told().isEmpty() ? told() : step;
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
}

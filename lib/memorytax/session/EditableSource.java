package memorytax.session;

import memorytax.file.AtomicFile;
import memorytax.live.LiveNotebook;
import memorytax.notebook.Edition;
import memorytax.notebook.source.ChapterSource;
import memorytax.notebook.source.Span;
import memorytax.terminal.PassingLine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The file that a chapter was built from, which the reader edits.
final class EditableSource {
    /// Editors that take `+12 FILE`, and put the cursor on that line.
    private static final Set<String> JUMPERS =
        Set.of("vi", "vim", "nvim", "view", "nano", "emacs", "micro", "joe", "kak");
    private static final String ELSEWHERE = "the file was changed elsewhere meanwhile; look at it first";
    private final Path file;
    private String stamp;

    private EditableSource(Path file) {
        this.file = file;
        stamp = stamp();
    }

    /// Looks for it in the working folder, in `chapters` there, and in the folders above. The text must be the one that
    /// was built: another checkout's chapter is not this one.
    static Optional<EditableSource> of(Edition built) {
        var name = built.chapter().name() + ".java";
        var here = Path.of("").toAbsolutePath();
        return Stream.concat(Stream.of(here), Stream.iterate(here, p -> p != null, Path::getParent)
                .flatMap(p -> Stream.of("chapters", "lib").map(p::resolve)))
            .map(folder -> folder.resolve(name)).filter(file -> holds(file, built.chapter().source()))
            .findFirst().map(EditableSource::new);
    }

    Path file() {
        return file;
    }

    /// Whether it was written to since the last [#read].
    boolean saved() {
        return !stamp.equals(stamp());
    }

    /// The edition after `last`.
    ///
    /// @throws SourceException when it does not compile
    Edition read(Edition last) {
        stamp = stamp();
        try (var _ = PassingLine.say("compiling your change")) {
            return last.now(file);
        }
    }

    /// The edition after `last` in which a cell has other code: written to the file only if it compiles.
    ///
    /// @param base the code that the reader has edited
    /// @throws SourceException when it does not compile; javac's words
    /// @throws IllegalStateException when the file, or the cell in it, has changed meanwhile; the sentence says so
    Edition written(Edition last, String cell, String code, String base) {
        try {
            var text = last.chapter().source();
            if (!Files.readString(file).equals(text))
                throw new IllegalStateException(ELSEWHERE);
            var span = ChapterSource.spans(last.chapter().name(), text).stream()
                .filter(s -> s.kind() == Span.Kind.CODE && s.name().equals(cell)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no cell “" + cell + "”"));
            var there = span.in(text).stripTrailing();
            if (!there.equals(base.stripTrailing())) throw new LiveNotebook.Conflict(there);
            var next = last.with(file, text.substring(0, span.from()) + code.stripTrailing()
                + text.substring(span.to()));
            if (!Files.readString(file).equals(text)) throw new IllegalStateException(ELSEWHERE);
            AtomicFile.write(file, next.chapter().source());
            stamp = stamp();
            return next;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How to edit it, at a line; empty when there is no editor.
    Optional<List<String>> editor(int line) {
        return Stream.of("VISUAL", "EDITOR").map(System.getenv()::get)
            .filter(e -> e != null && !e.isBlank()).findFirst()
            .or(() -> Stream.of("nano", "vi").filter(EditableSource::onPath).findFirst())
            .map(editor -> Stream.of(Stream.of(editor.strip().split("\\s+")),
                jumps(editor) ? Stream.of("+" + line) : Stream.<String>empty(), Stream.of(file.toString()))
                .flatMap(words -> words).toList());
    }

    private static boolean jumps(String editor) {
        return JUMPERS.contains(Path.of(editor.strip().split("\\s+")[0]).getFileName().toString());
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":")).filter(p -> !p.isEmpty())
            .anyMatch(p -> Files.isExecutable(Path.of(p, program)));
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.isRegularFile(file) && Files.readString(file).equals(text);
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    /// Changes with every save; an editor may also put another file in its place.
    private String stamp() {
        try {
            return Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException e) {
            return ""; // it is just being replaced
        }
    }
}

package memorytax.notebook;

import memorytax.notebook.source.Chapter;
import memorytax.notebook.source.ChapterCompiler;
import memorytax.notebook.source.ChapterSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiFunction;

/// A chapter as it stands at one moment: its text, and the class that was made of it.
///
/// @param lookup the chapter's own: `MethodHandles.lookup()` called in it
public record Edition(Chapter chapter, MethodHandles.Lookup lookup) {
    /// As JBang has built it: the text lies beside the class.
    ///
    /// @param read makes a chapter of a name and a text
    /// @throws IllegalArgumentException when it does not; the one line says what is missing
    public static Edition built(MethodHandles.Lookup lookup, BiFunction<String, String, Chapter> read) {
        var name = lookup.lookupClass().getSimpleName();
        try (var in = lookup.lookupClass().getResourceAsStream("/" + name + ".java")) {
            if (in == null) throw new IllegalArgumentException(
                "the chapter has no source with it: add the line //FILES " + name + ".java");
            var source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Edition(read.apply(name, source), lookup);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same chapter as it lies in `file` now, compiled; this very edition when nothing has changed.
    /// A file without any cell is no chapter yet: many editors empty a file before they write to it.
    ///
    /// @throws SourceException  when it does not compile; javac's words, several lines
    /// @throws UncheckedIOException when the file cannot be read
    public Edition now(Path file) {
        try {
            var source = Files.readString(file);
            if (source.equals(chapter.source())) return this;
            var next = with(file, source);
            return next.chapter.documented().isEmpty() ? this : next;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same chapter with another text, compiled.
    ///
    /// @param file that the text is of, or is going to be
    /// @throws SourceException when it does not compile; javac's words, several lines
    public Edition with(Path file, String source) throws IOException {
        // first: javac says more of a mistake
        var printed = ChapterCompiler.print(file, source, lookup.lookupClass());
        return new Edition(ChapterSource.read(chapter.name(), source), printed);
    }
}

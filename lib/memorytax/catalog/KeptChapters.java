package memorytax.catalog;

import memorytax.file.AtomicFile;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.notebook.source.ChapterSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Chapters as they were read before, each in a file: javac's parser takes longer to load than all else at the start.
/// What is kept holds for the very same text, library and JDK. Whatever is wrong with a file, the chapter is read anew.
///
/// @param folder where they are kept; it need not be there, nor be writable
/// @param reader what has read them; none are kept when it is empty
public record KeptChapters(Path folder, String reader) {
    private static final String END = "\0";

    /// As this library and this JDK read them.
    ///
    /// @param cache the folder in which this workbook may keep what it builds
    public static KeptChapters in(Path cache) {
        return new KeptChapters(cache.resolve("chapters"), library().orElse(""));
    }

    /// The library's jar as it is now, and the JDK; empty where the library is no jar.
    private static Optional<String> library() {
        try {
            var place = ChapterSource.class.getProtectionDomain().getCodeSource().getLocation();
            var jar = Path.of(URI.create(place.toString()));
            return Files.isRegularFile(jar)
                ? Optional.of(jar + " " + Files.getLastModifiedTime(jar) + " " + Runtime.version()) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /// As [ChapterSource#read] does.
    public Chapter read(String name, String source) {
        if (reader.isEmpty()) return ChapterSource.read(name, source);
        return kept(name, source).orElseGet(() -> {
            var chapter = ChapterSource.read(name, source);
            keep(chapter);
            return chapter;
        });
    }

    /// Two texts may meet in one file, which then holds the later one.
    Path file(String name, String source) {
        return folder.resolve(name + "-" + Integer.toHexString((reader + source).hashCode()));
    }

    private Optional<Chapter> kept(String name, String source) {
        try {
            var text = Files.readString(file(name, source));
            var head = String.join(END, reader, source, "");
            if (!text.startsWith(head)) return Optional.empty();
            var words = List.of(text.substring(head.length()).split(END, -1)).iterator();
            String title = words.next(), opening = words.next();
            var cells = new ArrayList<Cell>();
            for (int left = Integer.parseInt(words.next()); left > 0; left--) cells.add(cell(words));
            if (!words.next().isEmpty()) return Optional.empty();
            return Optional.of(new Chapter(name, title, opening, List.copyOf(cells), source));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private void keep(Chapter chapter) {
        var words = Stream.concat(Stream.of(reader, chapter.source(), chapter.title(), chapter.opening(),
            "" + chapter.cells().size()), chapter.cells().stream().flatMap(KeptChapters::words)).toList();
        if (words.stream().anyMatch(word -> word.contains(END))) return;
        try {
            Files.createDirectories(folder);
            AtomicFile.write(file(chapter.name(), chapter.source()), String.join(END, words) + END);
        } catch (IOException e) {
            // then it takes as long the next time
        }
    }

    private static Stream<String> words(Cell cell) {
        var kind = cell.getClass().getSimpleName();
        var words = new ArrayList<>(List.of(kind, cell.name(), cell.code(), "" + cell.line()));
        if (cell instanceof Cell.Documented documented) words.addAll(List.of(documented.title(), documented.prose()));
        if (cell instanceof Cell.Step step) {
            words.add("" + step.parameters().size());
            for (var parameter : step.parameters()) words.addAll(List.of(parameter.type(), parameter.name()));
            words.add(step.type());
        }
        return words.stream();
    }

    private static Cell cell(Iterator<String> words) {
        String kind = words.next(), name = words.next(), code = words.next();
        int line = Integer.parseInt(words.next());
        return switch (kind) {
            case "Folded" -> new Cell.Folded(name, code, line);
            case "Exhibit" -> new Cell.Exhibit(name, words.next(), words.next(), code, line);
            case "Step" -> new Cell.Step(name, words.next(), words.next(), code, line, parameters(words), words.next());
            default -> throw new IllegalArgumentException("no kind of cell: " + kind);
        };
    }

    private static List<Cell.Parameter> parameters(Iterator<String> words) {
        var parameters = new ArrayList<Cell.Parameter>();
        for (int left = Integer.parseInt(words.next()); left > 0; left--)
            parameters.add(new Cell.Parameter(words.next(), words.next()));
        return List.copyOf(parameters);
    }
}

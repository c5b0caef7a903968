package memorytax.catalog;

import memorytax.file.OutputFolder;
import memorytax.notebook.Exercise;
import memorytax.notebook.Notes;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.notebook.source.ChapterSource;
import memorytax.notebook.source.SourceException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The chapters, as far as they can be known from here, each with what the reader has made of it.
///
/// @param books from the first chapter to the last
public record ChapterList(List<Book> books) {
    /// Of the chapters that lie here; else, as when the workbook runs over HTTP, of those that there are known to be.
    ///
    /// @param read makes a chapter of a name and a text, as [ChapterSource#read] does
    public static ChapterList of(Optional<Catalog> catalog, Notes notes, BiFunction<String, String, Chapter> read) {
        if (catalog.isEmpty())
            return new ChapterList(Listings.ALL.stream().map(next -> Book.known(next, notes.of(next.name()))).toList());
        return new ChapterList(catalog.get().chapters().stream()
            .map(name -> Book.in(name, catalog.get().scripts().get(name), notes.of(name), read)).toList());
    }

    /// The reader's notes on each.
    public List<Map<String, String>> notes() {
        return books.stream().map(Book::notes).toList();
    }

    /// How many have been read to the end.
    public long done() {
        return books.stream().filter(Book::done).count();
    }

    /// What to type next: the chapter where the reader stopped, else the first that is not done, else one with an
    /// exercise that is not solved. Empty when all is done.
    public Optional<String> next() {
        return first(book -> book.place().isPresent()).map(book -> book.name() + ", at " + book.place().get())
            .or(() -> first(book -> !book.done()).map(Book::name))
            .or(() -> first(book -> book.solved() < book.exercises()).map(Book::unsolved))
            .map(command -> "./jbang " + command);
    }

    private Optional<Book> first(Predicate<Book> such) {
        return books.stream().filter(such).findFirst();
    }

    /// One chapter.
    ///
    /// @param teaches in a line
    /// @param chapter as it is read; empty where its file is not at hand, or is no Java
    /// @param flaw    why it cannot be read, in a line; else empty
    /// @param notes   the reader's
    public record Book(String name, String teaches, Optional<Chapter> chapter, String flaw, Map<String, String> notes) {
        static Book known(NextChapter chapter, Map<String, String> notes) {
            return new Book(chapter.name(), chapter.title(), Optional.empty(), "", notes);
        }

        static Book in(String name, Path file, Map<String, String> notes, BiFunction<String, String, Chapter> read) {
            try {
                var source = Files.readString(file);
                var teaches = Listings.description(source).orElse(name)
                    .replaceFirst("^Chapter " + Catalog.number(name) + "[:.] *", "");
                var line = teaches.substring(0, 1).toUpperCase(Locale.ROOT) + teaches.substring(1);
                try {
                    return new Book(name, line, Optional.of(read.apply(name, source)), "", notes);
                } catch (SourceException e) {
                    return new Book(name, line, Optional.empty(), e.getMessage(), notes);
                }
            } catch (IOException | UncheckedIOException e) {
                return new Book(name, name, Optional.empty(), "cannot read " + OutputFolder.shown(file), notes);
            }
        }

        /// As the name says: 3 for `chapter3`.
        public int number() {
            return Catalog.number(name);
        }

        /// Whether the reader has read it to its end.
        public boolean done() {
            return notes.containsKey("done");
        }

        /// The title of the cell at which the reader stopped, in quotation marks.
        public Optional<String> place() {
            return Optional.ofNullable(notes.get("place")).filter(place -> !place.isBlank()).map(place -> {
                var cells = chapter.stream().flatMap(c -> c.documented().stream());
                var cell = cells.filter(c -> c.name().equals(place)).findFirst();
                return "“" + cell.map(Cell.Documented::title).orElse(place) + "”";
            });
        }

        /// Of the chapter, or where that is not at hand, of those that were tried.
        public long exercises() {
            var tried = notes.keySet().stream().filter(key -> key.startsWith("exercise.")).count();
            return chapter.map(c -> c.steps().stream().filter(Cell.Step::isExercise).count()).orElse(tried);
        }

        /// How many of its exercises the reader has solved.
        public long solved() {
            var solved = notes.entrySet().stream()
                .filter(note -> note.getKey().startsWith("exercise.") && note.getValue().equals("solved"));
            return Math.min(exercises(), solved.count()); // one that the chapter had, and has no more
        }

        /// The levels that the reader has solved, as far as headings tell them: `easier`, `exercise`.
        public List<String> levels() {
            return told().filter(this::isSolved).map(Exercise::told).distinct().toList();
        }

        private Stream<Exercise> told() {
            return chapter.stream().flatMap(c -> Exercise.of(c).stream()).filter(e -> !e.told().isEmpty());
        }

        private boolean isSolved(Exercise exercise) {
            return "solved".equals(notes.get("exercise." + exercise.step()));
        }

        /// `chapter1 --exercise harder`: the first exercise that is not solved.
        private String unsolved() {
            var next = told().filter(e -> !isSolved(e)).findFirst();
            return (name + " --exercise " + next.map(e -> e.pick(chapter.get())).orElse("")).strip();
        }

        /// `3 hold, 6 refuted`: the verdicts of the last run, counted; empty when there was none. Older notes have a
        /// sentence of it.
        public String verdicts() {
            return notes.getOrDefault("verdicts", "").replaceAll("^Of \\d+ claims? |\\b(is|are) |\\.$", "")
                .replaceAll("holds? only if", "under a condition");
        }
    }
}

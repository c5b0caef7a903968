package memorytax.record;

import memorytax.file.CsvRow;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A CSV file in a chapter's folder whose columns keep their names and places, because other tools read it. It is made
/// of the values that steps return, of which each file takes those that are its own.
interface ChapterFile {
    /// Without `.csv`.
    String name();

    /// The whole file; empty where none of the values is for it.
    ///
    /// @param values of the chapter's steps
    /// @param before the run that lies there, where its results may stay beside these
    Optional<String> text(String chapter, Collection<?> values, Optional<Earlier> before);

    /// The names of its columns, in order.
    List<String> columnNames();

    /// Those of a kind.
    static <T> Stream<T> only(Class<T> kind, Collection<?> values) {
        return values.stream().filter(kind::isInstance).map(kind::cast);
    }

    /// Reads them all, for who needs to know beforehand whether that can be done.
    ///
    /// @throws IllegalArgumentException with one line that names the file and the row
    default void check(List<CsvRow> rows) {
    }
}

package memorytax.record;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A file that every run writes anew.
///
/// @param name        without `.csv`
/// @param columnNames in order
/// @param text        of the values of steps; empty where none of them is for it
record WholeFile(String name, List<String> columnNames, Function<Collection<?>, Optional<String>> text)
    implements ChapterFile {
    @Override
    public Optional<String> text(String chapter, Collection<?> values, Optional<Earlier> before) {
        return text.apply(values);
    }
}

package memorytax.file;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/// A row of a CSV file, read by the names of its columns. What is wrong with it is an `IllegalArgumentException` with
/// one line that names the file and the row.
///
/// @param file   as a reader knows it
/// @param number counts from 1, below the header line
/// @param places of the columns, by their names
/// @param cells  may be fewer than there are columns
public record CsvRow(String file, int number, Map<String, Integer> places, List<String> cells) {
    /// The names of the columns, in the file's order.
    public Set<String> columns() {
        return places.keySet();
    }

    /// What stands in a column; empty where the file has no such column.
    public String text(String column) {
        int place = places.getOrDefault(column, Integer.MAX_VALUE);
        return place < cells.size() ? cells.get(place) : "";
    }

    /// A whole number; none where nothing stands.
    public OptionalLong whole(String column) {
        var text = text(column);
        try {
            return text.isBlank() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw wrong("%s \"%s\" is not a whole number".formatted(column, text));
        }
    }

    /// A number; none where nothing stands.
    public OptionalDouble number(String column) {
        var text = text(column);
        try {
            return text.isBlank() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            throw wrong("%s \"%s\" is not a number".formatted(column, text));
        }
    }

    /// A whole number that has to be there, and is not large.
    public int count(String column) {
        long count = whole(column).orElseThrow(() -> wrong("the column %s has no value".formatted(column)));
        if (count != (int) count) throw wrong("%s \"%d\" is too large".formatted(column, count));
        return (int) count;
    }

    /// What stands in these columns, in this order.
    public List<String> of(List<String> columns) {
        return columns.stream().map(this::text).toList();
    }

    /// `out/chapter1/weighings.csv, row 3: it has no fork`
    public IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("%s, row %d: %s".formatted(file, number, what));
    }
}

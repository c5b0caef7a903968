package memorytax.notebook.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A chapter as it is read: the file `name.java`, taken apart.
///
/// @param name    `chapter1`: the file's name, and the alias
/// @param title   the `# ` heading of the doc comment on `main`
/// @param opening the rest of that comment, Markdown
/// @param cells   in file order
/// @param source  the whole file
public record Chapter(String name, String title, String opening, List<Cell> cells, String source) {
    private static final Pattern IMPORT = Pattern.compile("(?m)^import\\b[^;]+;");

    /// Its import declarations.
    public List<String> imports() {
        return IMPORT.matcher(source).results().map(MatchResult::group).toList();
    }

    /// The steps and exhibits: what is shown unasked.
    public List<Cell.Documented> documented() {
        return cells.stream().filter(Cell.Documented.class::isInstance).map(Cell.Documented.class::cast).toList();
    }

    /// The cell with this heading, as prose names it.
    public Optional<Cell.Documented> titled(String heading) {
        return documented().stream().filter(cell -> cell.title().equals(heading)).findFirst();
    }

    /// The steps, in the order in which they run.
    public List<Cell.Step> steps() {
        return cells.stream().filter(Cell.Step.class::isInstance).map(Cell.Step.class::cast).toList();
    }
}

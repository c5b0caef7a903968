package memorytax.notebook.source;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cells that prose names by their headings, in quotation marks and with a capital letter: `see "The backpack"`. What
/// is quoted otherwise names none, and code is left alone.
public final class CellNames {
    /// A line of code, a span of code, or what stands between quotation marks in one paragraph.
    private static final Pattern QUOTED =
        Pattern.compile("(?m)^ {4}.*$|`[^`]*`|\"(\\p{Lu}(?:(?!\\n\\s*\\n)[^\"])*)\"");

    private CellNames() {
    }

    /// The headings that Markdown quotes, each on one line.
    public static List<String> in(String markdown) {
        return QUOTED.matcher(markdown).results().filter(quoted -> quoted.group(1) != null)
            .map(quoted -> oneLine(quoted.group(1))).toList();
    }

    /// The same Markdown, in which these headings are links.
    ///
    /// @param target a heading -> where its link leads; empty for what is no heading
    public static String linked(String markdown, Function<String, Optional<String>> target) {
        return QUOTED.matcher(markdown).replaceAll(quoted -> Matcher.quoteReplacement(
            Optional.ofNullable(quoted.group(1)).flatMap(name -> target.apply(oneLine(name)))
                .map(place -> "\"[%s](<%s>)\"".formatted(quoted.group(1), place)).orElse(quoted.group())));
    }

    private static String oneLine(String name) {
        return name.replaceAll("\\s+", " ");
    }
}

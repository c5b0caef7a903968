package memorytax.catalog;

import memorytax.file.Csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The terms of all chapters, as `data/glossary.csv` defines them: `./jbang workbook --glossary`, and where a text uses
/// one.
public final class Glossary {
    private static final List<Term> TERMS = Csv.data("glossary.csv").stream()
        .map(row -> new Term(row.text("term"), row.text("definition"), forms(row.text("term"), row.text("forms"))))
        .toList();
    private static final Pattern USES = pattern();

    /// @param name       as the chapters write it: `95 % interval`
    /// @param definition one or two sentences
    /// @param forms      the words that mean it in a text; capital letters make no difference
    public record Term(String name, String definition, List<String> forms) {
        /// Whether these words are the term and no more, as in the head of a column.
        boolean isNamed(String words) {
            return Stream.concat(Stream.of(name, name + "s"), forms.stream()).anyMatch(words::equalsIgnoreCase);
        }
    }

    /// A term in a text, between two indices.
    public record Use(Term term, int from, int to) {
    }

    private Glossary() {
    }

    /// In the order of the file, in which no definition needs a term that comes much later.
    public static List<Term> terms() {
        return TERMS;
    }

    /// The term that these words are, alone.
    public static Optional<Term> named(String words) {
        return TERMS.stream().filter(term -> term.isNamed(words)).findFirst();
    }

    /// Every use of a term in a text, in order. What stands between quotation marks names a cell or is somebody else's,
    /// and does not count.
    public static List<Use> uses(String text) {
        var uses = new ArrayList<Use>();
        var found = USES.matcher(text);
        while (found.find()) IntStream.range(0, TERMS.size()).filter(i -> found.group("t" + i) != null)
            .forEach(i -> uses.add(new Use(TERMS.get(i), found.start(), found.end())));
        return uses;
    }

    /// All of them as Markdown, a paragraph each.
    public static String markdown() {
        return terms().stream().map(t -> "**" + t.name() + "**: " + t.definition())
            .collect(Collectors.joining("\n\n"));
    }

    /// Where the file names none, the term itself, and two of it.
    private static List<String> forms(String name, String written) {
        return written.isBlank() ? List.of(name, name + "s") : List.of(written.split("\\|"));
    }

    /// Longer terms go before the shorter ones that are part of them: an asyncio task before a task.
    private static Pattern pattern() {
        var longestFirst = Comparator.comparing((Integer i) -> TERMS.get(i).name().length()).reversed();
        return IntStream.range(0, TERMS.size()).boxed().sorted(longestFirst)
            .map(i -> "(?<t%d>%s)".formatted(i, TERMS.get(i).forms().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(form -> Stream.of(form.split(" ")).map(Pattern::quote).collect(Collectors.joining("[\\s\u00a0]+")))
                .collect(Collectors.joining("|"))))
            .collect(Collectors.collectingAndThen(Collectors.joining("|"), any -> Pattern.compile(
                "\"[^\"]*\"|(?<![\\w.-])(?:" + any + ")(?![\\w-])", Pattern.CASE_INSENSITIVE)));
    }
}

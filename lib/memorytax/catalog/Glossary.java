package memorytax.catalog;

import memorytax.file.Csv;

import java.util.List;
import java.util.stream.Collectors;

/// The terms of all chapters, as `data/glossary.csv` defines them: `./jbang workbook --glossary`.
public final class Glossary {
    /// @param name       as the chapters write it: `95 % interval`
    /// @param definition one or two sentences
    public record Term(String name, String definition) {
    }

    private Glossary() {
    }

    /// In the order of the file, in which no definition needs a term that comes much later.
    public static List<Term> terms() {
        return Csv.data("glossary.csv").stream()
            .map(row -> new Term(row.text("term"), row.text("definition"))).toList();
    }

    /// All of them as Markdown, a paragraph each.
    public static String markdown() {
        return terms().stream().map(t -> "**" + t.name() + "**: " + t.definition())
            .collect(Collectors.joining("\n\n"));
    }
}

package memorytax.export;

import memorytax.claim.Verdict;
import memorytax.claim.VerdictFigures;
import memorytax.claim.Verdicts;
import memorytax.record.Ledger;
import memorytax.view.Wording;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Claims, judged: a table of them, and of those of one chapter the sentences below it.
final class MarkdownVerdicts {
    private MarkdownVerdicts() {
    }

    /// @param link name of a cell -> Markdown that leads there
    static String of(Verdicts verdicts, UnaryOperator<String> link) {
        var rows = verdicts.all().stream().map(MarkdownVerdicts::row).toList();
        return table(List.of("verdict", "claim", "claimed", "measured"), rows) + "\n\n"
            + MarkdownText.list(verdicts.all().stream().map(v -> sentences(v, link)).toList()) + "\n\n"
            + MarkdownText.escape(verdicts.tally());
    }

    /// All claims, part by part.
    static String of(Ledger ledger) {
        var parts = ledger.parts();
        return parts.stream().map(part -> (parts.size() > 1 ? "**" + part.title() + "**\n\n" : "")
                + table(Stream.concat(Wording.ledger(part.ofVendors()).stream(), Stream.of("where")).toList(),
                part.lines().stream().map(line -> row(line.verdict(), where(line))).toList())
                + "\n\n" + String.join("\n\n", part.tallies().stream().map(MarkdownText::escape).toList()))
            .collect(Collectors.joining("\n\n"));
    }

    private static String where(Ledger.Line line) {
        var verdict = line.verdict();
        if (verdict.ruling() == Verdict.Ruling.NOT_MEASURED) return "`./jbang " + line.page() + "`";
        return "chapter " + line.chapter() + (verdict.here() ? "" : ", recorded");
    }

    private static String table(List<String> heads, List<List<String>> rows) {
        return MarkdownTable.of(heads, heads.stream().map(List.of("claimed", "measured")::contains).toList(), rows);
    }

    private static List<String> row(Verdict verdict, String... more) {
        var cells = new ArrayList<>(List.of(verdict.ruling().mark() + " " + verdict.ruling(),
            MarkdownText.escape(verdict.claim().named()), MarkdownText.escape(verdict.claim().written()),
            MarkdownText.escape(VerdictFigures.value(verdict))));
        cells.addAll(List.of(more));
        return cells;
    }

    private static String sentences(Verdict verdict, UnaryOperator<String> link) {
        var said = new ArrayList<>(List.of("**" + verdict.ruling().mark() + " " + verdict.ruling() + ".**",
            MarkdownText.escape(verdict.sentence())));
        verdict.claim().quote().ifPresent(quote -> {
            said.add("Quoted: " + MarkdownText.escape(quote.toString()) + ".");
            if (!quote.retracted().isEmpty()) said.add("No longer said: " + MarkdownText.escape(quote.retracted()));
        });
        if (!verdict.more().isBlank()) said.add(verdict.more().strip());
        if (!verdict.published().isBlank()) said.add("Others found: " + verdict.published().strip() + ".");
        if (!verdict.cell().isEmpty()) said.add("Measured in " + link.apply(verdict.cell()) + ".");
        var source = verdict.claim().source();
        if (source.matches("https?://\\S+")) said.add("[Source](<" + source + ">).");
        return String.join(" ", said);
    }
}

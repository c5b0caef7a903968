package memorytax.terminal.result;

import memorytax.catalog.NextChapter;
import memorytax.claim.Check;
import memorytax.claim.Guess;
import memorytax.claim.Headline;
import memorytax.claim.Verdicts;
import memorytax.file.OutputFolder;
import memorytax.notebook.Prediction;
import memorytax.record.Ledger;
import memorytax.terminal.chart.TerminalChart;
import memorytax.terminal.text.TerminalLines;
import memorytax.terminal.text.TerminalTable;
import memorytax.terminal.text.TerminalText;
import memorytax.view.Views;
import org.jline.utils.AttributedString;
import org.knowm.xchart.internal.chartpart.Chart;
import tech.tablesaw.api.Table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Values of the workbook as they stand on a terminal.
public final class TerminalParts {
    private TerminalParts() {
    }

    /// Each part of the value, one below the other.
    public static List<AttributedString> lines(Object value, int width) {
        var lines = new ArrayList<AttributedString>();
        for (var part : Views.parts(value)) {
            if (!lines.isEmpty()) lines.add(AttributedString.EMPTY);
            lines.addAll(switch (part) {
                case Table table -> TerminalTable.draw(table, width);
                case Chart<?, ?> chart -> TerminalChart.draw(chart, width);
                case Verdicts verdicts -> TerminalVerdicts.draw(verdicts, width);
                case Ledger ledger -> TerminalLedger.draw(ledger, width);
                case Headline headline -> TerminalHeadline.draw(headline, width);
                case Check check -> TerminalCheck.draw(check, width);
                case Guess guess -> TerminalGuess.draw(guess, width);
                case Prediction asked -> List.of(TerminalLines.plain(" " + asked.sentence()));
                case CharSequence text -> TerminalText.markdown(text.toString(), width);
                default -> part.toString().lines().map(TerminalLines::plain).toList();
            });
        }
        return lines;
    }

    /// ` Written: out/chapter1.html, out/chapter1/ (9 CSV, 6 charts)`: what is there, and no page that is not.
    public static AttributedString written(Path page, long tables, long charts) {
        var name = Files.isRegularFile(page) ? OutputFolder.shown(page) + ", " : "";
        return TerminalLines.plain(" Written: %s%s/ (%d CSV, %d chart%s)".formatted(name,
            OutputFolder.shown(page).replaceAll("(-part)?\\.html$", ""), tables, charts, charts == 1 ? "" : "s"));
    }

    /// ` Next:    ./jbang chapter2   Stack growth`
    public static AttributedString next(NextChapter next) {
        return TerminalLines.plain(" Next:    ./jbang " + next.name() + "   " + next.title());
    }
}

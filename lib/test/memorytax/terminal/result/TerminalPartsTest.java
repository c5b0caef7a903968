package memorytax.terminal.result;

import memorytax.chart.draw.ModelChart;
import memorytax.chart.model.Axis;
import memorytax.chart.model.Caption;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Plot;
import memorytax.chart.model.Unit;
import memorytax.claim.Claims;
import memorytax.claim.Headline;
import memorytax.claim.Verdict;
import memorytax.claim.Verdicts;
import memorytax.record.Ledger;
import memorytax.terminal.text.TerminalRoom;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

import java.util.List;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Results on a slide.
class TerminalPartsTest {
    private static final Table TABLE = Table.create("A table", StringColumn.create("a", "x", "y", "z"));
    private static final ModelChart CHART = new ModelChart(new ChartModel(Caption.of("A caption."), new Plot(
        new Axis("requests", Unit.COUNT, false, 0, 10, List.of()), new Axis("", Unit.of("MB"), false, 0, 40, List.of()),
        List.of(new Plot.Line("goroutines", "goroutines", Plot.Style.COURSE, true,
            List.of(new Plot.Point(0, 1), new Plot.Point(10, 30)))))));

    private static List<AttributedString> lines(Object value, int columns, int rows) {
        return TerminalParts.lines(value, new TerminalRoom(columns, rows, true));
    }

    @Test
    void aChartFillsTheRoomBesideTheOtherParts() {
        for (int rows : List.of(16, 24, 46)) {
            assertEquals(rows, lines(CHART, 80, rows).size());
            assertEquals(rows, lines(List.of(CHART, TABLE), 80, rows + 6).size() - 6);
        }
        assertTrue(lines(CHART, 80, 3).size() > 8, "less than this is no chart");
        assertEquals(TerminalParts.lines(TABLE, 80), lines(TABLE, 80, 40), "a table is as large as it is");
    }

    @Test
    void theNumberToRememberIsLarge() {
        var headline = new Headline("asyncio tasks", "80 frames", "deep, a task takes 20 KB.", true);
        var large = text(lines(headline, 80, 12));
        assertTrue(large.startsWith(" ██████  ██████\n ██  ██  ██  ██\n"), large);
        assertTrue(large.contains(" ██████  ██████  frames\n\n"), "the unit stands beside it: " + large);
        assertTrue(large.endsWith(" deep, a task takes 20 KB."), large);
        assertTrue(text(lines(headline, 80, 6)).startsWith(" █▀█ █▀█\n"), "in fewer rows it is smaller");
        assertEquals(TerminalParts.lines(headline, 80), lines(headline, 80, 3));
        var nothing = new Headline("", "–", "deep, a task takes 20 KB.", true);
        assertEquals(TerminalParts.lines(nothing, 80), lines(nothing, 80, 12));
    }

    @Test
    void aVendorIsQuotedAndStandsInTheLedgerByItsName() {
        var verdict = Verdict.without(Claims.of("tokio-task"), Verdict.Ruling.REFUTED, "", "field");
        var said = text(TerminalParts.lines(new Verdicts(List.of(verdict)), 100));
        assertTrue(said.replaceAll("\\s+", " ").contains("Quoted: “they require only a single allocation and 64 bytes "
            + "of memory” (Tokio 1, 2025-07-31)."), said);
        var lines = List.of(new Ledger.Line(1, Verdict.without(Claims.of("py-task"), Verdict.Ruling.HOLDS, "", "")),
            new Ledger.Line(11, verdict));
        var ledger = text(TerminalParts.lines(new Ledger(lines, Ledger.Basis.OWN), 120));
        assertTrue(ledger.matches("(?s).*The post's claims\n.*what the post says.*The vendors' own figures\n"
            + ".*what the vendor says.*The Tokio tutorial: A Tokio task.*"), ledger);
        var post = text(TerminalParts.lines(new Ledger(lines.subList(0, 1), Ledger.Basis.OWN), 120));
        assertFalse(post.contains("The post's claims"), post);
    }

    private static String text(List<AttributedString> lines) {
        return lines.stream().map(AttributedString::toString).collect(Collectors.joining("\n"));
    }
}

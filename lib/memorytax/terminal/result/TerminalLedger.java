package memorytax.terminal.result;

import memorytax.claim.Verdict.Ruling;
import memorytax.record.Ledger;
import memorytax.terminal.text.TerminalGrid;
import memorytax.terminal.text.TerminalLines;
import memorytax.claim.VerdictFigures;
import memorytax.view.Wording;
import org.jline.utils.AttributedString;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static memorytax.terminal.text.TerminalLines.BOLD;
import static memorytax.terminal.text.TerminalLines.DIM;

/// All claims on a terminal, a row each.
final class TerminalLedger {
    private static final List<Boolean> RIGHT = List.of(false, false, true, true, true);

    private TerminalLedger() {
    }

    static List<AttributedString> draw(Ledger ledger, int width) {
        var lines = new ArrayList<AttributedString>();
        var parts = ledger.parts();
        for (var part : parts) {
            if (!lines.isEmpty()) lines.add(AttributedString.EMPTY);
            if (parts.size() > 1) lines.addAll(List.of(TerminalLines.of(part.title(), BOLD), AttributedString.EMPTY));
            lines.addAll(part(part, width));
        }
        return TerminalLines.indent(" ", lines);
    }

    private static List<AttributedString> part(Ledger part, int width) {
        var rows = new ArrayList<List<AttributedString>>();
        rows.add(Stream.concat(Wording.ledger(part.ofVendors()).stream(), Stream.of("chapter"))
            .map(TerminalLines::dim).toList());
        part.lines().forEach(line -> rows.add(row(line)));
        var lines = new ArrayList<>(TerminalGrid.draw(rows, RIGHT, width - TerminalLines.MARGIN));
        lines.add(AttributedString.EMPTY);
        for (var tally : part.tallies()) lines.addAll(TerminalLines.wrap(TerminalLines.plain(tally),
            Math.min(width, TerminalLines.MEASURE) - TerminalLines.MARGIN));
        return lines;
    }

    private static List<AttributedString> row(Ledger.Line line) {
        var verdict = line.verdict();
        boolean measured = verdict.ruling() != Ruling.NOT_MEASURED;
        var where = line.chapter() + (measured && !verdict.here() ? " rec." : "");
        return List.of(TerminalLines.of(verdict.ruling().mark() + " " + verdict.ruling(), measured ? BOLD : DIM),
            TerminalLines.plain(verdict.claim().named()), TerminalLines.dim(verdict.claim().written()),
            TerminalLines.plain(VerdictFigures.value(verdict)), TerminalLines.dim(where));
    }
}

package memorytax.terminal.result;

import memorytax.claim.Attempt;
import memorytax.claim.Check;
import memorytax.claim.Requirement;
import memorytax.terminal.text.TerminalHue;
import memorytax.terminal.text.TerminalLines;
import memorytax.terminal.text.TerminalText;
import memorytax.view.Wording;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/// An exercise on a terminal: how it stands, what there is to say, and for a demand that is not met the limit and what
/// was measured as two bars from zero, and what to look at; once it is solved, bars for its first.
final class TerminalCheck {
    private static final Color GOOD = new Color(0x00715c), BAD = new Color(0xb3261e);
    private static final int NAMES = 7, NARROWEST = 8, WIDEST = 44;

    private TerminalCheck() {
    }

    /// Wrapped at the measure of prose or at `width` columns.
    static List<AttributedString> draw(Check check, int width) {
        int room = Math.min(width, TerminalLines.MEASURE) - 4;
        var style = style(check);
        var lines = new ArrayList<AttributedString>();
        lines.add(TerminalLines.of(check.mark() + " " + check.badge(), style.bold()));
        if (!check.first().isEmpty()) lines.addAll(said(check.first(), room));
        if (!check.measured()) lines.addAll(said(check.sentences().getFirst(), room));
        boolean apart = false;
        for (var demand : check.told()) {
            if (apart) lines.add(AttributedString.EMPTY);
            lines.addAll(said(demand + ".", room));
            apart = check.pictured(demand);
            if (apart) lines.addAll(bars(demand, room, style));
            if (!check.advice(demand).isEmpty()) lines.addAll(said(check.advice(demand), room));
        }
        return lines.stream().map(l -> TerminalLines.join(" ", TerminalLines.of("▌", style), " ", l)).toList();
    }

    private static List<AttributedString> said(String sentence, int room) {
        return TerminalLines.wrap(TerminalLines.plain(sentence), room);
    }

    private static AttributedStyle style(Check check) {
        return switch (check.state()) {
            case SOLVED -> TerminalHue.of(GOOD);
            case NOT_YET -> check.asItCame() ? TerminalLines.PLAIN : TerminalHue.of(BAD);
            case NOT_CHECKED -> TerminalLines.DIM;
        };
    }

    /// Why our solution works, for who has solved it, in so few lines that the check is still to be seen above them.
    /// The rest is there on request.
    static List<AttributedString> explained(Attempt attempt, int width) {
        var lines = new ArrayList<AttributedString>();
        lines.addAll(TerminalText.plain(Wording.EXPLAINED, width));
        lines.add(AttributedString.EMPTY);
        lines.add(TerminalText.heading(attempt.title(), "", width));
        lines.add(AttributedString.EMPTY);
        lines.addAll(TerminalText.markdown(attempt.reason(), width));
        lines.add(AttributedString.EMPTY);
        lines.addAll(TerminalText.markdown(Wording.MORE, width));
        return lines;
    }

    private static List<AttributedString> bars(Requirement demand, int room, AttributedStyle style) {
        double value = demand.measured().orElseThrow().value();
        double longest = Math.max(1e-9, Math.max(value, demand.asked())); // where nothing is allowed, and nothing there
        String limit = demand.figure(demand.asked()), yours = demand.figure(value);
        int texts = Math.max(limit.length(), yours.length());
        int columns = Math.clamp(room - NAMES - 2 - texts, NARROWEST, WIDEST);
        var most = bar(demand.asked() / longest, columns, "░", TerminalLines.DIM);
        return List.of(row(demand.word(), most, columns, limit, texts),
            row("yours", bar(value / longest, columns, "█", style), columns, yours, texts));
    }

    /// Figures stand below each other, at the right.
    private static AttributedString row(String name, AttributedString bar, int columns, String figure, int texts) {
        var left = TerminalLines.left(TerminalLines.dim(name), NAMES);
        return TerminalLines.join(left, TerminalLines.left(bar, columns), "  ",
            TerminalLines.right(TerminalLines.plain(figure), texts));
    }

    /// Little is not nothing, and nothing is no bar.
    private static AttributedString bar(double share, int columns, String fill, AttributedStyle style) {
        int cells = share > 0 ? (int) Math.max(1, Math.round(share * columns)) : 0;
        return TerminalLines.of(fill.repeat(cells), style);
    }
}

package memorytax.claim;

import memorytax.measure.result.Bytes;
import memorytax.measure.result.Forecast;
import memorytax.measure.result.Reach;
import memorytax.measure.result.Slope;

import java.util.Optional;

/// The most important number of a chapter: the largest thing on its page.
///
/// @param contender whose colour it wears
/// @param figure    `1.4 KB`
/// @param lines     what it is the figure of, one or two short sentences
/// @param here      measured on this machine; otherwise recorded
/// @param picture   name of the cell whose chart stands beside it at the top of the page; empty for none
public record Headline(String contender, String figure, String lines, boolean here, String picture) {
    /// One without a picture.
    public Headline(String contender, String figure, String lines, boolean here) {
        this(contender, figure, lines, here, "");
    }

    /// The same with a picture: `picture("growth")`.
    ///
    /// @param cell that draws it
    public Headline picture(String cell) {
        return new Headline(contender, figure, lines, here, cell);
    }

    /// The cost of one task; a dash where it could not be measured.
    public static Headline of(Optional<Slope> cost, String lines) {
        return cost.map(s -> new Headline(s.contender().name(), Bytes.of(s.value()), lines, s.here()))
            .orElse(new Headline("", "–", lines, true));
    }

    /// Where the cost of a task reaches a size: `94 frames`.
    ///
    /// @param unit of the parameter
    public static Headline of(Optional<Reach> reach, String unit, String lines) {
        return reach.map(r -> new Headline(r.contender().name(), r.nearest() + " " + unit, lines, r.here()))
            .orElse(new Headline("", "–", lines, true));
    }

    /// A number of bytes that was measured in another way; a dash where it could not be.
    ///
    /// @param contender whose colour it wears
    public static Headline of(String contender, Optional<Measured> bytes, String lines) {
        return bytes.map(m -> new Headline(contender, Bytes.of(m.value()), lines, m.here()))
            .orElse(new Headline("", "–", lines, true));
    }

    /// A time in milliseconds that was measured; a dash where it could not be.
    ///
    /// @param contender whose colour it wears
    public static Headline millis(String contender, Optional<Measured> ms, String lines) {
        return ms.map(m -> new Headline(contender, Measured.millis(ms), lines, m.here()))
            .orElse(new Headline("", "–", lines, true));
    }

    /// When a limit is reached: `03:28`.
    ///
    /// @param rate requests a second
    public static Headline of(Optional<Forecast> end, int rate, String lines) {
        return end.map(f -> new Headline(f.slope().contender().name(), f.clock(rate), lines, f.slope().here()))
            .orElse(new Headline("", "–", lines, true));
    }

    /// The lines as one.
    public String sentence() {
        return lines.strip().replaceAll("\\s+", " ");
    }

    /// `1.4 KB for one waiting asyncio task.`
    @Override
    public String toString() {
        return figure + " " + sentence() + (here ? "" : " (recorded)");
    }
}

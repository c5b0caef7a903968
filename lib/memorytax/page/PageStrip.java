package memorytax.page;

import memorytax.claim.Verdict;
import memorytax.claim.VerdictFigures;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Claimed against measured on one small log axis: the range of the claim dashed, the measurement a dot with its
/// interval.
final class PageStrip {
    private static final double LEFT = 14;
    private static final double RIGHT = 426;
    private static final double NARROWEST = 7;

    private final Verdict verdict;
    private final PageDecades decades;

    private PageStrip(Verdict verdict) {
        this.verdict = verdict;
        var claim = verdict.claim();
        decades = PageDecades.around(claim.unit(),
            DoubleStream.of(claim.low(), claim.high(), verdict.low(), verdict.high(), verdict.measured()));
    }

    /// Empty where there is nothing to compare: no figure, nothing measured, or not above zero, which a log axis
    /// cannot show.
    static String html(Verdict verdict) {
        var claim = verdict.claim();
        if (!claim.hasFigure() || !(verdict.measured() > 0) || !(claim.high() > 0)) return "";
        return new PageStrip(verdict).svg();
    }

    private String svg() {
        var claim = verdict.claim();
        double width = Math.max(NARROWEST, x(claim.high()) - x(claim.low()));
        double middle = (x(claim.high()) + x(claim.low())) / 2;
        String says = "claimed %s, measured %s"
            .formatted(claim.written(), VerdictFigures.figure(verdict.measured(), claim.unit()));
        String hue = PageHue.ofClaim(claim.id());
        return String.format(Locale.ROOT, """
            <svg class="strip" viewBox="0 0 440 46" role="img" aria-label="%s">%s
            <rect class="claimed" x="%.1f" y="6" width="%.1f" height="20" rx="3"/>
            <g class="s %s"><line x1="%.1f" x2="%.1f" y1="16" y2="16"/><circle cx="%.1f" cy="16" r="5.5"/></g>
            </svg>
            """, PageText.escape(says), ticks(decades), middle - width / 2, width, hue.isEmpty() ? "ink" : hue,
            Double.isNaN(verdict.low()) ? x(verdict.measured()) : x(verdict.low()),
            Double.isNaN(verdict.high()) ? x(verdict.measured()) : x(verdict.high()), x(verdict.measured()));
    }

    /// Lines at the decades, and their names under them.
    static String ticks(PageDecades decades) {
        int every = (decades.last() - decades.first()) / 5 + 1;
        return IntStream.rangeClosed(decades.first(), decades.last())
            .mapToObj(d -> tick(decades, d, (d - decades.first()) % every == 0)).collect(Collectors.joining());
    }

    private static String tick(PageDecades decades, int decade, boolean named) {
        double x = x(decades, decades.value(decade));
        String anchor = decade == decades.first() ? "start" : decade == decades.last() ? "end" : "middle";
        String label = !named ? "" : String.format(Locale.ROOT, """
            <text class="tick" x="%.1f" y="43" text-anchor="%s">%s</text>""", x, anchor,
            PageText.escape(decades.label(decade)));
        return String.format(Locale.ROOT, """
            <line class="grid" x1="%.1f" x2="%.1f" y1="2" y2="30"/>%s""", x, x, label);
    }

    private double x(double value) {
        return x(decades, value);
    }

    static double x(PageDecades decades, double value) {
        return LEFT + (RIGHT - LEFT) * decades.share(value);
    }
}

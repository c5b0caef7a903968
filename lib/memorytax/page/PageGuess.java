package memorytax.page;

import memorytax.chart.draw.Hue;
import memorytax.claim.Guess;

import java.util.Locale;
import java.util.stream.DoubleStream;

/// The reader's guess on a page: a sentence, and guess and scale on one small log axis.
final class PageGuess {
    private PageGuess() {
    }

    static String html(Guess guess) {
        return "<div class=\"guess\"><p><strong>%s</strong> %s</p>%s</div>\n".formatted(
            PageText.escape(guess.label()), PageText.escape(PageText.bound(guess.toString())), strip(guess));
    }

    /// Empty where there are no two numbers to compare.
    private static String strip(Guess guess) {
        if (guess.factor().isEmpty()) return "";
        double said = guess.guess().getAsDouble(), value = guess.value().getAsDouble();
        var decades = PageDecades.around(guess.unit(), DoubleStream.of(said, value));
        double from = PageStrip.x(decades, said), to = PageStrip.x(decades, value);
        String hue = Hue.subject(guess.label()).map(s -> Hue.of(s).variable().substring("--".length())).orElse("ink");
        return String.format(Locale.ROOT, """
            <svg class="strip" viewBox="0 0 440 46" role="img" aria-label="guessed %s, measured %s">%s
            <line class="off" x1="%.1f" x2="%.1f" y1="16" y2="16"/><circle class="yours" cx="%.1f" cy="16" r="5.5"/>
            <g class="s %s"><circle cx="%.1f" cy="16" r="5.5"/></g>%s%s
            </svg>
            """, PageText.escape(guess.said()), PageText.escape(guess.measured()), PageStrip.ticks(decades), from, to,
            from, hue, to, outside("you", from, from < to), outside("scale", to, from >= to));
    }

    private static String outside(String name, double x, boolean left) {
        return String.format(Locale.ROOT, "<text class=\"tick\" x=\"%.1f\" y=\"20\" text-anchor=\"%s\">%s</text>",
            left ? x - 11 : x + 11, left ? "end" : "start", name);
    }
}

package memorytax.service;

import memorytax.claim.Guess;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Counted;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Why an architecture is chosen, in sentences: what it takes, what is next, and of which nobody can say that it fits.
record Reason(Estimates estimates) {
    String text() {
        var fitting = estimates.fitting();
        return (fitting.isEmpty() ? none() : best(fitting)) + doubtful();
    }

    private String best(List<Estimate> fitting) {
        var best = fitting.getFirst();
        var ties = fitting.stream().skip(1).filter(e -> e.paid().low() <= best.paid().high()).toList();
        var flag = best.fit() == Estimate.Fit.FLAG ? " with " + best.flag().orElseThrow() : "";
        var first = "**" + upper(best.name()) + "** take " + Bytes.of(best.paid().value()) + flag
            + ", and your limit is " + Bytes.named(estimates.service().limit()) + ". " + (fitting.size() == 1
            ? "No other architecture that can wait so deep is sure to fit."
            : "Of the " + fitting.size() + " architectures that fit and can wait so deep, they take the least.")
            + price(best);
        if (!ties.isEmpty()) return first + " But this is a tie: the bounds of "
            + ties.stream().map(e -> e.name() + " (" + Bytes.of(e.paid().value()) + ")")
            .collect(Collectors.joining(" and of ")) + " overlap with theirs.";
        if (fitting.size() > 1) return first + next(best, fitting.get(1));
        return first + estimates.all().stream().filter(e -> e != best && e.waits() && e.doubts().isEmpty())
            .min(Comparator.comparingDouble(e -> e.paid().value())).map(e -> next(best, e)).orElse("");
    }

    /// What its collector takes for that.
    private String price(Estimate e) {
        return e.spent().isEmpty() || estimates.service().allocating() == 0 ? "" : String.format(Locale.ROOT,
            " The garbage collector takes about %s of one core.", estimates.percent(e.spent().getAsDouble()));
    }

    private static String next(Estimate best, Estimate next) {
        return String.format(Locale.ROOT, " %s are next: they take %s, %s times as much.", upper(next.name()),
            Bytes.of(next.paid().value()), Guess.times(next.paid().value() / best.paid().value()));
    }

    private String none() {
        var service = estimates.service();
        var nearest = estimates.all().stream().filter(e -> e.waits() && e.doubts().isEmpty())
            .min(Comparator.comparingDouble(e -> e.all().value()));
        var none = "No architecture is sure to fit into " + Bytes.named(service.limit()) + ".";
        return none + nearest.map(e -> String.format(Locale.ROOT, " %s come nearest: they take %s. Give them more "
            + "memory, or at most about %s.", upper(e.name()), Bytes.of(e.all().value()),
            Counted.of(e.most(), service.connected() ? "connection" : "task"))).orElse("");
    }

    /// Those that may fit, and nobody knows.
    private String doubtful() {
        return estimates.all().stream().filter(e -> !e.doubts().isEmpty() && e.fit() == Estimate.Fit.EDGE)
            .map(e -> String.format(Locale.ROOT, " %s may fit, but are not chosen: they take at least %s, and %s.",
                upper(e.name()), Bytes.of(e.all().low()), e.doubts().stream().map(Doubt::words)
                    .collect(Collectors.joining("; ")))).collect(Collectors.joining());
    }

    static String upper(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}

package memorytax.page;

import memorytax.catalog.Listings;
import memorytax.catalog.NextChapter;
import memorytax.claim.Verdict;
import memorytax.claim.Verdicts;
import memorytax.measure.result.Calibration;
import memorytax.measure.result.Weighings;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Chapter;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The foot of a page: on what, when and how it was measured, and where to go on.
final class PageFoot {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private PageFoot() {
    }

    /// @param data   files that keep their form, relative to the page
    /// @param around the page
    static String html(Chapter chapter, PageInfo imprint, Collection<StepOutcome> happened, List<String> data,
                       Neighbours around) {
        var took = happened.stream().map(h -> h instanceof StepOutcome.Result r ? r.took() : Duration.ZERO)
            .reduce(Duration.ZERO, Duration::plus);
        String how = imprint.recorded() ? "A recorded run, not measured here: " + imprint.date().format(DAY) + ", on "
            : imprint.resumed() ? "Measured %s, some of it in an earlier run, on ".formatted(imprint.date().format(DAY))
            : "Measured %s in %s on ".formatted(imprint.date().format(DAY), took(took));
        String before = Listings.previous(chapter).filter(p -> around.there().test(p.name() + ".html"))
            .map(p -> around.link(p.name() + ".html", "← " + PageText.escape(label(p)))).orElse("");
        String next = imprint.next().map(n -> "%s <code>./jbang %s</code>".formatted(
            around.link(n.name() + ".html", PageText.escape(label(n)) + " →"), PageText.escape(n.name()))).orElse("");
        String ways = (before + " " + next).isBlank() ? "" : "<p class=\"next\">%s</p>\n".formatted(
            (before + " " + next).strip());
        String files = data.isEmpty() ? "" : "<p>The data: %s</p>\n"
            .formatted(data.stream().map(PageCell::file).collect(Collectors.joining(" ")));
        return """
            <footer><p>%s%s · %s%s%s</p>
            %s%s</footer>
            """.formatted(how, PageText.escape(imprint.machine().hardware()),
            PageText.escape(imprint.machine().software()), forks(happened),
            imprint.machine().live() ? " · with a browser open that showed it" : "", files, ways);
    }

    /// ` · 5 forks, sizes in turns`, or `3 to 5 forks`: as many processes as each point was weighed in. Empty when
    /// nothing was weighed.
    private static String forks(Collection<StepOutcome> happened) {
        var forks = happened.stream().flatMap(PageFoot::values)
            .flatMap(v -> v instanceof Calibration c ? Stream.of(c.weighed()) : v instanceof Weighings w ? Stream.of(w)
                : Stream.of())
            .flatMap(w -> w.contenders().stream().map(w::forks)).filter(n -> n > 0).sorted().toList();
        if (forks.isEmpty()) return "";
        int least = forks.getFirst(), most = forks.getLast();
        return " · %s%s, sizes in turns".formatted(least == most ? "" : least + " to ",
            most == 1 ? "1 fork" : most + " forks");
    }

    /// `1 refuted`, `2 hold`: the verdicts of the chapter counted, for the foot of the contents. Empty without any.
    static String tally(Collection<StepOutcome> happened) {
        var rulings = happened.stream().flatMap(PageFoot::values).filter(Verdicts.class::isInstance)
            .flatMap(v -> ((Verdicts) v).all().stream())
            .collect(Collectors.groupingBy(Verdict::ruling, Collectors.counting()));
        String lines = Stream.of(Verdict.Ruling.values()).filter(rulings::containsKey)
            .map(r -> "<span class=\"%s\">%s</span>".formatted(r.key(), r.counted(rulings.get(r))))
            .collect(Collectors.joining("<br>"));
        return lines.isEmpty() ? "" : "\n<p class=\"foot\">" + lines + "</p>";
    }

    /// What a step returned; the elements, where it returned a list.
    static Stream<?> values(StepOutcome happening) {
        return happening instanceof StepOutcome.Result(Object value, var _) && value != null
            ? value instanceof List<?> list ? list.stream() : Stream.of(value) : Stream.of();
    }

    private static String label(NextChapter next) {
        String number = next.name().replaceFirst("^chapter(?=\\d+$)", "");
        return number.equals(next.name()) ? next.title() : "Chapter " + number + ": " + next.title();
    }

    private static String took(Duration took) {
        return took.toMinutes() < 3 ? Math.max(1, took.toSeconds()) + " s" : took.toMinutes() + " min";
    }
}

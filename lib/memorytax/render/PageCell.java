package memorytax.render;

import memorytax.claim.Machine;
import memorytax.notebook.Cell;
import memorytax.notebook.Happening;
import memorytax.scale.Backpacks;
import memorytax.scale.Weighings;
import org.knowm.xchart.internal.chartpart.Chart;
import tech.tablesaw.api.Table;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What came of a step, in its place on the page: the result with its caption, the error, or why nothing was run.
///
/// @param views      of results
/// @param provenance of the chapter's figures
/// @param files      written for a step, as links relative to the page: `chapter1/growth.csv`
/// @param link       name of a cell -> HTML that leads there
record PageCell(PageViews views, Provenance provenance, Function<Cell.Step, List<String>> files,
                Function<String, String> link) {

    /// @param happening null when the session ended before the step, or left it out
    String outcome(Cell.Step step, Happening happening) {
        return switch (happening) {
            case null -> "<p class=\"skipped\">Not run this time.</p>\n";
            case Happening.Result(Object value, var _) -> result(step, value);
            case Happening.Failure(Throwable cause) -> """
                <div class="failed" role="note"><strong>This step failed.</strong><p>%s</p></div>
                """.formatted(PageText.escape(message(cause)));
            case Happening.Skipped(String missing) ->
                "<p class=\"skipped\">Skipped: it needs %s, which has no result.</p>\n".formatted(link.apply(missing));
        };
    }

    private String result(Cell.Step step, Object value) {
        var parts = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        var links = files.apply(step).stream().map(PageCell::file).collect(Collectors.joining(" "));
        var html = new StringBuilder();
        for (var part : parts) html.append(part(step, part, part == parts.getLast() ? links : ""));
        return html.toString();
    }

    private String part(Cell.Step step, Object value, String links) {
        return switch (value) {
            case Chart<?, ?> chart -> figure(chart, words(step, title(chart), links), "");
            case Weighings weighings -> figure(weighings, words(step, "", links), PageViews.amiss(weighings));
            case Machine machine -> figure(machine, links, "");
            case Table _, Backpacks _ -> figure(value, words(step, "", links), "");
            case null, default -> loose(step, value, links);
        };
    }

    private String figure(Object value, String caption, String below) {
        String words = caption.isEmpty() ? "" : "<figcaption>" + caption + "</figcaption>";
        return """
            <figure class="out"><div class="wide">%s</div>%s%s</figure>
            """.formatted(views.html(value), words, below);
    }

    private static String title(Chart<?, ?> chart) {
        return chart.getTitle() == null ? "" : chart.getTitle();
    }

    /// Text, verdicts, notes: a caption only where there are files to point to.
    private String loose(Cell.Step step, Object value, String links) {
        String caption = links.isEmpty() ? "" : "<p class=\"cap\">" + words(step, "", links) + "</p>";
        return "<div class=\"out\">" + views.html(value) + caption + "</div>\n";
    }

    private String words(Cell.Step step, String title, String links) {
        String tag = provenance.tag(step.name());
        int forks = title.contains("fork") ? 0 : provenance.forks(step.name());
        return "%s%s%s%s".formatted(title.isBlank() ? "" : PageText.escape(title) + " ",
            tag.isEmpty() ? "" : "<span class=\"tag\">" + PageText.escape(tag) + "</span> ",
            forks == 0 ? "" : forks == 1 ? "1 fork " : forks + " forks ", links).strip();
    }

    private static String file(String path) {
        return "<a class=\"file\" href=\"%s\">%s</a>".formatted(PageText.escape(path),
            PageText.escape(path.substring(path.lastIndexOf('/') + 1)));
    }

    /// What went wrong, without a stack trace.
    private static String message(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }
}

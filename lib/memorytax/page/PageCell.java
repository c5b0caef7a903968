package memorytax.page;

import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.view.Part;
import memorytax.view.Provenance;
import memorytax.view.Wording;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What came of a step, in its place on the page: the result with its caption, the error, or why nothing was run.
///
/// @param chapter    that the step is of
/// @param parts      of results
/// @param provenance of the chapter's figures
/// @param earlier    name of a step -> what it had brought, shown as long as nothing has come of it anew
/// @param veil       of the page
/// @param files      written for a step, as links relative to the page: `chapter1/growth.csv`
/// @param link       name of a cell -> HTML that leads there
record PageCell(Chapter chapter, PageParts parts, Provenance provenance, Map<String, StepOutcome> earlier,
                PageVeil veil, Function<Cell.Step, List<String>> files,
                Function<String, String> link) {

    /// What stands under a step that a run has left out.
    static final String NOT_RUN = "Not run this time.";
    private static final String STALE = "<p class=\"skipped\">Stale: some code has changed since this was run.</p>\n";

    /// @param happening null when the session ended before the step, or left it out
    String outcome(Cell.Step step, StepOutcome happening) {
        return switch (happening) {
            case null -> earlier.containsKey(step.name()) ? STALE + outcome(step, earlier.get(step.name()))
                : "<p class=\"skipped\">" + NOT_RUN + "</p>\n";
            case StepOutcome.Result _ when veil.asks(step.name()) -> veil.form(step.name());
            case StepOutcome.Result(Object value, var _) -> veil.note(step.name()) + result(step, value);
            case StepOutcome.Failure(Throwable cause) -> failed("This step failed.", cause);
            case StepOutcome.Left _ ->
                "<p class=\"skipped\">Yours to solve: <code>%s</code></p>\n"
                    .formatted(PageText.escape(Wording.exercise(chapter, step.name())));
            case StepOutcome.Skipped(String missing) ->
                "<p class=\"skipped\">Skipped: it needs %s, which has no result.</p>\n".formatted(link.apply(missing));
        };
    }

    private static String failed(String what, Throwable cause) {
        return """
            <div class="failed" role="note"><strong>%s</strong><p>%s</p></div>
            """.formatted(what, PageText.escape(Wording.of(cause)));
    }

    private String result(Cell.Step step, Object value) {
        var values = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        var links = files.apply(step).stream().map(PageCell::file).collect(Collectors.joining(" "));
        var html = new StringBuilder();
        for (var each : values) {
            try {
                for (var part : Part.of(each)) html.append(part(step, part, each == values.getLast() ? links : ""));
            } catch (RuntimeException e) { // one result that cannot be drawn is no reason to lose the page
                html.append(failed("This result could not be drawn.", e));
            }
        }
        return html.toString();
    }

    private String part(Cell.Step step, Part part, String links) {
        String html = parts.html(part);
        if (part instanceof Part.Sliders) return html; // the table before it has the caption
        return part.caption().map(shows -> figure(html, words(step, html, shows, links) + PageParts.remarks(part)))
            .orElseGet(() -> "<div class=\"out\">%s%s</div>\n".formatted(html,
                links.isEmpty() ? "" : "<p class=\"cap\">" + words(step, html, "", links) + "</p>"));
    }

    static String figure(String html, String caption) {
        return """
            <figure class="out"><div class="wide">%s</div>%s</figure>
            """.formatted(html, caption.isEmpty() ? "" : "<figcaption>" + caption + "</figcaption>");
    }

    /// The caption: what, measured where, how often unless `html` says so already, and the files.
    private String words(Cell.Step step, String html, String title, String links) {
        String tag = provenance.tag(step.name());
        var forks = title.contains("fork") || html.contains("fork") ? "" : provenance.forks(step.name());
        return "%s%s%s%s".formatted(title.isBlank() ? "" : PageText.escape(title) + " ",
            tag.isEmpty() ? "" : "<span class=\"tag\">" + PageText.escape(tag) + "</span> ",
            forks.isEmpty() ? "" : forks + " ", links).strip();
    }

    /// A link that is named after the file: `chapter1/growth.csv`.
    static String file(String path) {
        return "<a class=\"file\" href=\"%s\">%s</a>".formatted(PageText.escape(path),
            PageText.escape(path.substring(path.lastIndexOf('/') + 1)));
    }
}

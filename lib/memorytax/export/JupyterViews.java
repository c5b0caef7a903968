package memorytax.export;

import memorytax.chart.svg.Svg;
import memorytax.terminal.result.TerminalParts;
import memorytax.view.Part;
import org.jline.utils.AttributedString;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What Jupyter shows of a value: the same in a notebook that is written, and in one that runs.
public final class JupyterViews {
    private static final int WIDTH = 100;
    private static final MarkdownParts PARTS = new MarkdownParts(MarkdownText::escape);

    private JupyterViews() {
    }

    /// Of each part of the value its forms by their MIME type, of which Jupyter takes the best that it can show:
    /// `text/plain` as on a terminal, and a chart as `image/svg+xml` and `image/png` (in Base64), words as
    /// `text/markdown`, all else as `text/html`.
    public static List<Map<String, String>> of(Object value) {
        return Part.of(value).stream().flatMap(part -> part instanceof Part.Picture && !part.remarks().isEmpty()
            ? Stream.of(part, new Part.Prose(MarkdownText.list(part.remarks().stream().map(MarkdownText::escape)
                .toList()))) : Stream.of(part)).map(JupyterViews::forms).toList();
    }

    /// The forms of one part, the best first.
    static Map<String, String> forms(Part part) {
        var forms = new LinkedHashMap<String, String>();
        switch (part) {
            case Part.Picture(var chart, _) -> {
                forms.put("image/svg+xml", Svg.file(chart));
                forms.put("image/png", Base64.getEncoder().encodeToString(Svg.png(chart)));
            }
            case Part.Prose(var markdown) -> forms.put("text/markdown", markdown);
            default -> forms.put("text/html", MarkdownText.html(PARTS.of(part, "")));
        }
        var alone = part instanceof Part.Picture(var chart, _) ? new Part.Picture(chart, List.of()) : part;
        forms.put("text/plain", TerminalParts.part(alone, WIDTH).stream().map(AttributedString::toString)
            .map(String::stripTrailing).collect(Collectors.joining("\n")));
        return forms;
    }
}

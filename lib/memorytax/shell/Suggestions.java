package memorytax.shell;

import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

import java.util.ArrayList;

/// What JShell's own analysis proposes.
///
/// @param patience in nanoseconds: there are hundreds of methods, and to find the signature of each takes a while
record Suggestions(SourceCodeAnalysis analysis, long patience) {
    Completions of(String code) {
        var from = new int[]{code.length()};
        long end = System.nanoTime() + patience;
        var labels = analysis.completionSuggestions(code, code.length(), from).stream()
            .map(Suggestion::continuation).distinct().limit(Completions.MOST).toList();
        var options = new ArrayList<Completions.Option>();
        for (var label : labels) options.add(new Completions.Option(label,
            System.nanoTime() < end ? signature(code.substring(0, from[0]) + label.replaceFirst("\\)$", "")) : ""));
        return new Completions(from[0], options);
    }

    /// Of the first that has this name: `Optional<Slope> Weighings.slope(String contender)`, without packages, and of a
    /// record without its components.
    private String signature(String code) {
        return analysis.documentation(code, code.length(), false).stream().findFirst()
            .map(d -> d.signature().replaceAll("\\s+", " ").replaceAll("\\b([a-z_][\\w]*\\.)+(?=[A-Z])", "")
                .replaceAll("\\([^()]*\\)\\.(?=\\w)", ".")).orElse("");
    }
}

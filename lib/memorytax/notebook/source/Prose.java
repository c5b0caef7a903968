package memorytax.notebook.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// A `///` block as Markdown: its heading, when the first line is one of the wanted level, and the rest.
record Prose(Optional<String> heading, String body) {
    /// @param mark `# ` or `## `
    static Prose of(String comment, String mark) {
        String text = Indent.none(comment.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.strip().startsWith("///") ? line.substring(line.indexOf("///") + 3) : line)
                .collect(Collectors.joining("\n")));
        List<String> lines = text.lines().dropWhile(String::isBlank).toList();
        boolean headed = !lines.isEmpty() && lines.getFirst().startsWith(mark);
        String body = lines.stream().skip(headed ? 1 : 0).dropWhile(String::isBlank)
                .collect(Collectors.joining("\n")).stripTrailing();
        var heading = lines.stream().limit(headed ? 1 : 0)
                .map(line -> line.substring(mark.length()).strip()).findFirst();
        return new Prose(heading, body);
    }

    /// A title for a cell without one: `quietTasks` is `Quiet tasks`, `MAX_TASKS` is `Max tasks`.
    static String title(String name) {
        boolean constant = name.equals(name.toUpperCase(Locale.ROOT));
        String[] words = constant ? name.split("_+")
                : name.split("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_+");
        var sentence = new StringBuilder();
        for (String word : words) {
            boolean acronym = !constant && word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
            sentence.append(sentence.isEmpty() ? "" : " ");
            sentence.append(acronym ? word : word.toLowerCase(Locale.ROOT));
        }
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}

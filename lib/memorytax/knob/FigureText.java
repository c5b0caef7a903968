package memorytax.knob;

import memorytax.measure.result.Quantity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads what a person types about a figure. What was understood is taken out of the text, piece by piece, and what is
/// left then was not.
final class FigureText {
    private static final String NUMBER = "((?:\\d{1,3}(?:[,_]\\d{3})+|\\d{1,15})(?:\\.\\d{1,6})?|\\.\\d{1,6})";
    private static final String SIZES = "a number with B, KB, MB or GB, like 2,600 B per virtual thread";
    /// Stands for a kind of task.
    private static final String TASK = "§";
    private static final String FIRST = "(?<![\\w.,+=-])", LAST = "(?![\\w=])";
    private static final Pattern
        LETTER = Pattern.compile("[\\p{L}\\p{N}]"),
        SIZE = Pattern.compile(FIRST + NUMBER + " ?(?:([kmgt])i?b|b|(kilo|mega|giga|tera)?bytes?)" + LAST),
        SHORT_SIZE = Pattern.compile(FIRST + NUMBER + " ?([kmgt])(?=/| ?(?:per|each|a|an|for (?:one|each|every))\\b)"),
        RANGE = Pattern.compile("\\d ?(?:[kmgt]i?b|b)? ?(?:-|–|to) ?\\d[\\d.,]* ?"
            + "(?:[kmgt]i?b|b|(?:kilo|mega|giga)?bytes?)" + LAST),
        COUNT = Pattern.compile(FIRST + "(?:" + NUMBER + " ?(k|m|thousand|million)?|(?:a|one) (thousand|million))"
            + "(?![\\w.=%])"),
        EACH = Pattern.compile("/|(?<![\\w-])(?:per|each|every)(?![\\w-])"
            + "|(?<!\\w)(?:an?|one) (?!thousand|million)(?:\\w+ )?" + TASK);

    private String rest;

    private FigureText(String text) {
        rest = " " + text.toLowerCase(Locale.ROOT) + " ";
    }

    static Figure read(String text) {
        var reader = new FigureText(text);
        if (text.isEmpty()) throw refused(text, "nothing was typed", Figure.ASKED);
        var elsewhere = FigureWords.ELSEWHERE.matcher(reader.rest);
        if (elsewhere.find())
            throw refused(text, "\"" + elsewhere.group() + "\" is not weighed here", TaskKind.all());
        var settings = reader.all(FigureWords.SETTING).stream().map(m -> written(text, m.group(1))).toList();
        if (RANGE.matcher(reader.rest).find()) throw refused(text, "a range is not one figure", "one size, " + SIZES);
        double bytes = reader.size(text);
        var quantity = reader.quantity();
        var kind = reader.kind(text);
        boolean each = EACH.matcher(reader.rest).find();
        reader.rest = reader.rest.replace(TASK, " ");
        var tasks = reader.count();
        if (tasks.isPresent() && tasks.getAsInt() == 1) {
            tasks = OptionalInt.empty();
            each = true;
        }
        boolean together = tasks.isPresent() && !each;
        var unused = Arrays.stream(reader.rest.split("[\\s/,;:()~≈@+÷×\"']+|\\.(?=\\s|$)|(?<=\\s)x(?=\\s)"))
            .filter(word -> LETTER.matcher(word).find() && !FigureWords.FILLERS.contains(word))
            .map(word -> written(text, word)).toList();
        return new Figure(text, bytes, together, kind, tasks, quantity, settings, unused);
    }

    /// In the letters of the reader, not in small ones.
    private static String written(String text, String words) {
        int at = text.toLowerCase(Locale.ROOT).indexOf(words);
        return at < 0 ? words : text.substring(at, at + words.length());
    }

    private double size(String text) {
        var sizes = all(SIZE);
        if (sizes.isEmpty()) sizes = all(SHORT_SIZE);
        if (sizes.isEmpty()) throw refused(text, "it has no size", SIZES);
        if (sizes.size() > 1) throw refused(text, "it has more than one size: " + String.join(", ", sizes.stream()
            .map(size -> written(text, size.group().strip())).toList()), "one size, " + SIZES);
        var size = sizes.getFirst();
        var prefix = Stream.of(size.group(2), size.groupCount() > 2 ? size.group(3) : null)
            .filter(found -> found != null).findFirst().map(word -> word.substring(0, 1)).orElse("");
        double bytes = number(size.group(1)) * Math.pow(1024, " kmgt".indexOf(prefix.isEmpty() ? " " : prefix));
        if (bytes < 1) throw refused(text, "it has no size", "1 B or more");
        return bytes;
    }

    private Optional<Quantity> quantity() {
        Optional<Quantity> named = Optional.empty();
        for (var each : FigureWords.QUANTITIES.entrySet())
            if (named.isEmpty() && !all(each.getValue()).isEmpty()) named = Optional.of(each.getKey());
        return named;
    }

    private TaskKind kind(String text) {
        for (var kind : TaskKind.values()) {
            var named = kind.words().matcher(rest);
            if (!named.find()) continue;
            rest = named.replaceAll(TASK);
            return kind;
        }
        throw refused(text, "it names no kind of task", TaskKind.all());
    }

    private OptionalInt count() {
        var counts = new ArrayList<MatchResult>(all(COUNT));
        if (counts.size() != 1) {
            counts.forEach(c -> rest += " " + c.group().strip()); // which of them, nobody knows: they are not used
            return OptionalInt.empty();
        }
        var count = counts.getFirst();
        var unit = Stream.of(count.group(2), count.group(3)).filter(found -> found != null).findFirst().orElse("");
        double n = (count.group(1) == null ? 1 : number(count.group(1)))
            * (unit.isEmpty() ? 1 : unit.startsWith("m") ? 1e6 : 1e3);
        if (n >= 1 && n <= 1e8 && n == Math.rint(n)) return OptionalInt.of((int) n);
        rest += " " + count.group().strip();
        return OptionalInt.empty();
    }

    /// All that matches, which is taken out of the text.
    private List<MatchResult> all(Pattern pattern) {
        var found = pattern.matcher(rest).results().toList();
        rest = pattern.matcher(rest).replaceAll(" ");
        return found;
    }

    private static double number(String digits) {
        return Double.parseDouble(digits.replaceAll("[,_]", ""));
    }

    private static IllegalArgumentException refused(String text, String why, String allowed) {
        var start = text.length() <= 60 ? text : text.substring(0, 60) + "…";
        return new IllegalArgumentException("\"" + start + "\": " + why + "; allowed: " + allowed);
    }
}

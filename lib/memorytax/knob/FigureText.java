package memorytax.knob;

import memorytax.measure.result.Quantity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
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
        SIZE = Pattern.compile(FIRST + NUMBER + " ?(?:([kmgt])i?b|b|(kilo|mega|giga|tera)?bytes?)" + LAST),
        SHORT_SIZE = Pattern.compile(FIRST + NUMBER + " ?([kmgt])(?=/| ?(?:per|each|a|an|for (?:one|each|every))\\b)"),
        RANGE = Pattern.compile("\\d ?(?:[kmgt]i?b|b)? ?(?:-|–|to) ?\\d[\\d.,]* ?(?:[kmgt]i?b|b|(?:kilo|mega|giga)?bytes?)"
            + LAST),
        COUNT = Pattern.compile(FIRST + "(?:" + NUMBER + " ?(k|m|thousand|million)?|(?:a|one) (thousand|million))"
            + "(?![\\w.=%])"),
        EACH = Pattern.compile("/|(?<![\\w-])(?:per|each|every)(?![\\w-])|(?<!\\w)(?:an?|one) (?!thousand|million)(?:\\w+ )?"
            + TASK),
        ELSEWHERE = Pattern.compile("(?<![\\w-])(?:green[- ]?threads?|greenlets?|gevent|fib(?:er|re)s?|kotlin|tokio|rust"
            + "|erlang|elixir|actors?|\\.net|c#|node(?:\\.?js)?|javascript|promises?|pthreads?|php|ruby|swift)"
            + "(?![\\w-])"),
        SETTING = Pattern.compile("(?<![\\w.=-])(-[xd][^\\s,;)]+|[a-z_]+=[^\\s,;)]+"
            + "|(?:(?:(?:open)?jdk|java) ?\\d{1,2}(?:\\.\\d+)*|go(?:lang)? ?1(?:\\.\\d+)+|(?:c?python|py) ?[23](?:\\.\\d+)+t?)"
            + "|(?:the )?(?:serial|parallel|g1|zgc|shenandoah|epsilon)(?:[- ]?gc| collector)?|cold|warm(?:ed)?(?: up)?"
            + "|interpreter|c[12] only|uvloop|own queues?|queues?|timers?|sleep(?:ing|s)?|debug(?: mode)?"
            + "|free[- ]threaded|no[- ]?gil|huge pages|compact headers|not yet run|depth \\d+|\\d+ deep)"
            + "(?=[\\s,;:)]|$)");
    private static final List<Named> QUANTITIES = List.of(
        new Named("LIVE", "live|(?:of |on the |in the |java )?heap|reachable|retained|after (?:a )?(?:full )?gc"),
        new Named("PSS", "pss"),
        new Named("CHARGED", "charged|cgroup|container|docker|kubernetes|k8s"),
        new Named("PEAK", "peak|at most|max(?:imum)?|vmhwm|high[- ]water(?: mark)?"),
        new Named("RESERVED", "reserved|virtual memory|virtual size|vsz|vsize|virt|address space|(?:of )?stack size"),
        new Named("TOTAL", "(?:the )?whole process|(?:in )?total|altogether|all in all"),
        new Named("RESIDENT", "resident(?: set)?(?: size)?|rss|ram"));
    /// Words without which the text says the same.
    private static final Set<String> FILLERS = Set.of("a", "an", "the", "of", "for", "per", "each", "every", "one", "with",
        "in", "on", "at", "by", "and", "is", "are", "it", "i", "my", "our", "we", "about", "around", "roughly", "only",
        "approximately", "approx", "ca", "some", "just", "takes", "take", "took", "uses", "use", "used", "costs", "cost",
        "needs", "need", "memory", "mem", "machine", "idle", "waiting", "parked", "blocked", "further", "additional",
        "more", "everything", "process", "that", "there", "when", "holding", "under", "using", "measured", "says",
        "task", "tasks", "thread", "threads", "python", "java", "jvm", "go", "golang");

    private record Named(String quantity, String words) {
    }

    private String rest;

    private FigureText(String text) {
        rest = " " + text.toLowerCase(Locale.ROOT) + " ";
    }

    static Figure read(String text) {
        var reader = new FigureText(text);
        if (text.isEmpty()) throw refused(text, "nothing was typed", Figure.ASKED);
        var elsewhere = ELSEWHERE.matcher(reader.rest);
        if (elsewhere.find()) throw refused(text, "\"" + elsewhere.group() + "\" is not weighed here", TaskKind.all());
        if (RANGE.matcher(reader.rest).find()) throw refused(text, "a range is not one figure", "one size, " + SIZES);
        var settings = reader.all(SETTING).stream().map(m -> written(text, m.group(1))).toList();
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
            .filter(word -> !word.isBlank() && !FILLERS.contains(word)).map(word -> written(text, word)).toList();
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
        for (var each : QUANTITIES) {
            var words = Pattern.compile("(?<![\\w-])(?:" + each.words + ")(?![\\w-])");
            var known = Arrays.stream(Quantity.values()).filter(q -> q.name().equals(each.quantity)).findFirst();
            if (named.isEmpty() && known.isPresent() && !all(words).isEmpty()) named = known;
        }
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

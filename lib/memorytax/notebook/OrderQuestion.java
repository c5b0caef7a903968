package memorytax.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Asks for the order of several things: their numbers, from 1, or beginnings of their names. Each is named once; with
/// `-` at the end those that are not named come last, in no order.
///
/// @param things in the order in which they are listed, which should give nothing away
record OrderQuestion(List<String> things) implements Question {
    /// In an answer as it is shown, those that stay unordered.
    private static final String REST = "the rest";
    private static final int NAMED = 3;

    OrderQuestion {
        things = List.copyOf(things);
    }

    @Override
    public List<String> answers() {
        return things;
    }

    /// `the numbers 1 to 7 in your order, like 3 1 4 …, or beginnings of the names; - at the end for the rest`
    @Override
    public String asked() {
        return "the numbers 1 to " + things.size() + " in your order, or beginnings of the names; - at the end for the "
            + "rest, which stay unordered";
    }

    @Override
    public Answer answered(String said) {
        if (said.isEmpty()) throw Question.refused(said, asked());
        var text = said.replaceFirst("(?i)(^|[\\s,;<\\d])(?:-|the rest)$", "$1").strip();
        var order = new ArrayList<String>();
        for (var thing : text.matches("[\\d\\s,;<]*") ? numbers(said, text) : names(said, text)) {
            if (order.contains(thing)) throw wrong(said, thing + " is named twice");
            order.add(thing);
        }
        var left = things.stream().filter(t -> !order.contains(t)).toList();
        if (!left.isEmpty() && text.length() == said.length()) throw wrong(said, missing(left));
        if (left.size() == 1) order.add(left.getFirst()); // there is one place for it
        return new Answer(shown(order), OptionalDouble.empty());
    }

    /// What an answer that is shown puts in order, from the first on; the rest is not in it.
    List<String> order(String shown) {
        return Arrays.stream(shown.split(separator(), -1)).filter(things::contains).toList();
    }

    private String shown(List<String> order) {
        return order.isEmpty() ? "" : Stream.concat(order.stream(), order.size() < things.size() ? Stream.of(REST)
            : Stream.of()).collect(Collectors.joining(separator()));
    }

    private String separator() {
        return things.stream().anyMatch(t -> t.contains(",")) ? "; " : ", ";
    }

    /// Up to nine things need no blanks: `3147256`.
    private List<String> numbers(String said, String text) {
        var numbers = Arrays.stream(text.split(things.size() < 10 ? "[\\s,;<]*" : "[\\s,;<]+"))
            .filter(n -> !n.isEmpty()).toList();
        var known = IntStream.rangeClosed(1, things.size()).mapToObj(String::valueOf).toList();
        for (var n : numbers) if (!known.contains(n)) throw wrong(said, n + " is none of the numbers");
        return numbers.stream().map(n -> things.get(Integer.parseInt(n) - 1)).toList();
    }

    private List<String> names(String said, String text) {
        boolean commas = !text.contains(";") && !separator().equals("; "); // else they belong to names
        var named = new ArrayList<String>();
        for (var part : text.split(commas ? "[,<]" : "[;<]")) {
            if (part.isBlank()) continue;
            var words = List.of(part.strip().split(" "));
            for (int from = 0; from < words.size(); ) { // without commas the most words that begin a name
                int to = words.size();
                while (to > from + 1 && fitting(words.subList(from, to)).isEmpty()) to--;
                named.add(only(said, words.subList(from, to)));
                from = to;
            }
        }
        return named;
    }

    private String only(String said, List<String> words) {
        var fitting = fitting(words);
        var typed = Question.quoted(String.join(" ", words));
        if (fitting.isEmpty()) throw wrong(said, typed + " begins none of the names");
        if (fitting.size() > 1) throw wrong(said, typed + " may be " + String.join(" or ", fitting));
        return fitting.getFirst();
    }

    /// A name as a whole goes before those that begin with it; so does a number.
    private List<String> fitting(List<String> words) {
        var typed = String.join(" ", words);
        var whole = IntStream.range(0, things.size()).filter(i -> typed.equalsIgnoreCase(things.get(i))
            || typed.equals(String.valueOf(i + 1))).mapToObj(things::get).toList();
        return !whole.isEmpty() || typed.isEmpty() ? whole
            : things.stream().filter(t -> t.regionMatches(true, 0, typed, 0, typed.length())).toList();
    }

    private static String missing(List<String> left) {
        return left.size() == 1 ? left.getFirst() + " is missing" : left.size() + " things are missing"
            + (left.size() > NAMED ? "" : ": " + String.join(", ", left));
    }

    private IllegalArgumentException wrong(String said, String why) {
        return Question.refused(said, why, asked());
    }
}

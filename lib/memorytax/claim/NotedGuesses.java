package memorytax.claim;

import memorytax.notebook.Prediction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Guesses as a reader's notes have them. The answer is noted when it is given, as `answer.perTask`; what stands here
/// is noted when it is settled:
///
/// | note | |
/// |---|---|
/// | `scale.perTask` | what was measured: `1436.0`, `goroutines`, or a letter for each case: `ynn-` |
/// | `label.perTask` | what was asked for; the names of cases with a `\|` between them |
/// | `unit.perTask`  | of both: `B`, `yes/no`, `pairs` for an order; empty for one of several answers |
/// | `origin.perTask` | `recorded`, where it was not measured here |
///
/// Of an order each thing is noted with its value and interval, and a `|` between them: `a=269.0 268.0 270.0|b`.
public final class NotedGuesses {
    private static final String BETWEEN = "|", RECORDED = "recorded";

    private NotedGuesses() {
    }

    /// The notes on a guess; those that are to be removed are null.
    public static Map<String, String> notes(Guess guess) {
        boolean told = !guess.said().isEmpty() && !guess.measured().isEmpty();
        var scale = guess.value().isPresent() ? String.valueOf(guess.value().getAsDouble()) : guess.measured();
        return notes(guess.name(), told, scale, guess.label(), guess.unit(), guess.here());
    }

    /// The same of a yes or no to several cases.
    public static Map<String, String> notes(CaseGuesses guesses) {
        boolean told = guesses.cases().stream().anyMatch(CaseGuesses.Case::settled);
        var scale = guesses.cases().stream().map(c -> c.measured().map(yes -> yes ? "y" : "n").orElse("-"))
            .collect(Collectors.joining());
        var names = guesses.cases().stream().map(CaseGuesses.Case::name).collect(Collectors.joining(BETWEEN));
        return notes(guesses.name(), told, scale, names, CaseGuesses.UNIT, guesses.here());
    }

    /// The same of an order. What was not measured has no figures.
    public static Map<String, String> notes(OrderGuess order) {
        var scale = Stream.concat(order.places().stream().map(p -> p.name() + "=" + p.cost().value() + " "
            + p.cost().low() + " " + p.cost().high()), order.missing().stream())
            .collect(Collectors.joining(BETWEEN));
        return notes(order.name(), !order.pairs().isEmpty(), scale, order.label(), OrderGuess.UNIT, order.here());
    }

    private static Map<String, String> notes(String name, boolean told, String scale, String label, String unit,
                                             boolean here) {
        var notes = new HashMap<String, String>();
        if (name.isEmpty()) return notes;
        notes.put("scale." + name, told ? scale : null);
        notes.put("label." + name, told ? label : null);
        notes.put("unit." + name, told ? unit : null);
        notes.put("origin." + name, told && !here ? RECORDED : null);
        return notes;
    }

    /// All guesses in the notes on several chapters that are settled.
    public static Guesses in(Collection<Map<String, String>> chapters) {
        return new Guesses(chapters.stream().flatMap(notes -> in(notes).stream()).toList());
    }

    private static List<Guess> in(Map<String, String> notes) {
        return notes.keySet().stream().filter(key -> key.startsWith("scale.")).sorted().map(key -> key.substring(6))
            .flatMap(name -> in(notes, name)).toList();
    }

    private static Stream<Guess> in(Map<String, String> notes, String name) {
        var label = notes.getOrDefault("label." + name, name);
        var said = notes.getOrDefault("answer." + name, "");
        var scale = notes.get("scale." + name);
        var unit = notes.getOrDefault("unit." + name, "");
        boolean here = !RECORDED.equals(notes.get("origin." + name));
        return unit.equals(CaseGuesses.UNIT) ? cases(name, label, said, scale, here).stream()
            : unit.equals(OrderGuess.UNIT) ? order(name, label, said, scale, here).stream()
            : Guess.noted(name, label, said, scale, unit, here).stream();
    }

    /// Those that were said and measured; none where somebody has edited the notes.
    private static List<Guess> cases(String name, String labels, String said, String scale, boolean here) {
        var names = Arrays.asList(labels.split("\\" + BETWEEN));
        var guesses = new ArrayList<Guess>();
        if (names.size() != said.length() || said.length() != scale.length()) return guesses;
        for (int i = 0; i < names.size(); i++) {
            var mine = word(said.charAt(i));
            var measured = word(scale.charAt(i));
            if (!mine.isEmpty() && !measured.isEmpty()) guesses.add(Guess.yesOrNo(name, names.get(i), mine, measured,
                here, true));
        }
        return guesses;
    }

    /// Likewise.
    private static Optional<Guess> order(String name, String label, String said, String scale, boolean here) {
        try {
            var bytes = new LinkedHashMap<String, Optional<Measured>>();
            for (var thing : scale.split("\\" + BETWEEN)) {
                int at = thing.lastIndexOf('=');
                var figures = thing.substring(at + 1).split(" ");
                if (at < 0) bytes.put(thing, Optional.empty());
                else bytes.put(thing.substring(0, at), Optional.of(new Measured(Double.parseDouble(figures[0]),
                    Double.parseDouble(figures[1]), Double.parseDouble(figures[2]), here)));
            }
            var asked = Prediction.order(bytes.keySet().toArray(String[]::new)).named(name);
            return Optional.of(OrderGuess.of(label, said.isEmpty() ? asked.pass() : asked.answered(said), bytes)
                .guess());
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static String word(char letter) {
        return letter == 'y' ? "yes" : letter == 'n' ? "no" : "";
    }
}

package memorytax.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Guesses as a reader's notes have them. The answer is noted when it is given, as `answer.perTask`; what stands here
/// is noted when it is settled:
///
/// | note | |
/// |---|---|
/// | `scale.perTask` | what was measured: `1436.0`, `goroutines`, or a letter for each case: `ynn-` |
/// | `label.perTask` | what was asked for; the names of cases with a `\|` between them |
/// | `unit.perTask`  | of both: `B`, `yes/no`; empty for one of several answers |
/// | `origin.perTask` | `recorded`, where it was not measured here |
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

    private static String word(char letter) {
        return letter == 'y' ? "yes" : letter == 'n' ? "no" : "";
    }
}

package memorytax.page;

import memorytax.claim.CaseGuesses;
import memorytax.claim.Guess;
import memorytax.claim.OrderGuess;
import memorytax.notebook.Prediction;
import memorytax.notebook.source.Cell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A question that a page asks its reader, with the answer of the scale: a form, and without a script a line to unfold.
///
/// @param name   of the step that asks
/// @param title  its heading, in Markdown
/// @param fields HTML that takes an answer
/// @param facts  what a script needs to judge it: `value` -> `1151.2`
/// @param answer of the scale, as a sentence
record PageQuestion(String name, String title, String fields, Map<String, String> facts, String answer) {
    private static final String GUESS = "<button>Guess</button>";

    /// @param found a Guess, CaseGuesses or OrderGuess
    static PageQuestion of(Cell.Step step, Prediction asked, Object found) {
        var facts = new LinkedHashMap<String, String>();
        return switch (found) {
            case CaseGuesses cases -> {
                facts.put("answers", cases.cases().stream().map(c -> CaseGuesses.word(c.measured()))
                    .collect(Collectors.joining("|")));
                yield of(step, "cases", cases.cases().stream().map(c -> cases(step.name(), c.name()))
                    .collect(Collectors.joining()) + GUESS, cases.here(), facts, cases.cases().stream()
                    .filter(c -> c.measured().isPresent()).map(c -> c.name() + ": " + CaseGuesses.word(c.measured()))
                    .collect(Collectors.joining(", ", "", ". ")) + cases.meaning());
            }
            case OrderGuess order -> {
                facts.put("places", order.places().stream().map(p -> p.name() + "|" + p.cost().low() + "|"
                    + p.cost().high()).collect(Collectors.joining("\n")));
                yield of(step, "order", asked.things().stream().map(PageQuestion::choice).collect(Collectors.joining())
                    + GUESS, order.here(), facts, "The cheapest first: " + order.measured() + ".");
            }
            case Guess guess when guess.value().isPresent() -> {
                facts.put("value", "" + guess.value().getAsDouble());
                facts.put("unit", guess.unit());
                facts.put("measured", guess.measured());
                yield of(step, "number", """
                    <input name="said" autocomplete="off" placeholder="%s" aria-label="Your guess: %1$s">
                    """.formatted(PageText.escape(asked.asked())) + GUESS, guess.here(), facts, guess.toString());
            }
            case Guess guess -> {
                facts.put("measured", guess.measured());
                yield of(step, "choice", asked.answers().stream().map(PageQuestion::choice)
                    .collect(Collectors.joining()), guess.here(), facts, guess.toString());
            }
            default -> throw new IllegalArgumentException("no answer: " + found);
        };
    }

    private static PageQuestion of(Cell.Step step, String kind, String fields, boolean here, Map<String, String> facts,
                                   String answer) {
        var all = new TreeMap<>(Map.of("kind", kind, "question", step.name(), "scale",
            here ? "the scale" : "the recorded run"));
        all.putAll(facts);
        if (kind.equals("cases") || kind.equals("order")) all.put("rest", answer);
        return new PageQuestion(step.name(), step.title(), fields, all, answer);
    }

    private static String choice(String answer) {
        return "<button type=\"button\" class=\"choice\">" + PageText.escape(answer) + "</button>";
    }

    private static String cases(String question, String name) {
        return "<fieldset><legend>%s</legend>%s%s</fieldset>".formatted(PageText.escape(name),
            radio(question, name, "yes"), radio(question, name, "no"));
    }

    private static String radio(String question, String name, String word) {
        return "<label><input type=\"radio\" name=\"%s\" value=\"%s\"> %2$s</label>"
            .formatted(PageText.escape(question + " " + name), word);
    }

    /// The form and the answer below the question.
    String form() {
        return """
            %s<details class="answer of-%s"><summary>What %s says</summary><p role="status">%s</p>\
            <button type="button" class="again">Ask me again</button></details>
            """.formatted(fields(fields), name, facts.get("scale"), PageText.escape(PageText.bound(answer)));
    }

    /// The question at the top of the page: the same form where it is short, otherwise the way to it.
    String above() {
        boolean shorts = !facts.get("kind").equals("cases") && !facts.get("kind").equals("order");
        return "<p class=\"asks\">%s</p>%s".formatted(PageText.inline(title), shorts ? fields(fields)
            : fields("<a href=\"#" + name + "\">Your guess</a>"));
    }

    /// To it from another place of the page.
    String link() {
        return "<a class=\"of-%s\" href=\"#%s\">%s</a>".formatted(name, name, PageText.inline(title));
    }

    private String fields(String fields) {
        return """
            <form class="ask of-%s"%s>
            %s <button type="button" class="all">Just show me</button>
            <p class="refused" role="alert"></p></form>
            """.formatted(name, facts.entrySet().stream().map(e -> " data-%s=\"%s\"".formatted(e.getKey(),
                PageText.escape(e.getValue()))).collect(Collectors.joining()), fields.strip());
    }
}

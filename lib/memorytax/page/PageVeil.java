package memorytax.page;

import memorytax.claim.CaseGuesses;
import memorytax.claim.Guess;
import memorytax.claim.OrderGuess;
import memorytax.notebook.Exercise;
import memorytax.notebook.Prediction;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.view.SlideContent;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a page keeps back until its reader has guessed: all that gives away the answer to a question which nobody was
/// asked while the chapter ran. A script puts the veil on, so that a page without one shows everything.
///
/// @param questions each with the scale's answer, in file order, by the name of the step that asks
/// @param veiled    name of a cell -> the questions whose answer it gives away
/// @param hidden    those of the cells that say nothing without a result
record PageVeil(Map<String, PageQuestion> questions, Map<String, List<String>> veiled, Set<String> hidden) {

    /// @param happened name of a step -> what came of it
    static PageVeil of(Chapter chapter, Map<String, StepOutcome> happened) {
        var questions = new LinkedHashMap<String, PageQuestion>();
        var veiled = new LinkedHashMap<String, List<String>>();
        var hidden = new HashSet<String>();
        for (var step : chapter.steps()) {
            if (!(happened.get(step.name()) instanceof StepOutcome.Result(Prediction asked, var _)) || asked.isAsked()
                || asked.isWish()) continue;
            var answer = happened.values().stream().flatMap(PageFoot::values)
                .filter(value -> step.name().equals(asking(value))).findFirst();
            answer.ifPresent(found -> questions.put(step.name(), PageQuestion.of(step, asked, found)));
        }
        var tried = Exercise.of(chapter).stream().map(Exercise::name).collect(Collectors.toSet());
        for (var question : questions.keySet()) {
            var telling = telling(chapter, happened, question);
            boolean below = false;
            for (var cell : chapter.documented()) {
                if (tried.contains(cell.name())) break; // exercises stand last, and are of the reader's own code
                if (below && telling.contains(cell.name())) {
                    veiled.computeIfAbsent(cell.name(), _ -> new ArrayList<>()).add(question);
                    if (!SlideContent.measures(cell)) hidden.add(cell.name());
                }
                below |= cell.name().equals(question);
            }
        }
        return new PageVeil(questions, veiled, hidden);
    }

    /// The cells that give an answer away: that where guess and scale stand side by side, what it takes its figures
    /// from, whatever takes something from any of these, and what to take to work.
    private static Set<String> telling(Chapter chapter, Map<String, StepOutcome> happened, String question) {
        var telling = new HashSet<String>();
        for (var step : chapter.steps()) {
            if (PageFoot.values(happened.get(step.name())).noneMatch(value -> question.equals(asking(value)))) continue;
            telling.add(step.name());
            for (var taken : step.parameters()) telling.add(taken.name());
        }
        telling.removeIf(name -> chapter.steps().stream().anyMatch(s -> s.name().equals(name) && s.isQuestion()));
        for (var step : chapter.steps())
            if (step.parameters().stream().anyMatch(taken -> telling.contains(taken.name()))) telling.add(step.name());
        telling.add(Cell.Documented.TAKE_TO_WORK);
        return telling;
    }

    /// The name of the step whose question this value answers; empty for another value.
    private static String asking(Object value) {
        return switch (value) {
            case Guess guess -> guess.measured().isEmpty() ? "" : guess.name();
            case CaseGuesses cases -> cases.meaning().isEmpty() ? "" : cases.name();
            case OrderGuess order -> order.places().size() < 2 ? "" : order.name();
            default -> "";
        };
    }

    /// Whether the page asks what the step asks.
    boolean asks(String step) {
        return questions.containsKey(step);
    }

    /// The question of a step that asks, as a form.
    String form(String step) {
        return questions.get(step).form();
    }

    /// In place of what a cell keeps back; empty for one that keeps nothing back.
    String note(String cell) {
        if (!veiled.containsKey(cell) || hidden.contains(cell)) return "";
        return "<p class=\"skipped veil %s\">Veiled until you have guessed: %s</p>\n".formatted(of(veiled.get(cell)),
            veiled.get(cell).stream().map(name -> questions.get(name).link()).collect(Collectors.joining(" ")));
    }

    /// In place of the number of the chapter, the first question whose answer it gives away; empty where it gives away
    /// none.
    ///
    /// @param cells that the number and its picture are from
    String hero(List<String> cells) {
        return questions.keySet().stream().filter(name -> over(name, cells)).findFirst()
            .map(name -> "<div class=\"veil %s\">%s</div>\n".formatted(of(List.of(name)),
                questions.get(name).above())).orElse("");
    }

    private boolean over(String question, List<String> cells) {
        return cells.stream().anyMatch(cell -> veiled.getOrDefault(cell, List.of()).contains(question));
    }

    private static String of(List<String> questions) {
        return questions.stream().map(name -> "of-" + name).collect(Collectors.joining(" "));
    }

    /// The rules of the veil. A question without an answer has a class of its own at the root of the page.
    ///
    /// @param cells that the number of the chapter and its picture are from
    String style(List<String> cells) {
        if (questions.isEmpty()) return "";
        var first = questions.keySet().stream().filter(name -> over(name, cells)).findFirst();
        return Page.resource("guess.css") + questions.keySet().stream().map(name -> rules(name,
            first.filter(name::equals).isPresent())).collect(Collectors.joining("", "@media screen {\n", "}\n"));
    }

    private String rules(String question, boolean hero) {
        var gone = new ArrayList<String>(List.of("nav .foot"));
        var half = new ArrayList<String>();
        veiled.forEach((cell, of) -> {
            if (!of.contains(question)) return;
            if (!hidden.contains(cell)) half.add("#" + cell + " > :not(h2, .code, .veil)");
            else gone.addAll(List.of("#" + cell, "#" + cell + " + .folded", "li:has(> [href=\"#" + cell + "\"])"));
        });
        if (hero) gone.add(".hero > :not(.veil)");
        gone.add(".answer.of-" + question);
        var root = ".veil-" + question + " ";
        return """
            %s:is(%s) { display: none; }
            %1$s:is(.ask, .veil).of-%s { display: block; }
            %1$sa.of-%3$s { display: inline; }
            """.formatted(root, String.join(", ", Stream.concat(gone.stream(), half.stream()).toList()), question);
    }

    /// A script that puts the veil on before anything is seen: not for who has answered in an earlier visit, and not
    /// for who follows a link to something on the page.
    String script() {
        return questions.isEmpty() ? "" : """
            <script>
            {
              let said = {};
              try {
                said = JSON.parse(localStorage.getItem('guesses ' + location.pathname)) ?? {};
              } catch {}
              if (!location.hash) for (const name of [%s])
                if (!(name in said)) document.documentElement.classList.add('veil-' + name);
            }
            </script>
            """.formatted(questions.keySet().stream().map(name -> "'" + name + "'").collect(Collectors.joining(", ")));
    }
}

package memorytax.session;

import memorytax.notebook.CellState;
import memorytax.notebook.Prediction;
import memorytax.notebook.Reader;
import memorytax.notebook.Run;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.record.StepTimes;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Tells the pages of a live chapter how each cell stands, and what else they have to know of it.
final class LiveStates implements Reader {
    /// A question, and how it was answered.
    ///
    /// @param kind    `number`, `text`, `choice`, `cases` or `order`
    /// @param choices what there is to choose from, the cases, or the things to put in order
    /// @param wish    whether it asks what the reader wants, and not for a guess
    /// @param usual   the answer of who wants nothing special; empty for a guess
    /// @param answer  as it would be typed; empty before, and when the reader has passed
    record Ask(String kind, List<String> choices, boolean wish, String usual, String answer) {
        static Ask of(Prediction question, Prediction answered) {
            var kind = !question.cases().isEmpty() ? "cases" : !question.things().isEmpty() ? "order"
                : !question.answers().isEmpty() ? "choice" : question.isText() ? "text" : "number";
            return new Ask(kind, question.answers(), question.isWish(), question.usual().orElse(""),
                question.things().isEmpty() ? answered.answer().orElse("") : numbers(question, answered));
        }

        /// `3 1 2`, and a `-` for those that stay unordered.
        private static String numbers(Prediction question, Prediction answered) {
            var numbers = answered.ordered().stream().map(thing -> String.valueOf(question.things().indexOf(thing) + 1))
                .collect(Collectors.joining(" "));
            return numbers + (answered.isPartial() ? " -" : "");
        }
    }

    private final Run run;
    private final StepTimes times;
    private final LiveEvents events;
    private final ProgramTabs tabs;
    private volatile Chapter chapter;
    private volatile Map<String, Prediction> questions;
    private final Map<String, Prediction> answers = new ConcurrentHashMap<>();

    /// @param times what each step took in the recorded run
    LiveStates(Run run, StepTimes times, LiveEvents events, ProgramTabs tabs) {
        this.run = run;
        this.times = times;
        this.events = events;
        this.tabs = tabs;
        changed(run.edition().chapter());
    }

    @Override
    public void changed(Chapter chapter) {
        var asked = new HashMap<String, Prediction>();
        for (var step : chapter.steps()) run.question(step).ifPresent(q -> asked.put(step.name(), q));
        questions = asked;
        this.chapter = chapter;
    }

    @Override
    public void opening(Chapter chapter) {
        // nothing has happened yet
    }

    @Override
    public void happened(Cell.Step step, StepOutcome happening) {
        // LiveRun tells how it stands
    }

    @Override
    public void closing() {
        // what has changed has been told
    }

    /// Takes answers, by the names of the steps that ask.
    void answered(Map<String, Prediction> answers) {
        this.answers.putAll(answers);
    }

    /// An exhibit has no state.
    void tell(Map<String, CellState> states) {
        var cells = new LinkedHashMap<String, Object>();
        var questions = this.questions;
        var veiled = Veil.of(chapter, states, step -> questions.containsKey(step.name())
            && !questions.get(step.name()).isWish());
        for (var cell : chapter.documented()) {
            var facts = new LinkedHashMap<String, Object>(Map.of("line", cell.line(), "tabs", tabs.of(chapter, cell)));
            if (veiled.containsKey(cell.name())) {
                facts.put("veil", veiled.get(cell.name()).name());
                facts.put("explains", Veil.explains(chapter, cell));
            }
            if (cell instanceof Cell.Step step && states.containsKey(step.name())) {
                facts.put("state", states.get(step.name()).word());
                facts.put("exercise", step.isExercise());
                facts.put("price", times.of(step.name()).map(StepTimes::said).orElse(""));
                var question = questions.get(step.name());
                if (question != null) {
                    facts.put("asks", question.asked());
                    facts.put("ask", Ask.of(question, answers.getOrDefault(step.name(), question)));
                }
            }
            cells.put(cell.name(), facts);
        }
        events.happened("states", "states", cells);
    }
}

package memorytax.session;

import memorytax.notebook.CellState;
import memorytax.notebook.Reader;
import memorytax.notebook.Run;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.record.StepTimes;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Tells the pages of a live chapter how each cell stands, and what else they have to know of it.
final class LiveStates implements Reader {
    private final Run run;
    private final StepTimes times;
    private final LiveEvents events;
    private final ProgramTabs tabs;
    private volatile Chapter chapter;
    /// What each question asks for, as a reader may type it.
    private volatile Map<String, String> asks;

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
        var asked = new HashMap<String, String>();
        for (var step : chapter.steps()) run.question(step).ifPresent(q -> asked.put(step.name(), q.asked()));
        asks = asked;
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

    /// An exhibit has no state.
    void tell(Map<String, CellState> states) {
        var cells = new LinkedHashMap<String, Object>();
        for (var cell : chapter.documented()) {
            var facts = new LinkedHashMap<String, Object>(Map.of("line", cell.line(), "tabs", tabs.of(chapter, cell)));
            if (cell instanceof Cell.Step step && states.containsKey(step.name())) {
                facts.put("state", states.get(step.name()).word());
                facts.put("exercise", step.isExercise());
                facts.put("price", times.of(step.name()).map(StepTimes::said).orElse(""));
                if (asks.containsKey(step.name())) facts.put("asks", asks.get(step.name()));
            }
            cells.put(cell.name(), facts);
        }
        events.happened("states", "states", cells);
    }
}

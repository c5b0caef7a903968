package memorytax.session;

import memorytax.claim.Check;
import memorytax.notebook.Edition;
import memorytax.notebook.Exercise;
import memorytax.notebook.Reader;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.page.PageParts;
import memorytax.view.Part;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Tells the pages of a live chapter what a [Tutor] knows of each exercise, and what was asked of it. Told after the
/// notes, which say then what is solved.
final class LiveTutor implements Reader {
    /// How an exercise stands, for its cell.
    ///
    /// @param cell     that checks it
    /// @param method   the cell of the reader's method, and its heading
    /// @param level    `harder`; empty where its heading tells none
    /// @param word     of its check: `not yet`, `solved`; empty when there is none of the method as it is now
    /// @param says     what there is to say first: by how much it falls short, or that it was solved before
    /// @param hints    that were given, HTML
    /// @param all      how many hints there are
    /// @param tried    whether hints and the solution may be asked for
    /// @param asked    what was answered to who has asked for one of them and got none, HTML
    /// @param solution that was asked for, HTML; empty when it was not, or stands under the check anyway
    /// @param next     the way to the next exercise, HTML; empty before this one is solved, and behind the last
    record Told(String cell, String method, String title, String level, String word, String says, List<String> hints,
                int all, boolean tried, String asked, String solution, String next) {
    }

    private final LiveEvents events;
    private final Tutor tutor;
    private final PageParts parts = new PageParts(cell -> cell);
    private final Map<String, Check> checks = new ConcurrentHashMap<>();
    private final Map<String, String> asked = new ConcurrentHashMap<>(), shown = new ConcurrentHashMap<>();
    private volatile Chapter chapter;

    LiveTutor(ProgressNotes diary, Supplier<Edition> edition, LiveEvents events) {
        this.events = events;
        tutor = new Tutor(diary, edition, checks::get);
        chapter = edition.get().chapter();
    }

    Tutor tutor() {
        return tutor;
    }

    /// Gives the next hint.
    ///
    /// @throws IllegalArgumentException when that is no exercise
    /// @throws IllegalStateException    when it was not tried yet
    synchronized void hint(String cell) {
        var step = tried(cell);
        asked.remove(cell);
        if (tutor.hint(step) instanceof Advice.Sentence(var sentence)) asked.put(cell, html(sentence));
        tell(step);
    }

    /// Shows our solution to who has solved the exercise, or asks twice.
    ///
    /// @throws IllegalArgumentException when that is no exercise
    /// @throws IllegalStateException    when it was not tried yet
    synchronized void solution(String cell) {
        var step = tried(cell);
        asked.remove(cell);
        switch (tutor.solution(step)) {
            case Advice.Solution(var ours) -> shown.put(cell, PageParts.solution(ours));
            case Advice.Sentence(var sentence) -> asked.put(cell, html(sentence));
            case Advice.Hint _ -> throw new IllegalStateException("a hint is no solution");
        }
        tell(step);
    }

    private Cell.Step tried(String cell) {
        var step = exercises().stream().filter(s -> s.name().equals(cell)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("“" + cell + "” is no exercise"));
        if (isTried(step)) return step;
        throw new IllegalStateException("try it first: Check says how far your method is from passing");
    }

    /// In this sitting, or in an earlier one.
    private boolean isTried(Cell.Step step) {
        return checks.containsKey(step.name()) || !tutor.noted(step.name()).isEmpty() || tutor.given(step) > 0;
    }

    private List<Cell.Step> exercises() {
        return chapter.steps().stream().filter(Cell.Step::isExercise).toList();
    }

    @Override
    public synchronized void opening(Chapter chapter) {
        changed(chapter);
        exercises().forEach(this::tell);
    }

    @Override
    public synchronized void changed(Chapter chapter) {
        this.chapter = chapter;
    }

    @Override
    public synchronized void forgotten(Set<String> cells) {
        checks.keySet().removeAll(cells);
        exercises().stream().filter(step -> cells.contains(step.name())).forEach(this::tell);
    }

    @Override
    public synchronized void happened(Cell.Step step, StepOutcome happening) {
        if (!step.isExercise()) return;
        asked.remove(step.name());
        if (happening instanceof StepOutcome.Result(Check check, var _)) checks.put(step.name(), check);
        else checks.remove(step.name());
        tell(step);
    }

    @Override
    public void closing() {
        // what has changed has been told
    }

    private void tell(Cell.Step step) {
        var name = step.name();
        var exercise = tutor.exercise(step);
        var check = Optional.ofNullable(checks.get(name));
        var hints = tutor.hints(step);
        events.happened("tutor " + name, "tutor", new Told(name, exercise.map(Exercise::name).orElse(""),
            exercise.map(Exercise::title).orElse(""), exercise.map(e -> e.level().word()).orElse(""),
            check.map(Check::word).orElse(""), check.map(c -> sentence(c.shortfall()))
                .orElse(tutor.noted(name).equals("solved") ? "You have solved this exercise before." : ""),
            hints.stream().limit(tutor.given(step)).map(this::html).toList(), hints.size(), isTried(step),
            asked.getOrDefault(name, ""), check.filter(Check::solved).isPresent() ? "" : shown.getOrDefault(name, ""),
            check.filter(Check::solved).map(_ -> next(step)).orElse("")));
    }

    private static String sentence(String words) {
        return words.isEmpty() ? "" : capital(words) + ".";
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private String next(Cell.Step step) {
        if (!tutor.counts()) return html("Solved with your own numbers of tasks. End this notebook, and start it "
            + "without `--tasks`: only then is an exercise noted as solved.");
        return tutor.next(step, Set.of()).map(e -> html("Solved. %s: [%s](#%s)".formatted(
            e.level() == Exercise.Level.HARDER ? "Harder" : "Next",
            capital(e.title().replaceFirst("^[A-Z][a-z]+: ", "")), e.name()))).orElse("");
    }

    private String html(String markdown) {
        return parts.html(new Part.Prose(markdown));
    }
}

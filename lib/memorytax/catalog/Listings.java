package memorytax.catalog;

import memorytax.notebook.Exercise;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.record.StepTimes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What can be said of a chapter without running it.
public final class Listings {
    /// How many chapters the workbook is going to have.
    public static final int CHAPTERS = 11;
    private static final Pattern DESCRIPTION = Pattern.compile("(?m)^//DESCRIPTION (.*)$");
    /// The titles of the chapters that exist, in order.
    static final List<NextChapter> ALL = List.of(new NextChapter("chapter1", "Idle tasks"),
        new NextChapter("chapter2", "Stack growth"),
        new NextChapter("chapter3", "Escape analysis"),
        new NextChapter("chapter4", "Worker pools"),
        new NextChapter("chapter5", "Object pooling"),
        new NextChapter("chapter6", "Context leaks"),
        new NextChapter("chapter7", "GC and schedulers"),
        new NextChapter("chapter8", "Choosing an architecture"),
        new NextChapter("chapter9", "Connections"),
        new NextChapter("chapter10", "One knob at a time"),
        new NextChapter("chapter11", "The wider field"));

    private Listings() {
    }

    /// The chapter in one line, from its `//DESCRIPTION`.
    public static String description(Chapter chapter) {
        return description(chapter.source()).orElse(chapter.title());
    }

    /// The same of a file that may be no Java; empty when it has no such line.
    public static Optional<String> description(String source) {
        return DESCRIPTION.matcher(source).results().map(found -> found.group(1)).findFirst();
    }

    /// `--list`: the cells that `--only` and `--from` understand, and how long each took in our recorded run.
    public static String cells(Chapter chapter) {
        var total = StepTimes.said(StepTimes.recorded(chapter.name()).total());
        return cells(chapter, chapter.documented())
            + (total.isEmpty() ? "" : "\nIn our recorded run the steps took " + total + ".\n");
    }

    /// The same of some cells.
    public static String cells(Chapter chapter, List<Cell.Documented> some) {
        var minutes = StepTimes.recorded(chapter.name());
        var lines = new StringBuilder(description(chapter) + "\n\n");
        for (var cell : some) {
            var took = minutes.of(cell.name()).map(StepTimes::said).orElse("");
            lines.append(String.format("  %-20s %-8s %7s  %s%n", cell.name(), kind(chapter, cell), took, cell.title()));
        }
        return lines.toString();
    }

    /// What a cell does; of an exercise its level.
    private static String kind(Chapter chapter, Cell.Documented cell) {
        if (!(cell instanceof Cell.Step step)) return "";
        return step.isQuestion() ? "asks" : !step.isExercise() ? "run"
            : Exercise.of(chapter, step).map(Exercise::told).filter(level -> !level.isEmpty()).orElse("yours");
    }

    /// The chapter to go on with, if it is there.
    public static Optional<NextChapter> next(Chapter chapter) {
        int here = ALL.stream().map(NextChapter::name).toList().indexOf(chapter.name());
        return here >= 0 && here + 1 < ALL.size() ? Optional.of(ALL.get(here + 1)) : Optional.empty();
    }

    /// The chapter before it, if there is one.
    public static Optional<NextChapter> previous(Chapter chapter) {
        int here = ALL.stream().map(NextChapter::name).toList().indexOf(chapter.name());
        return here > 0 ? Optional.of(ALL.get(here - 1)) : Optional.empty();
    }

    /// A cell in Go and in Python: all of both programs beside the chapter's first exhibit, and beside each other one
    /// the functions of its name.
    ///
    /// @param type the chapter's class, which brings the programs along
    public static List<Listing> of(Chapter chapter, Cell.Documented cell, Class<?> type) {
        return of(chapter, cell, programs(chapter, file -> built(type, file)));
    }

    /// The same, from these programs.
    public static List<Listing> of(Chapter chapter, Cell.Documented cell, List<Program> programs) {
        if (!(cell instanceof Cell.Exhibit)) return List.of();
        var first = chapter.documented().stream().filter(Cell.Exhibit.class::isInstance).findFirst();
        return first.filter(cell::equals).isPresent() ? programs.stream().map(Program::whole).toList()
            : programs.stream().flatMap(program -> program.function(cell.name()).stream()).toList();
    }

    /// The chapter's programs, as far as they are there.
    ///
    /// @param text of a file that lies beside the chapter: `chapter1.go`
    public static List<Program> programs(Chapter chapter, Function<String, Optional<String>> text) {
        return Arrays.stream(ProgramLanguage.values()).flatMap(language ->
            text.apply(chapter.name() + language.extension()).stream().map(found ->
                new Program(language.language(), chapter.name() + language.extension(), found))).toList();
    }

    /// A program as it was built with a chapter's class.
    public static Optional<String> built(Class<?> type, String name) {
        try (var in = type.getResourceAsStream("/" + name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

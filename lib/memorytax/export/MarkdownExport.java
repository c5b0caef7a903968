package memorytax.export;

import memorytax.notebook.Prediction;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.view.NamedPart;
import memorytax.view.Part;
import memorytax.view.Wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A chapter that has been run as one file of Markdown, for a repository or a wiki. Its pictures are the SVG files that
/// the run has written beside it.
final class MarkdownExport {
    private final ChapterRun run;
    private final MarkdownParts parts;

    private MarkdownExport(ChapterRun run) {
        this.run = run;
        parts = new MarkdownParts(cell -> MarkdownText.link(run.chapter(), cell));
    }

    /// The text of the file.
    static String of(ChapterRun run) {
        return new MarkdownExport(run).text();
    }

    private String text() {
        var chapter = run.chapter();
        var blocks = new ArrayList<>(List.of("# " + chapter.title(),
            "*" + run.place() + ".* " + run.facts().sentence() + " Run it: `./jbang " + chapter.name() + "`.",
            MarkdownText.linked(chapter.opening(), chapter), aside(run.first())));
        for (var block : run.blocks()) {
            var cell = block.cell();
            blocks.addAll(List.of("## " + cell.title(), MarkdownText.linked(cell.prose(), chapter),
                MarkdownText.fenced("java", cell.code())));
            blocks.addAll(run.functions(cell).stream().map(MarkdownText::listing).toList());
            blocks.add(aside(block.folded()));
            if (cell instanceof Cell.Step step) blocks.addAll(outcome(step));
        }
        if (!run.programs().isEmpty()) blocks.add("## In other languages");
        blocks.addAll(run.programs().stream().map(MarkdownText::listing).toList());
        return blocks.stream().filter(block -> !block.isBlank()).map(String::strip)
            .collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static String aside(List<Cell.Folded> folded) {
        return folded.isEmpty() ? "" : MarkdownText.details("Also in this file: " + folded.stream()
                .map(Cell::name).collect(Collectors.joining(", ")),
            MarkdownText.fenced("java", folded.stream().map(Cell::code).map(String::strip)
                .collect(Collectors.joining("\n\n"))));
    }

    private List<String> outcome(Cell.Step step) {
        return switch (run.happened().get(step.name())) {
            case null -> List.of("*Not run this time.*");
            case StepOutcome.Result(Prediction asked, var _) -> List.of(question(asked));
            case StepOutcome.Result(Object value, var _) -> result(step, value);
            case StepOutcome.Failure(Throwable cause) ->
                List.of("**This step failed.** " + MarkdownText.escape(Wording.of(cause)));
            case StepOutcome.Left _ ->
                List.of("*Yours to solve:* `" + Wording.exercise(run.chapter(), step.name()) + "`");
            case StepOutcome.Skipped(String missing) -> List.of("*Skipped: it needs "
                + MarkdownText.link(run.chapter(), missing) + ", which has no result.*");
        };
    }

    /// What was answered is folded away: who reads this has not guessed yet.
    private String question(Prediction asked) {
        var allowed = "*What do you say?* " + MarkdownText.escape(asked.asked());
        var said = Part.of(asked).stream().map(part -> parts.of(part, "")).collect(Collectors.joining("\n\n"));
        return asked.isAsked() || asked.isWish()
            ? allowed + "\n\n" + MarkdownText.details("What was said in this run", said) : allowed;
    }

    private List<String> result(Cell.Step step, Object value) {
        var shown = NamedPart.of(step.name(), value).stream().map(named -> parts.of(named.part(),
            picture(step, named).orElse("")));
        return Stream.concat(shown, foot(step).stream()).toList();
    }

    private Optional<String> picture(Cell.Step step, NamedPart named) {
        return run.files().apply(step).stream().filter(file -> file.endsWith("/" + named.name() + ".svg")).findFirst();
    }

    /// `*recorded · 5 forks ·* [weighed.csv](chapter9/weighed.csv)`
    private Optional<String> foot(Cell.Step step) {
        var files = run.files().apply(step).stream().filter(file -> file.endsWith(".csv"))
            .map(file -> "[%s](<%s>)".formatted(file.substring(file.lastIndexOf('/') + 1), file));
        var origin = run.origin(step);
        var said = Stream.concat(Stream.of(origin).filter(o -> !o.isEmpty()).map(o -> "*" + o + "*"), files)
            .collect(Collectors.joining(" · "));
        return Optional.of(said).filter(text -> !text.isEmpty());
    }
}

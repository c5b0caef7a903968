package memorytax.page;

import memorytax.catalog.ChapterList;
import memorytax.claim.Verdicts;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.record.Figures;
import memorytax.record.Ledger;
import memorytax.record.StepTimes;
import memorytax.workshop.ChapterWork;
import memorytax.workshop.LeaderNotes;
import memorytax.workshop.LeveledExercise;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// One chapter on the leader's page: what it is about, the guesses of the room, questions with answers, the claims
/// that it judges, exercises, what can go wrong, and all cells with their minutes.
///
/// @param out  where the room's own results are
/// @param root the folder of the workbook
record LeaderChapter(ChapterList.Book book, Chapter chapter, LeaderNotes notes, ChapterWork work, CellLinks links,
                     Ledger ledger, Path out, Path root) {

    String html() {
        var figures = new Figures(chapter.name(), out);
        var text = new LeaderText(chapter, figures, links);
        // first the texts, then the sentence about their figures
        var guesses = guesses(figures, text);
        var questions = questions(text);
        var trouble = notes.trouble().isEmpty() ? "" : "<h3>In the room</h3>\n<div class=\"prose\">%s</div>\n"
            .formatted(text.block(notes.trouble()));
        return """
            <section class="chapter" id="%s"><h2>%s</h2>
            <p class="about">%s</p>
            <p class="cap">%s</p>
            %s%s%s%s%s%s</section>
            """.formatted(chapter.name(), PageText.escape(PageHead.of(chapter).kicker()),
            PageText.inline(notes.about().isEmpty() ? chapter.title() : notes.about()),
            facts(text.origin()), guesses, questions, exercises(), trouble, claims(), cells());
    }

    /// How long, and where its figures come from.
    private String facts(String origin) {
        var reading = Math.ceilDiv(work.words(), ChapterWork.WORDS_PER_MINUTE);
        var facts = "`./jbang %s` · %d min to read, without the exercises · %s to measure. %s".formatted(chapter.name(),
            reading, StepTimes.said(work.measuring()), origin);
        return PageText.inline(facts).replace("·", "<span aria-hidden=\"true\">·</span>");
    }

    private String guesses(Figures figures, LeaderText text) {
        var rows = work.questions().stream().filter(step -> figures.answer(step.name()).isPresent()
            || notes.guesses().containsKey(step.name())).map(step -> guess(step, figures, text)).toList();
        return rows.isEmpty() ? "" : """
            <h3>What the room guesses</h3>
            <dl class="guesses">
            %s
            </dl>
            """.formatted(String.join("\n", rows));
    }

    private String guess(Cell.Step step, Figures figures, LeaderText text) {
        var answer = figures.answer(step.name());
        var measured = answer.map(a -> a.measured().isEmpty()
            ? "not decided: the processes do not agree, or there were too few" : "<b>%s</b>".formatted(
                PageText.escape(PageText.bound(a.measured())))).orElse("see the cell");
        boolean recorded = answer.isPresent() && !answer.get().here();
        var own = book.notes().get("answer." + step.name());
        var typical = notes.guesses().get(step.name());
        return "<dt><a href=\"%s\">%s</a></dt>\n<dd><p>Measured: %s%s</p>%s%s</dd>".formatted(
            PageText.escape(links.place(chapter, step.name())), PageText.inline(step.title()), measured,
            recorded ? " <span class=\"tag\">recorded</span>" : "",
            typical == null ? "" : "<p>Typical: " + text.line(typical) + "</p>",
            own == null ? "" : "<p>Guessed on this machine: %s</p>".formatted(PageText.escape(PageText.bound(own))));
    }

    private String questions(LeaderText text) {
        return notes.questions().isEmpty() ? "" : """
            <h3>Questions to ask</h3>
            <dl class="questions">
            %s
            </dl>
            """.formatted(notes.questions().stream().map(q -> "<dt>%s</dt>\n<dd>%s</dd>".formatted(
            text.line(q.question()), text.block(q.answer()))).collect(Collectors.joining("\n")));
    }

    private String claims() {
        var lines = ledger.lines().stream().filter(line -> line.verdict().claim().chapter() == work.number()).toList();
        return lines.isEmpty() ? "" : "<h3>What %s</h3>\n<div class=\"wide\">%s</div>\n".formatted(
            lines.getFirst().ofVendor() ? "the vendors say" : "the post says",
            PageLedger.rows(lines, Neighbours.in(out)));
    }

    private String exercises() {
        return work.exercises().isEmpty() ? "" : """
            <h3>Exercises</h3>
            <dl class="exercises">
            %s
            </dl>
            """.formatted(work.exercises().stream().map(this::exercise).collect(Collectors.joining("\n")));
    }

    private String exercise(LeveledExercise exercise) {
        var solution = root.resolve("chapters").resolve(exercise.exercise().file());
        var hints = exercise.hints().isEmpty() ? "" : "<ol>%s</ol>".formatted(exercise.hints().stream()
            .map(hint -> "<li>" + PageText.inline(hint) + "</li>").collect(Collectors.joining()));
        return """
            <dt><span class="level">%s</span> %s <span class="minutes">%d min</span></dt>
            <dd><p><code>%s</code></p><p>The check: %s</p>%s<p>The solution: <a href="%s">%s</a></p></dd>""".formatted(
            exercise.level().word(), PageText.inline(exercise.title()), exercise.minutes(),
            PageText.escape(exercise.command()), PageText.inline(check(exercise.limit())), hints,
            PageText.escape(links.file(solution)), PageText.escape(exercise.exercise().file()));
    }

    /// `Check that a task needs at most 300 bytes` is `a task needs at most 300 bytes.`
    private static String check(String heading) {
        var limit = heading.replaceFirst("^Check that ", "");
        return limit.endsWith("?") ? limit : limit + ".";
    }

    private String cells() {
        var times = StepTimes.recorded(chapter.name());
        return """
            <h3>All cells, with minutes</h3>
            <ol class="cells">
            %s
            </ol>
            """.formatted(chapter.documented().stream().map(cell -> cell(cell, times))
            .collect(Collectors.joining("\n")));
    }

    private String cell(Cell.Documented cell, StepTimes times) {
        double minutes = ChapterWork.words(cell.title() + " " + cell.prose()) / (double) ChapterWork.WORDS_PER_MINUTE;
        var takes = times.of(cell.name()).map(StepTimes::said).filter(said -> !said.isEmpty())
            .map(said -> ", measures " + said).orElse("");
        var kind = !(cell instanceof Cell.Step step) ? "" : step.isQuestion() ? ", asks"
            : step.isExercise() ? ", checks" : "";
        return String.format(Locale.ROOT, "<li><a href=\"%s\">%s</a> <span>%.1f min%s%s</span></li>",
            PageText.escape(links.place(chapter, cell.name())), PageText.inline(cell.title()), minutes, kind, takes);
    }

    /// Chapters that can be read, each with what the page says of it.
    static List<LeaderChapter> of(ChapterList shelf, CellLinks links, Path out) {
        var ledger = Ledger.withRecords(out, new Verdicts(List.of()));
        var root = links.catalog().root();
        return shelf.books().stream().flatMap(book -> book.chapter().stream().map(chapter -> new LeaderChapter(book,
            chapter, LeaderNotes.of(root, chapter), ChapterWork.of(chapter, root.resolve("chapters")), links, ledger,
            out, root))).toList();
    }
}

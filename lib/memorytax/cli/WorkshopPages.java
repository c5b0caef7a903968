package memorytax.cli;

import memorytax.catalog.Catalog;
import memorytax.catalog.ChapterList;
import memorytax.file.OutputFolder;
import memorytax.notebook.source.Chapter;
import memorytax.page.CheatSheet;
import memorytax.page.Handout;
import memorytax.page.LeaderPage;
import memorytax.session.ExitCode;
import memorytax.terminal.TerminalScreen;
import memorytax.terminal.result.TerminalTimetable;
import memorytax.terminal.text.TerminalLines;
import memorytax.workshop.ChapterWork;
import memorytax.workshop.LeaderNotes;
import memorytax.workshop.Timetable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// `--plan`, `--leader` and `--handout`: the timetable of a workshop on the terminal, the leader's page, and the page
/// for the others in the room. They go together: the pages then have the chapters of the timetable.
///
/// @param wanted what the command line asks for
/// @param out    where the pages go
record WorkshopPages(Catalog catalog, ChapterList shelf, WorkshopOptions wanted, Path out, TerminalScreen screen) {

    /// Does what is asked.
    ///
    /// @throws IllegalArgumentException with one line, when a chapter is not there or the minutes are too few
    int run() {
        var chapters = shelf.books().stream().flatMap(book -> book.chapter().stream())
            .collect(Collectors.toMap(chapter -> Catalog.number(chapter.name()), chapter -> chapter));
        for (int number : wanted.chapters()) if (!chapters.containsKey(number)) throw new IllegalArgumentException(
            "--chapters: there is no chapter %d; there are %s".formatted(number, chapters.keySet().stream().sorted()
                .map(String::valueOf).collect(Collectors.joining(", "))));
        var plan = wanted.minutes().isPresent() ? Optional.of(plan(wanted.minutes().getAsInt(), chapters))
            : Optional.<Timetable>empty();
        var numbers = plan.map(Timetable::chapters).orElse(wanted.chapters());
        var books = new ChapterList(shelf.books().stream()
            .filter(book -> numbers.isEmpty() || numbers.contains(book.number())).toList());
        plan.ifPresent(table -> {
            screen.print(TerminalTimetable.draw(table, number -> "Chapter %d: %s".formatted(number,
                title(number)), screen.width()));
            if (!wanted.leader || !wanted.handout) screen.print(TerminalLines.dim(
                " With --leader and --handout, this also writes pages for you and for the room."));
        });
        try {
            if (wanted.leader) written(new LeaderPage(catalog, books, out, plan).write());
            if (wanted.handout) {
                written(new Handout(catalog, books, out).write());
                if (Files.exists(out.resolve(CheatSheet.FILE))) new CheatSheet(catalog, shelf, out).write();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ExitCode.GOOD;
    }

    private void written(Path file) {
        screen.print(TerminalLines.plain(" Written: " + OutputFolder.shown(file)));
    }

    private Timetable plan(int minutes, Map<Integer, Chapter> chapters) {
        var wantedChapters = wanted.chapters().isEmpty() ? chapters.keySet().stream().sorted().toList()
            : wanted.chapters();
        var work = wantedChapters.stream().map(number -> ChapterWork.of(chapters.get(number),
            catalog.root().resolve("chapters"))).toList();
        try {
            return Timetable.of(minutes, work, !wanted.chapters().isEmpty(), this::questions);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--plan: " + e.getMessage(), e);
        }
    }

    private int questions(String chapter) {
        return shelf.books().stream().filter(book -> book.name().equals(chapter))
            .flatMap(book -> book.chapter().stream())
            .mapToInt(found -> LeaderNotes.of(catalog.root(), found).questions().size()).sum();
    }

    /// `Idle tasks`, from the line that says what the chapter teaches.
    private String title(int number) {
        return shelf.books().stream().filter(book -> book.number() == number).map(ChapterList.Book::teaches).findFirst()
            .orElse("");
    }
}

package memorytax.page;

import memorytax.catalog.ChapterList;
import memorytax.catalog.Stage;

import java.util.stream.Collectors;

/// The chapters on the way to a decision, stage by stage, and how far the reader has come in each.
final class ProgressMap {
    private ProgressMap() {
    }

    /// @param own whether it is the reader's own: a site knows nobody's notes
    static String html(ChapterList shelf, boolean own) {
        return """
            <nav class="map" aria-label="The chapters, and how far you are"><ol>
            %s
            </ol></nav>
            """.formatted(Stage.ALL.stream().map(stage -> stage(stage, shelf, own))
            .filter(html -> !html.isEmpty()).collect(Collectors.joining("\n")));
    }

    private static String stage(Stage stage, ChapterList shelf, boolean own) {
        var places = shelf.books().stream().filter(book -> stage.has(book.number()))
            .map(book -> place(book, own)).collect(Collectors.joining());
        return places.isEmpty() ? "" : "<li><p>%s</p><ol>%s</ol></li>".formatted(PageText.escape(stage.title()),
            places);
    }

    private static String place(ChapterList.Book book, boolean own) {
        var state = own ? state(book) : "";
        var kind = !own ? "" : book.done() ? " class=\"done\"" : book.place().isPresent() ? " class=\"begun\"" : "";
        var title = book.chapter().map(PageHead::of).map(PageHead::kicker).orElse(book.teaches())
            .replaceFirst("^\\d+ · ", "");
        return "<li%s data-page=\"%s.html\"><a href=\"#%2$s\"><b>%d</b> <span>%s</span>%s</a></li>".formatted(kind,
            book.name(), book.number(), PageText.escape(title),
            state.isEmpty() ? "" : "<span class=\"state\">" + PageText.escape(state) + "</span>");
    }

    /// `read, 2 of 3 exercises`, `at “Weigh the idle tasks”`; empty for one that was not begun.
    private static String state(ChapterList.Book book) {
        var exercises = book.solved() == 0 ? "" : ", %d of %d exercises".formatted(book.solved(), book.exercises());
        return book.place().map(place -> "at " + place + exercises)
            .orElse(book.done() ? "read" + exercises : exercises.replaceFirst("^, ", ""));
    }
}

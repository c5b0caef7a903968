package memorytax.catalog;

import memorytax.House;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ListingsTest {
    private static String name(Path chapter) {
        return chapter.getFileName().toString().replace(".java", "");
    }

    /// From the first chapter to the last there is always a next one, and it is the next file; after that there is
    /// none.
    @Test
    void everyChapterLeadsToTheNext() {
        var files = House.chapters().stream().map(ListingsTest::name).toList();
        var read = new ArrayList<String>();
        for (var at = Optional.of(files.getFirst()); at.isPresent() && read.size() <= files.size(); ) {
            read.add(at.get());
            at = Listings.next(new Chapter(at.get(), "", "", List.of(), "")).map(NextChapter::name);
        }
        assertEquals(files, read);
    }

    /// Beside the first exhibit stand whole programs, beside another one the functions of its name; a step has none.
    @Test
    void programsStandBesideExhibits() {
        var first = new Cell.Exhibit("first", "First", "", "", 1);
        var forgotten = new Cell.Exhibit("forgotten", "Forgotten", "", "", 2);
        var step = new Cell.Step("lost", "Lost", "", "", 3, List.of(), "Reports");
        var chapter = new Chapter("chapter6", "", "", List.of(first, forgotten, step), "");
        assertEquals(List.of("Go, chapter6.go", "Python, chapter6.py"), listed(chapter, first));
        assertEquals(List.of("Go, forgotten in chapter6.go", "Python, forgotten in chapter6.py"),
            listed(chapter, forgotten));
        assertEquals(List.of(), listed(chapter, step));
    }

    private static List<String> listed(Chapter chapter, Cell.Documented cell) {
        var programs = Catalog.in(House.root()).orElseThrow().programs(chapter);
        return Listings.of(chapter, cell, programs).stream().map(Listing::toString).toList();
    }
}

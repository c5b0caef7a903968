package memorytax.catalog;

import memorytax.House;
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
}

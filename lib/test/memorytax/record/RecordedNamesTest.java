package memorytax.record;

import memorytax.House;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RecordedNamesTest {
    /// Names stand in lists with commas between them: `virtual threads, virtual threads (warmed), goroutines`.
    @Test
    void noContenderHasACommaInItsName() {
        var names = House.chapters().stream().map(c -> c.getFileName().toString().replace(".java", ""))
            .flatMap(chapter -> Stream.of("weighings", "told", "traces", "parts")
                .flatMap(file -> new Recorded(chapter, true).rows(file).stream()))
            .map(row -> row.text("contender")).distinct().toList();
        assertTrue(names.contains("virtual threads (warmed)"), names.toString());
        assertEquals(List.of(), names.stream().filter(name -> name.contains(",")).toList());
    }
}

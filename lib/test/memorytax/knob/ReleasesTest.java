package memorytax.knob;

import memorytax.file.Csv;
import memorytax.measure.result.Contender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ReleasesTest {
    private static final String HEAD = "runtime,version,released,patch,source\n";
    @TempDir
    private Path folder;

    private List<Releases.Release> read(String rows) throws IOException {
        return Releases.read(Csv.rows(Files.writeString(folder.resolve("releases.csv"), HEAD + rows)));
    }

    @Test
    void aContenderIsOfTheReleaseThatItsNameHas() {
        assertEquals(Optional.of(LocalDate.of(2023, 10, 2)), Releases.of(new Contender("asyncio tasks (3.12)", "python",
            "3.12.1")).map(Releases.Release::released));
        assertEquals(Optional.empty(), Releases.of(new Contender("asyncio tasks (3.1)", "python", "3.1.5")));
        assertEquals(Optional.empty(), Releases.of(new Contender("asyncio tasks (1.24)", "python", "")),
            "a version of another language");
        assertEquals(Optional.empty(), Releases.of(new Contender("asyncio tasks", "python", "3.12.1")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        go,1.24,11.2.2025,,https://go.dev | row 1: released "11.2.2025" is not a date; it has to be like 2024-10-07
        go,1.24,,,https://go.dev          | row 1: released "" is not a date; it has to be like 2024-10-07
        go,,2025-02-11,,https://go.dev    | row 1: the column version has no value
        go,1.24,2025-02-11,,              | row 1: the column source has no value
        """)
    void whatIsNoReleaseIsNamed(String row, String why) throws IOException {
        var said = assertThrows(IllegalArgumentException.class, () -> read(row + "\n")).getMessage();
        assertTrue(said.endsWith("releases.csv, " + why), said);
    }

    /// Later versions came out later, and each is listed once, with the page that says when.
    @Test
    void theListIsInOrder() {
        var seen = new HashSet<String>();
        Releases.Release before = null;
        for (var release : Releases.all()) {
            assertTrue(seen.add(release.runtime() + release.version()), release.toString());
            assertTrue(release.source().startsWith("https://"), release.toString());
            assertTrue(before == null || !before.runtime().equals(release.runtime())
                || before.released().isBefore(release.released()), release.toString());
            boolean go = release.runtime().equals("go");
            assertEquals(go, release.patch().startsWith(release.version() + "."), release.toString());
            before = release;
        }
        assertEquals(List.of("11", "17", "21", "24", "25", "26"), List.copyOf(Releases.patches("java").keySet()));
        assertEquals("1.18.10", Releases.patches("go").get("1.18"));
        assertTrue(Releases.patches("python").containsKey("3.14"));
    }
}

package memorytax;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A chapter that is ended while it weighs takes its children with it, and what it had is still there.
class FaultsEndingTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "HUP", "KILL", "STOP KILL", "STOP CONT TERM", "INT INT INT", "TERM KILL"})
    void bySignals(String signals) throws Exception {
        assertEquals(0, new Misfortune(folder).meets("--only", "growth", "--forks", "1").exit());
        var kept = Files.readString(folder.resolve("out/stepping/weighings.csv"));
        assertEquals(3, kept.lines().count(), kept);
        var life = new Misfortune(folder).begins("--only", "weighed", "--tasks", "77", "--forks", "1").weighs();
        life.gets(signals.split(" "));
        assertTrue(life.ends().exit() > 0);
        assertEquals(kept, Files.readString(folder.resolve("out/stepping/weighings.csv")));
    }

    /// Its reader closes the pipe: `./jbang chapter1 | head -1`.
    @Test
    void byAPipeThatNobodyReads() throws Exception {
        var life = new Misfortune(folder).after("exec > >(head -1)").begins("--forks", "1");
        assertTrue(life.ends().exit() > 0);
    }
}

package memorytax;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    @CsvSource({"INT, 130", "TERM, 143", "HUP, 129", "KILL, 137", "STOP KILL, 137", "STOP CONT TERM, 143"})
    void bySignals(String signals, int exit) throws Exception {
        assertEquals(exit, endedBy(signals));
    }

    /// Which of them ends it depends on how far it is.
    @ParameterizedTest
    @ValueSource(strings = {"INT INT INT", "TERM KILL"})
    void bySeveralSignals(String signals) throws Exception {
        assertTrue(endedBy(signals) > 128, signals);
    }

    private int endedBy(String signals) throws Exception {
        assertEquals(0, new Misfortune(folder).meets("--only", "growth", "--forks", "1").exit());
        var kept = Files.readString(folder.resolve("out/stepping/weighings.csv"));
        assertEquals(3, kept.lines().count(), kept);
        var life = new Misfortune(folder).begins("--only", "weighed", "--tasks", "77", "--forks", "1").weighs();
        life.gets(signals.split(" "));
        int exit = life.ends().exit();
        assertEquals(kept, Files.readString(folder.resolve("out/stepping/weighings.csv")));
        return exit;
    }

    /// Its reader closes the pipe: `./jbang chapter1 | head -1`.
    @Test
    void byAPipeThatNobodyReads() throws Exception {
        var life = new Misfortune(folder).after("exec > >(head -1)").begins("--forks", "1");
        assertEquals(141, life.ends().exit());
    }
}

package memorytax.record;

import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// A run replaces the rows of its own steps, and keeps the others.
class StepFileTest {
    @TempDir
    private Path folder;

    private static Weighings weighed(String step, String... contenders) {
        return new Weighings(step, List.of(contenders).stream().map(name -> new Weighing(new Contender(name, "go", ""),
            10, Map.of(), 1, Optional.empty(), Optional.empty(), OptionalLong.empty(), OptionalLong.empty(),
            new Outcome.Failed("it said \"no,\nno\""))).toList());
    }

    private void run(boolean keep, Weighings... values) throws IOException {
        Files.writeString(folder.resolve("weighings.csv"), WeighingsCsv.FILE.text("chapter0", List.of(values),
            Optional.of(new Earlier(folder)).filter(_ -> keep)).orElseThrow());
    }

    private List<String> steps() {
        return new Earlier(folder).rows("weighings").stream()
            .map(row -> StepFile.of(row) + " " + ContenderColumns.contender(row).name()).toList();
    }

    @Test
    void rowsOfOtherStepsStay() throws IOException {
        run(true, weighed("weighed", "old"), weighed("wrong", "old", "older, \"oldest\""));
        run(true, weighed("wrong", "new"));
        assertEquals(List.of("wrong new", "weighed old"), steps());
        run(true, weighed("weighed"));
        assertEquals(List.of("wrong new"), steps(), "the step was run, and weighed nobody");
        assertEquals(weighed("wrong", "new").all(), new Earlier(folder).weighings("wrong", "new"));
    }

    @Test
    void thoseOfAnotherMachineDoNot() throws IOException {
        run(true, weighed("weighed", "old"));
        run(false, weighed("wrong", "new"));
        assertEquals(List.of("wrong new"), steps());
    }

    /// A column that has gone goes, and one that has come is empty.
    @Test
    void rowsOfAnOlderFileStayUnderTodaysColumns() throws IOException {
        Files.writeString(folder.resolve("weighings.csv"), """
            chapter,step,contender,runtime,version,params,tasks,fork,unloaded_bytes,live_bytes,outcome
            chapter0,weighed,"one, of two",go,1.26,tasks=10,10,2,77,4096,ok
            """);
        run(true, weighed("wrong", "new"));
        var kept = new Earlier(folder).weighings("weighed", "one, of two");
        assertEquals(List.of(new Weighing(new Contender("one, of two", "go", "1.26"), 10, Map.of(), 2, Optional.empty(),
            Optional.empty(), OptionalLong.of(4_096), OptionalLong.empty(), new Outcome.Weighed())), kept);
        assertEquals(List.of("wrong new", "weighed one, of two"), steps());
    }

    @Test
    void aFileThatCannotBeReadIsWrittenAnew() throws IOException {
        for (var damaged : List.of("something else\nchapter0,weighed,3\n", "step,fork\nweighed,many\n",
            "step,params,fork\nweighed,\"tasks=1,1\n" + "x\n".repeat(3_000))) {
            Files.writeString(folder.resolve("weighings.csv"), damaged);
            run(true, weighed("wrong", "new"));
            assertEquals(List.of("wrong new"), steps());
        }
    }
}

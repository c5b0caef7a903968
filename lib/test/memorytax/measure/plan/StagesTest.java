package memorytax.measure.plan;

import memorytax.measure.process.JavaPeer;
import memorytax.measure.process.Launch;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Who waits for a process is told what is done with it, when it is done.
class StagesTest {
    private final List<String> told = new ArrayList<>();

    private Scale scale() {
        var progress = new Progress() {
            @Override
            public void point(String what, int done, int all, Optional<Duration> left) {
                told.add(what);
            }

            @Override
            public void doing(String what) {
                told.add(what);
            }

            @Override
            public void resident(long bytes) {
            }

            @Override
            public void end() {
                told.add("end");
            }
        };
        return new Scale(new Effort(1, List.of(), false), new Nobody(), progress, Archive.NONE, "told");
    }

    @Test
    void aWeighingTellsItsStagesInOrder() {
        scale().sizes(10).java("threads", n -> Loads.waiting(n)).weigh();
        assertEquals(List.of("threads × 10, fork 1", "starting a JVM", "reading the empty process",
            "starting 10 tasks", "reading the process with its tasks", "collecting the garbage", "end"), told);
    }

    @Test
    void whatWorksTellsThatItsTasksRun() {
        scale().sizes(10).java("threads", n -> Loads.waiting(n)).proven().watch();
        assertEquals(List.of("threads × 10, fork 1", "starting a JVM", "reading the empty process", "the tasks run",
            "ending the tasks", "end"), told);
    }

    @Test
    void aJvmThatWarmsUpSaysSo() {
        var warm = new JavaPeer("warm", n -> Loads.waiting(n)).warm().peer().launch().orElseThrow();
        assertEquals("starting a JVM and warming it up", Stages.start("java", warm));
        assertEquals("starting the program", Stages.start("", new Launch(List.of("mine"), Map.of())));
        assertEquals("starting 1 task", Stages.load(1));
    }
}

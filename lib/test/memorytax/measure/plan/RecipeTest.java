package memorytax.measure.plan;

import memorytax.Weighs;
import memorytax.claim.Check;
import memorytax.measure.process.Peers;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.PerTask;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Weighings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What a reader says of a figure that is to come out.
@Weighs
@Timeout(600)
class RecipeTest {
    private final List<String> asked = new ArrayList<>();
    /// Neither Go nor Python, but both are asked for.
    private final Scale scale = new Scale(Effort.quick(2, 77), new Peers() {
        @Override
        public List<Peer> program(String runtime, String name, String file) {
            asked.add(name + " in " + file);
            var usual = new Peer(new Contender(name, runtime, ""), Optional.empty(), "no " + runtime + " here");
            return runtime.equals("go") ? List.of(usual) : List.of(usual,
                new Peer(new Contender(name + " (free-threaded)", runtime, ""), Optional.empty(), "none"));
        }

        @Override
        public Optional<String> version(String runtime) {
            return Optional.empty();
        }
    }, Progress.SILENT, Archive.NONE, "a step");

    @Test
    void isReadAsItSays() {
        var recipe = Recipe.python("asyncio tasks").tasks(1_300);
        assertEquals(PerTask.slope(Quantity.RESIDENT), recipe.reading());
        assertEquals(PerTask.divided(Quantity.TOTAL, 1_300), recipe.whole().reading());
        assertEquals(PerTask.divided(Quantity.RESIDENT, 1_300), recipe.grown().reading());
        assertEquals(PerTask.slope(Quantity.LIVE), recipe.whole().live().reading());
        assertEquals(PerTask.divided(Quantity.TOTAL, 500), recipe.whole().tasks(500).reading(), "the tasks come later");
        assertEquals("asyncio tasks, depth 20, PYTHONMALLOC=debug: whole process ÷ 1,300",
            recipe.with("depth", 20).environment("PYTHONMALLOC", "debug").whole().toString());
    }

    /// One process of each size is enough to see how many tasks it had: not the 77 of the reader's `--tasks`.
    @Test
    void aLoadInJavaIsWeighedWithTheTasksOfTheRecipe() {
        var recipe = Recipe.java(n -> Loads.waiting(n)).flags("-XX:+UseSerialGC").tasks(2_000);
        var weighed = scale.weigh(recipe, "c.java");
        assertEquals(List.of(400, 2_000), weighed.sizes());
        assertTrue(weighed.all().stream().allMatch(w -> w.here() && w.flags().equals("-XX:+UseSerialGC")),
            weighed.toString());
        double slope = recipe.reading().of(weighed, weighed.contenders().getFirst()).orElseThrow().mean();
        assertTrue(slope > 100 && slope < 20_000, weighed.toString());
        var whole = scale.weigh(recipe.tasks(500).whole(), "c.java");
        assertEquals(List.of(500), whole.sizes());
        double each = recipe.tasks(500).whole().reading().of(whole, whole.contenders().getFirst()).orElseThrow().mean();
        assertTrue(each > 2 * slope, each + " of the whole process, and " + slope + " of one more task");
    }

    @Test
    void anotherLanguageIsLookedForInTheProgramOfTheChapter() {
        var go = scale.weigh(Recipe.go("goroutines").environment("GOGC", "25"), "chapter10.go");
        assertEquals("goroutines (GOGC=25)", go.all().getFirst().contender().name());
        assertTrue(go.all().getFirst().outcome() instanceof Outcome.Skipped, go.toString());
        var python = scale.weigh(Recipe.python("asyncio tasks"), "chapter10.py");
        assertEquals(List.of("asyncio tasks"), python.contenders().stream().map(Contender::name).toList(),
            "one Python is one figure");
        assertEquals(List.of("goroutines in chapter10.go", "asyncio tasks in chapter10.py"), asked);
    }

    /// Nothing is started: what is wrong is said as what went wrong with the tasks.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        tasks  | your recipe has 200,001 tasks, and a process can have 5 to 200,000
        none   | your recipe has 0 tasks, and a process can have 1 to 200,000
        path   | your recipe sets the variable "PYTHONPATH", and only those are allowed that tune a runtime, like \
        PYTHONMALLOC or GOGC
        lib    | your recipe sets the variable "LD_PRELOAD", and only those are allowed that tune a runtime, like \
        PYTHONMALLOC or GOGC
        flags  | your recipe has flags for a program in Python, and only a JVM can be told that
        other  | your recipe has a load in Java, and one of chapter10.py is asked for
        warm   | your recipe has warm() for a program in Go, and only a JVM can be told that
        """)
    void whatCannotBeWeighedHasFailedAndSaysWhy(String which, String why) {
        var python = Recipe.python("asyncio tasks");
        Weighings weighed = scale.weigh(switch (which) {
            case "tasks" -> python.tasks(200_001);
            case "none" -> python.tasks(0).whole();
            case "path" -> python.environment("PYTHONPATH", "/elsewhere");
            case "lib" -> python.environment("LD_PRELOAD", "mine.so");
            case "flags" -> python.flags("-Xint");
            case "other" -> Recipe.java(n -> new byte[n * 20_480]);
            default -> Recipe.go("goroutines").warm();
        }, which.equals("warm") ? "chapter10.go" : "chapter10.py");
        assertEquals(List.of(new Outcome.Failed(why)), weighed.all().stream().map(w -> w.outcome()).toList());
        assertEquals(List.of(), asked);
        assertEquals("✗ not yet. Y" + why.substring(1) + ".", Check.of(weighed).about(20_480, 0.1).toString());
    }

    /// One that chooses another program is a trick, as in every exercise.
    @Test
    void flagsThatDoNotTuneFail() {
        var weighed = scale.weigh(Recipe.java(n -> Loads.waiting(n)).flags("-cp", "elsewhere").tasks(100).whole(),
            "c.java");
        assertTrue(weighed.all().stream().allMatch(w -> w.outcome() instanceof Outcome.Failed(var _, var trick)
            && trick.isPresent()), weighed.all().toString());
    }
}

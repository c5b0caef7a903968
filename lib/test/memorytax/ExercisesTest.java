package memorytax;

import memorytax.claim.Check;
import memorytax.cli.Commands;
import memorytax.measure.plan.Effort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// An exercise ships unsolved, and a cheat is told so. That its solution passes is the business of [SolutionsTest].
class ExercisesTest {
    /// Their limit is one on what one more task takes, and to tell that takes two sizes and two processes of each.
    private static final Set<String> BY_SLOPE =
        Set.of("clients", "light", "oneThread", "retry", "deep", "pass", "timeouts", "chat", "hush", "serve",
            "colleague", "bothAreRight");
    private static final Effort SLOPE = Effort.quick(2, 500, 3_000), ONE = Effort.quick(1, 400);

    @ParameterizedTest
    @MethodSource("memorytax.Placed#all")
    void shipsUnsolvedAndSaysByHowMuch(Placed placed) throws Exception {
        var check = placed.check(placed.shipped(), BY_SLOPE.contains(placed.exercise().name()) ? SLOPE : ONE);
        assertEquals(Check.State.NOT_YET, check.state(), check.toString());
        var says = check.toString();
        assertTrue(says.matches("✗ not yet\\. .*\\d.*( is (the limit|asked): .*\\d| (one|\\d+) (is|are) allowed).*"),
            says);
    }

    @ParameterizedTest
    @MethodSource("memorytax.Placed#all")
    void bringsItsSolutionAlongWithHintsAndTheReasonWhy(Placed placed) throws Exception {
        var exercise = placed.exercise();
        assertEquals(Optional.of(placed.solution()), exercise.text(placed.shipped()), "//FILES " + exercise.file());
        var why = exercise.solution(placed.solution()).prose();
        assertTrue(why.matches("(?s)\\S.*\n### What it costs\n\n\\S.*\n### Where you meet it\n\n\\S.*"), why);
        var steps = exercise.hints(placed.solution()).stream().map(hint -> hint.replaceFirst(":.*", "")).toList();
        assertEquals(List.of("The idea", "The API", "Nearly the code"), steps);
    }

    /// What the check says to who has not edited it rests on that.
    @ParameterizedTest
    @MethodSource("memorytax.Placed#all")
    void itsSolutionKnowsTheMethodAsItCame(Placed placed) throws Exception {
        var chapter = Files.readString(placed.file());
        assertTrue(placed.exercise().asItCame(chapter, placed.solution()), "### As it came, in " + placed.exercise()
            .file());
        assertFalse(placed.exercise().asItCame(placed.exercise().put(chapter, placed.solution()), placed.solution()));
    }

    /// Without one, and without keys, what to type for it.
    @Test
    void aHintThatWasAskedForStandsBehindTheCheck(@TempDir Path folder) throws Exception {
        var hinted = tried(folder, "--hint");
        assertTrue(hinted.matches("(?s).*○ as it came.*It is meant to fail.*Hint 1 of 3\n The first hint: .*"), hinted);
        assertTrue(tried(folder, "--hint").contains("Hint 2 of 3"), "the next one");
        var alone = tried(folder, "--quick");
        assertTrue(alone.endsWith("\n Hint:    ./jbang stepping --exercise areFew --hint\n"), alone);
    }

    private static String tried(Path folder, String option) throws Exception {
        var lookup = MethodHandles.privateLookupIn(Built.of(TerminalSession.fixture()).load(), MethodHandles.lookup());
        return Printed.by(() -> Commands.run(lookup, "--exercise", "areFew", "--tasks", "30", "--forks", "1", "--out",
            folder.toString(), option)).out();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        light     | post.deliver(i, _ -> { }) | 400 of 400 letters were never answered; \
        no thread waits at a line of the load. Every task has to call post.answer()
        light     | if (i % 2 == 0) post.deliver(i, _ -> { }) | 200 of 400 tasks have called \
        post.deliver(); no thread waits at a line of the load. Every task has to call it before it waits
        light     | post.deliver(i, _ -> { }); post.answer(i, null) \
        | 400 of 400 tasks answered before their letter came, so they did not wait
        light     | post.deliver(i, l -> post.answer(0, l)) \
        | 399 of 400 letters were answered by a task that they were not sent to
        light     | int n = i; post.deliver(i, l -> { post.answer(n, l); post.answer(n, l); }) \
        | Some letters were answered twice
        oneThread | int n = i; post.deliver(i, l -> post.answer(n, l)) \
        | The answers came from 4 threads, and only 1 is allowed
        oneThread | int n = i; post.deliver(i, l -> Thread.startVirtualThread(() -> post.answer(n, l))) \
        | The answers came from 400 threads, and only 1 is allowed
        """)
    void tellsACheat(String name, String statement, String says, @TempDir Path folder) throws Exception {
        var placed = Placed.named(Placed.FIXTURE, name);
        var cheat = "static void %s(Post post) {\n for (int i = 0; i < post.tasks(); i++) { %s; }\n}"
            .formatted(name, statement);
        var check = placed.check(placed.with(cheat, folder), ONE);
        assertEquals("✗ not yet. " + says + ".", check.toString());
    }
}

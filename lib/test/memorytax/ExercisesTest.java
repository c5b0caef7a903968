package memorytax;

import memorytax.claim.Check;
import memorytax.measure.plan.Archive;
import memorytax.measure.plan.Effort;
import memorytax.measure.plan.Progress;
import memorytax.measure.plan.Scale;
import memorytax.notebook.Exercise;
import memorytax.notebook.source.Chapter;
import memorytax.notebook.source.ChapterSource;
import memorytax.peers.Toolchains;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// An exercise ships unsolved, its solution passes whenever it is tried, and a cheat is told so.
class ExercisesTest {
    private static final Effort SMALL = Effort.quick(2, 500, 3_000);
    private static final Effort ONE = Effort.quick(1, 400);
    private static final int TIMES = 2;
    @TempDir
    private Path folder;

    /// An exercise and the file that it stands in.
    record Placed(Path file, Exercise exercise) {
        String solution() {
            return House.read("chapters/" + exercise.file());
        }

        @Override
        public String toString() {
            return exercise.chapter() + " " + exercise.name();
        }
    }

    /// Those of the chapters, and those of the fixture that no chapter has.
    private static List<Placed> exercises() {
        var seen = new HashSet<String>();
        return Stream.concat(House.chapters().stream(), Stream.of(fixture())).flatMap(ExercisesTest::of)
            .filter(p -> seen.add(p.exercise().file())).toList();
    }

    private static Stream<Placed> of(Path file) {
        return Exercise.of(chapter(file)).stream().map(e -> new Placed(file, e));
    }

    private static Path fixture() {
        return House.root().resolve("lib/test/fixtures/chapter1.java");
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void shipsUnsolvedAndSaysByHowMuch(Placed placed) throws Exception {
        var check = checks(placed, read(placed.file()), SMALL, 1).getFirst();
        assertEquals(Check.State.NOT_YET, check.state(), check.toString());
        var says = check.toString();
        assertTrue(says.matches("✗ not yet\\. .*\\d.*( is the limit: .*\\d| (one|\\d+) (is|are) allowed).*"), says);
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void isSolvedByItsSolutionEveryTime(Placed placed) throws Exception {
        var solved = placed.exercise().put(read(placed.file()), placed.solution());
        for (var check : checks(placed, solved, Effort.QUICK, TIMES)) assertTrue(check.solved(), check.toString());
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void bringsItsSolutionAlongWithHintsAndTheReasonWhy(Placed placed) throws Exception {
        var built = Built.into(folder, placed.file()).load();
        var exercise = placed.exercise();
        assertEquals(Optional.of(placed.solution()), exercise.text(built), "//FILES " + exercise.file());
        assertFalse(exercise.solution(placed.solution()).prose().isBlank());
        assertTrue(exercise.hints(placed.solution()).size() >= 2, "hints: " + exercise.hints(placed.solution()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        light     | post.deliver(i, _ -> { }) | 400 of 400 letters were never answered: those tasks did not wait
        light     | if (i % 2 == 0) post.deliver(i, _ -> { }) | Only 200 of 400 tasks ever waited
        light     | post.deliver(i, _ -> { }); post.answer(i, null) \
        | 400 of 400 tasks answered before their letter came: they did not wait
        light     | post.deliver(i, l -> post.answer(0, l)) \
        | 399 of 400 letters were answered by a task that they were not sent to
        light     | int n = i; post.deliver(i, l -> { post.answer(n, l); post.answer(n, l); }) \
        | There are letters that were answered twice
        oneThread | int n = i; post.deliver(i, l -> post.answer(n, l)) \
        | The answers came from 4 threads, and one is allowed
        oneThread | int n = i; post.deliver(i, l -> Thread.startVirtualThread(() -> post.answer(n, l))) \
        | The answers came from 400 threads, and one is allowed
        """)
    void tellsACheat(String name, String statement, String says) throws Exception {
        var placed = of(fixture()).filter(p -> p.exercise().name().equals(name)).findFirst().orElseThrow();
        var cheat = "static void %s(Post post) {\n for (int i = 0; i < post.tasks(); i++) { %s; }\n}"
            .formatted(name, statement);
        var check = checks(placed, placed.exercise().put(read(placed.file()), cheat), ONE, 1).getFirst();
        assertEquals("✗ not yet. " + says + ".", check.toString());
    }

    /// Its step, run so many times.
    private List<Check> checks(Placed placed, String source, Effort effort, int times) throws Exception {
        var changed = Files.createDirectory(folder.resolve("changed")).resolve(placed.file().getFileName());
        Files.writeString(changed, source);
        var type = Built.into(Files.createDirectory(folder.resolve("built")), placed.file(), changed).load();
        var instance = type.getDeclaredConstructor();
        instance.setAccessible(true);
        var step = type.getDeclaredMethod(placed.exercise().step(), Scale.class); // an exercise rests on no other step
        step.setAccessible(true);
        var scale = new Scale(effort, Toolchains.beside(type), Progress.SILENT, Archive.NONE, placed.exercise().step());
        var checks = new ArrayList<Check>();
        for (int i = 0; i < times; i++) checks.add((Check) step.invoke(instance.newInstance(), scale));
        return checks;
    }

    private static Chapter chapter(Path file) {
        return ChapterSource.read(file.getFileName().toString().replace(".java", ""), read(file));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

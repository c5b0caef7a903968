package memorytax.catalog;

import memorytax.House;
import memorytax.notebook.source.Chapter;
import memorytax.notebook.source.ChapterSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Which steps an edit of a program touches, in the chapters as they are.
class ProgramLoadsTest {
    private static List<Path> chapters() {
        return House.chapters();
    }

    private static Chapter chapter(String name) {
        return ChapterSource.read(name, House.read("chapters/" + name + ".java"));
    }

    private static List<Program> programs(Chapter chapter) {
        return Catalog.in(House.root()).orElseThrow().programs(chapter);
    }

    /// Each load that a chapter names is told from the others: a change of one entry in the map touches that load only.
    @ParameterizedTest
    @MethodSource("chapters")
    void everyLoadOfAChapterIsFound(Path file) {
        var chapter = chapter(file.getFileName().toString().replace(".java", ""));
        for (var program : programs(chapter)) {
            var named = Pattern.compile("\"([^\"]+)\",\\s*\"" + Pattern.quote(program.file()) + "\"")
                .matcher(chapter.source()).results().map(m -> m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
            assertFalse(named.isEmpty(), program.file());
            for (var load : named) {
                var entry = "\"" + load + "\": ";
                assertTrue(program.text().contains(entry), entry);
                var changed = changed(program, entry, entry + "another || ");
                assertEquals(Set.of(load), named.stream().filter(changed).collect(Collectors.toSet()), program.file());
            }
        }
    }

    /// The programs of chapter 11 are in other languages.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Node | .mjs | down(depth - 1, gate)       | node promises (deep)
        Node | .mjs | fill(i % 10)                | objects in Node
        Node | .mjs | id => load(id)              |
        Rust | .rs  | down(depth - 1, gate)       | tokio tasks (deep)
        Rust | .rs  | C::call(gate).await         | tokio tasks (nested)
        Rust | .rs  | Box::new([i as u8; 1016])   | objects in Rust
        Rust | .rs  | other.await + byte          |
        """)
    void onlyTheLoadThatRunsTheCodeIsTouched(String language, String extension, String old, String load) {
        var program = new Program(language, "chapter11" + extension, House.read("chapters/chapter11" + extension));
        assertTrue(program.text().contains(old), old);
        var touched = changed(program, old, old + " || another");
        var loads = Pattern.compile("\"(\\w[^\"]+)\": ").matcher(program.text()).results()
            .map(m -> m.group(1)).toList();
        assertTrue(loads.size() > 4, loads.toString());
        assertEquals(load == null ? List.of() : List.of(load), loads.stream().filter(touched).toList());
        assertTrue(program.function("takeToWork").orElseThrow().code().contains("// wrong: "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Go     | held[i][0] = 1            | held[i][0] = 2              | tried
        Go     | return m.Alloc            | return m.HeapAlloc          | wrong
        Go     | <-gate.done               | <-gate.done; _ = 1          | TASKS
        Go     | wait(gate)                | gate.here(); wait(gate)     | QUEUES
        Go     | // Objects of 1,024 bytes | // Things of 1,024 bytes    |
        Go     | call()                    | call(); call()              |
        Go     | "time"                    | "time"; "os"                | awaited
        Go     | "context"                 | "context"; "os"             | ALL
        Go     | defer cancel()            | cancel()                    | ALL
        Go     | time.Sleep(time.Hour)     | time.Sleep(time.Minute)     | awaited
        Python | % (i % 10) * 975          | % (i % 10) * 976            | tried
        Python | gate.weigh_now()          | gate.weigh_now() or 1       | wrong
        Python | await gate.done.wait()    | await gate.done.wait() or 1 | TASKS
        Python | import asyncio            | import asyncio, os          | ALL
        Python | return first, await answer| return first                |
        """)
    void onlyWhatRunsTheCodeIsTouched(String language, String old, String now, String steps) {
        var chapter = chapter("chapter1");
        var program = programs(chapter).stream().filter(p -> p.language().equals(language)).findFirst().orElseThrow();
        var touched = ProgramLoads.users(chapter, program.file(), changed(program, old, now));
        var expected = switch (steps) {
            case null -> Set.<String>of();
            case "ALL" -> ProgramLoads.users(chapter, program.file(), _ -> true);
            case "TASKS" -> Set.of("weighed", "wrong", "backpack");
            case "QUEUES" -> Set.of("awaited", "queues");
            default -> Set.of(steps);
        };
        assertEquals(expected, touched);
    }

    /// A program whose loads cannot be read off its text: then all of them may be touched.
    @Test
    void whatCannotBeToldIsTouched() {
        var before = new Program("Go", "c.go", "package main\n\nfunc main() {\n\tserve(mine())\n}\n\nfunc a() {\n}\n");
        assertTrue(changed(before, "func a() {", "func a() { b()").test("any"));
    }

    private static Predicate<String> changed(Program program, String old, String now) {
        assertTrue(program.text().contains(old), old);
        return new ProgramLoads(program).changed(new ProgramLoads(
            new Program(program.language(), program.file(), program.text().replace(old, now))));
    }
}

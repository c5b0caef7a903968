package memorytax;

import memorytax.cli.Commands;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.File;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What `jbang weigh FILE` cannot weigh, it says in one line.
@Timeout(600)
class WeighRefusalsTest {
    @TempDir
    private static Path path;
    private static ReadersFolder folder;

    @BeforeAll
    static void save() throws IOException {
        folder = ReadersFolder.in(path);
        folder.write("text.txt", "no program");
        Files.write(path.resolve("binary.java"), new byte[]{-1, -2, 0});
        folder.write("wrong.java", "static Object mine(int tasks) {\n    return task;\n}\n");
        folder.write("greedy.java", "//DEPS com.acme:anvil:1\nstatic Object mine(int tasks) {\n    return tasks;\n}\n");
        folder.write("older.java", "import memorytax.fork.Gate;\nstatic Gate mine(int tasks) {\n    return null;\n}\n");
        folder.write("empty.java", "class Empty { static int mine(int tasks) { return tasks; } }");
        folder.write("wrong.py", "from scale import serve\nimport there_is_none\n");
        folder.write("silent.py", "from scale import serve\n");
        assertTrue(folder.write("dumb", "#!/bin/sh\necho hello\n").toFile().setExecutable(true));
        Files.createDirectory(path.resolve("folder"));
    }

    /// First what is typed, then what the one line must name.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        -                           | FILE; mine.py
        nowhere.py                  | nowhere.py: there is no such file
        folder                      | folder is a folder
        text.txt                    | text.txt; .java, .go, .py
        wrong.java                  | wrong.java:2: cannot find symbol; variable task
        greedy.java                 | greedy.java:1: //DEPS com.acme:anvil:1
        older.java                  | older.java:1: package memorytax.fork; it is memorytax.child now
        binary.java                 | binary.java: it is not text
        empty.java                  | empty.java: no load in it; static method; one int
        mine.java --load geese      | --load; "geese"; "handlers", "numbers"
        mine.java --against geese   | --against; "geese"; "virtual threads (warmed)"; "goroutines"; "tokio tasks"
        mine.java mine.py           | "mine.py"; --against
        mine.java --recorded        | --recorded; --against
        """)
    void whatCannotBeWeighedIsSaidInOneLine(String typed, String named) throws Exception {
        refused(say(typed.equals("-") ? new String[0] : typed.split(" ")), named);
    }

    @Test
    void aProgramThatCannotBeWeighedIsSaidInOneLine() throws Exception {
        ReadersFolder.assumePython();
        refused(say("wrong.py"), "wrong.py:2: ModuleNotFoundError");
        refused(say("silent.py"), "silent.py: no load in it");
        refused(say("mine.py", "--load", "geese"), "--load; \"geese\"; \"handlers\"");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is a shell script")
    void whatDoesNotSpeakTheProtocolIsNoLoad() throws Exception {
        refused(say("dumb"), "dumb: no load in it; READY; \"hello\"");
    }

    private static void refused(Said said, String named) {
        assertEquals("", said.out());
        assertEquals(1, said.err().lines().count(), said.err());
        assertTrue(said.err().startsWith("weigh: "), said.err());
        for (var word : named.split("; ")) assertTrue(said.err().contains(word), "no " + word + " in: " + said.err());
        assertEquals(2, said.exit());
    }

    @Test
    void aProcessSaysTheSameAndEndsWithThatCode() throws Exception {
        assertEquals(say("nowhere.py"), folder.weigh("nowhere.py"));
    }

    /// In this JVM, which is not in that folder: what comes before the options is named by its path, and that is taken
    /// out of the answer again.
    private static Said say(String... args) throws Exception {
        var lookup = MethodHandles.privateLookupIn(folder.built().load(), MethodHandles.lookup());
        var named = args.clone();
        for (int i = 0; i < args.length && !args[i].startsWith("-"); i++) named[i] = path.resolve(args[i]).toString();
        var said = Printed.by(() -> Commands.weigh(lookup, named));
        return new Said(said.exit(), said.out(), said.err().replace(path + File.separator, ""));
    }
}

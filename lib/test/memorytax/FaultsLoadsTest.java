package memorytax;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Somebody's program that is weighed, and does what it should not.
class FaultsLoadsTest {
    @TempDir
    private Path folder;

    /// A program in the shell that speaks the protocol as lib/PROTOCOL.md tells, with something wrong in its middle.
    ///
    /// @param says what the refusal has in it; empty for a program that is weighed all the same
    record Rogue(String name, String loading, String says) {
        String text() {
            return """
                #!/bin/bash
                echo "READY runtime=shell version=5"
                while read -r word rest; do
                  case $word in
                    LOAD)
                %s
                      echo "LOADED $rest" ;;
                    EXIT) exit 0 ;;
                  esac
                done
                """.formatted(loading.indent(6));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Rogue> rogues() {
        return Stream.of(
            new Rogue("shouts", "yes 'a line of many words' | head -2000000", ""),
            new Rogue("shouts on the other channel", "yes 'a line of many words' | head -2000000 >&2", ""),
            new Rogue("shouts without a line's end", "head -c 60000000 /dev/zero | tr '\\0' x; echo", ""),
            new Rogue("sends escape sequences", "printf '\\033]0;mine\\007\\033[2J\\n'; exit 3", "exit code 3"),
            new Rogue("sends no text", "head -c 100000 /dev/urandom; echo", ""),
            new Rogue("forges words", "echo LOADED; echo 'READY runtime=shell'; exit 4", "READY"),
            new Rogue("ends", "exit 0", "ended by itself"),
            new Rogue("ends by a signal", "kill -SEGV $$", "signal 11"),
            new Rogue("closes its output", "exec >&-; sleep 7651", "closed its output"),
            new Rogue("forks", "sleep 7652 &", ""),
            new Rogue("forks out of sight", "(setsid sh -c 'sleep 7653 & sleep 7654' >/dev/null 2>&1 &)", ""),
            new Rogue("forks again and again", "for i in $(seq 40); do sleep 7655 & done", ""),
            new Rogue("deaf to signals", "trap '' TERM INT HUP; exit 5", "exit code 5"));
    }

    @ParameterizedTest
    @MethodSource("rogues")
    void thatIsARogue(Rogue rogue) throws Exception {
        var file = Files.writeString(folder.resolve("rogue"), rogue.text());
        assertTrue(file.toFile().setExecutable(true));
        var said = new Misfortune(folder).weighs().meets("./rogue", "--tasks", "10,20", "--forks", "1");
        var all = said.out() + said.err();
        assertTrue(all.chars().allMatch(c -> c >= 32 || c == '\n'), all);
        assertTrue(all.contains(rogue.says()), all);
        assertEquals(rogue.says().isEmpty() ? 0 : 1, said.exit(), all);
        assertTrue(all.length() < 20_000, "it lets a program shout");
    }

    /// Methods in Java.
    @ParameterizedTest
    @MethodSource("methods")
    void thatIsAMethod(List<String> method) throws Exception {
        Files.writeString(folder.resolve("mine.java"), "static Object mine(int tasks) throws Exception {\n    "
            + method.get(0) + "\n}\n");
        var said = new Misfortune(folder).weighs().meets("mine.java", "--tasks", "10,20", "--forks", "1");
        assertTrue(said.exit() > 0, said.toString());
        assertTrue((said.out() + said.err()).contains(method.get(1)), said.toString());
    }

    static Stream<List<String>> methods() {
        return Stream.of(
            List.of("throw new IllegalStateException(\"no luck\");", "no luck"),
            List.of("System.exit(0); return 1;", "ended"),
            List.of("Runtime.getRuntime().halt(9); return 1;", "exit code 9"),
            List.of("var all = new java.util.ArrayList<byte[]>(); while (true) all.add(new byte[1 << 24]);", "memory"),
            List.of("return mine(tasks);", "StackOverflowError"),
            List.of("new ProcessBuilder(\"sleep\", \"7656\").start(); return tasks;", "started 1 other process"),
            List.of("new ProcessBuilder(\"setsid\", \"sh\", \"-c\", \"sleep 7659 &\").start().waitFor(); return tasks;",
                "started 1 other process"),
            List.of("System.out.close(); System.err.close(); throw new Error(\"\\u001b[2J\");", ""));
    }
}

package memorytax.cli;

import memorytax.catalog.Catalog;
import memorytax.terminal.TerminalScreen;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A workbook with a JBang that plays its part.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class PreparationTest {
    @TempDir
    private Path root;

    @BeforeEach
    void make() throws IOException {
        for (var folder : List.of("chapters", "lib/test")) Files.createDirectories(root.resolve(folder));
        for (var script : List.of("chapters/chapter1", "chapters/chapter2", "lib/weigh", "lib/board", "lib/test/Tests"))
            Files.writeString(root.resolve(script + ".java"), "void main() { }");
        Files.writeString(root.resolve("chapters/chapter2.py"), "import scale");
        Files.writeString(root.resolve("jbang-catalog.json"), """
            { "aliases": {
              "test": { "script-ref": "lib/test/Tests.java" },
              "weigh": { "script-ref": "lib/weigh.java" },
              "board": { "script-ref": "lib/board.java" },
              "chapter2": { "script-ref": "chapters/chapter2.java" },
              "chapter1": { "script-ref": "chapters/chapter1.java" },
              "chapter1.java": { "script-ref": "chapters/chapter1.java" }
            } }""");
        jbang("");
    }

    /// Notes how it is called, and then does what `does` says; `$out` is where a chapter writes.
    private void jbang(String does) throws IOException {
        var launcher = Files.writeString(root.resolve("jbang"), """
            #!/bin/sh
            echo "$*" >>calls
            for out; do :; done
            %s
            """.formatted(does));
        assertTrue(launcher.toFile().setExecutable(true));
    }

    private String prepared(boolean good) {
        return prepared(good, false);
    }

    private String prepared(boolean good, boolean board) {
        var bytes = new ByteArrayOutputStream();
        var screen = TerminalScreen.plain(new PrintStream(bytes, true, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        var said = new Preparation(Catalog.in(root).orElseThrow(), board, screen);
        assertEquals(good, said.run(), () -> bytes.toString(StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private List<String> calls() throws IOException {
        var calls = Files.readAllLines(root.resolve("calls")).stream();
        return calls.map(call -> call.replaceAll(" --out .*", "")).toList();
    }

    @Test
    void allThatAReaderStartsIsBuiltAndEveryChapterRunOffline() throws IOException {
        var said = prepared(true);
        assertEquals(List.of("build --quiet chapters/chapter1.java", "build --quiet chapters/chapter2.java",
            "build --quiet lib/weigh.java",
            "run --offline --quiet chapters/chapter1.java --all --forks 1 --tasks 1000,2000",
            "run --offline --quiet chapters/chapter2.java --all --forks 1 --tasks 1000,2000"), calls());
        assertTrue(said.lines().toList().getLast().startsWith(" Ready: 2 chapters were run offline, in "), said);
        var trial = Files.readString(root.resolve("calls")).lines().toList().getLast();
        assertFalse(Files.exists(Path.of(trial.replaceAll(".* ", ""))), "what a trial writes is removed");
    }

    /// Its library is fetched for who asks for it, and for nobody else.
    @Test
    void theBoardIsMadeReadyWhenAsked() throws IOException {
        prepared(true);
        assertTrue(calls().stream().noneMatch(call -> call.contains("board")), calls().toString());
        var said = prepared(true, true);
        assertTrue(calls().contains("build --quiet lib/board.java"), calls().toString());
        assertTrue(calls().getLast().startsWith("run --offline --quiet lib/board.java data/recorded"), said);
        assertTrue(said.contains("\n ✓ board: run offline"), said);
        jbang("case $* in run*board*) echo '[jbang] [ERROR] no DuckDB'; exit 1 ;; esac");
        said = prepared(false, true);
        assertTrue(said.lines().anyMatch(l -> l.startsWith(" ✗ board: run offline") && l.endsWith("no DuckDB")), said);
    }

    @Test
    void whatCannotBeBuiltIsSaidAndNothingIsRun() throws IOException {
        jbang("""
            case $* in *chapter2*) echo chatter; echo '[jbang] [ERROR] no such library'; exit 1 ;; esac""");
        var said = prepared(false);
        assertTrue(said.contains("\n ✗ chapters/chapter2.java: fetched and built: [jbang] [ERROR] no such lib"), said);
        assertTrue(said.contains("\n ✓ lib/weigh.java: fetched and built"), "the rest is tried all the same: " + said);
        assertTrue(calls().stream().noneMatch(call -> call.startsWith("run")), said);
        assertTrue(said.endsWith(" Not ready: each line with a ✗ says what is missing.\n"), said);
    }

    /// A chapter itself goes on, and shows our recorded figures.
    @Test
    void aPointThatFailsOfflineCounts() throws IOException {
        jbang("""
            case $* in run*chapter1*) mkdir "$out/chapter1"
              echo 'contender,runtime,params,fork,outcome' >"$out/chapter1/weighings.csv"
              echo 'goroutines,java,tasks=1000,1,failed: could not start' >>"$out/chapter1/weighings.csv" ;; esac""");
        var said = prepared(false);
        assertTrue(said.lines().anyMatch(l -> l.startsWith(" ✗ chapter1: run offline")
            && l.endsWith(": goroutines: failed: could not start")), said);
        assertTrue(said.lines().anyMatch(l -> l.startsWith(" ✓ chapter2: run offline")), said);
    }
}

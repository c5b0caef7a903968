package memorytax.peers;

import memorytax.measure.process.Peers.Remark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// What Go's compiler says of where variables live, beside the lines that it says it of.
class GoVerdictTest {
    private static final String SOURCE = """
        package main

        func main() { serve(loads{"away": load}) }

        func load(tasks int, gate *Gate) { println(*away(tasks)) }

        func away(n int) *int { return &n }
        """;

    /// As javac says it: the page marks both in the same way. Go counts bytes, and what is indented belongs to the line
    /// before.
    @Test
    void whatDoesNotCompileIsSaidAsJavacSaysIt() {
        var source = "package main\n\tvar \u00e4 = x\n";
        assertEquals("mine.go:2: undefined: x\n\tvar \u00e4 = x\n\t        ^\n\tscale.go:3:4: other\nno main",
            GoVerdict.complaint(source, "mine.go", """
                # memorytax
                ./mine.go:2:11: undefined: x
                \tscale.go:3:4: other

                no main
                """));
    }

    @Test
    void onlyWhatLivesSomewhereIsPickedOutInTheOrderOfTheLines() {
        var said = """
            # memorytax
            ./mine.go:7:6: can inline away
            ./mine.go:7:11: moved to heap: n
            ./mine.go:5:24: inlining call to away
            ./mine.go:3:28: loads{...} does not escape
            ./mine.go:5:43: ... argument does not escape
            ./mine.go:7:11: moved to heap: n
            ./scale.go:3:1: &Gate{...} escapes to heap
            """;
        assertEquals(List.of(
            new Remark(3, "func main() { serve(loads{\"away\": load}) }", "loads{...} does not escape"),
            new Remark(7, "func away(n int) *int { return &n }", "moved to heap: n")),
            GoVerdict.of(SOURCE, "mine.go", said));
    }

    @Test
    void theGoOfThisMachineIsAsked(@TempDir Path cache) {
        var toolchains = new Toolchains(_ -> Optional.of(SOURCE), cache, System.getenv());
        assumeTrue(toolchains.found("go").isPresent(), "no Go here");
        var remarks = toolchains.goSays("mine.go").orElseThrow();
        assertTrue(remarks.contains(new Remark(7, "func away(n int) *int { return &n }", "moved to heap: n")),
            remarks.toString());
    }

    @Test
    void whatIsThrownAwayIsFoundByVet(@TempDir Path cache) {
        var source = SOURCE.replace("package main\n", "package main\n\nimport \"context\"\n")
            + "\nfunc lose(c context.Context) { _, _ = context.WithCancel(c) }\n";
        var toolchains = new Toolchains(_ -> Optional.of(source), cache, System.getenv());
        assumeTrue(toolchains.found("go").isPresent(), "no Go here");
        var remarks = toolchains.goVets("mine.go").orElseThrow();
        assertEquals(1, remarks.size(), remarks.toString());
        assertTrue(remarks.getFirst().code().startsWith("func lose"), remarks.toString());
        assertTrue(remarks.getFirst().says().contains("context leak"), remarks.toString());
    }

    @Test
    void withoutGoNobodySaysAnything(@TempDir Path cache) {
        var toolchains = new Toolchains(_ -> Optional.of(SOURCE), cache, Map.of("GO", "/nowhere/go"));
        assertEquals(Optional.empty(), toolchains.goSays("mine.go"));
    }
}

package memorytax.peers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// How Node, Bun and Deno are found. They are shell scripts that say what real ones would say.
@DisabledOnOs(OS.WINDOWS)
class NodeToolchainTest {
    private final Map<String, String> environment = new TreeMap<>(System.getenv());
    @TempDir
    private Path folder;

    private Toolchains toolchains() {
        return new Toolchains(_ -> Optional.of("text"), folder.resolve("cache"), environment);
    }

    private void engine(String variable, String... lines) throws Exception {
        var script = Files.writeString(folder.resolve(variable),
            "#!/bin/sh\necho '" + String.join("\n", lines) + "'\n");
        assertTrue(script.toFile().setExecutable(true));
        environment.put(variable, script.toString());
    }

    @Test
    void eachEngineIsAContenderAndTheProgramBehindAShimIsStarted() throws Exception {
        engine("NODE", "a word of its own", "/real/node", "22.1.0");
        engine("BUN", "/real/bun", "1.4.5");
        engine("DENO", "/real/deno", "2.9.6");
        var peers = toolchains().program("node", "promises", "mine.mjs");
        assertEquals(List.of("promises (node 22.1.0)", "promises (bun) (bun 1.4.5)", "promises (deno) (deno 2.9.6)"),
            peers.stream().map(peer -> peer.contender().toString()).toList());
        for (var peer : peers) {
            var command = peer.launch().orElseThrow().command();
            assertEquals("/real/" + peer.contender().runtime(), command.getFirst());
            assertEquals("promises", command.getLast());
            var program = Path.of(command.get(command.size() - 2));
            assertTrue(Files.readString(program.resolveSibling("scale.mjs")).contains("export function serve("));
        }
    }

    @Test
    void anOldNodeIsPassedOverAndAVariableThatNamesNothingIsNamed() throws Exception {
        engine("NODE", "/old/node", "16.20.2");
        environment.put("BUN", "/nowhere/bun");
        var peers = toolchains().program("node", "promises", "mine.mjs");
        assertEquals("Node 16.20.2 (%s) is too old; it must be 18 or later".formatted(folder.resolve("NODE")),
            peers.getFirst().missing());
        assertEquals("BUN=/nowhere/bun is not a bun that can be started; name another one, or unset BUN",
            peers.get(1).missing());
        environment.put("NODE", "/nowhere/node");
        assertEquals("NODE=/nowhere/node is not a Node that can be started; name another one, or unset NODE",
            toolchains().program("node", "promises", "mine.mjs").getFirst().missing());
    }

    /// A program that does not import scale.mjs speaks the protocol by itself.
    @Test
    void aProgramOnItsOwnIsStartedWhereItIs() throws Exception {
        engine("NODE", "/real/node", "22.1.0");
        var mine = folder.resolve("mine.mjs");
        var alone = toolchains().alone(mine, "console.log('READY')").orElseThrow();
        assertEquals(List.of("/real/node", mine.toString()), List.of(alone.getFirst(), alone.getLast()));
        assertEquals(Optional.empty(), toolchains().alone(mine, "import { serve } from './scale.mjs';"));
    }

    @Test
    void whatNodeSaysIsSaidAsJavacSaysIt() throws Exception {
        var toolchains = new Toolchains(_ -> Optional.empty());
        assumeTrue(toolchains.found("node").isPresent(), "no Node");
        assertEquals("", toolchains.complaint("mine.mjs", "import './nothing.mjs';\nthrow 1;\n"));
        assertEquals("mine.mjs:2: missing ) after argument list\n  f(1 2);\n    ^",
            toolchains.complaint("mine.mjs", "let f;\n  f(1 2);\n"));
    }
}

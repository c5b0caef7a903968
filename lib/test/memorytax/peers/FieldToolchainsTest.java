package memorytax.peers;

import memorytax.measure.process.Peers.Peer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// How Kotlin, Erlang, Elixir and Ruby are found and made ready. The toolchains are shell scripts that say what real
/// ones would say, and Maven Central is a folder.
@DisabledOnOs(OS.WINDOWS)
class FieldToolchainsTest {
    private static final Map<String, String> TEXTS = Map.of("mine.kt", "fun main() {\n\tx()\n}", "mine.erl", "one",
        "mine.ex", "defmodule My.Own do\nend", "none.ex", "IO.puts 1", "mine.rb", "one");
    private final Map<String, String> environment = new TreeMap<>(Map.of("PATH", "/usr/bin:/bin"));
    private final List<String> told = new ArrayList<>();
    @TempDir
    private Path folder;
    private Path beam;

    @BeforeEach
    void layABeam() throws IOException {
        beam = Files.createDirectories(folder.resolve("otp/bin"));
        script("otp/bin/erl", "echo a word of its own; echo " + folder.resolve("otp") + "; echo 27.1.2");
        script("otp/bin/erlc", "echo compiled >> " + folder + "/log; echo module > modules/mine.beam");
        environment.put("ERL", beam.resolve("erl").toString());
    }

    private Path script(String name, String lines) throws IOException {
        var script = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + lines + "\n");
        assertTrue(script.toFile().setExecutable(true));
        return script;
    }

    private Peer peer(String runtime, String file) {
        return new Toolchains(name -> Optional.ofNullable(TEXTS.get(name)), folder.resolve("cache"), environment,
            told::add, VersionPlan.FOUND).program(runtime, "a load", file).getFirst();
    }

    private List<String> command(String runtime, String file) {
        var peer = peer(runtime, file);
        return peer.launch().orElseThrow(() -> new AssertionError(peer.missing())).command();
    }

    @Test
    void anErlangProgramIsCompiledOnceAndStartedByTheErlBehindAShim() throws Exception {
        environment.put("ERL", script("shim", "exec " + beam.resolve("erl") + " \"$@\"").toString());
        var command = command("erlang", "mine.erl");
        var modules = Path.of(command.get(command.indexOf("-pa") + 1));
        assertEquals(List.of(beam.resolve("erl").toString(), "+P", "1048576", "-noinput", "-boot", "no_dot_erlang",
            "-pa", modules.toString(), "-s", "mine", "main", "-extra", "a load"), command);
        assertEquals("module\n", Files.readString(modules.resolve("mine.beam")));
        assertEquals(command, command("erlang", "mine.erl"));
        assertEquals(List.of("compiled"), Files.readAllLines(folder.resolve("log")));
        assertEquals(List.of("looking for Erlang", "compiling mine.erl", "looking for Erlang"), told);
        assertEquals("27.1.2", peer("erlang", "mine.erl").contender().version());
        assertEquals("", peer("erlang", "mine.erl").launch().orElseThrow().environment().get("ERL_FLAGS"));
    }

    @Test
    void whatErlangSaysIsSaidAsJavacSaysIt() throws Exception {
        script("otp/bin/erlc", "echo 'mine.erl:1:1: Warning: dull'; echo 'mine.erl:1:3: syntax error'; exit 1");
        assertEquals("cannot be built: mine.erl: mine.erl:1: syntax error", peer("erlang", "mine.erl").missing());
        var complaint = new Toolchains(name -> Optional.ofNullable(TEXTS.get(name)),
            folder.resolve("cache"), environment).complaint("mine.erl", "one");
        assertEquals("mine.erl:1: syntax error\none\n  ^", complaint);
    }

    @Test
    void elixirUsesTheModulesOfErlangAndNamesItsOwn() throws Exception {
        for (var each : List.of("ex/bin", "ex/lib/elixir")) Files.createDirectories(folder.resolve(each));
        var elixir = script("ex/bin/elixir", "echo " + folder.resolve("ex/bin/../lib/elixir") + "; echo 1.18.0");
        script("ex/bin/elixirc", "[ $2 = modules ] && echo own > modules/Elixir.My.Own.beam");
        environment.put("ELIXIR", elixir.toString());
        var command = command("elixir", "mine.ex");
        assertTrue(command.containsAll(List.of(beam.resolve("erl").toString(), "Elixir.My.Own",
            folder.resolve("ex/lib/elixir/ebin").toString())), command.toString());
        var modules = Path.of(command.get(command.indexOf("-pa") + 1));
        assertTrue(Files.exists(modules.resolve("mine.beam")) && Files.exists(modules.resolve("Elixir.My.Own.beam")));
        assertEquals("cannot be built: none.ex: none.ex:1: there is no defmodule in it",
            peer("elixir", "none.ex").missing());
        environment.put("ERL", folder.resolve("nowhere").toString());
        assertTrue(peer("elixir", "mine.ex").missing().startsWith("ERL="), peer("elixir", "mine.ex").missing());
    }

    @Test
    void theRubyBehindAShimIsStartedAndOnlyCRuby() throws Exception {
        var ruby = script("ruby", "echo a word of its own; echo /real/ruby; echo 3.4.1; echo ruby");
        environment.put("RUBY", ruby.toString());
        var command = command("ruby", "mine.rb");
        assertEquals("/real/ruby", command.getFirst());
        assertEquals("a load", command.getLast());
        var program = Path.of(command.get(command.size() - 2));
        assertTrue(Files.readString(program.resolveSibling("scale.rb")).contains("def serve("));
        script("ruby", "echo /real/ruby; echo 2.7.8; echo ruby");
        assertEquals("Ruby 2.7.8 (" + ruby + ") is too old; it must be 3.0 or later",
            peer("ruby", "mine.rb").missing());
        script("ruby", "echo /real/jruby; echo 3.4.1; echo jruby");
        assertEquals("RUBY=" + ruby + " is not a Ruby that can be started; name another one, or unset RUBY",
            peer("ruby", "mine.rb").missing());
    }

    /// A compiler of 57 MB is not fetched because a chapter would like to have it.
    @Test
    void kotlinIsNotFetchedUnlessThatIsAskedFor() throws Exception {
        assertEquals("no Kotlin compiler on this machine; --fetch fetches one (63 MB)",
            peer("kotlin", "mine.kt").missing());
        assertFalse(peer("kotlin", "mine.kt").isBroken(), "a record may stand in");
        assertFalse(Files.exists(folder.resolve("cache/kotlin")));
    }

    @Test
    void aFileThatIsNotTheRightOneIsNotKept() throws Exception {
        var jar = folder.resolve("central/org/jetbrains/kotlin/kotlin-stdlib/2.2.20/kotlin-stdlib-2.2.20.jar");
        Files.createDirectories(jar.getParent());
        Files.writeString(jar, "another");
        var files = new KotlinFiles(new Cache(folder.resolve("cache")), folder.resolve("central").toUri());
        var e = assertThrows(IOException.class, () -> files.fetch(told::add));
        assertTrue(e.getMessage().startsWith("kotlin-stdlib-2.2.20.jar from file:"), e.getMessage());
        assertEquals(List.of("fetching kotlin-stdlib-2.2.20.jar (1.8 MB)"), told);
        try (var left = Files.walk(folder.resolve("cache"))) {
            assertEquals(0, left.filter(Files::isRegularFile).count());
        }
    }
}

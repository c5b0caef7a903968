package memorytax.peers;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// scale.kt, scale.erl and scale.rb speak the protocol, word for word; Elixir speaks it through that of Erlang. A
/// language that is not on this machine is skipped.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FieldConversationTest {
    /// A load of chapter 11 that behaves.
    private static final Map<String, String> LOADS = new TreeMap<>(Map.of("kotlin", "kotlin coroutines",
        "erlang", "erlang processes", "elixir", "elixir tasks", "ruby", "ruby fibers"));
    private Toolchains toolchains;

    private static Set<String> languages() {
        return LOADS.keySet();
    }

    /// In the reader's own cache: a program in Kotlin takes ten seconds to compile, and its compiler is not fetched for
    /// a test.
    @BeforeAll
    void find() {
        var chapters = Sources.ofChapter(FieldConversationTest.class, Path.of(""));
        toolchains = new Toolchains(file -> Optional.ofNullable(FieldPrograms.TEXTS.get(file))
            .or(() -> chapters.find(file)));
    }

    private Conversation start(String language, String load, String program) throws Exception {
        assumeTrue(toolchains.version(language).isPresent(), () -> "no " + language + " here");
        var peer = toolchains.program(language, load, program + extension(language)).getFirst();
        return new Conversation(peer.launch().orElseThrow(() -> new AssertionError(peer.missing())));
    }

    private String extension(String language) {
        return toolchains.languages().stream().filter(l -> l.runtime().equals(language)).findFirst().orElseThrow()
            .extension();
    }

    private Conversation odd(String language, String load) throws Exception {
        var child = start(language, load, "odd");
        child.next();
        return child;
    }

    /// Kotlin runs in a JVM, and Elixir on what Erlang runs on: there the runtime says what it is.
    private String ready(String language) {
        return switch (language) {
            case "kotlin" -> "runtime=java version=\\S+";
            case "elixir" -> "runtime=erlang version=\\S+";
            default -> "runtime=" + language + " version=\\Q" + toolchains.version(language).orElseThrow() + "\\E";
        };
    }

    @ParameterizedTest
    @MethodSource("languages")
    void answersEveryVerbAndGoes(String language) throws Exception {
        try (var child = start(language, LOADS.get(language), "chapter11")) {
            var ready = child.next();
            assertTrue(ready.matches("READY " + ready(language) + " can=.*parts.*"), ready);
            assertEquals("PARTS", child.say("PARTS").next());
            var loaded = child.say("LOAD tasks=500 depth=3").next();
            assertTrue(loaded.startsWith("LOADED tasks=500 ") && Conversation.number(loaded, "spawn_ms") >= 0, loaded);
            if (!language.equals("kotlin")) assertEquals(500, Conversation.number(loaded, "confirmed"));
            if (ready.contains("live"))
                assertTrue(Conversation.number(child.say("LIVE").next(), "bytes") > 500 * 200, "live");
            assertEquals("PARTS", child.say("PARTS").next(), "of too few tasks");
            assertEquals("UNLOADED", child.say("UNLOAD").next());
            assertEquals(0, child.say("EXIT").exitCode());
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void endsWhenNobodyIsThereToAsk(String language) throws Exception {
        try (var child = start(language, LOADS.get(language), "chapter11")) {
            child.next();
            child.say("LOAD tasks=10").next();
            assertEquals(0, child.closeStdin().exitCode());
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void endsThoughItsLoadHangs(String language) throws Exception {
        try (var child = odd(language, "hangs")) {
            assertEquals(0, child.say("LOAD tasks=10").closeStdin().exitCode());
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void saysWhichLoadsItKnows(String language) throws Exception {
        try (var child = start(language, "geese", "odd")) {
            var said = child.next();
            assertTrue(said.matches("FAILED reason=no load \"geese\" here, only .*\"hangs\".*\"talks\""), said);
            assertTrue(child.exitCode() > 0);
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void missesAParameterAloud(String language) throws Exception {
        try (var child = odd(language, "needs depth")) {
            String failed = child.say("LOAD tasks=10").next();
            assertTrue(failed.startsWith("FAILED reason=") && failed.contains("depth"), failed);
            assertTrue(child.exitCode() > 0);
        }
        try (var child = odd(language, "needs depth")) {
            assertEquals("MARK name=arrives at=2", child.say("LOAD tasks=2 depth=1").next());
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void waitsForEveryTaskAndKeepsWhatTheyPrintApart(String language) throws Exception {
        try (var child = odd(language, "talks")) {
            child.say("LOAD tasks=5");
            for (int i = 0; i < 5; i++) assertEquals("MARK name=arrives at=5", child.next());
            assertTrue(child.next().startsWith("LOADED tasks=5 "));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void goesOnWhenItHasBeenWeighedAndNotBefore(String language) throws Exception {
        try (var child = odd(language, "asks")) {
            assertEquals("MARK name=empty weigh=1", child.say("LOAD tasks=1").next());
            assertTrue(child.isSilent(), "it waits for its answer");
            assertEquals("MARK name=again weigh=1", child.say("WEIGHED").next());
            assertEquals("MARK name=arrives at=1", child.say("WEIGHED").next());
            assertTrue(child.next().startsWith("LOADED tasks=1 "));
        }
    }

    /// After six looks of a second each. The line is the one that the program marks.
    @ParameterizedTest
    @MethodSource("languages")
    void saysWhereTasksWaitThatNeverSaidThatTheyAreThere(String language) throws Exception {
        var file = "odd" + extension(language);
        var lines = FieldPrograms.TEXTS.get(file).lines().toList();
        int line = 1 + IntStream.range(0, lines.size()).filter(i -> lines.get(i).contains("here they wait"))
            .findFirst().orElseThrow();
        try (var child = odd(language, "silent")) {
            assertEquals("FAILED reason=0 of 6000 tasks have called gate.here(), and nothing happens any more; 6000 "
                + "tasks wait at " + file + ":" + line + ". Each task must call gate.here() before it waits",
                child.say("LOAD tasks=6000").next().replace("gate:here", "gate.here"));
        }
    }

    @ParameterizedTest
    @CsvSource({"kotlin, no luck", "erlang, no_luck", "elixir, no luck", "ruby, no luck"})
    void aBrokenTaskIsNoLoad(String language, String reason) throws Exception {
        try (var child = odd(language, "breaks")) {
            var said = child.say("LOAD tasks=5").next();
            assertTrue(said.startsWith("FAILED reason=") && said.contains(reason), said);
            assertTrue(child.exitCode() > 0);
        }
    }

    /// All that a process takes is in a part: its record, its heap with what is free in it, and its stack.
    @Test
    void takesAProcessApart() throws Exception {
        var parts = apart("erlang", "erlang processes");
        assertEquals(2_680, sum(parts), 300, parts);
        assertTrue(Conversation.number(parts, "free_heap") > Conversation.number(parts, "process"), parts);
        assertTrue(sum(apart("erlang", "erlang processes (hibernated)")) < sum(parts) / 2);
    }

    /// A call that is suspended is an object, and each call more is one more.
    @Test
    void takesACoroutineApart() throws Exception {
        var parts = apart("kotlin", "kotlin coroutines");
        for (var part : List.of("StandaloneCoroutine", "DispatchedContinuation", "ChildHandleNode"))
            assertTrue(Conversation.number(parts, part) >= 16, parts);
        var deep = apart("kotlin", "kotlin coroutines (deep)");
        assertTrue(Conversation.number(deep, "Chapter11Kt$call$1") >= 11 * 32, deep);
    }

    /// Most of a fiber is its stacks.
    @Test
    void takesAFiberApart() throws Exception {
        var parts = apart("ruby", "ruby fibers");
        assertTrue(Conversation.number(parts, "stack") >= 4_096, parts);
        assertTrue(Conversation.number(parts, "objects_and_records") < Conversation.number(parts, "stack"), parts);
    }

    private String apart(String language, String load) throws Exception {
        try (var child = start(language, load, "chapter11")) {
            child.next();
            assertEquals("PARTS", child.say("PARTS").next());
            child.say("LOAD tasks=2000 depth=10").next();
            return child.say("PARTS").next();
        }
    }

    private static double sum(String parts) {
        return Arrays.stream(parts.split(" ")).filter(part -> part.contains("="))
            .mapToDouble(part -> Double.parseDouble(part.split("=")[1])).sum();
    }
}

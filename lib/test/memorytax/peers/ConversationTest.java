package memorytax.peers;

import memorytax.child.Gate;
import memorytax.child.Median;
import memorytax.measure.process.Peers.Peer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// scale.go and scale.py speak the protocol, word for word.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConversationTest {
    private Toolchains toolchains;

    @BeforeAll
    void find(@TempDir Path cache) {
        var chapters = Sources.ofChapter(ConversationTest.class, Path.of(""));
        toolchains = new Toolchains(file -> Optional.ofNullable(Programs.TEXTS.get(file))
            .or(() -> chapters.find(file)), cache, System.getenv());
    }

    private Conversation start(String language, String load, String program) throws Exception {
        assumeTrue(toolchains.version(language).isPresent(), () -> "no " + language + " here");
        Peer peer = language.equals("go") ? toolchains.go(load, program + ".go")
            : toolchains.program("python", load, program + ".py").getFirst();
        return new Conversation(peer.launch().orElseThrow(() -> new AssertionError(peer.missing())));
    }

    private Conversation chapter(String language) throws Exception {
        return start(language, language.equals("go") ? "goroutines" : "asyncio tasks", "chapter1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"go", "python"})
    void answersEveryVerbAndGoes(String language) throws Exception {
        try (var child = chapter(language)) {
            assertTrue(child.next().matches("READY runtime=%s version=\\Q%s\\E can=.*parts"
                .formatted(language, toolchains.version(language).orElseThrow())));
            String loaded = child.say("LOAD tasks=500 depth=3").next();
            assertTrue(loaded.startsWith("LOADED tasks=500 ") && Conversation.number(loaded, "spawn_ms") >= 0, loaded);
            if (language.equals("python")) assertEquals(500, Conversation.number(loaded, "confirmed"));
            assertEquals("PARTS", child.say("PARTS").next(), "of too few tasks");
            assertEquals("UNLOADED", child.say("UNLOAD").next());
            assertEquals(0, child.say("EXIT").exitCode());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"go", "python"})
    void endsWhenNobodyIsThereToAsk(String language) throws Exception {
        try (var child = chapter(language)) {
            child.next();
            child.say("LOAD tasks=10").next();
            assertEquals(0, child.closeStdin().exitCode());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"go", "python"})
    void endsThoughItsLoadHangs(String language) throws Exception {
        try (var child = start(language, "hangs", "odd")) {
            child.next();
            assertEquals(0, child.say("LOAD tasks=10").closeStdin().exitCode());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"go", "python"})
    void saysWhichLoadsItKnows(String language) throws Exception {
        try (var child = start(language, "geese", "odd")) {
            assertTrue(child.next().matches("FAILED reason=no load \"geese\" here, only .*\"hangs\".*\"talks\""));
            assertEquals(1, child.exitCode());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"go", "python"})
    void missesAParameterAloud(String language) throws Exception {
        try (var child = start(language, "needs depth", "odd")) {
            child.next();
            String failed = child.say("LOAD tasks=10").next();
            assertTrue(failed.startsWith("FAILED reason=") && failed.contains("depth"), failed);
            assertEquals(1, child.exitCode());
        }
        try (var child = start(language, "needs depth", "odd")) {
            child.next();
            assertEquals("MARK name=arrives at=2", child.say("LOAD tasks=2 depth=1").next());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"go", "python"})
    void waitsForEveryTaskAndKeepsWhatTheyPrintApart(String language) throws Exception {
        try (var child = start(language, "talks", "odd")) {
            child.next();
            child.say("LOAD tasks=5");
            for (int i = 0; i < 5; i++) assertEquals("MARK name=arrives at=5", child.next());
            assertTrue(child.next().startsWith("LOADED tasks=5 "));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"go", "python"})
    void goesOnWhenItHasBeenWeighedAndNotBefore(String language) throws Exception {
        try (var child = start(language, "asks", "odd")) {
            child.next();
            assertEquals("MARK name=empty weigh=1", child.say("LOAD tasks=1").next());
            assertTrue(child.isSilent(), "it waits for its answer");
            assertEquals("MARK name=again weigh=1", child.say("WEIGHED").next());
            assertEquals("MARK name=arrives at=1", child.say("WEIGHED").next());
            assertTrue(child.next().startsWith("LOADED tasks=1 "));
        }
    }

    /// The same in every language: of an even number of values the mean of the two in the middle.
    @Test
    void theMedianIsTheSameInGoAsInJava() throws Exception {
        try (var child = start("go", "medians", "odd")) {
            child.next();
            assertEquals("MARK name=medians of_three=%.0f of_four=%.0f".formatted(Median.of(9, 1, 4),
                Median.of(9, 1, 4, 6)), child.say("LOAD tasks=1").next());
        }
        assertEquals(5, Gate.median(9, 1, 4, 6));
    }

    /// After six looks of a second each. The line is the one that the program marks.
    @ParameterizedTest
    @ValueSource(strings = {"go", "python"})
    void saysWhereTasksWaitThatNeverSaidThatTheyAreThere(String language) throws Exception {
        var lines = Programs.TEXTS.get(language.equals("go") ? "odd.go" : "odd.py").lines().toList();
        int line = 1 + IntStream.range(0, lines.size()).filter(i -> lines.get(i).contains("here they wait"))
            .findFirst().orElseThrow();
        try (var child = start(language, "silent", "odd")) {
            child.next();
            assertEquals("FAILED reason=0 of 6000 tasks have called gate.here(), and nothing happens any more; 6000 %s "
                .formatted(language.equals("go") ? "goroutines" : "tasks") + "wait at odd." + (language.equals("go")
                ? "go" : "py") + ":" + line + ". Each task must call gate.here() before it waits",
                child.say("LOAD tasks=6000").next());
        }
    }

    /// A load that blocks the event loop cannot say anything itself.
    @Test
    void saysWhereTheEventLoopStandsStill() throws Exception {
        try (var child = start("python", "hangs", "odd")) {
            child.next();
            var said = child.say("LOAD tasks=5").next();
            assertTrue(said.contains("the event loop stands still at odd.py:5."), said);
        }
    }

    @Test
    void aBrokenTaskIsNoLoad() throws Exception {
        try (var child = start("python", "breaks", "odd")) {
            child.next();
            assertEquals("FAILED reason=ValueError: no luck", child.say("LOAD tasks=5").next());
            assertEquals(1, child.exitCode());
        }
    }

    @Test
    void tasksThatHaveNotRunCanBeWeighed() throws Exception {
        try (var child = start("python", "asyncio tasks (not yet run)", "chapter1")) {
            child.next();
            assertEquals("PARTS", child.say("PARTS").next());
            assertTrue(child.say("LOAD tasks=1000").next().startsWith("LOADED tasks=1000 confirmed=0 "));
            String parts = child.say("PARTS").next();
            assertTrue(parts.contains(" Handle=") && !parts.contains(" Future="), parts);
            assertEquals("UNLOADED", child.say("UNLOAD").next());
        }
    }

    @Test
    void theHeapCounterMissesTheStacks() throws Exception {
        double counted = live("goroutines (MemStats)"), all = live("goroutines");
        assertTrue(counted > 5000 * 300 && all > 5000 * 2048 && counted < all / 2, counted + " of " + all);
    }

    private double live(String load) throws Exception {
        try (var child = start("go", load, "chapter1")) {
            child.next();
            child.say("LOAD tasks=5000").next();
            return Conversation.number(child.say("LIVE").next(), "bytes");
        }
    }

    @Test
    void takesAGoroutineApart() throws Exception {
        try (var child = chapter("go")) {
            child.next();
            assertEquals("PARTS", child.say("PARTS").next());
            child.say("LOAD tasks=5000").next();
            String parts = child.say("PARTS").next();
            assertEquals(2048, Conversation.number(parts, "stack"), 40, parts);
            assertTrue(Conversation.number(parts, "g") > Conversation.number(parts, "sudog"), parts);
        }
    }

    /// The runtime's counters are unsigned, and stacks and spans may become fewer: the difference is below zero then.
    @Test
    void whatShrinksIsNotEndless() throws Exception {
        try (var child = start("go", "shrinks", "odd")) {
            child.next();
            child.say("PARTS").next();
            child.say("LOAD tasks=1000").next();
            String parts = child.say("PARTS").next();
            assertTrue(!parts.contains("stack=") && parts.startsWith("PARTS"), parts);
            for (String word : parts.split(" ")) if (word.contains("="))
                assertTrue(Conversation.number(parts, word.split("=")[0]) < 1e6, parts);
        }
    }

    @Test
    void takesATaskApart() throws Exception {
        try (var child = chapter("python")) {
            child.next();
            assertEquals("PARTS", child.say("PARTS").next());
            child.say("LOAD tasks=5000").next();
            String parts = child.say("PARTS").next();
            for (String part : new String[]{"Task", "Future", "Context", "coroutine_wait", "coroutine_Event.wait"})
                assertTrue(Conversation.number(parts, part) > 48, parts);
        }
    }
}

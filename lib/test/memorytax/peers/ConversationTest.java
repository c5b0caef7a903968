package memorytax.peers;

import memorytax.child.Gate;
import memorytax.child.Median;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Set;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The scale's files in each language speak the protocol, word for word.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConversationTest {
    private final Speakers speakers = Speakers.here();

    private static Set<String> languages() {
        return Speakers.languages();
    }

    private Conversation start(String language, String load, String program) throws Exception {
        return speakers.start(language, load, program);
    }

    private Conversation chapter(String language) throws Exception {
        return speakers.chapter(language);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void answersEveryVerbAndGoes(String language) throws Exception {
        try (var child = chapter(language)) {
            assertTrue(child.next().matches("READY runtime=%s version=\\Q%s\\E can=.*parts"
                .formatted(language, speakers.toolchains().version(language).orElseThrow())));
            String loaded = child.say("LOAD tasks=500 depth=3").next();
            assertTrue(loaded.startsWith("LOADED tasks=500 ") && Conversation.number(loaded, "spawn_ms") >= 0, loaded);
            if (!language.equals("go")) assertEquals(500, Conversation.number(loaded, "confirmed"));
            assertEquals("PARTS", child.say("PARTS").next(), "of too few tasks");
            assertEquals("UNLOADED", child.say("UNLOAD").next());
            assertEquals(0, child.say("EXIT").exitCode());
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void endsWhenNobodyIsThereToAsk(String language) throws Exception {
        try (var child = chapter(language)) {
            child.next();
            child.say("LOAD tasks=10").next();
            assertEquals(0, child.closeStdin().exitCode());
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void endsThoughItsLoadHangs(String language) throws Exception {
        try (var child = start(language, "hangs", "odd")) {
            child.next();
            assertEquals(0, child.say("LOAD tasks=10").closeStdin().exitCode());
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void saysWhichLoadsItKnows(String language) throws Exception {
        try (var child = start(language, "geese", "odd")) {
            assertTrue(child.next().matches("FAILED reason=no load \"geese\" here, only .*\"hangs\".*\"talks\""));
            assertEquals(1, child.exitCode());
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
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
    @MethodSource("languages")
    void waitsForEveryTaskAndKeepsWhatTheyPrintApart(String language) throws Exception {
        try (var child = start(language, "talks", "odd")) {
            child.next();
            child.say("LOAD tasks=5");
            for (int i = 0; i < 5; i++) assertEquals("MARK name=arrives at=5", child.next());
            assertTrue(child.next().startsWith("LOADED tasks=5 "));
        }
    }

    /// Of a module that every Python has: uvloop's is used in the same way.
    @Test
    void aLoadMayHaveTheLoopOfAModule() throws Exception {
        try (var child = start("python", "elsewhere", "odd")) {
            child.next();
            child.say("LOAD tasks=5");
            for (int i = 0; i < 5; i++) assertEquals("MARK name=arrives at=5", child.next());
            assertTrue(child.next().startsWith("LOADED tasks=5 "));
            assertEquals("UNLOADED", child.say("UNLOAD").next());
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
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
    @MethodSource("languages")
    void saysWhereTasksWaitThatNeverSaidThatTheyAreThere(String language) throws Exception {
        var file = "odd" + speakers.extension(language);
        var lines = Programs.TEXTS.get(file).lines().toList();
        int line = 1 + IntStream.range(0, lines.size()).filter(i -> lines.get(i).contains("here they wait"))
            .findFirst().orElseThrow();
        var where = switch (language) {
            case "go" -> "6000 goroutines wait at " + file + ":" + line;
            case "rust" -> "tokio has 6000 tasks"; // and does not tell where they wait
            default -> "6000 tasks wait at " + file + ":" + line;
        };
        try (var child = start(language, "silent", "odd")) {
            child.next();
            assertEquals("FAILED reason=0 of 6000 tasks have called gate.here(), and nothing happens any more; " + where
                + ". Each task must call gate.here() before it waits", child.say("LOAD tasks=6000").next());
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

    @ParameterizedTest
    @CsvSource({"python, ValueError: no luck", "node, RangeError: no luck", "rust, no luck (odd.rs:#)"})
    void aBrokenTaskIsNoLoad(String language, String reason) throws Exception {
        try (var child = start(language, "breaks", "odd")) {
            child.next();
            assertEquals("FAILED reason=" + reason, child.say("LOAD tasks=5").next().replaceAll(":\\d+\\)", ":#)"));
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
}

package memorytax.peers;

import memorytax.Weighs;
import memorytax.measure.plan.Archive;
import memorytax.measure.plan.Effort;
import memorytax.measure.plan.Progress;
import memorytax.measure.plan.Scale;
import memorytax.measure.process.Launch;
import memorytax.measure.result.Quantity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Idle.java speaks the protocol, and what it starts is weighed as a chapter's threads are.
@Weighs
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdleThreadsTest {
    private static final String OWN = "(" + Runtime.version().feature() + ")";
    private Toolchains toolchains;

    @BeforeAll
    void find(@TempDir Path cache) {
        toolchains = new Toolchains(_ -> Optional.empty(), cache, System.getenv());
    }

    private Launch launch(String load) {
        return toolchains.versions().javas(load).stream().filter(p -> p.contender().name().equals(load + " " + OWN))
            .findFirst().orElseThrow().launch().orElseThrow();
    }

    /// The same program, without its rounds of warming.
    private Conversation cold(String load) throws Exception {
        var words = new ArrayList<>(launch("virtual threads").command());
        words.removeLast();
        words.set(words.size() - 1, load);
        return new Conversation(new Launch(words, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"virtual threads", "platform threads"})
    void answersEveryVerbAndGoes(String load) throws Exception {
        try (var child = new Conversation(launch(load))) {
            assertEquals("READY runtime=java version=" + Runtime.version() + " can=live", child.next());
            String loaded = child.say("LOAD tasks=500 depth=3").next();
            assertTrue(loaded.startsWith("LOADED tasks=500 ") && Conversation.number(loaded, "spawn_ms") >= 0, loaded);
            assertTrue(Conversation.number(child.say("LIVE").next(), "bytes") > 500 * 50);
            assertEquals("UNLOADED", child.say("WEIGHED").say("UNLOAD").next());
            assertEquals(0, child.say("EXIT").exitCode());
        }
    }

    @Test
    void endsWhenNobodyIsThereToAsk() throws Exception {
        try (var child = cold("platform threads")) {
            child.next();
            child.say("LOAD tasks=10").next();
            assertEquals(0, child.closeStdin().exitCode());
        }
    }

    /// Before it is ready, too: it warms up meanwhile.
    @Test
    void endsThoughItIsWarmedStill() throws Exception {
        var words = new ArrayList<>(launch("virtual threads").command());
        words.set(words.size() - 1, "warm=1000000x1000");
        try (var child = new Conversation(new Launch(words, Map.of()))) {
            assertEquals(0, child.closeStdin().exitCode());
        }
    }

    @Test
    void saysWhatItDoesNotKnow() throws Exception {
        try (var child = cold("geese")) {
            assertEquals("FAILED reason=no load \"geese\" here, only \"platform threads\"; \"virtual threads\"",
                child.next());
            assertEquals(1, child.exitCode());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOAD depth=3", "LOAD tasks=many", "FLY"})
    void failsAloud(String line) throws Exception {
        try (var child = cold("virtual threads")) {
            child.next();
            var failed = child.say(line).next();
            assertTrue(failed.startsWith("FAILED reason="), failed);
            assertEquals(1, child.exitCode());
        }
    }

    @Test
    void itsThreadsCostWhatAChaptersCost() {
        var scale = new Scale(Effort.quick(1, 1_000, 5_000, 10_000), toolchains, Progress.SILENT, Archive.NONE, "idle");
        var weighed = scale.sizes(1_000).javas("virtual threads").weigh();
        double price = weighed.slope("virtual threads " + OWN).orElseThrow().value();
        assertTrue(price > 400 && price < 4_000, price + " B");
        double live = weighed.slope("virtual threads " + OWN, Quantity.LIVE).orElseThrow().value();
        assertTrue(live > 400 && live < 1_500, live + " B");
    }
}

package memorytax.peers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What the runtimes tell of their tasks: which bytes are alive, and what one task is made of.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskPartsTest {
    private final Speakers speakers = Speakers.here();

    @Test
    void theHeapCounterMissesTheStacks() throws Exception {
        double counted = live("goroutines (MemStats)"), all = live("goroutines");
        assertTrue(counted > 5000 * 300 && all > 5000 * 2048 && counted < all / 2, counted + " of " + all);
    }

    @Test
    void takesAGoroutineApart() throws Exception {
        try (var child = speakers.chapter("go")) {
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
        try (var child = speakers.start("go", "shrinks", "odd")) {
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
        try (var child = speakers.chapter("python")) {
            child.next();
            assertEquals("PARTS", child.say("PARTS").next());
            child.say("LOAD tasks=5000").next();
            String parts = child.say("PARTS").next();
            for (String part : new String[]{"Task", "Future", "Context", "coroutine_wait", "coroutine_Event.wait"})
                assertTrue(Conversation.number(parts, part) > 48, parts);
        }
    }

    @Test
    void takesAnAsyncFunctionApart() throws Exception {
        var parts = apart("node", "node promises", "chapter11");
        for (var part : List.of("Generator", "Promise", "PromiseReaction", "Context", "2_closure"))
            assertTrue(Conversation.number(parts, part) >= 40, parts);
    }

    /// What a task has inside is one allocation, however deep it is; a call that the compiler cannot follow is another.
    @Test
    void takesATokioTaskApart() throws Exception {
        for (var load : List.of("tokio tasks", "tokio tasks (nested)", "tokio tasks (deep)")) {
            var parts = apart("rust", load, "chapter11");
            assertTrue(parts.contains("PARTS task_cell_of_") == !load.contains("deep"), parts);
            assertTrue(parts.contains("11_allocations_of_") == load.contains("deep"), parts);
        }
    }

    private double live(String load) throws Exception {
        try (var child = speakers.start("go", load, "chapter1")) {
            child.next();
            child.say("LOAD tasks=5000").next();
            return Conversation.number(child.say("LIVE").next(), "bytes");
        }
    }

    private String apart(String language, String load, String program) throws Exception {
        try (var child = speakers.start(language, load, program)) {
            child.next();
            assertEquals("PARTS", child.say("PARTS").next());
            child.say("LOAD tasks=5000 depth=10").next();
            return child.say("PARTS").next();
        }
    }
}

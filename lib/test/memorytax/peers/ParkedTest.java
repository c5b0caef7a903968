package memorytax.peers;

import memorytax.measure.process.Peers.Peer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// In Go and Python a task that has begun does not count as one that waits, and one that never began is no proof.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParkedTest {
    private static final Map<String, String> TEXTS = Map.of("parked.go", """
        package main

        import (
        	"runtime"
        	"sync/atomic"
        )

        func main() { serve(loads{"tells": tells, "never begins": neverBegins}) }

        var goOn atomic.Bool

        func wait(gate *Gate) {
        	gate.here()
        	for !goOn.Load() {
        		runtime.Gosched()
        	}
        	<-gate.done
        }

        func waitsNot(gate *Gate) { select {} }

        func tells(tasks int, gate *Gate) {
        	go waitsNot(gate)
        	for i := 0; i < tasks; i++ {
        		go wait(gate)
        	}
        	gate.full()
        	gate.mark("begun", "tasks=%d", gate.waiting("main.wait"))
        	goOn.Store(true)
        	gate.parked("main.wait", tasks)
        	gate.mark("parked", "tasks=%d", gate.waiting("main.wait"))
        }

        func neverBegins(tasks int, gate *Gate) { gate.gone() }
        """, "parked.py", """
        import asyncio
        from scale import serve

        async def wait(gate):
            gate.here()
            await gate.done.wait()

        async def tells(tasks, gate):
            waiting = [asyncio.create_task(wait(gate)) for _ in range(tasks)]
            asyncio.create_task(asyncio.sleep(3600))
            gate.mark("begun", tasks=gate.waiting("wait"))
            await gate.parked("wait", tasks)
            gate.mark("parked", tasks=gate.waiting("wait"))
            gate.done.set()
            gate.mark("told", tasks=gate.waiting("wait"))
            return waiting

        async def never_begins(tasks, gate):
            async def handle(request):
                asyncio.create_task(wait(gate)).cancel()

            await gate.serve(handle)

        serve({"tells": tells, "never begins": never_begins})
        """);
    private Toolchains toolchains;

    @BeforeAll
    void find(@TempDir Path cache) {
        toolchains = new Toolchains(file -> Optional.ofNullable(TEXTS.get(file)), cache, System.getenv());
    }

    private Conversation start(String language, String load) throws Exception {
        assumeTrue(toolchains.version(language).isPresent(), () -> "no " + language + " here");
        Peer peer = language.equals("go") ? toolchains.go(load, "parked.go")
            : toolchains.program("python", load, "parked.py").getFirst();
        var child = new Conversation(peer.launch().orElseThrow(() -> new AssertionError(peer.missing())));
        child.next();
        return child;
    }

    @ParameterizedTest
    @ValueSource(strings = {"go", "python"})
    void whoHasBegunDoesNotWaitYet(String language) throws Exception {
        try (var child = start(language, "tells")) {
            assertEquals("MARK name=begun tasks=0", child.say("LOAD tasks=400").next());
            assertEquals("MARK name=parked tasks=400", child.next());
            if (language.equals("python")) assertEquals("MARK name=told tasks=0", child.next());
            assertTrue(child.next().startsWith("LOADED tasks=400 "));
        }
    }

    @Test
    void aGoroutineThatNeverBeganIsNoProof() throws Exception {
        try (var child = start("go", "never begins")) {
            assertEquals("FAILED reason=only 0 of 7 goroutines ever began, so that none is left proves nothing",
                child.say("LOAD tasks=7").next());
        }
    }

    @Test
    void anAsyncioTaskThatNeverBeganIsNoProof() throws Exception {
        try (var child = start("python", "never begins")) {
            assertEquals("FAILED reason=RuntimeError: only 0 of 7 tasks ever began, so that none is left proves "
                + "nothing", child.say("LOAD tasks=7").next());
        }
    }
}

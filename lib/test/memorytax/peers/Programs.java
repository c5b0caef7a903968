package memorytax.peers;

import java.util.Map;

/// Programs for the tests beside the chapter's own: loads that misbehave.
final class Programs {
    static final Map<String, String> TEXTS = Map.of("odd.go", """
        package main

        import (
        	"fmt"
        	"runtime"
        )

        var left chan struct{}

        func main() {
        	left = make(chan struct{})
        	for i := 0; i < 5000; i++ {
        		go func() { <-left }()
        	}
        	serve(loads{"hangs": hangs, "needs depth": needsDepth, "talks": talks, "shrinks": shrinks,
        		"asks": asks, "medians": medians, "silent": silent})
        }

        // never says that they are there
        func silent(tasks int, gate *Gate) {
        	for i := 0; i < tasks; i++ {
        		go func() { <-gate.done }() // here they wait
        	}
        }

        // ends more goroutines than it starts
        func shrinks(tasks int, gate *Gate) {
        	close(left)
        	for runtime.NumGoroutine() > 1000 {
        		runtime.Gosched()
        	}
        	runtime.GC()
        	gate.begun.Add(int64(tasks))
        }

        // asks to be weighed, and goes on when it has been
        func asks(tasks int, gate *Gate) {
        	gate.weigh("empty")
        	gate.weigh("again")
        	talk(tasks, gate)
        }

        func medians(tasks int, gate *Gate) {
        	gate.mark("medians", "of_three=%d of_four=%d", median([]int64{9, 1, 4}), median([]int64{9, 1, 4, 6}))
        	talk(tasks, gate)
        }

        func hangs(tasks int, gate *Gate) { select {} }

        func needsDepth(tasks int, gate *Gate) { talk(tasks*gate.number("depth"), gate) }

        func talks(tasks int, gate *Gate) { talk(tasks, gate) }

        func talk(tasks int, gate *Gate) {
        	for i := 0; i < tasks; i++ {
        		go func() {
        			fmt.Print("LOADED tasks=0 ")
        			gate.mark("arrives", "at=%d", gate.tasks)
        			gate.here()
        			<-gate.done
        		}()
        	}
        }
        """, "odd.py", """
        import asyncio, time
        from scale import serve

        async def hangs(tasks, gate):
            time.sleep(3600)

        async def wait(gate):
            print("LOADED tasks=0 ", end="", flush=True)
            gate.mark("arrives", at=gate.tasks)
            gate.here()
            await gate.done.wait()

        async def needs_depth(tasks, gate, depth):
            return await talks(tasks * (depth > 0), gate)

        async def talks(tasks, gate):
            return [asyncio.create_task(wait(gate)) for _ in range(tasks)]

        async def asks(tasks, gate):
            await gate.weigh("empty")
            await gate.weigh("again")
            return await talks(tasks, gate)

        async def forgets(gate):
            await gate.done.wait()  # here they wait

        async def silent(tasks, gate):
            return [asyncio.create_task(forgets(gate)) for _ in range(tasks)]

        async def breaks(tasks, gate):
            async def broken(): raise ValueError("no luck")
            return [asyncio.create_task(broken()) for _ in range(tasks)]

        serve({"hangs": hangs, "needs depth": needs_depth, "talks": talks, "breaks": breaks, "asks": asks,
               "silent": silent, "elsewhere": talks}, loops={"asyncio": ["elsewhere"]})
        """, "odd.mjs", """
        import { serve } from "./scale.mjs";

        async function hangs(tasks, gate) {
          await new Promise(() => {});
        }

        async function wait(gate) {
          console.log("LOADED tasks=0");
          process.stdout.write("LOADED tasks=0\\n");
          gate.mark("arrives", { at: gate.tasks });
          gate.here();
          await gate.done;
        }

        function talks(tasks, gate) {
          for (let i = 0; i < tasks; i++) wait(gate);
        }

        function needsDepth(tasks, gate) {
          talks(tasks * gate.number("depth"), gate);
        }

        async function asks(tasks, gate) {
          await gate.weigh("empty");
          await gate.weigh("again");
          talks(tasks, gate);
        }

        async function forgets(gate) {
          await gate.done; // here they wait
        }

        function silent(tasks, gate) {
          for (let i = 0; i < tasks; i++) forgets(gate);
        }

        function breaks(tasks, gate) {
          for (let i = 0; i < tasks; i++) (async () => { throw new RangeError("no luck"); })();
        }

        serve({ "hangs": hangs, "needs depth": needsDepth, "talks": talks, "breaks": breaks, "asks": asks,
          "silent": silent });
        """, "odd.rs", """
        mod scale;

        use scale::Gate;

        fn main() {
            scale::serve!({ "hangs": hangs, "needs depth": needs_depth, "talks": talks, "breaks": breaks,
                "asks": asks, "silent": silent });
        }

        fn hangs(_: usize, _: &'static Gate) {
            loop { std::thread::park(); }
        }

        fn talks(tasks: usize, gate: &'static Gate) {
            for _ in 0..tasks {
                tokio::spawn(async {
                    print!("LOADED tasks=0 ");
                    gate.mark("arrives", &format!("at={}", gate.tasks));
                    gate.here();
                    gate.done.notified().await;
                });
            }
        }

        fn needs_depth(tasks: usize, gate: &'static Gate) {
            talks(tasks * gate.number("depth"), gate);
        }

        fn asks(tasks: usize, gate: &'static Gate) {
            gate.weigh("empty");
            gate.weigh("again");
            talks(tasks, gate);
        }

        fn silent(tasks: usize, gate: &'static Gate) {
            for _ in 0..tasks {
                tokio::spawn(async { gate.done.notified().await }); // here they wait
            }
        }

        fn breaks(tasks: usize, _: &'static Gate) {
            for _ in 0..tasks {
                tokio::spawn(async { panic!("no luck") });
            }
        }
        """);

    private Programs() {
    }
}

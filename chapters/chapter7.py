# Chapter 7 in Python: what waiting tasks cost the others.
import asyncio
import gc
import time

from scale import serve


async def wait(gate):
    gate.here()
    await gate.done.wait()


async def park(tasks, gate):
    held = [asyncio.create_task(wait(gate)) for _ in range(tasks)]
    await gate.full(held)
    return held


class Collections:
    """How long each collection takes, of whichever generation: nothing
    else runs meanwhile, so all of it is a pause."""

    def __init__(self, clock=time.perf_counter):
        self.clock, self.began, self.ms = clock, 0, []
        gc.callbacks.append(self)

    def __call__(self, phase, info):
        if phase == "start":
            self.began = self.clock()
        else:
            self.ms.append(1000 * (self.clock() - self.began))

    def tell(self, gate, name):
        ms, self.ms = sorted(self.ms), []
        if not ms:
            return
        last = len(ms) - 1
        middle = "%.4f" % ms[last // 2]
        gate.mark(name, pause_ms=middle, longest_ms="%.4f" % ms[last],
                  cycle_ms=middle, pauses=len(ms))
        for i in range(last, -1, -1 - last // 100):
            gate.mark("each_" + name, ms="%.4f" % ms[i])


# Objects that refer to themselves: only the collector takes them away.
# Some are needed for a while.
held = [None] * 1000


def garbage(requests):
    for i in range(requests):
        request = {}
        request["self"] = request
        held[i % len(held)] = request


async def parked(tasks, gate):
    garbage(1000)
    gc.collect()
    before, others = len(gc.get_objects()), len(asyncio.all_tasks())
    collections = Collections()
    waiting = await park(tasks, gate)
    garbage(100_000)
    collections.tell(gate, "new")
    for _ in range(5):
        gc.collect()
    collections.tell(gate, "full")
    tracked = gc.get_objects()
    if tasks:
        more, kind = len(tracked) - before, type(waiting[0])
        gate.mark("tracked", objects=more,
                  per_task="%.3f" % (more / tasks),
                  tasks=sum(type(o) is kind for o in tracked) - others)
    del tracked
    garbage(100_000)
    collections.tell(gate, "old")
    gc.callbacks.remove(collections)
    return waiting


# A load makes a hundred dead requests every millisecond, for a second.
async def beside_load(tasks, gate):
    waiting = await park(tasks, gate)
    gc.collect()
    collections = Collections(time.process_time)
    cpu, start = time.process_time(), time.perf_counter()
    for ms in range(1000):
        garbage(100)
        time.sleep(max(0, start + ms / 1000 - time.perf_counter()))
    cpu, spent = 1000 * (time.process_time() - cpu), sum(collections.ms)
    gate.mark("the_load", gc_cpu_ms=round(spent), cpu_ms=round(cpu),
              gc_percent=round(100 * spent / cpu, 1))
    return waiting


serve({
    "asyncio tasks": parked,
    "asyncio tasks, busy": beside_load,
})

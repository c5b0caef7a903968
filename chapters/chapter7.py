# Chapter 7 in Python: what waiting tasks cost the garbage collector and
# the event loop.
import asyncio
import concurrent.futures
import ctypes
import gc
import statistics
import sys
import time

from scale import serve


async def wait(gate):
    gate.here()
    await gate.done.wait()


def waiting(tasks, gate):
    return [asyncio.create_task(wait(gate)) for _ in range(tasks)]


async def park(tasks, gate):
    held = waiting(tasks, gate)
    await gate.full(held)
    return held


class Collections:
    """Measures how long each collection takes, young or full. Nothing
    else runs during a collection, so all of it is a stop."""

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
        middle = "%.4f" % statistics.median(ms)
        gate.mark(name, pause_ms=middle, longest_ms="%.4f" % ms[last],
                  cycle_ms=middle, pauses=len(ms))
        for i in range(last, -1, -1 - last // 100):
            gate.mark("each_" + name, ms="%.4f" % ms[i])


# Objects that refer to themselves: only the collector can free them.
# The last 1,000 are still needed.
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


# A load makes 100,000 requests, 100 every millisecond, which soon are
# garbage. Each is a dictionary, and Python says how large that is.
async def beside_load(tasks, gate):
    waiting = await park(tasks, gate)
    gc.collect()
    collections = Collections(time.process_time)
    cpu, start = time.process_time(), time.perf_counter()
    for ms in range(1000):
        garbage(100)
        time.sleep(max(0, start + ms / 1000 - time.perf_counter()))
    cpu, spent = 1000 * (time.process_time() - cpu), sum(collections.ms)
    mb = 100_000 * sys.getsizeof(held[0]) / 2 ** 20
    gate.mark("the_load", gc_ms_per_gb=round(1024 * spent / mb, 1),
              gc_cpu_ms=round(spent, 1), garbage_mb=round(mb),
              cpu_ms=round(cpu, 1))
    return waiting


LONG, SHORT, SLICES, MASK = 19, 1, 80, 2**64 - 1


def compute(rounds):
    x = 88172645463325252
    for _ in range(rounds):
        x = x * 1103515245 + 12345 & MASK
    return x


# One loop on one thread runs all jobs.
async def handed_to_one(tasks, gate, ms=1000):
    units = [LONG if job < tasks // 2 else SHORT for job in range(tasks)]
    best = min(timed(compute, 20000) for _ in range(8)) / 20000
    unit = int(ms / 1000 / best / sum(units))
    began, ended = [0.0] * tasks, [0.0] * tasks

    async def run(job):
        began[job] = time.perf_counter()
        compute(unit * units[job])
        ended[job] = time.perf_counter()
        gate.here()

    for job in range(tasks):
        asyncio.create_task(run(job))
    await gate.full()
    tell(gate, began, ended)


def timed(what, argument):
    start = time.perf_counter()
    what(argument)
    return time.perf_counter() - start


def tell(gate, began, ended):
    first, last = min(began), max(ended)
    gate.mark("work", seconds="%.3f" % (last - first), carriers=1,
              elsewhere_percent=0)
    length = (last - first) / SLICES
    busy = [0.0] * (SLICES + 1)
    for start, end in zip(began, ended):
        number = int((start - first) / length)
        while number < SLICES and first + number * length < end:
            edge = first + number * length
            busy[number] += max(0, min(end, edge + length) - max(start, edge))
            number += 1
    tens = [min(10, round(10 * each / length)) for each in busy[:SLICES]]
    tens.append(-1)
    start = 0
    for number in range(1, SLICES + 1):
        if tens[number] != tens[start]:
            if tens[start]:
                gate.mark("carrier_1", from_ms="%.3f" % (1000 * start * length),
                          to_ms="%.3f" % (1000 * number * length),
                          busy_percent=10 * tens[start])
            start = number


# One task asks the loop for its next turn, again and again.
async def one_looks(tasks, gate):
    async def look():
        gate.here()
        while True:
            await asyncio.sleep(0)

    return waiting(tasks - 1, gate) + [asyncio.create_task(look())]


# All tasks wait, and then all end. The process is weighed before they
# end and after, after it was left alone, and after it was asked to give
# back memory.
async def burst_ends(tasks, gate, alone):
    held = await park(tasks, gate)
    await gate.weigh("all_wait")
    gate.done.set()
    for task in held:
        await task
    del task
    held.clear()
    await gate.weigh("all_ended")
    await asyncio.sleep(alone / 1000)
    await gate.weigh("left_alone")
    gc.collect()
    try:
        ctypes.CDLL(None).malloc_trim(0)
    except (AttributeError, OSError, TypeError):
        pass  # another C library than glibc
    await gate.weigh("asked")


# What to take to work: a worker that is free takes the next job. A loop
# has one thread, so here processes do the jobs, which only compute.
def take_to_work(job, numbers):
    half = len(numbers) // 2
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        # wrong: divided in advance, so one may get all long jobs
        first = list(pool.map(job, numbers, chunksize=half))
        # right: a process that is free takes the next job
        return first, list(pool.map(job, numbers, chunksize=1))


serve({
    "asyncio tasks": parked,
    "asyncio tasks (busy)": beside_load,
    "asyncio tasks (handed to one)": handed_to_one,
    "asyncio tasks (parked)": park,
    "asyncio tasks (one looks)": one_looks,
    "asyncio tasks (burst)": burst_ends,
})

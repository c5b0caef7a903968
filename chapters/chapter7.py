# Chapter 7 in Python: the one loop.
import asyncio
import ctypes
import gc
import time

from scale import serve

LONG, SHORT, SLICES, MASK = 19, 1, 80, 2**64 - 1


def compute(rounds):
    x = 88172645463325252
    for _ in range(rounds):
        x = x * 1103515245 + 12345 & MASK
    return x


# One loop on one thread: what is handed to it, it runs.
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


# They wait, and do nothing else.
async def parked_ones(tasks, gate):
    async def wait():
        gate.here()
        await gate.done.wait()

    return [asyncio.create_task(wait()) for _ in range(tasks)]


# One of them asks the loop for its next turn, again and again.
async def one_looks(tasks, gate):
    async def look():
        gate.here()
        while True:
            await asyncio.sleep(0)

    return await parked_ones(tasks - 1, gate) + [asyncio.create_task(look())]


# All wait, and then all end: what the process takes then, after it was
# let alone, and after it was asked to give back what it can.
async def burst_ends(tasks, gate, alone):
    held = await parked_ones(tasks, gate)
    await gate.full()
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
    await asyncio.sleep(alone / 4000)
    await gate.weigh("asked")


serve({
    "asyncio tasks, handed to one": handed_to_one,
    "asyncio tasks, parked": parked_ones,
    "asyncio tasks, one looks": one_looks,
    "asyncio tasks, burst": burst_ends,
})

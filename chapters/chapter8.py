# Chapter 8 in Python: the service that the reader describes.
#
# The scale starts this program, weighs it while it is empty, has
# it start one of the loads below, and weighs it again.
import asyncio
import time

from scale import serve


# A frame that keeps a value, as in chapter 2. The frame at the bottom
# allocates the task's bytes, writes to them, and waits.
async def frames(depth, gate):
    local = depth
    if depth == 0:
        if gate.holding:
            local = bytearray(b"1" * gate.holding)
        gate.here()
        await gate.done.wait()
        local = 0
    else:
        local += await frames(depth - 1, gate)
    return local


async def asyncio_tasks(tasks, gate, depth, holding, allocating=0, millis=None):
    gate.holding = holding
    all = [asyncio.create_task(frames(depth, gate)) for _ in range(tasks)]
    if millis is not None:
        await gate.full(all)
        await works(gate, allocating * 1024, millis)
    return all


# Eight clients make garbage beside the tasks that wait. The process is
# weighed before that and after it, and tells how much was made.
async def works(gate, rate, millis):
    await gate.weigh("parked")
    made = await asyncio.gather(*(client(rate / 8, millis / 1000) for _ in range(8)))
    gate.mark("made", bytes=sum(made), millis=millis)
    await gate.weigh("with_garbage")


# A client allocates requests of five buffers, of 1 to 16 KB, and writes
# to them, at a rate of so many bytes a second. The next request replaces
# them.
async def client(rate, seconds):
    made, start = 0, time.perf_counter()
    while time.perf_counter() < start + seconds:
        if made > rate * (time.perf_counter() - start):
            await asyncio.sleep(0.001)
            continue
        request = [bytearray(b"1" * (1024 << i)) for i in range(5)]
        made += sum(map(len, request))
        await asyncio.sleep(0)
    return made


# What to take to work: when a buffer is freed.
def take_to_work(buffers):
    # not in Python: a size of the heap to set; CPython frees a buffer
    # when its last reference is gone
    buffers.clear()


serve({
    "asyncio tasks": asyncio_tasks,
})

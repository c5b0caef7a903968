# Chapter 8 in Python: the service that the reader describes.
#
# The scale starts this program, weighs it while it is empty, has
# it start one of the loads below, and weighs it again.
import asyncio

from scale import serve


# A frame that has something to keep, as in chapter 2. At the bottom
# that is the task's bytes, written to, and there it waits.
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


async def asyncio_tasks(tasks, gate, depth, holding):
    gate.holding = holding
    return [asyncio.create_task(frames(depth, gate)) for _ in range(tasks)]


serve({
    "asyncio tasks": asyncio_tasks,
})

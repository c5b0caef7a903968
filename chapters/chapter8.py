# Chapter 8 in Python: the service that the reader describes.
#
# The scale starts this program, weighs it while it is empty, has
# it start one of the loads below, and weighs it again.
import asyncio

from scale import serve


# A frame that has something to keep, as in chapter 2. At the bottom
# the task holds so many bytes, written to, and waits.
async def frames(depth, holding, gate):
    local = depth
    if depth == 0:
        held = bytearray(b"1" * holding) if holding else None
        gate.here()
        await gate.done.wait()
        del held
    else:
        local += await frames(depth - 1, holding, gate)
    return local


async def asyncio_tasks(tasks, gate, depth, holding):
    return [asyncio.create_task(frames(depth, holding, gate))
            for _ in range(tasks)]


serve({
    "asyncio tasks": asyncio_tasks,
})

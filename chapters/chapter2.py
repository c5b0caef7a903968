# Chapter 2 in Python: chains of awaits.
#
# The scale starts this program, weighs it while it is empty, has
# it start one of the loads below, and weighs it again.
import asyncio

from scale import serve


# A frame that has something to keep, and to read again on its way
# back. Python has no stack for it: every call of an async function
# makes a coroutine, which is an object. Since CPython 3.11 the frame
# is part of the coroutine. Before, it was an object of its own.
async def frames(depth, gate):
    local = depth
    if depth == 0:
        gate.here()
        await gate.done.wait()
    else:
        local += await frames(depth - 1, gate)
    return local


async def asyncio_tasks(tasks, gate, depth):
    return [asyncio.create_task(frames(depth, gate)) for _ in range(tasks)]


# Awaits without an end. Python counts them, and raises an error at a
# limit that has nothing to do with memory: sys.getrecursionlimit().
async def endless(tasks, gate):
    reached = 0

    async def down(n):
        nonlocal reached
        reached = n
        await down(n + 1)

    async def task():
        try:
            await down(1)
        except RecursionError:
            gate.mark("overflow", frames=reached)
        gate.here()

    return [asyncio.create_task(task()) for _ in range(tasks)]


# What to take to work: wait at the top of the stack.
async def take_to_work(query):
    async def awaits(depth):
        # wrong: each layer awaits, and so each layer keeps a coroutine
        return await (awaits(depth - 1) if depth else query())

    def returns(depth):
        # right: each layer returns what the first one is to await
        return returns(depth - 1) if depth else query()

    return await awaits(100), await returns(100)


serve({
    "asyncio tasks": asyncio_tasks,
    "asyncio tasks (endless)": endless,
})

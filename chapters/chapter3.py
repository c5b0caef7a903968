# Chapter 3 in Python: what a waiting task keeps.
#
# Python has no escape analysis: every object lives on the heap, and a
# variable is a reference to it. An object that a waiting coroutine
# still refers to is kept for as long as the coroutine waits.
import asyncio

from scale import serve


async def wait(gate, kb):
    local = bytearray(kb << 10) if kb else None
    gate.here()
    await gate.done.wait()
    return local


async def asyncio_tasks(tasks, gate, kb):
    return [asyncio.create_task(wait(gate, kb)) for _ in range(tasks)]


# What to take to work: let go of a buffer before the task waits.
async def take_to_work(receive, ask):
    # not in Python: escape analysis; every object is on the heap
    buffer = await receive()
    # wrong: the variable keeps the buffer while the task waits
    first = await ask(len(buffer))

    length = len(buffer)
    # right: without its last reference the buffer is freed at once
    del buffer
    return first, await ask(length)


serve({"asyncio tasks": asyncio_tasks})

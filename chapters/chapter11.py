# Chapter 11 in Python: idle asyncio tasks, as in chapter 1.
#
# The scale starts this program, weighs it while it is empty, has
# it start one of the loads below, and weighs it again.
import asyncio

from scale import serve


# Every task says from inside that it runs, and then waits for an
# event that is set only after the weighing: as idle as a task can be.
async def wait(gate):
    gate.here()
    await gate.done.wait()


async def asyncio_tasks(tasks, gate):
    return [asyncio.create_task(wait(gate)) for _ in range(tasks)]


# The same wait, many calls deep. Each call of an async function is an
# object of its own.
async def call(depth, gate):
    if depth > 0:
        return 1 + await call(depth - 1, gate)
    await wait(gate)
    return 0


async def deep(tasks, gate, depth):
    return [asyncio.create_task(call(depth, gate)) for _ in range(tasks)]


# As in public benchmarks: each task sleeps.
async def nap(gate):
    gate.here()
    await asyncio.sleep(3600)


async def asleep(tasks, gate):
    return [asyncio.create_task(nap(gate)) for _ in range(tasks)]


# What to take to work: jobs that wait for their turn.
async def take_to_work(jobs):
    # wrong: a task for each job that waits for its turn
    turn = asyncio.Semaphore(8)

    async def in_turn(job):
        async with turn:
            await job()

    await asyncio.gather(*(in_turn(job) for job in jobs))

    # right: the jobs wait in a list, and eight tasks take them
    left = list(jobs)

    async def worker():
        while left:
            await left.pop()()

    await asyncio.gather(*(worker() for _ in range(8)))


serve({
    "asyncio tasks": asyncio_tasks,
    "asyncio tasks (deep)": deep,
    "asyncio tasks (sleep)": asleep,
})

# Chapter 1 in Python: idle asyncio tasks.
#
# The scale starts this program, weighs it while it is empty, has
# it start one of the loads below, and weighs it again.
import asyncio

from scale import serve


# Every task says from inside that it runs, and then waits for an
# event that nobody sets: as idle as a task can be.
async def wait(gate):
    gate.here()
    await gate.done.wait()


async def asyncio_tasks(tasks, gate):
    return [asyncio.create_task(wait(gate)) for _ in range(tasks)]


# A mistake, kept on purpose. create_task only puts a task into the
# loop's queue. Whoever looks at the memory now, before an await has
# let the loop run them, has weighed tasks that have not begun to
# wait: each still owns what it needs to be started, and not yet what
# it needs to wait.
async def asyncio_tasks_not_yet_run(tasks, gate):
    held = await asyncio_tasks(tasks, gate)
    gate.weigh_now()
    return held


# Every task says from inside that it runs, and then awaits this. The
# loop runs nothing else in between: who is here waits. Most of them
# never end: they go with the process.
def each(awaited):
    async def one(gate):
        gate.here()
        await awaited(gate)

    async def load(tasks, gate):
        return [asyncio.create_task(one(gate)) for _ in range(tasks)]

    return load


def future(gate):
    return asyncio.get_running_loop().create_future()


serve({
    "asyncio tasks": asyncio_tasks,
    "asyncio tasks, not yet run": asyncio_tasks_not_yet_run,

    # the same, by what they wait for
    "asyncio tasks, nothing": each(future),
    "asyncio tasks, timer": each(lambda gate: asyncio.sleep(3600)),
    "asyncio tasks, own queue": each(lambda gate: asyncio.Queue(1).get()),
})

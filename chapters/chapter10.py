# Chapter 10 in Python: the asyncio task of chapter 1, changed.
#
# The scale starts this program, weighs it while it is empty, has
# it start one of the loads below, and weighs it again. What is
# changed from outside, a variable or a version, is not seen here.
import asyncio

from scale import serve


# Every task says from inside that it runs, and then awaits this. It
# is called once more for each call that the task is to wait in.
async def wait(gate, awaited, depth):
    if depth > 0:
        await wait(gate, awaited, depth - 1)
    else:
        gate.here()
        await awaited(gate)


def each(awaited):
    async def load(tasks, gate, depth=0):
        return [asyncio.create_task(wait(gate, awaited, depth))
                for _ in range(tasks)]

    return load


# The load of chapter 1: all tasks wait for one event.
signal = each(lambda gate: gate.done.wait())


# A mistake, kept on purpose: the tasks are weighed before the loop
# has run any of them.
async def not_yet_run(tasks, gate):
    held = await signal(tasks, gate)
    gate.weigh_now()
    return held


def future(gate):
    return asyncio.get_running_loop().create_future()


# What to take to work: a figure that others can repeat.
def take_to_work(resident_empty, resident_full, tasks):
    # wrong: the empty process is in it
    each = resident_full / tasks
    # right: what the tasks have added, with their number
    added = (resident_full - resident_empty) / tasks
    return each, "%d B for each of %d tasks" % (added, tasks)


serve({
    "asyncio tasks": signal,
    "asyncio tasks (nothing)": each(future),
    "asyncio tasks (timer)": each(lambda gate: asyncio.sleep(3600)),
    "asyncio tasks (own queue)": each(lambda gate: asyncio.Queue(1).get()),
    "asyncio tasks (not yet run)": not_yet_run,
    "asyncio tasks (uvloop)": signal,
}, loops={"uvloop": ["asyncio tasks (uvloop)"]})

# Chapter 1 in Python: idle asyncio tasks.
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


# Bytes objects of 1,008 bytes with their headers: the C library's
# allocator adds 8 and rounds up to 16, so each takes 1,024.
async def known_objects(objects, gate):
    held = [None] * objects
    for i in range(objects):
        held[i] = b"%d" % (i % 10) * 975
        gate.here()
    return held


# A mistake, kept on purpose. create_task only puts a task into the
# loop's queue. The memory is weighed before an await has let the loop
# run the tasks, so no task waits yet: each still has the objects that
# start it, and does not have the objects that it waits with.
async def asyncio_tasks_not_yet_run(tasks, gate):
    held = await asyncio_tasks(tasks, gate)
    gate.weigh_now()
    return held


# Every task says from inside that it runs, and then awaits this. The
# loop runs nothing else in between: a task that is here waits. Most
# of these tasks end only when the process ends.
def each(awaited):
    async def one(gate):
        gate.here()
        await awaited(gate)

    async def load(tasks, gate):
        return [asyncio.create_task(one(gate)) for _ in range(tasks)]

    return load


def future(gate):
    return asyncio.get_running_loop().create_future()


# What to take to work: wait for one answer. A sender calls back.
async def take_to_work(send):
    # wrong: a queue has places for many answers, and only one comes
    answers = asyncio.Queue(1)
    send(answers.put_nowait)
    first = await answers.get()
    # right: a future holds one answer
    answer = asyncio.get_running_loop().create_future()
    send(answer.set_result)
    return first, await answer


serve({
    "asyncio tasks": asyncio_tasks,
    "asyncio tasks (not yet run)": asyncio_tasks_not_yet_run,
    "objects in Python": known_objects,

    # the same, by what they wait for
    "asyncio tasks (nothing)": each(future),
    "asyncio tasks (timer)": each(lambda gate: asyncio.sleep(3600)),
    "asyncio tasks (own queue)": each(lambda gate: asyncio.Queue(1).get()),
})

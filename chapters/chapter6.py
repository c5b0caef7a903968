# Chapter 6 in Python: tasks that nothing awaits or cancels.
#
# The event loop has only weak references to its tasks. A task lives for
# as long as something references it: a variable, or what it waits for.
import asyncio
import collections
import gc

from scale import serve


# Waits until the server closes, and keeps its request until then.
async def listen(gate, request):
    gate.here()
    try:
        await gate.done.wait()
        request[0] = 1
    finally:
        gate.gone()


async def forgotten(tasks, gate, rate=0):
    async def handle(request):
        asyncio.create_task(listen(gate, request))

    await gate.serve(handle, rate)
    if rate:  # the tasks are counted, and not weighed
        await gate.parked("listen", tasks)


async def cancelled(tasks, gate, rate=0):
    async def handle(request):
        listener = asyncio.create_task(listen(gate, request))
        await gate.parked("listen", 1)  # it has begun, and waits
        listener.cancel()
        await asyncio.wait([listener])

    await gate.serve(handle, rate)


# Each task waits for an event that nothing else references. A set keeps
# the tasks until they are counted, because Python may collect earlier.
async def lost(tasks, gate):
    async def wait(request):
        gate.here()
        await asyncio.Event().wait()
        request[0] = 1

    known = set()

    async def handle(request):
        known.add(asyncio.create_task(wait(request)))

    await gate.serve(handle)
    await gate.parked("wait", tasks)
    gate.mark("at_first", tasks=gate.waiting("wait"))
    known.clear()
    for _ in range(3):
        gc.collect()
    gate.mark("after_three_collections", tasks=gate.waiting("wait"))


# Counts by line where tasks wait, as the loop knows them.
async def all_tasks(tasks, gate):
    await forgotten(tasks, gate)
    await gate.parked("listen", tasks)
    frames = [task.get_stack(limit=1)[0] for task in asyncio.all_tasks()
              if task.get_coro().__name__ == "listen"]
    lines = collections.Counter("%s:%d" % (
        frame.f_code.co_filename.replace("\\", "/").rsplit("/", 1)[-1],
        frame.f_lineno) for frame in frames)
    for line, waiting in lines.items():
        gate.mark(line, tasks=waiting)


# What to take to work: the function that starts a task ends it.
async def take_to_work(listen, answer):
    # wrong: nothing ends the listener, and nothing keeps it
    asyncio.create_task(listen())
    await answer()

    # right: after 10 s or an error, the group cancels its tasks
    async with asyncio.timeout(10), asyncio.TaskGroup() as group:
        listener = group.create_task(listen())
        await answer()
        listener.cancel()
    # not in Python: a cancelled timer that keeps its task


serve({
    "asyncio tasks (forgotten)": forgotten,
    "asyncio tasks (cancelled)": cancelled,
    "asyncio tasks": lost,
    "asyncio tasks (all)": all_tasks,
})

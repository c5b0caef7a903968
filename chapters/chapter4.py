# Chapter 4 in Python: a burst of jobs, with and without a bound.
import asyncio
import inspect
import time

from scale import serve


# A job touches 64 KB, waits 10 ms for an answer, and needs its 64 KB
# until then.
async def job(burst):
    burst.begins()
    buffer = bytearray(64 << 10)
    await asyncio.sleep(0.010)
    burst.ends(buffer)


async def one_each(jobs, gate):
    burst = Burst(gate)
    tasks = [asyncio.create_task(job(burst)) for _ in range(jobs)]
    await burst.done(tasks)


async def semaphore(jobs, gate, workers):
    burst, turns = Burst(gate), asyncio.Semaphore(workers)

    async def bounded():
        async with turns:
            await job(burst)

    tasks = [asyncio.create_task(bounded()) for _ in range(jobs)]
    await burst.done(tasks)


# A queue holds the jobs, and a fixed number of workers take them from it.
async def from_a_queue(jobs, gate, workers):
    burst, queue = Burst(gate), asyncio.Queue()
    for number in range(jobs):
        queue.put_nowait(number)

    async def worker():
        while not queue.empty():
            queue.get_nowait()
            await job(burst)

    await burst.done([asyncio.create_task(worker()) for _ in range(workers)])


# Whether a task waits within a coroutine of this function: in its own
# coroutine, or in one that this coroutine awaits, and so on.
def waits_in(task, what):
    coroutine = task.get_coro()
    while inspect.iscoroutine(coroutine):
        if coroutine.cr_code is what.__code__:
            return inspect.getcoroutinestate(coroutine) != "CORO_CREATED"
        coroutine = coroutine.cr_await
    return False


class Burst:
    """When each job's turn came, and how many were under way at once. Seen is
    how many tasks waited within a job, by asyncio's own list of all tasks,
    which knows nothing of the bound. The list is read now and then."""

    def __init__(self, gate):
        self.gate, self.start = gate, time.perf_counter()
        self.turns, self.under_way, self.most, self.seen = [], 0, 0, 0
        self.looks_at = {gate.tasks * n // 20 for n in range(1, 20)}

    def begins(self):
        self.turns.append(time.perf_counter() - self.start)
        self.under_way += 1
        self.most = max(self.most, self.under_way)

    def ends(self, used):
        self.under_way -= 1
        if self.gate.arrived in self.looks_at:
            waiting = sum(waits_in(task, job) for task in asyncio.all_tasks())
            self.seen = max(self.seen, waiting)
        self.gate.here()

    async def done(self, tasks):
        await asyncio.gather(*tasks)
        self.turns.sort()
        half, p99 = (int(1000 * self.turns[int(share * (len(self.turns) - 1))])
                     for share in (0.5, 0.99))
        self.gate.mark("burst", half_ms=half, p99_ms=p99, most_at_once=self.most,
                       seen_at_once=self.seen)


# What to take to work: bound what is scarce.
async def take_to_work(jobs, call, query):
    async def worker():
        while jobs:
            await jobs.pop()()

    # wrong: 16 tasks for all jobs, because of 16 connections
    await asyncio.gather(*(worker() for _ in range(16)))

    # right: a task for each job, and a permit for each connection
    connections = asyncio.Semaphore(16)

    async def job():
        await call()  # not scarce: no bound
        async with connections:
            await query()

    await asyncio.create_task(job())


serve({
    "asyncio tasks (one each)": one_each,
    "asyncio tasks (semaphore)": semaphore,
    "asyncio tasks (workers)": from_a_queue,
})

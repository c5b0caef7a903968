"""The scale's few words, for a program in Python. Keep it beside yours,
and let the last line of yours name what can be weighed:

    serve({"idle": idle})

A load is an async function of (tasks, gate) that starts its tasks and
returns them. Each of them says gate.here() once it runs, then waits:
await gate.done.wait(). A further parameter, depth, takes the number that
the parent sends as depth=30.
"""
import asyncio
import collections
import gc
import importlib
import inspect
import os
import sys
import threading
import time

from silence import SILENCE, Watch, silence, waits, where

out, token = sys.stdout, ""  # the token of the scale, before each line, where it has told one
FREE_THREADED = "free-threading" in sys.version
PATIENCE = 3000  # looks of 10 ms or longer
FEWEST = 1000  # tasks that can be taken apart: among fewer, what else there is would look like theirs


class Gate:
    """Where the tasks of a load wait."""

    def __init__(self, tasks):
        self.tasks, self.arrived, self.ended = tasks, 0, 0
        self.others = -1  # tasks that there are before requests start theirs
        self.done, self.everyone = asyncio.Event(), asyncio.Event()
        self.start, self.said, self.ending = time.perf_counter(), False, threading.Event()
        self.weighed, self.ends = asyncio.Semaphore(0), None

    def here(self):
        """Said by each task, from inside: I run."""
        self.arrived += 1
        if self.arrived == self.tasks:
            self.everyone.set()

    async def full(self, held=()):
        """Returns when all of them have said so."""
        silent = 0
        while self.arrived < self.tasks:
            before = self.arrived
            try:
                await asyncio.wait_for(self.everyone.wait(), 1)
            except asyncio.TimeoutError:
                silent = silent + 1 if self.arrived == before else 0
                if silent == SILENCE:
                    fail(silence(self, "%s wait at %s" % where(asyncio.all_tasks())))
                for task in held or ():
                    if task.done():
                        task.result()  # raises what ended it
                if self.arrived == before and len(asyncio.all_tasks()) <= self.others:
                    raise RuntimeError("only %d of %d tasks ever began, so that none is left proves nothing"
                                       % (before, self.tasks))

    def waiting(self, name):
        """How many tasks of this coroutine wait now for something that has not
        come. One that is about to begin, or to go on, does not wait."""
        return sum(task.get_coro().__name__ == name and waits(task) for task in asyncio.all_tasks())

    async def parked(self, name, tasks):
        """Returns once so many tasks of this coroutine wait. Gives up when
        nothing has changed for a while; looks are counted, not seconds."""
        before, idle = -1, 0
        while self.waiting(name) != tasks:
            now = self.waiting(name)
            before, idle = now, idle + 1 if now == before else 0
            if idle == PATIENCE:
                raise RuntimeError("%d tasks wait in %s, and not %d" % (now, name, tasks))
            await asyncio.sleep(0.01 if idle > 10 else 0)

    def gone(self):
        """Said by a task that is over, however that came."""
        self.ended += 1

    async def serve(self, handle, rate=0):
        """Has one request after the other handled. Each brings a kilobyte. At
        so many a second, where there is a rate, it tells on the way how many
        were served, and how many tasks are there."""
        self.others = len(asyncio.all_tasks())
        start = time.perf_counter()
        for served in range(1, self.tasks + 1):
            await handle(bytearray(b"1" * 1024))
            if rate and served % (250 if served <= 10000 else 1000) == 0:
                await asyncio.sleep(max(0, start + served / rate - time.perf_counter()))
                self.served(served)

    def served(self, requests):
        self.mark("served", requests=requests, tasks=self.arrived - self.ended)

    def mark(self, name, **words):
        """Puts a point on the time line: gate.mark("half", free=n)."""
        say("MARK", name=name, **words)

    async def weigh(self, name):
        """Has the parent note down under this name what this process takes
        now, and returns when that is done."""
        self.mark(name, weigh=1)
        await self.weighed.acquire()

    def weigh_now(self):
        """Has the load weighed as it stands: the loop runs nothing meanwhile."""
        self.loaded()
        self.ending.wait()

    def loaded(self):
        if not self.said:
            self.said = True
            say("LOADED", tasks=self.tasks, confirmed=self.arrived,
                spawn_ms=int(1000 * (time.perf_counter() - self.start)))


def serve(loads, loops=None):
    """Does what the parent says, and ends this process as soon as nobody is
    there to say anything, whatever a load is doing. Loads that need another
    loop than asyncio's, by its module: loops={"uvloop": ["idle (uvloop)"]}."""
    sys.stdout = sys.stderr  # what a load prints must not end up between our words
    name = " ".join(sys.argv[1:])
    if name not in loads:
        fail('no load "%s" here, only %s' % (name, "; ".join('"%s"' % each for each in sorted(loads))))
    for module, its in (loops or {}).items():
        if name in its:
            run_on(importlib.import_module(module).new_event_loop(), Scale(loads[name]))
    asyncio.run(Scale(loads[name]).run())


def run_on(loop, scale):
    asyncio.set_event_loop(loop)
    loop.run_until_complete(scale.run())


class Scale:
    def __init__(self, load):
        self.load, self.gate, self.held = load, None, None
        self.empty = collections.Counter(), collections.Counter()

    async def run(self):
        self.loop, self.main = asyncio.get_running_loop(), asyncio.current_task()
        threading.Thread(target=self.listen, daemon=True).start()
        await self.loop.create_future()

    def listen(self):
        cpython = {"can": "parts"} if sys.implementation.name == "cpython" else {}
        say("READY", runtime="python", version=sys.version.split()[0] + "t" * FREE_THREADED, **cpython)
        for line in sys.stdin:
            verb, *words = line.split() or [""]
            if verb == "EXIT":
                break
            if verb == "WEIGHED":
                self.loop.call_soon_threadsafe(self.gate.weighed.release)
            elif verb == "PARTS":  # not on the loop: it may be standing still
                threading.Thread(target=self.take_apart, daemon=True).start()
            elif verb:
                if verb == "UNLOAD" and self.gate:
                    self.gate.ending.set()
                asyncio.run_coroutine_threadsafe(self.answer(verb, words), self.loop)
        os._exit(0)

    async def answer(self, verb, words):
        try:
            if verb == "LOAD":
                await self.put(**{key: number(value) for key, _, value in (w.partition("=") for w in words)})
            elif verb == "UNLOAD":
                await self.take()
            else:
                fail("does not know " + verb)
        except BaseException as e:
            fail("%s: %s" % (type(e).__name__, e))

    async def put(self, tasks, **words):
        wanted = inspect.signature(self.load).parameters
        self.gate = Gate(tasks)
        Watch(self.gate, fail)
        self.held = await self.load(tasks, self.gate, **{k: v for k, v in words.items() if k in wanted})
        if not self.gate.said:
            await self.gate.full(self.held)
            if "rate" in words:
                self.gate.served(tasks)
            self.gate.loaded()

    async def take(self):
        if self.gate.ends:
            return await self.gate.ends()
        self.gate.done.set()
        self.held = None
        for task in asyncio.all_tasks() - {self.main, asyncio.current_task()}:
            await task
        gc.collect()
        say("UNLOADED")

    def take_apart(self):
        """Before a load, takes note of what is there; after it, tells what came."""
        try:
            now = census()
            say("PARTS", **(parts(self.empty, now, self.gate.tasks) if self.gate and self.gate.tasks >= FEWEST else {}))
            self.empty = now
        except BaseException as e:
            fail("%s: %s" % (type(e).__name__, e))


def census():
    """How many objects of each kind there are, and their bytes: all that the
    collector tracks, and what those hold that it does not, names for example."""
    gc.collect()
    counts, sizes, seen = collections.Counter(), collections.Counter(), set()
    for tracked in gc.get_objects():
        for each in [tracked] + [r for r in gc.get_referents(tracked) if not gc.is_tracked(r)]:
            if id(each) not in seen:
                seen.add(id(each))
                counts[kind(each)] += 1
                sizes[kind(each)] += sys.getsizeof(each)
    return counts, sizes


def kind(each):
    name = type(each).__name__.replace("ReferenceType", "weakref")
    return name + "_" + each.__qualname__.replace("<locals>.", "") if name == "coroutine" else name


def parts(empty, now, tasks):
    """Bytes per task, largest first, of every kind with about one more object
    per task or several, and of containers that grew a slot for each."""
    found = {}
    for each in now[1]:
        count, size = ((now[i][each] - empty[i][each]) / tasks for i in (0, 1))
        if count >= 0.9 or (count < 0.1 and size >= 4):
            found[each if count >= 0.9 else each + "_slots"] = size
    return {name: "%.1f" % found[name] for name in sorted(found, key=found.get, reverse=True)}


def number(text):
    return int(text) if text.lstrip("-").isdigit() else text


def say(verb, **words):
    line = " ".join([token + verb] + ["%s=%s" % pair for pair in words.items()])
    out.write(line.replace("\n", " ") + "\n")
    out.flush()


def fail(reason):
    say("FAILED", reason=reason)
    os._exit(1)

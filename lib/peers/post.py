"""The post, for a worker in Python: it brings jobs, and later what they wait
for. The last line of the worker names what takes its jobs:

    work(jobs)

That is a function of the post, which may be async. For each job from 0 to
post.jobs - 1 it says post.take(job), which tells the job's name, once, and
post.waits(job) when the job waits. Before that, post.deliver(to) says where
answers go: to(job, answer). They come when all is weighed, in no order that
could be guessed. Then each job has its name in front of its answer:
post.answer(job, name + answer).
"""
import asyncio
import inspect
import os

from scale import fail, say, serve

QUIET = 500  # looks of 10 ms or longer without anything new
NEW, TAKEN, WAITING, ANSWERED = range(4)


class Post:
    """It keeps a byte for each job, and no name: it can make each of them again."""

    def __init__(self, jobs, gate):
        self.jobs, self._gate, self._to = jobs, gate, None
        self._seeds = int.from_bytes(os.urandom(4), "big"), int.from_bytes(os.urandom(4), "big")
        self._states, self._open = bytearray(jobs), False
        self._all = self._right = self._wrong = 0

    def take(self, job):
        """Tells the name of a job, 16 characters, for the first and the last time."""
        self._step(job, NEW, TAKEN, "post.take(%d) was called twice: each name is told once" % job)
        return self._name(job)

    def waits(self, job):
        """Said by a job that waits, or for it."""
        self._step(job, TAKEN, WAITING, "post.waits(%d) must be called once, after post.take(%d)" % (job, job))
        self._gate.here()

    def deliver(self, to):
        """Says where answers go: to(job, answer)."""
        self._to = to

    def answer(self, job, text):
        """The proof that a job was kept: its name, and its answer behind it."""
        if not self._open:
            fail("post.answer(%d) was called before the answer came, so the job did not wait" % job)
        self._step(job, WAITING, ANSWERED, "post.answer(%d) was called twice" % job)
        right = text == self._name(job) + self._word(3 * job + 2)
        self._all, self._right, self._wrong = self._all + 1, self._right + right, self._wrong + (not right)

    def _step(self, job, before, after, otherwise):
        if not isinstance(job, int) or not 0 <= job < self.jobs:
            fail("there is no job %s: they are numbered from 0 to %d" % (job, self.jobs - 1))
        if self._states[job] != before:
            fail(otherwise)
        self._states[job] = after

    def _name(self, job):
        return self._word(3 * job) + self._word(3 * job + 1)

    def _word(self, number):
        return "%08x" % mix(mix(number + self._seeds[0]) ^ self._seeds[1])

    async def _full(self):
        if await self._quiet(lambda: self._gate.arrived):
            fail("%d of %d jobs have called post.waits(), and nothing happens any more. Each job must call it when it "
                 "waits" % (self._gate.arrived, self.jobs))
        if not callable(self._to):
            fail("nobody has said where answers go: post.deliver(to)")

    async def _quiet(self, count):
        """Whether it stays below the number of jobs, and changes no more; looks are counted, not seconds."""
        before, idle = -1, 0
        while count() < self.jobs and idle < QUIET:
            before, idle = count(), idle + 1 if count() == before else 0
            await asyncio.sleep(0.01 if idle > 10 else 0)
        return count() < self.jobs

    async def _close(self):
        """Delivers all answers."""
        self._open = True
        for job in sorted(range(self.jobs), key=lambda job: self._word(~job)):
            self._to(job, self._word(3 * job + 2))
        await self._quiet(lambda: self._all)
        if self._wrong:
            fail("%d of %d jobs had a wrong answer: each must answer its name, and behind it the answer that was "
                 "sent to it" % (self._wrong, self.jobs))
        if self._right < self.jobs:
            fail("%d of %d jobs were lost: they have not called post.answer()" % (self.jobs - self._right, self.jobs))
        say("UNLOADED")


def work(jobs):
    """Lets the parent weigh the jobs of a worker while they wait."""
    async def load(tasks, gate):
        post = Post(tasks, gate)
        gate.ends = post._close
        kept = jobs(post)
        if inspect.isawaitable(kept):
            kept = await kept
        await post._full()
        return post, kept

    serve({"jobs": load})


def mix(number):
    """Bits that tell nothing of the number, as MurmurHash3 makes them."""
    for shift, factor in (16, 0x85ebca6b), (13, 0xc2b2ae35), (16, 1):
        number &= 0xffffffff
        number = (number ^ number >> shift) * factor
    return number & 0xffffffff

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
import hashlib
import inspect
import os
import random
import sys

import scale
from scale import fail, say, serve

QUIET = 500  # looks of 10 ms or longer without anything new
NEW, TAKEN, WAITING, ANSWERED = range(4)


class Post:
    """It keeps a byte for each job, and no name: it can make each of them again."""

    def __init__(self, jobs, gate):
        self.jobs, self._gate, self._to = jobs, gate, None
        self._states, self._open = bytearray(jobs), False
        self._all, self._wrong, self._secret = 0, 0, os.urandom(16)

    def take(self, job):
        """Tells the name of a job, 16 characters, for the first and the last time."""
        self._step(job, NEW, TAKEN, "job %d was taken twice: post.take tells each name once" % job)
        return self._text(job)[:16]

    def waits(self, job):
        """Said by a job that waits, or for it."""
        self._step(job, TAKEN, WAITING, "job %d cannot wait: post.take comes first, and post.waits only once" % job)
        self._gate.here()

    def deliver(self, to):
        """Says where answers go: to(job, answer)."""
        self._to = to

    def answer(self, job, text):
        """The proof that a job was kept: its name, and its answer behind it."""
        if not self._open:
            fail("job %d was answered before its answer came, so it did not wait" % job)
        self._step(job, WAITING, ANSWERED, "job %d was answered twice" % job)
        self._all, self._wrong = self._all + 1, self._wrong + (text != self._text(job))

    def _step(self, job, before, after, otherwise):
        if not isinstance(job, int) or not 0 <= job < self.jobs:
            fail("there is no job %s: they are numbered from 0 to %d" % (job, self.jobs - 1))
        if self._states[job] != before:
            fail(otherwise)
        self._states[job] = after

    def _text(self, job):
        """The name of a job, and its answer behind it."""
        return hashlib.blake2b(b"%d" % job, key=self._secret, digest_size=12).hexdigest()

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
        self._open, order = True, list(range(self.jobs))
        random.shuffle(order)
        for job in order:
            self._to(job, self._text(job)[16:])
        await self._quiet(lambda: self._all)
        if self._wrong:
            fail("%d of %d jobs had a wrong answer: each must answer its name, and behind it the answer that was "
                 "sent to it" % (self._wrong, self.jobs))
        if self._all < self.jobs:
            fail("%d of %d jobs were lost: they have not called post.answer()" % (self.jobs - self._all, self.jobs))
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

    if os.environ.pop("SCALE_SIGNED", ""):
        scale.token = sys.stdin.readline().strip() + " "
    serve({"jobs": load})

"""What is said of a load whose tasks do not say that they are there."""
import collections
import os
import signal
import time

SILENCE = 6  # looks of a second without anything new
OWN = "scale.py", "silence.py"
LOOP = "_run_once", "run_until_complete", "run_on"  # of a loop in C, such as uvloop's, there is no frame but the last


class Watch:
    """Looks once a second whether the event loop stands still: a load that
    blocks it cannot say so itself. A loop that works takes CPU time."""

    def __init__(self, gate, fail):
        self.gate, self.fail, self.still, self.spent = gate, fail, 0, time.process_time()
        if hasattr(signal, "setitimer"):
            signal.signal(signal.SIGALRM, self.look)
            signal.setitimer(signal.ITIMER_REAL, 1, 1)

    def look(self, _, frame):
        spent, self.spent = time.process_time() - self.spent, time.process_time()
        while frame and not ours(frame):  # below the loop's own frames is whoever has started it
            frame = frame.f_back if frame.f_code.co_name not in LOOP else None
        self.still = self.still + 1 if frame and spent < 0.002 else 0
        if self.gate.said:
            signal.setitimer(signal.ITIMER_REAL, 0)
        elif self.still == SILENCE:
            self.fail(silence(self.gate, "the event loop stands still at %s:%d" % (
                os.path.basename(frame.f_code.co_filename), frame.f_lineno)))


def silence(gate, seen):
    """A sentence for the reader."""
    return ("%d of %d tasks have called gate.here(), and nothing happens any more; %s. Each task must call gate.here()"
            " before it waits" % (gate.arrived, gate.tasks, seen))


def where(tasks):
    """The line at which most of these tasks wait, and how many do."""
    lines = collections.Counter(
        "%s:%d" % (os.path.basename(task.get_coro().cr_code.co_filename), task.get_coro().cr_frame.f_lineno)
        for task in tasks if ours(getattr(task.get_coro(), "cr_frame", None)))
    line, count = lines.most_common(1)[0] if lines else ("no line", 0)
    return "%d tasks" % count, line


def waits(task):
    """Whether a task stands at an await whose result has not come yet."""
    future = getattr(task, "_fut_waiter", None)
    return future is not None and not future.done()


def ours(frame):
    """Whether it belongs to the program that is weighed, and not to the library or to these words."""
    file = frame.f_code.co_filename if frame else "<nothing>"
    return os.path.basename(file) not in OWN and not file.startswith((os.path.dirname(os.__file__), "<"))

# Chapter 5 in Python: a buffer for each request, new or from a list.
#
# The scale starts this program. It serves its requests, and reports
# how long they took. It does not report the bytes that they allocate:
# only tracemalloc counts them, and it slows everything down.
import gc
import time

from scale import serve


# Writes a request into its buffer, and reads one byte of it.
def use(buffer, message, request):
    buffer[:len(message)] = message
    return buffer[request % len(message)]


def fresh(size, message):
    def handle(request):
        return use(bytearray(size), message, request)
    return handle


# The used part is wiped before the buffer goes back.
def pooled(size, message):
    idle, empty = [bytearray(size)], bytes(len(message))

    def handle(request):
        buffer = idle.pop()
        try:
            return use(buffer, message, request)
        finally:
            buffer[:len(message)] = empty
            idle.append(buffer)
    return handle


# Serves requests with a buffer of 16 KB, and uses 1 KB of it. If the
# scale says "sizes", it serves them with objects of that many sizes,
# from 16 B on, each four times as large as the one before.
def load(make):
    async def run(tasks, gate, sizes=0):
        if sizes:
            by_size(gate, make, [16 * 4 ** n for n in range(sizes)])
        else:
            count(tasks, gate, make(16 << 10, b"m" * 1024))
        for _ in range(tasks):
            gate.here()
    return run


def count(requests, gate, handle):
    for request in range(requests // 5):
        handle(request)
    pauses = []
    gc.callbacks.append(lambda *_: pauses.append(time.perf_counter()))
    start = time.perf_counter()
    for request in range(requests):
        handle(request)
    spent = time.perf_counter() - start
    gate.mark("requests", ns_per_request=round(1e9 * spent / requests, 2),
              k_per_s=round(requests / spent / 1e3, 2),
              collections=len(pauses) // 2,
              pause_ms=round(1e3 * sum(pauses[1::2]) - 1e3 * sum(pauses[::2]), 2))


def by_size(gate, make, sizes):
    found, counts = {size: [] for size in sizes}, {}
    for _ in range(4):
        for size in sizes:
            handle = make(size, b"m" * 16)
            if size not in counts:
                counts[size] = calibrated(handle)
            found[size].append(1e9 * times(counts[size], handle) / counts[size])
    for size, rounds in found.items():
        name = "%d_B" % size if size < 1024 else "%d_KB" % (size >> 10)
        middle = sorted(rounds[1:])[1]  # the first one warms up
        gate.mark(name, ns_per_request=round(middle, 2))


# How many requests take about 30 ms, by the fastest of three trials,
# because other programs may be running as well.
def calibrated(handle):
    requests, best = 50, 0
    while best < 0.005:
        requests *= 2
        best = min(times(requests, handle) for _ in range(3))
    return int(requests * 0.03 / best)


def times(requests, handle):
    start = time.perf_counter()
    for request in range(requests):
        handle(request)
    return time.perf_counter() - start


# What to take to work: give a buffer back wiped, on every path.
def take_to_work(idle, answer):
    # wrong: an exception loses the buffer, and nothing wipes it
    buffer = idle.pop()
    first = answer(buffer)
    idle.append(buffer)

    buffer = idle.pop()
    try:
        return first + answer(buffer)
    finally:  # right: wiped, then given back, on every path
        buffer[:] = bytes(len(buffer))
        idle.append(buffer)


serve({
    "Python (fresh)": load(fresh),
    "Python (free list)": load(pooled),
})

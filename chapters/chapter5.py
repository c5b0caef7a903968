# Chapter 5 in Python: a buffer for each request, new or from a list.
#
# The scale starts this program and has it serve its requests. What
# that took the program tells itself. What they allocate it cannot tell:
# Python counts that only under tracemalloc, which slows all down.
import gc
import time

from scale import serve


# A request writes into its buffer, and reads one byte of it.
def answer(buffer, message, request):
    buffer[:len(message)] = message
    return buffer[request % len(message)]


def fresh(size, message):
    def handle(request):
        return answer(bytearray(size), message, request)
    return handle


# What was used is wiped before it goes back.
def pooled(size, message):
    idle, empty = [bytearray(size)], bytes(len(message))

    def handle(request):
        buffer = idle.pop()
        try:
            return answer(buffer, message, request)
        finally:
            buffer[:len(message)] = empty
            idle.append(buffer)
    return handle


# Requests of 16 KB, of which 1 KB is used; or with objects of so
# many sizes, from 16 B on.
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
    found = {size: [] for size in sizes}
    for _ in range(4):
        for size in sizes:
            handle, served = make(size, b"m" * 16), 0
            start = time.perf_counter()
            while time.perf_counter() < start + 0.03:
                for request in range(50):
                    handle(request)
                served += 50
            found[size].append(1e9 * (time.perf_counter() - start) / served)
    for size, rounds in found.items():
        name = "%d_B" % size if size < 1024 else "%d_KB" % (size >> 10)
        middle = sorted(rounds[1:])[1]  # the first one warms up
        gate.mark(name, ns_per_request=round(middle, 2))


serve({
    "Python, fresh": load(fresh),
    "Python, free list": load(pooled),
})

# Asyncio tasks that wait, without the scale: this program shares no line with it.
#
#   python3 waiting.py 10000 [tracemalloc]
#
# It says "waiting" with its process id when all of them run. For each line that
# it reads then, it says what Python counts. It ends when its input ends.
import asyncio
import gc
import os
import sys
import tracemalloc


class Room:
    def __init__(self):
        self.running = 0
        self.done = asyncio.Event()

    def enter(self):
        self.running += 1


async def wait(room):
    room.enter()
    await room.done.wait()


async def main(tasks):
    room = Room()
    held = [asyncio.create_task(wait(room)) for _ in range(tasks)]
    while room.running < len(held):
        await asyncio.sleep(0)
    print("waiting", os.getpid(), flush=True)
    for _ in sys.stdin:
        gc.collect()
        if tracemalloc.is_tracing():
            print("tracemalloc", "resident", tracemalloc.get_traced_memory()[0])
        print("said", flush=True)
    os._exit(0)  # so that ending them does not make it larger


if sys.argv[2:] == ["tracemalloc"]:
    tracemalloc.start()
asyncio.run(main(int(sys.argv[1])))

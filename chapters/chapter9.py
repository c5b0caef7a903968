"""Chapter 9 in Python: quiet clients.

The clients are connections of another process, which is not weighed.
Each has said hello, and has been answered once.
"""
import asyncio
import os
import ssl
import time

try:
    import resource
except ImportError:  # on Windows there is no such limit
    resource = None

from scale import serve


# A task for each client, which waits in readline. The transport reads
# whatever comes, and the StreamReader keeps it until it is asked for.
async def streams(tasks, gate, secure=None):
    async def echo(reader, writer):
        gate.here()
        while line := await reader.readline():
            writer.write(line)
        writer.close()

    server = await asyncio.start_server(
        echo, "127.0.0.1", 0, backlog=1024, ssl=secure)
    return await call(tasks, server, "tls" if secure else "line")


# The same through TLS.
async def secured(tasks, gate):
    keys = os.environ["SCALE_KEYS"]
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(keys + "/cert.pem", keys + "/key.pem")
    return await streams(tasks, gate, context)


# No task: the event loop calls a method when something has come.
class Echo(asyncio.Protocol):
    __slots__ = ("gate", "transport")

    def __init__(self, gate):
        self.gate = gate

    def connection_made(self, transport):
        self.transport = transport
        self.gate.here()

    def data_received(self, data):
        self.transport.write(data)


async def protocols(tasks, gate):
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: Echo(gate), "127.0.0.1", 0, backlog=1024)
    return await call(tasks, server)


# One of ten clients says a long line, all at once. The process is
# weighed before, after, and when it was left alone.
def burst(load):
    async def spoken(tasks, gate, alone):
        held = await load(tasks, gate)
        await gate.weigh("quiet")
        await held.ask("speak 10 4000")
        await gate.weigh("after_the_burst")
        await asyncio.sleep(alone / 1000)
        await gate.weigh("left_alone")
        return held
    return spoken


# What to take to work: a quiet client needs no task.
async def take_to_work(reader, writer, gate):
    # wrong: a reader, a writer and a task while the client is quiet
    while line := await reader.readline():
        writer.write(line)

    # right: the loop calls a method when something has come
    loop = asyncio.get_running_loop()
    await loop.create_server(lambda: Echo(gate), "127.0.0.1", 0)


# ---- the clients ----


class Clients:
    """The connection to the process that holds the clients."""
    all = []  # a loop has only weak references to who waits for a reader

    def __init__(self, server, reader, writer):
        self.server, self.reader, self.writer = server, reader, writer
        Clients.all.append(self)

    def __iter__(self):
        return iter(())  # no task of ours to look after

    async def ask(self, line):
        self.writer.write(line.encode() + b"\n")
        answer = (await self.reader.readline()).decode().strip()
        if answer != "done":
            raise RuntimeError(answer or "the clients have gone")


async def call(count, server, talk="line"):
    """Has clients come; returns when each has been answered once."""
    if resource:
        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    clients = Clients(server, *await asyncio.open_connection(
        "127.0.0.1", int(os.environ["SCALE_CLIENTS"])))
    port = server.sockets[0].getsockname()[1]
    await clients.ask("call %d %d %s" % (port, count, talk))
    return clients


# ---- the service of chapter 8, with a connection for each task ----


# A frame that keeps a value. The frame at the bottom allocates the task's
# bytes, writes to them, and waits for its client in readline.
async def frames(depth, holding, reader, writer):
    local = depth
    if depth == 0:
        if holding:
            local = bytearray(b"1" * holding)
        while line := await reader.readline():
            writer.write(line)
        local = 0
        writer.close()
    else:
        local += await frames(depth - 1, holding, reader, writer)
    return local


async def service(tasks, gate, depth, holding, allocating, millis):
    def connected(reader, writer):
        gate.here()
        return frames(depth, holding, reader, writer)

    server = await asyncio.start_server(connected, "127.0.0.1", 0, backlog=1024)
    clients = await call(tasks, server)
    await gate.weigh("parked")
    made = await asyncio.gather(*(
        garbage(allocating * 1024 / 8, millis / 1000) for _ in range(8)))
    gate.mark("made", bytes=sum(made), millis=millis)
    await gate.weigh("with_garbage")
    return clients


# Requests of five buffers, of 1 to 16 KB, at a rate of so many bytes a
# second. The next request replaces them.
async def garbage(rate, seconds):
    made, start = 0, time.perf_counter()
    while time.perf_counter() < start + seconds:
        if made > rate * (time.perf_counter() - start):
            await asyncio.sleep(0.001)
            continue
        request = [bytearray(b"1" * (1024 << i)) for i in range(5)]
        made += sum(map(len, request))
        await asyncio.sleep(0)
    return made


serve({
    "asyncio streams": streams,
    "asyncio protocols": protocols,
    "asyncio streams (uvloop)": streams,
    "asyncio protocols (uvloop)": protocols,
    "asyncio streams (burst)": burst(streams),
    "asyncio streams (TLS)": secured,
    "asyncio tasks": service,
}, loops={
    "uvloop": ["asyncio streams (uvloop)", "asyncio protocols (uvloop)"],
})

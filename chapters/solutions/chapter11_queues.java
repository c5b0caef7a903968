import module java.base;

/// ## Wait for one answer in a future
///
/// A queue has room for many values, and for many tasks that put and
/// take them. Python's `asyncio.Queue` has three deques, and an event
/// with a fourth one. A deque has a block of 64 places even when it is
/// empty. So a queue takes more than 3 KB. But each job waits for one
/// answer. A *future* holds one value that has not come yet, and a task
/// can wait for it directly.
///
/// ### What it costs
///
/// A future can be set only once, and only on its own event loop. A job
/// that gets a stream of answers needs a queue after all.
///
/// ### Where you meet it
///
/// Every client that sends requests over one connection has such
/// futures: drivers of databases, gRPC, HTTP/2. In Kotlin it is a
/// `CompletableDeferred`, in Rust a `oneshot`, in Java a
/// `CompletableFuture`.
///
/// ### Hints
///
/// 1. The idea: how many answers does each job get, and how many can it
///    hold?
/// 2. The API: `asyncio.get_running_loop().create_future()` makes a
///    future. `await` waits for it, and `set_result` ends the wait.
/// 3. Nearly the code: make a list of futures in the place of the list
///    of queues, write `await future` for `await queue.get()`, and
///    `set_result` for `put_nowait`.
///
/// ### As it came
///
/// ```java
/// static Worker queues() {
///     return Worker.python("""
///         import asyncio
///         from post import work
///
///         async def wait(job, post, queue):
///             name = post.take(job)
///             post.waits(job)
///             answer = await queue.get()
///             post.answer(job, name + answer)
///
///         async def jobs(post):
///             queues = [asyncio.Queue() for _ in range(post.jobs)]
///             post.deliver(lambda job, answer:
///                          queues[job].put_nowait(answer))
///             for job in range(post.jobs):
///                 asyncio.create_task(wait(job, post, queues[job]))
///
///         work(jobs)
///         """);
/// }
/// ```
static Worker queues() {
    return Worker.python("""
        import asyncio
        from post import work

        async def wait(job, post, future):
            name = post.take(job)
            post.waits(job)
            answer = await future
            post.answer(job, name + answer)

        async def jobs(post):
            loop = asyncio.get_running_loop()
            futures = [loop.create_future()
                       for _ in range(post.jobs)]
            post.deliver(lambda job, answer:
                         futures[job].set_result(answer))
            for job in range(post.jobs):
                asyncio.create_task(wait(job, post, futures[job]))

        work(jobs)
        """);
}

import module java.base;

/// ## Keep a record of each job, and no task
///
/// While a job waits, nothing of it runs. All that is needed later is
/// its name. So the worker has no task for a job: it keeps the name in
/// a list, at the place of the job's number, and one function finishes
/// whichever job the next answer is for. About 70 bytes remain for each
/// job: a string, and a place in the list.
///
/// Another language is a solution, too. The empty process counts here:
/// about 2 MB in Go and 45 MB in Node. In Node the list of names is not
/// enough for 64 MB; a `Buffer` is.
///
/// ### What it costs
///
/// The code is cut in two at the place where the job waits. What a task
/// keeps in its variables must be put into a record by hand, and what
/// was one function with a `try` around it is now two. If a job waits
/// three times, it is cut into four pieces.
///
/// ### Where you meet it
///
/// Work queues do the same: a job that waits is a row of a table or an
/// entry of Redis, and a few workers finish what is ready. Netty's
/// handlers and the state machines that compilers make of `async`
/// functions are such records.
///
/// ### Hints
///
/// 1. The idea: what of a job has to be there when its answer comes?
/// 2. The API: `post.deliver` takes one function for all jobs. It is
///    told the number of the job, and may call `post.answer` itself.
/// 3. Nearly the code: append each name to a list, and call
///    `post.waits`. The function that gets the answers looks the name
///    up by the number of the job.
///
/// ### As it came
///
/// ```java
/// static Worker jobs() {
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
static Worker jobs() {
    return Worker.python("""
        from post import work

        def jobs(post):
            names = []
            post.deliver(lambda job, answer:
                post.answer(job, names[job] + answer))
            for job in range(post.jobs):
                names.append(post.take(job))
                post.waits(job)

        work(jobs)
        """);
}

import module java.base;

/// ## One array for all names
///
/// Each job has had an object, its values, its number, a string and an
/// entry in the dictionary. Each object has a header beside its values:
/// a string of 16 characters takes 65 bytes in Python. None of that is
/// needed a million times. Here all names stand one behind the other
/// in a single array of bytes, and a job's name begins at 16 times its
/// number. A string is made of it only when the answer comes.
///
/// Another way is a language whose strings are smaller: in Go, a slice
/// of a million strings fits as well.
///
/// ### What it costs
///
/// All names must have the same length, or the places where they begin
/// must be kept, too. Nothing tells a wrong place from a right one: a
/// mistake in the calculation reads half of one name and half of
/// another. And each answer makes a string, so there is more garbage
/// when many come at once.
///
/// ### Where you meet it
///
/// Columns of a database, of Apache Arrow and of NumPy are stored like
/// this. So are the particles of a game, as a *struct of arrays*. In
/// Java it is the reason for `int[]` beside `List<Integer>`.
///
/// ### Hints
///
/// 1. The idea: a million small objects have a million headers. How
///    many objects are needed?
/// 2. The API: `bytearray(n)` is one object with n bytes. A slice of it
///    can be read and written. `encode()` makes bytes of a string, and
///    `decode()` makes a string of bytes.
/// 3. Nearly the code: make a `bytearray` of 16 times `post.jobs`, and
///    write each name to `names[16 * job:16 * job + 16]`. When the
///    answer comes, decode the same slice.
///
/// ### As it came
///
/// ```java
/// static Worker million() {
///     return Worker.python("""
///         from post import work
///
///         class Job:
///             def __init__(self, number, name):
///                 self.number, self.name = number, name
///
///         def jobs(post):
///             waiting = {}
///
///             def answer(number, came):
///                 job = waiting.pop(number)
///                 post.answer(job.number, job.name + came)
///
///             post.deliver(answer)
///             for number in range(post.jobs):
///                 waiting[number] = Job(number, post.take(number))
///                 post.waits(number)
///
///         work(jobs)
///         """);
/// }
/// ```
static Worker million() {
    return Worker.python("""
        from post import work

        def jobs(post):
            names = bytearray(16 * post.jobs)

            def answer(job, came):
                name = names[16 * job:16 * job + 16].decode()
                post.answer(job, name + came)

            post.deliver(answer)
            for job in range(post.jobs):
                name = post.take(job).encode()
                names[16 * job:16 * job + 16] = name
                post.waits(job)

        work(jobs)
        """);
}

/// ## Take off the empty process, then divide
///
/// The container's limit is for the whole process. On our machine the
/// empty JVM took 55 MB of the 256. One user took more than the 8 KB:
/// a virtual thread 30 frames deep keeps about 1.5 KB of frames, and
/// the heap takes room to work in. Together that made about 12 KB.
///
/// So 256 MB less 55 MB, divided by 12 KB, is about 17,000 users. That
/// would use every byte. We took 13,000, and a fifth of the container
/// stays free.
///
/// ### What it costs
///
/// The free fifth could hold more users. But one user more than fits is
/// enough, and the container is killed: all users lose their
/// connections at once. A number that is too low turns away one user at
/// a time.
///
/// ### Where you meet it
///
/// This number is `server.tomcat.max-connections` in Spring Boot, with
/// a default of 8,192, and `worker_connections` in nginx. A server that
/// has no such number takes connections until its memory runs out. The
/// same calculation tells how many containers you need for a million
/// users, see "How many machines for millions of tasks".
///
/// ### Hints
///
/// 1. The idea: the empty process takes a part of the 256 MB. And a
///    user takes more than the bytes that it holds: the frames of its
///    stack, and room in the heap. Take off the first, and divide by
///    the second.
/// 2. The API: the table *What one more task costs at each depth* has
///    the empty process in the column *Empty*, and the frames of a
///    virtual thread. `./jbang chapter8 --tasks 10000 --depth 30
///    --holding 8KB --allocating 0 --limit 256MB` calculates the whole
///    process for 10,000 users.
/// 3. Nearly the code: return `((256 << 20) - empty) / each`. Start
///    with an `empty` of 55 MB and with 14 KB for `each`, and look at
///    what the check says.
///
/// ### As it came
///
/// ```java
/// static int users() {
///     return (256 << 20) / 8_192;
/// }
/// ```
static int users() {
    return 13_000;
}

import module java.base;

import memorytax.child.kit.Post;

/// ## An event loop
///
/// One thread cannot wait for ten thousand letters, but it can wait for
/// the next thing to do, whatever that is. Whoever brings a letter puts
/// down what is to be done with it, and goes; the thread takes one after
/// the other. This is what an event loop is: a queue with one thread
/// behind it.
///
/// As only this thread ever touches the tasks, they need no locks. And
/// if one of them takes its time, all others wait.
///
/// ### Hints
///
/// 1. Each of the threads waits for one letter. What could a single
///    thread wait for that covers them all?
/// 2. A queue. It may hold letters; it may also hold what is to be done
///    with them, which a `Runnable` remembers.
/// 3. A thread with a queue of `Runnable`s in front of it is what
///    `Executors.newSingleThreadExecutor()` makes.
static void oneThread(Post post) {
    var loop = Executors.newSingleThreadExecutor();
    for (int i = 0; i < post.tasks(); i++) {
        int task = i;
        post.deliver(task, letter ->
            loop.execute(() -> post.answer(task, letter)));
    }
}

import module java.base;

import memorytax.child.kit.Post;

/// ## A task without a thread
///
/// While it waits, a task needs what it has to remember, and nothing
/// else: which one it is, and what to do next. A lambda holds both, in
/// one object of 24 bytes. Nobody stands there with a stack and waits:
/// the thread that brings the letter runs the rest of the task.
///
/// That is all there is to a callback. Its price: the rest of the task
/// had to be put into a lambda. A task that waits for three letters in
/// turn would be three of them, one in the other.
///
/// ### Hints
///
/// 1. Most of the weight is the thread: the object, and a stack with
///    every frame down to `join`. What of all that does a task need
///    again once its letter is there?
/// 2. A task here has to remember a number, and what to do next.
///    `deliver` takes any `Consumer`, and a lambda can remember a number.
/// 3. Nobody has to stand there and wait: whoever brings the letter can
///    run what is to be done with it.
static void light(Post post) {
    for (int i = 0; i < post.tasks(); i++) {
        int task = i;
        post.deliver(task, letter -> post.answer(task, letter));
    }
}

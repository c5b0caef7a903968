import module java.base;

import memorytax.child.kit.Letter;
import memorytax.child.kit.Post;

/// ## Down, up, and then wait
///
/// What a task needs of its 200 layers is one number, of eight bytes.
/// The layers stand on the stack only because the wait is at the bottom
/// of them. So the work is done first, down and up again, and its sum
/// is all that is kept while the task waits: at the top.
///
/// Not every task can be turned like this. One that asks for something
/// in its deepest layer has to hand the question up, and what it wants
/// to do with the answer: that is a continuation, and an object on the
/// heap. Where a framework makes you wait deep down, it is the one who
/// decides what a waiting request costs.
///
/// ### Hints
///
/// 1. What stands on the stack while a task waits? Everything between
///    the place where it was started and the `join`.
/// 2. Do the layers need the letter? Look at what they work with.
/// 3. `frames` takes what there is to do at the bottom, and that may be
///    nothing.
static void deep(Post post) {
    for (int i = 0; i < post.tasks(); i++) {
        int task = i;
        Thread.startVirtualThread(() -> {
            long sum = frames(200, task, () -> { });
            var letter = new CompletableFuture<Letter>();
            post.deliver(task, letter::complete);
            sign(post, task, letter.join(), sum);    // it waits here
        });
    }
}

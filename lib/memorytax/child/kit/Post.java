package memorytax.child.kit;

import memorytax.child.Child;
import memorytax.child.StackLines;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;

/// Brings the tasks of an exercise what they wait for, and so finds out whether they did wait. A task says where its
/// letter is to go, and waits. The letters come when the scale has done its work: in no order that could be guessed,
/// and from several threads, as they would from a network. Each must be answered by the task that it was sent to.
///
/// ```java
/// static void light(Post post) {
///     for (int i = 0; i < post.tasks(); i++) {
///         int task = i;
///         post.deliver(task, letter -> post.answer(task, letter));
///     }
/// }
/// ```
///
/// It keeps next to nothing itself, because what it keeps is weighed as well: five bytes for a task.
public final class Post implements AutoCloseable {
    private static final int ANY = Integer.MAX_VALUE, CARRIERS = 4;
    /// As long as tasks still come, or answers, there is patience; after so many milliseconds without there is none.
    private static final long QUIET = 5_000;

    private final Consumer<Letter>[] addresses;
    private final LetterReplies replies;
    /// Letters that are sent one at a time, before the others.
    private final int alone;
    /// Once they are sent: before, they would be weighed as well.
    private volatile Letter[] letters;
    private int addressed;

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array has no type arguments
    private Post(int tasks, int threads, int alone) {
        this.alone = alone;
        addresses = new Consumer[tasks];
        replies = new LetterReplies(tasks, threads);
    }

    /// Starts the tasks of an exercise, and returns once each of them has said where it waits for its letter: what a
    /// load returns. Whether each does wait, its answer shows in the end.
    ///
    /// @throws IllegalStateException when some never do, or answer what has not come; its sentence is for the reader
    public static Post of(int tasks, Begin begin) throws Exception {
        return of(tasks, ANY, begin);
    }

    /// The same, where no more than so many `threads` may answer.
    public static Post of(int tasks, int threads, Begin begin) throws Exception {
        return begun(new Post(tasks, threads, 0), begin);
    }

    /// The same, where 40 letters are sent one at a time before the others come. It is told how many of these were
    /// answered late: see [Promptness].
    public static Post prompt(int tasks, Begin begin) throws Exception {
        return begun(new Post(tasks, ANY, Math.min(tasks, Promptness.LETTERS)), begin);
    }

    private static Post begun(Post post, Begin begin) throws Exception {
        begin.tasks(post);
        post.full();
        return post;
    }

    /// The exercise: the static method that the reader writes.
    @FunctionalInterface
    public interface Begin {
        /// Starts [Post#tasks()] tasks, and need not wait until they wait.
        void tasks(Post post) throws Exception;
    }

    /// How many tasks there are to be. They are numbered from 0.
    public int tasks() {
        return addresses.length;
    }

    /// Said by a task that waits, or for it: its letter is to go there. `to` may be called by any thread: the `add` of
    /// a queue, say, or what there is to do when the letter is there.
    public void deliver(int task, Consumer<Letter> to) {
        Objects.requireNonNull(to, "a letter needs a receiver, and this one is null");
        Objects.checkIndex(task, addresses.length);
        synchronized (this) {
            if (addresses[task] != null) throw new IllegalStateException("task " + task + " called deliver twice");
            addresses[task] = to;
            if (++addressed == addresses.length) notifyAll();
        }
    }

    /// Said by a task that has got its letter: the proof that it was there, and knows who it is.
    public void answer(int task, Letter letter) {
        boolean ours = letter != null && letter.from == this;
        replies.take(task, !ours ? LetterReplies.NOBODY : isFor(task, letter) ? task : LetterReplies.ANOTHER);
    }

    /// Whether this letter was sent to that task. The letter itself does not know.
    boolean isFor(int task, Letter letter) {
        return letters != null && task >= 0 && task < letters.length && letters[task] == letter;
    }

    private synchronized void full() throws InterruptedException {
        for (int before = -1; addressed < addresses.length && before < addressed && replies.fine(); ) {
            before = addressed;
            wait(QUIET);
        }
        replies.checkEarly();
        if (addressed < addresses.length) throw new IllegalStateException(String.format(Locale.ROOT,
            "%,d of %,d tasks have called post.deliver(); %s. Every task has to call it before it waits", addressed,
            addresses.length, StackLines.here().said()));
    }

    /// Sends every letter, and returns when all are answered, as they must be.
    ///
    /// @throws IllegalStateException when they are not; its sentence is for the reader
    @Override
    public void close() throws InterruptedException {
        Child.ends();
        letters = new Letter[addresses.length];
        replies.checkEarly();
        var order = new ArrayList<Integer>();
        for (int i = 0; i < addresses.length; i++) order.add(i);
        Collections.shuffle(order);
        replies.open();
        if (alone > 0) Child.mark("letters", "late", Promptness.late(order.subList(0, alone),
            task -> carry(List.of(task)), replies, QUIET), "of", alone);
        int rest = order.size() - alone;
        for (int c = 0; c < CARRIERS; c++) {
            var round = order.subList(alone + c * rest / CARRIERS, alone + (c + 1) * rest / CARRIERS);
            Thread.ofPlatform().daemon().name("post-" + (c + 1)).start(() -> carry(round));
        }
        replies.await(QUIET);
        replies.check();
    }

    private void carry(List<Integer> round) {
        for (int task : round) {
            try {
                letters[task] = new Letter(this);
                addresses[task].accept(letters[task]);
            } catch (RuntimeException e) {
                replies.refused("task " + task + " could not take its letter: " + e);
            }
        }
    }

    /// `post for 10,000 tasks: 2,310 wait`
    @Override
    public synchronized String toString() {
        return String.format(Locale.ROOT, "post for %,d tasks: %,d wait", addresses.length, addressed);
    }
}

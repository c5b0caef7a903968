package memorytax.child.kit;

import memorytax.child.Child;
import memorytax.child.StackLines;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// The answers to the letters of an exercise, and what they give away.
final class LetterReplies {
    /// An answer without a letter.
    static final int NOBODY = -1;
    /// A letter that was for another task.
    static final int ANOTHER = -2;
    private final boolean[] answered;
    private final int allowed;
    private final Set<Thread> threads = new HashSet<>();
    private boolean open;
    private int right;
    private int early;
    private int wrong;
    private int twice;
    private String trouble = "";
    /// With so many answers, whoever waits for them goes on.
    private int awaited;
    /// Threads at lines of the load, when the letters come.
    private int waiting;

    /// @param threads how many may answer
    LetterReplies(int tasks, int threads) {
        answered = new boolean[tasks];
        allowed = threads;
        awaited = tasks;
    }

    /// From now on there are letters to answer.
    synchronized void open() {
        if (allowed < Integer.MAX_VALUE) waiting = Child.threadsOfLoad();
        open = true;
    }

    /// @param said     who says that it answers
    /// @param receiver whom the letter was for: who says it, [#ANOTHER] or [#NOBODY]
    synchronized void take(int said, int receiver) {
        if (!open || receiver == NOBODY) early++;
        else if (said != receiver) wrong++;
        else if (answered[said]) twice++;
        else {
            answered[said] = true;
            right++;
        }
        if (open) threads.add(Thread.currentThread()); // not before: a set would be weighed with the tasks
        if (all() >= awaited) notifyAll();
    }

    /// A letter could not be handed over.
    synchronized void refused(String why) {
        trouble = why;
        notifyAll();
    }

    /// Whether nobody has answered what has not come yet.
    synchronized boolean fine() {
        return early == 0;
    }

    /// Returns when there are as many answers as letters, or none came for `quiet` milliseconds, or there is trouble.
    void await(long quiet) throws InterruptedException {
        await(answered.length, quiet);
    }

    /// The same of the first `answers`; says whether they came.
    synchronized boolean await(int answers, long quiet) throws InterruptedException {
        awaited = answers;
        for (int before = -1; all() < answers && before < all() && trouble.isEmpty(); ) {
            before = all();
            wait(quiet);
        }
        return all() >= answers;
    }

    /// Answers that came so far, right or wrong.
    synchronized int all() {
        return right + wrong + twice;
    }

    /// @throws IllegalStateException when a task has answered before its letter came
    synchronized void checkEarly() {
        if (early > 0) throw cheat("%,d of %,d tasks answered before their letter came, so they did not wait", early);
    }

    /// @throws IllegalStateException for the first thing that is wrong
    synchronized void check() {
        checkEarly();
        if (!trouble.isEmpty()) throw new IllegalStateException(trouble);
        int missing = answered.length - right;
        if (wrong > 0) throw cheat("%,d of %,d letters were answered by a task that they were not sent to", wrong);
        if (twice > 0) throw new IllegalStateException("some letters were answered twice");
        if (missing > 0) throw new IllegalStateException(String.format(Locale.ROOT, "%,d of %,d letters were never "
            + "answered; %s. Every task has to call post.answer()", missing, answered.length,
            StackLines.here().said()));
        if (threads.size() > allowed) throw new IllegalStateException(String.format(Locale.ROOT,
            "the answers came from %,d threads, and only %,d %s allowed", threads.size(), allowed,
            allowed == 1 ? "is" : "are"));
        if (waiting > allowed) throw new IllegalStateException(String.format(Locale.ROOT, "%,d threads wait for the "
            + "letters, and only %,d %s allowed; virtual threads count as well", waiting, allowed,
            allowed == 1 ? "is" : "are"));
    }

    private IllegalStateException cheat(String sentence, int count) {
        return new IllegalStateException(String.format(Locale.ROOT, sentence, count, answered.length));
    }
}

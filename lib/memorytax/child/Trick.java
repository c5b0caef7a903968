package memorytax.child;

import java.util.Arrays;
import java.util.Optional;

/// A way to pass a check without solving its exercise. Each is seen from outside, by the scale, or by what runs the
/// reader's method inside the process; none passes. What a method does by reflection to the classes of the scale is
/// beyond what a process can see of itself.
public enum Trick {
    /// `System.exit` or `Runtime.halt`, by the method or by one of its tasks.
    ENDED("your method ended the process (System.exit or halt), so nothing could be weighed"),
    /// A line like `LOADED tasks=10000`, on whatever way to the scale.
    FORGED,
    /// A figure that only the check may tell, by `Gate.tell`.
    TOLD,
    /// Work in another process, which is not weighed.
    ELSEWHERE,
    /// Threads that are there before the empty process is weighed.
    BEFORE,
    /// Memory for tasks that is the same whatever their number, so that one more task seems to need none.
    CONSTANT,
    /// Memory outside the heap, where only the heap is asked about.
    OFF_HEAP,
    /// Tasks that were ended before they were weighed.
    RELEASED,
    /// The JVM's own counter, switched off.
    UNCOUNTED,
    /// Flags that choose another program, or another heap than the check's.
    FLAGS,
    /// Something that each task has to hold by itself, and that they share.
    SHARED,
    /// Something that has to come back at once, and comes back when somebody looks.
    LATE;

    private final String own;

    Trick() {
        this("");
    }

    Trick(String own) {
        this.own = own;
    }

    /// Thrown where it is seen: it ends the process, and the scale knows the trick.
    ///
    /// @param what was seen, a sentence without its end: `your method sent the letters itself`
    public Seen seen(String what) {
        return new Seen(this, what);
    }

    /// For a reader, as sentences, the last one without its end.
    ///
    /// @param what was seen
    public String said(String what) {
        return "That is a trick: " + (own.isEmpty() ? what : own) + ". It passes no check";
    }

    /// The one of this name; empty where there is none.
    public static Optional<Trick> named(String name) {
        return Arrays.stream(values()).filter(trick -> trick.name().equals(name)).findFirst();
    }

    /// That one was seen.
    public static final class Seen extends IllegalStateException {
        private static final long serialVersionUID = 1;
        private final Trick trick;

        private Seen(Trick trick, String what) {
            super(what);
            this.trick = trick;
        }

        /// Which one.
        public Trick trick() {
            return trick;
        }
    }
}

package memorytax.child.kit;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/// What is wrong with a method that a reader has written, as a sentence for the reader. Only the first thing counts:
/// what goes wrong after it mostly follows from it.
final class Complaint {
    private final AtomicReference<String> first = new AtomicReference<>();

    /// Takes it down, unless there is one already.
    ///
    /// @return the same, for whoever cannot go on
    IllegalStateException of(String says, Object... about) {
        var wrong = wrong(says, about);
        first.compareAndSet(null, wrong.getMessage());
        return wrong;
    }

    /// Whether there is one.
    boolean isMade() {
        return first.get() != null;
    }

    /// @throws IllegalStateException with the first one
    void check() {
        if (isMade()) throw new IllegalStateException(first.get());
    }

    /// One that nobody else has to know of.
    static IllegalStateException wrong(String says, Object... about) {
        return new IllegalStateException(String.format(Locale.ROOT, says, about));
    }
}

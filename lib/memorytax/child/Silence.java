package memorytax.child;

import java.util.Optional;

/// Whether nothing happens any more where tasks or jobs are awaited, by a look each second.
public final class Silence {
    /// So many looks may bring nothing new.
    private static final int LOOKS = 6;
    private long before;
    private int silent;

    /// @param progress as it is in the beginning
    public Silence(long progress) {
        before = progress;
    }

    /// One look.
    ///
    /// @param progress any number that changes when something happens
    /// @return where threads wait, once six looks have brought nothing new and no thread runs at a line of the load:
    ///         one that does may come yet
    public Optional<StackLines> look(long progress) {
        silent = progress == before ? silent + 1 : 0;
        before = progress;
        return silent < LOOKS ? Optional.empty() : Optional.of(StackLines.here()).filter(l -> l.busy().isEmpty());
    }
}

package memorytax.child.kit;

/// What a task of an exercise waits for. Nothing on it says whom it was sent to: a task has to remember who it is, and
/// says so when it [answers][Post#answer].
public final class Letter {
    final Post from;

    Letter(Post from) {
        this.from = from;
    }

    /// `a letter`
    @Override
    public String toString() {
        return "a letter";
    }
}

package memorytax.peers;

/// A lookup that is made once, when it is first asked for.
final class LookupOnce {
    /// How to look.
    interface Search {
        Lookup look() throws InterruptedException;
    }

    private final Search search;
    private Lookup answer;

    LookupOnce(Search search) {
        this.search = search;
    }

    synchronized Lookup get() {
        try {
            if (answer == null) answer = search.look();
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Lookup.missing("interrupted");
        }
    }
}

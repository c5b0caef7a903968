package memorytax.session;

import memorytax.notebook.AheadListener;

/// Shows what is measured ahead to the pages of a live chapter: how all stands, and the scale at work where somebody
/// waits for it.
record LiveAhead(AheadProgress progress, Runnable stands) implements AheadListener {
    @Override
    public void awaited() {
        progress.awaited();
    }

    @Override
    public void over() {
        progress.over();
    }

    @Override
    public void changed() {
        stands.run();
    }
}

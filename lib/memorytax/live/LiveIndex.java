package memorytax.live;

/// What a browser can ask of the list of chapters. Called on several threads.
public interface LiveIndex {
    /// The list as it stands now, HTML.
    String page();

    /// Tells this listener what becomes of the chapters, beginning with how they stand now.
    ///
    /// @return ends it
    Runnable follow(Listener listener);

    /// Starts a chapter, unless it runs already; events say what becomes of it.
    ///
    /// @throws IllegalArgumentException when there is no such chapter
    void open(String chapter);
}

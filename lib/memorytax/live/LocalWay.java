package memorytax.live;

/// A way into a server for one reader, which [Guard] watches.
interface LocalWay extends Way {
    /// Whether it shows nothing of the reader's, and so needs no token.
    boolean isPublic();

    /// Whether it is the empty page that a browser opens by its address.
    boolean isShell();
}

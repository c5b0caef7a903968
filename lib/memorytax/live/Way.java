package memorytax.live;

/// A way into a server, which [Guard] watches.
interface Way {
    /// The one HTTP method that it takes.
    String method();

    /// The part of a path, as it was sent, that names a cell, a file or a script; empty where there is none.
    String name(String rawPath);

    /// Whether it shows nothing of the reader's, and so needs no token.
    boolean isPublic();

    /// Whether it is the empty page that a browser opens by its address.
    boolean isShell();

    /// Whether it changes something.
    default boolean writes() {
        return !method().equals("GET");
    }
}

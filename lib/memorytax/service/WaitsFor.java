package memorytax.service;

/// What the tasks of a service wait for. A step receives it as its parameter `WaitsFor waitsFor`.
public enum WaitsFor {
    /// A signal, as in chapters 1 and 2: the task is all that there is.
    SIGNAL,
    /// A client: each task is a connection, as in chapter 9.
    CLIENT
}

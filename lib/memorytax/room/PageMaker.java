package memorytax.room;

/// Makes the page of a room from what lies in its folder.
@FunctionalInterface
public interface PageMaker {
    /// The page, HTML. Called on one thread at a time. What a pack has in it is escaped.
    ///
    /// @param seats how many have sent something, or more by now
    String html(int seats);
}

package memorytax.service;

/// What nobody has measured of an architecture: with one of these it is not said to fit beyond doubt.
public enum Doubt {
    /// The chapter that weighs it has no tasks of it that wait deeper down.
    DEPTH("what they cost deeper down is not measured, so they are calculated at the top of their stacks"),
    /// No scale has weighed tasks of its language that hold something.
    BYTES("each byte that they hold is assumed to cost one byte"),
    /// Nobody has watched it while it makes garbage.
    GARBAGE("the room that their garbage takes is not measured, so all sizes are the least that they need");

    private final String words;

    Doubt(String words) {
        this.words = words;
    }

    /// Half a sentence about tasks that were named before it.
    public String words() {
        return words;
    }
}

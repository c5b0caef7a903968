package memorytax.measure.process;

/// A child did not come back with what it was asked for. The message is for readers: `the process was
/// killed (signal 9)`.
public final class Died extends Exception {
    private static final long serialVersionUID = 1;

    /// @param why a sentence without its end: `the process was killed (signal 9)`
    public Died(String why) {
        super(why);
    }
}

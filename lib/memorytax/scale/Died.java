package memorytax.scale;

/// A child did not come back with what it was asked for. The message is for readers: `was killed (signal 9)`.
final class Died extends Exception {
    private static final long serialVersionUID = 1;

    Died(String why) {
        super(why);
    }
}

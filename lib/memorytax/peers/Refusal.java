package memorytax.peers;

/// There is nothing in a reader's file that could be weighed. The message is one line: `mine.java:12: ';' expected`.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refusal(String why) {
        super(why);
    }
}

package memorytax.cli;

/// What `help()` prints in JShell: one screen, a line to copy for each of the types that a reader meets first.
public final class ApiCard {
    /// At most 79 columns and 23 lines. What stands after two blanks and `|` is Java, and can be typed as it is, from
    /// the top to the bottom.
    static final String TEXT = """
         A load starts n tasks. Each says here(), and waits (Gate):
          | static Gate mine(int n) throws Exception {
          |     var gate = new Gate(n);
          |     for (int i = 0; i < n; i++) Thread.startVirtualThread(
          |         () -> { gate.here(); gate.await(); });
          |     return gate.full();
          | }
         Weigh it, each time in a fresh JVM (Notebook, Scale):
          | var w = weigh(n -> mine(n))
          | var v = weigh("mine", n -> mine(n), 500, 5_000)
          | var s = scale().sizes(500, 5_000).java("mine", n -> mine(n)).warmed()
          | var x = s.flags("-Xmx256m").forks(5).weigh()
         Bytes of one more task, live bytes, the empty process (Weighings):
          | w.slope("your task")
          | w.slope("your task", Quantity.LIVE)
          | w.baseline("your task")
         Look at it:
          | show(Tables.summary(w))
          | show(Charts.share(w))
          | show(scale().sizes(5_000).java("mine", n -> mine(n)).parts())
         In an exercise, Post brings letters: deliver(task, to), answer(task, letter).
         Tab completes; /list mine shows a method, /edit mine changes it.
        """;

    private ApiCard() {
    }

    /// The card as it is printed.
    public static String text() {
        return TEXT.replace("  | ", "    ");
    }
}

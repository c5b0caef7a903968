package memorytax.session;

import memorytax.notebook.LiveOrder;
import memorytax.page.PageAnswer;
import memorytax.shell.Evaluator;
import memorytax.shell.Reply;
import memorytax.view.Part;
import memorytax.view.TypedValue;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Code that was typed into the JShell of a live chapter, on its way to an answer.
final class TypedCode implements LiveOrder {
    /// How long code is asked to end before it is left alone, in turns of so many milliseconds.
    private static final int TURNS = 50, TURN = 100;
    /// In characters.
    private static final int LONGEST = 20_000;
    private static final String DEAF = "This code does not end when it is stopped. It still runs, and every "
        + "measurement is wrong meanwhile: end the workbook in the terminal, and start it again.";
    private final String code;
    private final Supplier<Evaluator> shell;
    private final Supplier<List<Reply>> remarks;
    private final BiConsumer<String, String> tells;
    private Thread worker;
    private Evaluator running;
    private volatile boolean stopped;
    private boolean over, deaf;

    /// @param shell   ready for it, with the values as they are now; called where the code is run
    /// @param remarks to be made behind the answer
    /// @param tells   how it stands (`waits`, `runs`, `done`), and HTML of the answer so far
    TypedCode(String code, Supplier<Evaluator> shell, Supplier<List<Reply>> remarks,
              BiConsumer<String, String> tells) {
        this.code = code;
        this.shell = shell;
        this.remarks = remarks;
        this.tells = tells;
        tells.accept("waits", "");
    }

    @Override
    public void run() {
        synchronized (this) {
            worker = Thread.currentThread();
        }
        tells.accept("runs", "");
        String html;
        try {
            var evaluator = shell.get();
            synchronized (this) {
                running = evaluator;
            }
            html = html(evaluator.eval(code, () -> stopped)) + html(remarks.get());
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            html = PageAnswer.trouble("JShell has failed: " + e);
        }
        synchronized (this) {
            over = true;
            if (deaf) Thread.interrupted(); // it was meant for this code
        }
        tells.accept("done", deaf ? html + PageAnswer.trouble(DEAF) : html);
    }

    @Override
    public synchronized void stop() {
        if (over || stopped) return;
        stopped = true;
        if (worker != null) Thread.startVirtualThread(this::end);
        else tells.accept("done", PageAnswer.trouble("Stopped before it was run."));
    }

    /// Code may overhear that it is interrupted.
    private void end() {
        try {
            for (int i = 0; i < TURNS && ends(false); i++) Thread.sleep(TURN);
            ends(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// False when there is nothing more to be ended.
    private synchronized boolean ends(boolean leave) {
        if (over) return false;
        if (running == null) return true; // JShell is not ready yet, and will not run it
        running.interrupt();
        deaf = leave;
        if (leave) worker.interrupt();
        return true;
    }

    private static String html(List<Reply> replies) {
        return replies.stream().map(TypedCode::html).collect(Collectors.joining());
    }

    private static String html(Reply reply) {
        try {
            return switch (reply) {
                case Reply.Printed(var text) -> PageAnswer.html(List.of(new Part.Lines(text)));
                case Reply.Note(var text) -> PageAnswer.html(List.of(new Part.Sentence(text)));
                case Reply.Trouble(var text) -> PageAnswer.trouble(shortened(text));
                case Reply.Value(var name, var text, var value) ->
                    PageAnswer.html(TypedValue.parts(value, shortened(name.isEmpty() ? text : name + " ==> " + text)));
            };
        } catch (RuntimeException | LinkageError e) { // the classes of a value may be the reader's own
            return PageAnswer.trouble("This value cannot be drawn: " + e.getMessage());
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text
            : text.substring(0, LONGEST) + "\nand %,d characters more".formatted(text.length() - LONGEST);
    }
}

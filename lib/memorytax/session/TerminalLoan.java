package memorytax.session;

import memorytax.notebook.Ahead;
import memorytax.terminal.TerminalScreen;

/// Lends the terminal to an editor, or to JShell. A Ctrl-C that is meant for the borrower reaches every process that is
/// being weighed, too: so there is none meanwhile, and what was under way begins anew afterwards.
record TerminalLoan(TerminalScreen screen, Ahead ahead) {
    void to(Runnable borrower) {
        boolean on = ahead.isOn();
        ahead.turn(false);
        try {
            ahead.alone(() -> {
                screen.lend(borrower);
                return on;
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ahead.turn(on);
        }
    }
}

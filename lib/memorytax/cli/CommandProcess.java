package memorytax.cli;

import memorytax.session.ExitCode;
import memorytax.terminal.StandardOutput;
import memorytax.terminal.TerminalCharset;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.IntSupplier;

/// A process that is there for one command of the workbook, from its first line to its exit code.
public final class CommandProcess {
    private CommandProcess() {
    }

    /// Runs a command and ends this process with its exit code; with 1 when what it printed has not arrived. The
    /// workbook speaks one language: with the digits of another, its tables and even its own patterns would not be what
    /// they are.
    ///
    /// @param name that it is called by when something has gone wrong
    public static void end(String name, IntSupplier command) {
        Locale.setDefault(Locale.ROOT);
        knowTheTime();
        TerminalCharset.ready();
        var output = StandardOutput.watched();
        int exit = command.getAsInt();
        var trouble = output.trouble();
        trouble.ifPresent(why -> System.err.println(name + ": cannot write to standard output: " + why));
        System.exit(trouble.isPresent() && exit == ExitCode.GOOD ? ExitCode.FAILED : exit);
    }

    /// A TZ that Java cannot read would end whoever asks for the day.
    private static void knowTheTime() {
        try {
            ZoneId.systemDefault();
        } catch (DateTimeException e) {
            TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
        }
    }
}

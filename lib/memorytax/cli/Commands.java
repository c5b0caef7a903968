package memorytax.cli;

import memorytax.catalog.KeptChapters;
import memorytax.catalog.Listings;
import memorytax.measure.plan.Archive;
import memorytax.export.JupyterViews;
import memorytax.measure.plan.Effort;
import memorytax.measure.plan.Progress;
import memorytax.measure.plan.Scale;
import memorytax.notebook.Edition;
import memorytax.notebook.source.Chapter;
import memorytax.options.ChooseOptions;
import memorytax.options.KnobOptions;
import memorytax.options.Options;
import memorytax.options.WeighOptions;
import memorytax.peers.Refusal;
import memorytax.peers.Surroundings;
import memorytax.peers.Toolchains;
import memorytax.record.Recorded;
import memorytax.session.ChapterSession;
import memorytax.session.ComparedVersions;
import memorytax.session.ExitCode;
import memorytax.session.FigureSession;
import memorytax.terminal.PassingLine;
import memorytax.terminal.ProgressBar;
import memorytax.terminal.TerminalScreen;
import memorytax.terminal.result.TerminalParts;
import memorytax.terminal.text.TerminalLines;
import picocli.CommandLine;

import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;

/// From the words of the command line to the exit code.
public final class Commands {
    private Commands() {
    }

    /// Reads the chapter whose class `lookup` is of, as `args` ask.
    ///
    /// @return 0 when all went well, 1 when a step failed, 2 when the words were wrong, 130 when interrupted
    public static int run(MethodHandles.Lookup lookup, String... args) {
        return run(lookup, new Options(), args);
    }

    /// The same for the notebook that weighs a reader's file.
    public static int weigh(MethodHandles.Lookup lookup, String... args) {
        return run(lookup, new WeighOptions(), args);
    }

    /// The same for the chapter in which a reader describes a service.
    public static int choose(MethodHandles.Lookup lookup, String... args) {
        return run(lookup, new ChooseOptions(), args);
    }

    /// The same for the chapter in which a reader asks about a figure.
    public static int explain(MethodHandles.Lookup lookup, String... args) {
        return run(lookup, new KnobOptions(), args);
    }

    /// The same with options of its own.
    static int run(MethodHandles.Lookup lookup, Options options, String... args) {
        var name = lookup.lookupClass().getSimpleName();
        return guarded(name, () -> {
            var edition = reading(name, lookup);
            var command = Options.command(name, Listings.description(edition.chapter()), options);
            command.parseArgs(args);
            if (options.help) return say(command.getUsageMessage());
            if (options.list) return say(list(edition.chapter(), options));
            if (options instanceof KnobOptions knobs && knobs.alone())
                return new FigureSession(edition.chapter().name(), knobs).run();
            return options.live ? LiveCommand.run(prepared(options, edition), options)
                : new ChapterSession(prepared(options, edition), options).run();
        });
    }

    private static Edition reading(String name, MethodHandles.Lookup lookup) {
        try (var _ = PassingLine.say("reading " + name)) {
            return Edition.built(lookup, KeptChapters.in(Surroundings.userCache())::read);
        }
    }

    /// A file of the reader's may have to be built first.
    private static Edition prepared(Options options, Edition edition) {
        try (var _ = PassingLine.say(options.preparing())) {
            return options.of(edition);
        }
    }

    /// The cells, or with `--exercise` those of the exercises.
    private static String list(Chapter chapter, Options options) {
        return options.exercises() ? Listings.cells(chapter, options.selection(chapter).of(chapter).cells())
            : Listings.cells(chapter);
    }

    /// What goes wrong before anything is begun is one line, and an exit code.
    static int guarded(String name, Command command) {
        try {
            return command.run();
        } catch (CommandLine.ParameterException e) {
            return misused(name, Options.said(e));
        } catch (Refusal e) {
            System.err.println(name + ": " + e.getMessage());
            return ExitCode.MISUSED;
        } catch (IllegalArgumentException e) {
            return misused(name, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        } catch (OutOfMemoryError e) {
            var said = String.valueOf(e.getMessage());
            System.err.println(name + ": " + (said.contains("native thread")
                ? "the system gives the workbook no more threads (ulimit -u, or pids.max of a container)"
                : "the workbook has not enough memory of its own (" + said + ")"));
            return ExitCode.FAILED;
        } catch (RuntimeException e) {
            var cause = e instanceof UncheckedIOException ? e.getCause() : e;
            // a sentence, not a name
            boolean said = cause instanceof IllegalStateException && cause.getMessage() != null;
            var line = (said ? cause.getMessage() : cause.toString()).replaceAll("\\s+", " ");
            complain(name, line);
            return ExitCode.FAILED;
        }
    }

    /// What a command line asks for.
    @FunctionalInterface
    interface Command {
        /// Returns the exit code.
        int run();
    }

    /// A scale for JShell: three forks. Progress is plain lines, because the terminal is JShell's own.
    public static Scale scale(Integer... tasks) {
        var effort = Effort.quick(Effort.QUICK.forks(), tasks);
        var progress = new ProgressBar(TerminalScreen.plain(System.out));
        var peers = Toolchains.beside(Commands.class, _ -> { }, ComparedVersions.plan(true));
        return new Scale(effort, peers, progress, Archive.NONE, "jshell");
    }

    /// A scale that knows the recorded run of a chapter, and measures nothing.
    public static Scale recorded(String chapter) {
        var peers = Toolchains.beside(Commands.class, _ -> { }, ComparedVersions.plan(false));
        return new Scale(Effort.DEFAULT, peers, Progress.SILENT, new Recorded(chapter, true), "");
    }

    /// What Jupyter shows of a value.
    public static List<Map<String, String>> views(Object value) {
        return JupyterViews.of(value);
    }

    /// Prints a step's value for JShell, as a chapter prints it.
    public static void show(Object value) {
        var screen = TerminalScreen.plain(System.out);
        screen.print(TerminalParts.lines(value, screen.width()));
    }

    private static int misused(String name, String why) {
        complain(name, why + " (--help shows all options)");
        return ExitCode.MISUSED;
    }

    /// What somebody else has said may be in it: nothing in it moves a cursor.
    private static void complain(String name, String why) {
        System.err.println(name + ": " + TerminalLines.visible(TerminalLines.plain(why)));
    }

    private static int say(String text) {
        System.out.print(text);
        return ExitCode.GOOD;
    }
}

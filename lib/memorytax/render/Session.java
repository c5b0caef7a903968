package memorytax.render;

import memorytax.claim.Machine;
import memorytax.claim.Recorded;
import memorytax.notebook.Chapter;
import memorytax.notebook.ChapterSource;
import memorytax.notebook.Happening;
import memorytax.notebook.Reader;
import memorytax.notebook.Run;
import memorytax.notebook.Selection;
import memorytax.peers.Toolchains;
import memorytax.scale.Archive;
import memorytax.scale.Effort;
import memorytax.scale.Progress;
import memorytax.scale.Scale;
import picocli.CommandLine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// One reading of a chapter, from the words of the command line to the exit code.
public final class Session {
    private static final int GOOD = 0, FAILED = 1, MISUSED = 2, INTERRUPTED = 130;
    private final MethodHandles.Lookup lookup;
    private final Chapter chapter;
    private final Options options;

    private Session(MethodHandles.Lookup lookup, Chapter chapter, Options options) {
        this.lookup = lookup;
        this.chapter = chapter;
        this.options = options;
    }

    /// Reads the chapter whose class `lookup` is of, as `args` ask.
    ///
    /// @return 0 when all went well, 1 when a step failed, 2 when the words were wrong, 130 when interrupted
    public static int run(MethodHandles.Lookup lookup, String... args) {
        try {
            var chapter = read(lookup.lookupClass());
            var options = new Options();
            var command = Options.command(chapter.name(), Listings.description(chapter), options);
            command.parseArgs(args);
            if (options.help) return say(command.getUsageMessage());
            if (options.list) return say(Listings.cells(chapter));
            return new Session(lookup, chapter, options).run();
        } catch (CommandLine.ParameterException e) {
            return misused(lookup, Options.said(e));
        } catch (IllegalArgumentException e) {
            return misused(lookup, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        } catch (RuntimeException e) {
            var cause = e instanceof UncheckedIOException ? e.getCause() : e;
            boolean said = cause instanceof IllegalStateException && cause.getMessage() != null; // a sentence, not a name
            var line = (said ? cause.getMessage() : cause.toString()).replaceAll("\\s+", " ");
            System.err.println(lookup.lookupClass().getSimpleName() + ": " + line);
            return FAILED;
        }
    }

    /// A scale for JShell: three forks. Progress is plain lines, because the terminal is JShell's own.
    public static Scale scale(Integer... tasks) {
        var effort = new Effort(Effort.QUICK.forks(), List.of(tasks), false);
        return new Scale(effort, Toolchains.beside(Session.class), new ProgressBar(TerminalScreen.plain(System.out)), Archive.NONE, "jshell");
    }

    /// Prints a step's value for JShell, as a chapter prints it.
    public static void show(Object value) {
        var screen = TerminalScreen.plain(System.out);
        screen.print(TerminalParts.lines(value, screen.width()));
    }

    private int run() {
        var selection = options.selection(chapter); // a cell that is not there is said before anything is begun
        var archive = new Recorded(chapter.name(), options.recorded);
        if (options.recorded && archive.machine().isEmpty())
            throw new IllegalArgumentException("--recorded: there is no recorded run of " + chapter.name() + " yet");
        var place = options.recorded && options.out == null ? Place.of(null).resolve("recorded") : Place.of(options.out);
        var out = Place.ready(place, "--out");
        Place.ready(out.resolve(chapter.name()), "--out");
        try (var screen = TerminalScreen.open()) {
            var peers = Toolchains.beside(lookup.lookupClass());
            var progress = options.recorded ? Progress.SILENT : new ProgressBar(screen);
            return read(selection, new Scale(options.effort(), peers, progress, archive, ""), out, screen);
        }
    }

    private int read(Selection selection, Scale scale, Path out, TerminalScreen screen) {
        var machine = Machine.of(scale);
        var page = out.resolve(chapter.name() + ".html");
        var output = new Output(out.resolve(chapter.name()), machine);
        var imprint = new Imprint(machine, scale.effort().forks(), options.recorded, date(machine),
            Listings.CHAPTERS, Listings.next(chapter));
        var readers = List.<Reader>of(output,
            new PageReader(page, imprint, cell -> Listings.of(chapter, cell, lookup.lookupClass()), output::of),
            new TerminalReader(screen, machine, Listings.CHAPTERS, !options.all,
                value -> TerminalParts.lines(value, screen.width())));
        var run = new Run(chapter, lookup, Map.of("Scale", step -> scale.in(step.name())));
        var tee = new Tee(readers);
        var happened = run.run(selection, tee);
        tee.troubles().forEach(t -> screen.print(TerminalLines.plain(" ✗ " + t)));
        screen.print(TerminalParts.written(output, page));
        Listings.next(chapter).ifPresent(next -> screen.print(TerminalParts.next(next)));
        if (Thread.interrupted()) return INTERRUPTED;
        return !tee.troubles().isEmpty() || happened.values().stream().anyMatch(h -> h instanceof Happening.Failure) ? FAILED : GOOD;
    }

    private static Chapter read(Class<?> type) {
        var name = type.getSimpleName();
        try (var in = type.getResourceAsStream("/" + name + ".java")) {
            if (in == null) throw new IllegalArgumentException("a chapter brings its own source along: it needs the line //FILES " + name + ".java");
            return ChapterSource.read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int misused(MethodHandles.Lookup lookup, String why) {
        System.err.println(lookup.lookupClass().getSimpleName() + ": " + why + " (--help shows all options)");
        return MISUSED;
    }

    /// The day of the run, which for a recorded one is long ago.
    private static LocalDate date(Machine machine) {
        return LocalDate.ofInstant(Instant.parse(machine.get("started")), ZoneId.systemDefault());
    }

    private static int say(String text) {
        System.out.print(text);
        return GOOD;
    }
}

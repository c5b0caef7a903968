package memorytax.cli;

import memorytax.board.Pack;
import memorytax.board.Packing;
import memorytax.catalog.Catalog;
import memorytax.file.AtomicFile;
import memorytax.file.OutputFolder;
import memorytax.measure.result.Counted;
import memorytax.record.GivenRun;
import memorytax.record.Machine;
import memorytax.session.ExitCode;
import memorytax.terminal.TerminalScreen;
import memorytax.terminal.text.TerminalLines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `./jbang workbook --pack`, or `--send`: what this machine has measured, in a file to give away, or to a room. It
/// says what is in it, so that the reader knows before it is sent.
record PackCommand(Catalog catalog, Path out, TerminalScreen screen) {
    private static final String FILE = "mine.zip";
    /// What a file holds a row of.
    private static final Map<String, String> ROWS = Map.of("weighings", "process", "slopes", "slope", "verdicts",
        "verdict", "guesses", "guess");

    int run(PackOptions wanted) {
        if (wanted.pack && wanted.send != null)
            throw new IllegalArgumentException("--pack and --send do not go together: give one of them");
        var pack = Packing.of(out, catalog.chapters(), wanted.guesses).orElseThrow(() -> new IllegalArgumentException(
            "%s: %s has nothing that was measured here; run a chapter first".formatted(wanted.named(),
                OutputFolder.shown(out))));
        list(pack, wanted.guesses);
        return wanted.send != null ? new SendCommand(out, screen).run(wanted.send, pack) : write(pack.zip());
    }

    private int write(byte[] zip) {
        try {
            AtomicFile.write(OutputFolder.ready(out, "--out").resolve(FILE), zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        say(" Written: %s, %,d KB".formatted(OutputFolder.shown(out.resolve(FILE)), (zip.length + 512) / 1024));
        return ExitCode.GOOD;
    }

    private void list(Pack pack, boolean guesses) {
        say(" In the pack, and nothing else:");
        pack.chapters().forEach(chapter -> say("   %-10s %s".formatted(chapter, rows(pack, chapter))));
        var machines = new LinkedHashSet<String>();
        for (var chapter : pack.chapters()) {
            var machine = new Machine(GivenRun.facts(chapter, pack.text(chapter, "machine")));
            machines.add(machine.hardware() + " · " + machine.software());
        }
        machines.forEach(machine -> say("   machine    " + machine));
        if (!guesses) say("   guesses    none; --with-guesses adds yours");
        say(" No name of a person, a folder or a computer is in it.");
    }

    private static String rows(Pack pack, String chapter) {
        return Stream.of("weighings", "slopes", "verdicts", "guesses").filter(file -> pack.rows(chapter, file) > 0)
            .map(file -> Counted.of(pack.rows(chapter, file), ROWS.get(file),
                ROWS.get(file).replaceFirst("s$", "se") + "s")).collect(Collectors.joining(", "));
    }

    private void say(String line) {
        screen.print(TerminalLines.plain(line));
    }
}

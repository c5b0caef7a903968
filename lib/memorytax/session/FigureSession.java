package memorytax.session;

import memorytax.file.OutputFolder;
import memorytax.knob.Explanation;
import memorytax.measure.result.Weighings;
import memorytax.options.KnobOptions;
import memorytax.record.Earlier;
import memorytax.record.Recorded;
import memorytax.terminal.TerminalScreen;
import memorytax.terminal.result.TerminalParts;
import memorytax.terminal.text.TerminalLines;

import java.util.List;

/// One question about one figure, answered from what has been measured already: no cell is run.
///
/// @param chapter whose runs are asked: `chapter10`
public record FigureSession(String chapter, KnobOptions options) {
    /// Explains the figure of the options.
    ///
    /// @return an exit code, of [ExitCode]
    public int run() {
        var figure = options.figure().orElseThrow();
        var folder = OutputFolder.of(options.out).resolve(chapter);
        var earlier = new Earlier(folder);
        var own = options.recorded ? List.<Weighings>of() : earlier.series();
        var measured = own.isEmpty() ? new Recorded(chapter, true).series() : own;
        if (measured.isEmpty()) throw new IllegalArgumentException("--explain: there is no run of " + chapter
            + " yet, neither yours nor a recorded one; ./jbang " + chapter + " --all measures");
        try (var screen = TerminalScreen.open()) {
            if (!options.recorded) earlier.troubles().forEach(t -> screen.print(TerminalLines.plain(" ✗ "
                + t.replace(folder.toString(), OutputFolder.shown(folder)))));
            var from = own.isEmpty() ? "our recorded run" : "your last run, " + OutputFolder.shown(folder);
            screen.print(TerminalLines.wrap(TerminalLines.dim(" From " + from + "; nothing is measured now."),
                screen.width()));
            screen.print(TerminalParts.lines(Explanation.of(figure, measured), screen.width()));
        }
        return ExitCode.GOOD;
    }
}

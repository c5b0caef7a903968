package memorytax.session;

import memorytax.catalog.Listing;
import memorytax.export.ExportReader;
import memorytax.export.InstalledBrowser;
import memorytax.export.RunFacts;
import memorytax.file.OutputFolder;
import memorytax.notebook.Edition;
import memorytax.notebook.source.Cell;
import memorytax.options.Options;
import memorytax.page.PageInfo;
import memorytax.page.PageReader;
import memorytax.terminal.TerminalScreen;
import memorytax.terminal.text.TerminalLines;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The other forms that a run is written in.
final class Exports {
    private Exports() {
    }

    /// Refuses what cannot be written, before anything is measured.
    ///
    /// @throws IllegalArgumentException with one line
    static void check(Options options) {
        if (options.exports.any() && options.exercises())
            throw new IllegalArgumentException(options.exports.named() + ": it does not go with --exercise");
        browser(options);
    }

    /// The browser, where one is to print.
    private static Optional<Path> browser(Options options) {
        if (!options.exports.pdf) return Optional.empty();
        try {
            return Optional.of(InstalledBrowser.find(System.getenv()).orElseThrow(() ->
                new IllegalArgumentException(InstalledBrowser.NONE)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--pdf: " + e.getMessage(), e);
        }
    }

    /// Writes what the options say, when the page is there.
    static ExportReader reader(Options options, Edition edition, PageInfo imprint, PageReader page,
                               Function<Cell.Documented, List<Listing>> listings,
                               Function<Cell.Step, List<String>> files) {
        var script = "chapters/" + edition.lookup().lookupClass().getSimpleName() + ".java";
        var wanted = new ExportReader.Wanted(options.exports.ipynb, options.exports.markdown, browser(options), script,
            (step, parameter) -> Givens.inJupyter(step, parameter, imprint.recorded()));
        return new ExportReader(wanted, new RunFacts(imprint.machine(), imprint.recorded(), imprint.date()),
            page::written, listings, files);
    }

    /// A line for each file.
    static void tell(ExportReader exports, TerminalScreen screen) {
        exports.written().forEach(file ->
            screen.print(TerminalLines.plain("          " + OutputFolder.shown(file) + what(file.toString()))));
    }

    private static String what(String file) {
        return file.endsWith(".ipynb") ? ": for Jupyter" : "";
    }
}

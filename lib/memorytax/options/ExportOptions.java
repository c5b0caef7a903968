package memorytax.options;

import picocli.CommandLine.Option;

/// What a run is written as beside its page. They go together.
public final class ExportOptions {
    @Option(names = "--ipynb", description = "At the end, write the chapter as a notebook for Jupyter, too.")
    public boolean ipynb;
    @Option(names = "--markdown", description = "At the end, write it as Markdown with pictures, too.")
    public boolean markdown;
    @Option(names = "--pdf", description = "At the end, print its page as PDF, too. Needs Chrome or Chromium.")
    public boolean pdf;

    /// Whether one of them is given.
    public boolean any() {
        return ipynb || markdown || pdf;
    }

    /// The first that is given, for a line that says what is wrong; empty where none is.
    public String named() {
        return ipynb ? "--ipynb" : markdown ? "--markdown" : pdf ? "--pdf" : "";
    }
}

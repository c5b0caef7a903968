package memorytax.cli;

import picocli.CommandLine.Option;

/// The options for who gives results away.
final class PackOptions {
    @Option(names = "--pack", description = "Write what was measured on this machine into one file to give away, with "
        + "nothing in it that names a person or a computer: out/mine.zip.")
    boolean pack;
    @Option(names = "--with-guesses", description = "With --pack: your guesses, too.")
    boolean guesses;

    /// The one that is given, for a line that says what is wrong; empty where none is.
    String named() {
        return pack ? "--pack" : guesses ? "--with-guesses" : "";
    }
}

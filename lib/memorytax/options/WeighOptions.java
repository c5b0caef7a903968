package memorytax.options;

import memorytax.file.OutputFolder;
import memorytax.measure.process.UserFile;
import memorytax.notebook.Edition;
import memorytax.notebook.source.Chapter;
import memorytax.peers.UserFileReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// What a reader can say when it is a file of theirs that is weighed.
@Command(customSynopsis = "./jbang ${COMMAND-NAME} FILE [--against NAME[,NAME…]] [OPTION…]",
    parameterListHeading = "%n", footer = {"", "Examples:",
        "  ./jbang ${COMMAND-NAME} mine.py                        all loads of the file",
        "  ./jbang ${COMMAND-NAME} mine.py --against goroutines   beside goroutines of chapter 1",
        "  ./jbang ${COMMAND-NAME} mine.go --tasks 500,5000 --quick"})
public final class WeighOptions extends Options {
    /// Of no use here.
    private static final Set<String> OTHERS =
        Set.of("--recorded", "--answers", "--watch", "--fast", "--fetch", "--live", "--hint", "--solution", "--reset",
            "--exercise", "--with");
    @Parameters(arity = "0..1", paramLabel = "FILE", hideParamSyntax = true,
        description = "A .java, .go or .py file: README shows one of each. Or a program in another language: see "
            + "lib/PROTOCOL.md.")
    Path file;
    @Option(names = "--load", order = -3, paramLabel = "NAME",
        description = "Weigh only this load, which is a method or function that starts the tasks. Give the option once "
            + "for each load.")
    List<String> loads = List.of();
    @Option(names = "--against", order = -2, paramLabel = "NAME[,NAME…]",
        description = "Also weigh tasks of chapters 1 and 11, for example \"goroutines,tokio-tasks\".")
    String against = "";

    private UserFile own;

    /// The notebook, with the file's name on it. The first chapter's files are beside it.
    @Override
    public Edition of(Edition built) {
        if (file == null) throw new IllegalArgumentException("name the FILE to weigh, for example mine.py");
        if (file.getFileName() == null) throw new IllegalArgumentException(file + " is a folder; name a file");
        if (out == null) out = OutputFolder.of(null).resolve("weigh");
        var notebook = built.chapter();
        var title = notebook.title().replace("your file", name(notebook));
        own = UserFileReader.read(file, loads, against, built.lookup().lookupClass());
        return new Edition(new Chapter(notebook.name(), title, notebook.opening(), notebook.cells(), notebook.source()),
            built.lookup());
    }

    @Override
    public String preparing() {
        return file == null ? "" : "looking for loads in " + file;
    }

    /// `mine.py`: each file has results of its own.
    @Override
    public String name(Chapter chapter) {
        return file.getFileName().toString();
    }

    /// Who stands beside the file is of that chapter, and so is the record of it.
    @Override
    public String record(Chapter chapter) {
        return "chapter1";
    }

    /// No reader's place is kept in a file that is weighed.
    @Override
    public boolean whole() {
        return false;
    }

    @Override
    boolean has(String option) {
        return !OTHERS.contains(option);
    }

    /// The file that is weighed, once the notebook is known.
    public UserFile own() {
        return own;
    }
}

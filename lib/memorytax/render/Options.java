package memorytax.render;

import memorytax.notebook.Selection;
import memorytax.scale.Effort;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import java.nio.file.Path;
import java.util.List;


/// What a reader can say on the command line of any chapter.
@Command(sortOptions = false, usageHelpAutoWidth = true, optionListHeading = "%nOptions:%n", mixinStandardHelpOptions = false,
    footer = {"", "Examples:", "  ./jbang ${COMMAND-NAME}                    step by step, about two minutes", "  ./jbang ${COMMAND-NAME} --quick | less     all at once, three forks",
        "  ./jbang ${COMMAND-NAME} --only growth      one cell, and what it needs"})
final class Options {
    @ArgGroup
    Pace pace = new Pace();
    @Option(names = "--all", description = "Run through without pauses.")
    boolean all;
    @ArgGroup
    Cells cells = new Cells();
    @Option(names = "--list", description = "List the cells of the chapter, and stop.")
    boolean list;
    @Option(names = "--tasks", paramLabel = "N[,N…]", split = ",", converter = Tasks.class, description = "Weigh these numbers of tasks instead of the chapter's.")
    List<Integer> tasks = List.of();
    @Option(names = "--forks", paramLabel = "N", converter = Forks.class, description = "Weigh every point in that many processes.")
    Integer forks;
    @Option(names = "--out", paramLabel = "DIR", description = "Write there. Default: out, beside jbang-catalog.json.")
    Path out;
    @Option(names = "--recorded", description = "Show our own recorded run instead of measuring.")
    boolean recorded;
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this, and stop.")
    boolean help;

    static final class Pace {
        @Option(names = "--quick", description = "Three forks instead of five: a first look.")
        boolean quick;
        @Option(names = "--thorough", description = "Ten forks, and a million tasks: half an hour.")
        boolean thorough;
    }

    static final class Cells {
        @Option(names = "--only", paramLabel = "CELL", description = "Run one cell, and what it needs.")
        String only;
        @Option(names = "--from", paramLabel = "CELL", description = "Run from this cell on.")
        String from;
    }

    /// The options as the scale takes them.
    Effort effort() {
        var base = pace.quick ? Effort.QUICK : pace.thorough ? Effort.THOROUGH : Effort.DEFAULT;
        return new Effort(forks == null ? base.forks() : forks, tasks, base.thorough());
    }

    /// The cells that are wanted.
    Selection selection() {
        return cells.only != null ? Selection.only(cells.only) : cells.from != null ? Selection.from(cells.from) : Selection.all();
    }

    /// Parses the words of a command line; what it cannot take is a [CommandLine.ParameterException] with one line.
    static CommandLine command(String chapter, String description, Options options) {
        var command = new CommandLine(options).setCommandName(chapter);
        command.getCommandSpec().usageMessage().description(description);
        return command;
    }

    private static int number(String text, int most) {
        try {
            int n = Integer.parseInt(text.strip().replace("_", ""));
            if (n >= 1 && n <= most) return n;
        } catch (NumberFormatException e) {
            // said below
        }
        throw new TypeConversionException("\"%s\" is not a whole number from 1 to %d".formatted(text, most));
    }

    private static final class Tasks implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return number(text, 10_000_000);
        }
    }

    private static final class Forks implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return number(text, 100);
        }
    }
}

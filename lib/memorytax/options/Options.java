package memorytax.options;

import memorytax.measure.plan.Effort;
import memorytax.measure.process.Guests;
import memorytax.notebook.Edition;
import memorytax.notebook.Selection;
import memorytax.notebook.source.Chapter;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a reader can say on the command line of any chapter.
@Command(customSynopsis = "./jbang ${COMMAND-NAME} [OPTION…]", sortOptions = false, usageHelpAutoWidth = true,
    optionListHeading = "%nOptions:%n", mixinStandardHelpOptions = false, footer = {"", "Examples:",
        "  ./jbang ${COMMAND-NAME}                    step by step",
        "  ./jbang ${COMMAND-NAME} --quick | less     all at once, with fewer measurements",
        "  ./jbang ${COMMAND-NAME} --only verdict     one cell, and the cells that it needs"})
public class Options {
    private static final Pattern OPTION = Pattern.compile("--\\w+");
    @ArgGroup
    Pace pace = new Pace();
    @Option(names = "--all", description = "Run all cells without a stop.")
    public boolean all;
    @ArgGroup
    public Cells cells = new Cells();
    @Option(names = "--list", description = "List the cells and how long each takes, and exit.")
    public boolean list;
    @Option(names = "--tasks", paramLabel = "N[,N…]", converter = TaskNumbers.Listed.class,
        description = "Measure with these numbers of tasks, each from 1 to 10,000,000, instead of the chapter's.")
    public TaskNumbers tasks = new TaskNumbers(List.of());
    @Option(names = "--forks", paramLabel = "N", converter = TaskNumbers.Forks.class,
        description = "Repeat each measurement N times, from 1 to 100, each time in a fresh process. "
            + "N counts with --quick and --thorough, too.")
    public Integer forks;
    @Option(names = "--with", paramLabel = "NAME[,NAME…]", converter = GuestNames.class,
        description = "With chapter1 and chapter8: compare these of chapter 11, too. "
            + "There are node, tokio, kotlin, erlang, elixir and ruby.")
    public Guests guests = Guests.NONE;
    @Option(names = "--out", paramLabel = "DIR",
        description = "Write the results into this folder. Default: out, in the folder of the workbook.")
    public Path out;
    @Option(names = "--recorded",
        description = "Measure nothing, and show our recorded run. Writes to out/recorded.")
    public boolean recorded;
    @Option(names = "--fetch", description = "With chapter10: first fetch other versions of Go, 60 to 150 MB each, "
        + "as Go itself fetches modules. With chapter11: Kotlin's compiler, 63 MB. Else nothing is fetched.")
    public boolean fetch;
    @Option(names = "--answers", paramLabel = "FILE",
        description = "Read your answers from a file. It has a line for each cell that asks: perTask=20 KB")
    public Path answers;
    @Option(names = "--watch", description = "Stay open at the end. When you save the file, run what it changes.")
    public boolean watch;
    @Option(names = "--no-ahead", description = "Do not measure the next cells while you read.")
    public boolean noAhead;
    @Option(names = "--fast", description = "First all questions, then a line for each cell: "
        + "in full only what you guessed wrong by more than a factor of two.")
    public boolean fast;
    @Option(names = "--live", description = "Open the chapter in your browser, and run and edit its cells there.")
    public boolean live;
    @Option(names = "--slides", description = "Show one cell on each screen, for a projector.")
    public boolean slides;
    @Mixin
    public ExportOptions exports = new ExportOptions();
    @Option(names = "--hint", description = "With --exercise: show the next hint.")
    public boolean hint;
    @Option(names = "--solution",
        description = "With --exercise: show our solution. Before you have solved it, ask twice.")
    public boolean solution;
    @Option(names = "--reset", description = "Forget your place, answers and exercises in this chapter, and exit.")
    public boolean reset;
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help, and exit.")
    public boolean help;

    static final class Pace {
        @Option(names = "--quick",
            description = "Measure less: repeat each measurement three times, not five, and leave some out.")
        boolean quick;
        @Option(names = "--thorough",
            description = "Measure more: repeat each measurement ten times, with up to a million tasks.")
        boolean thorough;
    }

    static final class Cells {
        @Option(names = "--only", paramLabel = "CELL", description = "Run one cell, and the cells that it needs.")
        String only;
        @Option(names = "--from", paramLabel = "CELL", description = "Run this cell and all cells after it.")
        String from;
        @Option(names = "--exercise", arity = "0..1", fallbackValue = "", paramLabel = "LEVEL",
            description = "Run only the exercises, or one of them: easier, exercise, harder, or the name of its cell.")
        String exercise;
    }

    /// The options as the scale takes them.
    public Effort effort() {
        var base = pace.quick ? Effort.QUICK : pace.thorough ? Effort.THOROUGH : Effort.DEFAULT;
        return new Effort(base.pace(), forks == null ? OptionalInt.empty() : OptionalInt.of(forks), tasks.numbers(),
            guests);
    }

    /// The cells that are wanted.
    ///
    /// @throws IllegalArgumentException with one line, when the chapter does not have the one that is named
    public Selection selection(Chapter chapter) {
        if ((hint || solution) && cells.exercise == null)
            throw new IllegalArgumentException((hint ? "--hint" : "--solution") + ": goes with --exercise only");
        if (fast && (slides || watch || !whole())) throw new IllegalArgumentException("--fast: it does not go with "
            + (slides ? "--slides" : watch ? "--watch" : option()) + "; give one of them");
        var selection = fast ? Selection.questionsFirst() : cells.only != null ? Selection.only(cells.only)
            : cells.from != null ? Selection.from(cells.from)
            : cells.exercise != null ? Selection.exercises(cells.exercise) : Selection.all();
        try {
            selection.of(chapter);
            return selection;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option() + ": " + e.getMessage(), e);
        }
    }

    /// The one that names cells.
    private String option() {
        return cells.only != null ? "--only" : cells.from != null ? "--from" : "--exercise";
    }

    /// The chapter as it is read with these options. Files that they name are read now: what is wrong with them is said
    /// before anything is begun.
    public Edition of(Edition built) {
        GuestNames.check(guests, built.chapter());
        return built;
    }

    /// What its page and its folder are called.
    public String name(Chapter chapter) {
        return chapter.name();
    }

    /// The chapter whose record stands in for what cannot be measured here.
    public String record(Chapter chapter) {
        return chapter.name();
    }

    /// What they answer to the chapter's questions, by the names of the steps that ask.
    public Map<String, String> said() {
        return Map.of();
    }

    /// Whether there is such an option.
    boolean has(String option) {
        return true;
    }

    /// Changes what an option is, where it means something else.
    void adapt(CommandSpec spec) {
    }

    /// What [#of] is going to do, if that takes a while: `looking for loads in mine.go`. Else empty.
    public String preparing() {
        return "";
    }

    /// Whether to offer to go on where an earlier run stopped.
    public boolean resumes() {
        return whole() && !all && !recorded && !watch && !fast && tasks.numbers().isEmpty();
    }

    /// Whether the next cells are measured while the reader reads: wherever a reader goes from cell to cell, and comes
    /// to more than one.
    public boolean ahead() {
        return !noAhead && steps();
    }

    /// Whether there are next cells to measure, while a reader reads.
    public boolean steps() {
        return !all && !recorded && !watch && cells.only == null && cells.exercise == null;
    }

    /// The numbers of tasks that are wanted instead of the chapter's; empty for those.
    public List<Integer> sizes() {
        return tasks.numbers();
    }

    /// Whether the exercises are wanted alone.
    public boolean exercises() {
        return cells.exercise != null;
    }

    /// Whether the chapter is read from its beginning to its end.
    public boolean whole() {
        return cells.only == null && cells.from == null && cells.exercise == null;
    }

    /// Parses the words of a command line; what it cannot take is a [CommandLine.ParameterException], for [#said].
    public static CommandLine command(String chapter, String description, Options options) {
        var command = new CommandLine(options).setCommandName(chapter);
        var spec = command.getCommandSpec();
        spec.usageMessage().description(description);
        options.adapt(spec);
        var others = List.copyOf(spec.options()).stream().filter(o -> !options.has(o.longestName())).toList();
        others.stream().filter(o -> o.group() == null).forEach(spec::remove); // those of a group cannot be removed
        command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST,
            help -> help.optionListExcludingGroups(
                spec.options().stream().filter(o -> !others.contains(o)).toList()));
        return command;
    }

    /// What is wrong with the words, in one line: the option, the value, what is allowed.
    public static String said(ParameterException wrong) {
        var all = wrong.getCommandLine().getCommandSpec().options().stream().map(OptionSpec::longestName)
            .collect(Collectors.joining(", "));
        return switch (wrong) {
            case MutuallyExclusiveArgsException e -> OPTION.matcher(e.getMessage()).results().map(MatchResult::group)
                .distinct().collect(Collectors.joining(" and ")) + " do not go together: give one of them";
            case UnmatchedArgumentException e -> e.isUnknownOption()
                ? e.getUnmatched().getFirst() + ": there is no such option; there are " + all
                : "\"" + e.getUnmatched().getFirst() + "\" is not an option; there are " + all;
            case MissingParameterException e when e.getMissing().getFirst() instanceof OptionSpec option ->
                option.longestName() + ": it needs a value, " + option.paramLabel() + ". " + option.description()[0];
            case OverwrittenOptionException e when e.getOverwritten() instanceof OptionSpec option ->
                option.longestName() + ": give it once";
            case ParameterException e when e.getArgSpec() instanceof OptionSpec option
                && e.getCause() instanceof TypeConversionException why ->
                option.longestName() + ": " + why.getMessage();
            default -> wrong.getMessage().lines().findFirst().orElse("");
        };
    }
}

package memorytax.session;

import memorytax.catalog.Listing;
import memorytax.measure.plan.Effort;
import memorytax.measure.plan.Scale;
import memorytax.notebook.Ahead;
import memorytax.notebook.Answers;
import memorytax.notebook.Edition;
import memorytax.notebook.Exercise;
import memorytax.notebook.Prediction;
import memorytax.notebook.Run;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.SourceException;
import memorytax.options.Options;
import memorytax.terminal.ReaderActions;
import memorytax.terminal.TerminalDeaf;
import memorytax.terminal.TerminalScreen;
import memorytax.terminal.text.TerminalLines;
import memorytax.terminal.text.TerminalText;
import org.jline.utils.AttributedString;
import picocli.CommandLine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static memorytax.terminal.text.TerminalLines.BOLD;

/// The desk of whoever reads a chapter: asks, edits, runs again.
final class Workbench implements ReaderActions {
    private static final Pattern WORD = Pattern.compile("(tasks|forks)=\\S+");
    private final TerminalScreen screen;
    private final Run run;
    private final Ahead ahead;
    private final Optional<EditableSource> manuscript;
    private final Optional<Answers> answers;
    private final ProgressNotes diary;
    private final TutorPrinter tutor;
    private final Effort usual;
    private final boolean watches, reads;
    private final Function<Cell.Documented, List<Listing>> others;
    private final Map<String, Effort> efforts = new ConcurrentHashMap<>();
    private boolean broken;

    Workbench(TerminalScreen screen, Run run, Ahead ahead, Optional<EditableSource> manuscript,
              Optional<Answers> answers, ProgressNotes diary,
              TutorPrinter tutor, Effort usual, Options options, Function<Cell.Documented, List<Listing>> others) {
        this.screen = screen;
        this.run = run;
        this.ahead = ahead;
        this.manuscript = manuscript;
        this.answers = answers;
        this.diary = diary;
        this.tutor = tutor;
        this.usual = usual;
        watches = options.watch;
        reads = options.steps();
        this.others = others;
    }

    /// How much the reader wants to spend on a step.
    Effort effort(Cell.Step step) {
        return efforts.getOrDefault(step.name(), usual);
    }

    /// From the file of `--answers`, or from the reader, or what the reader said the last time.
    @Override
    public Optional<Prediction> answer(Cell.Step step, Prediction question) {
        var before = before(step, question);
        boolean given = answers.flatMap(a -> a.of(step.name())).isPresent();
        if (!given && !screen.interactive() && question.isWish()) return Optional.of(question.pass());
        var answered = given || !screen.interactive() ? Optional.of(before)
            : new QuestionPrompt(screen).ask(question, before);
        answered.ifPresent(answer -> diary.answered(step, answer));
        return answered;
    }

    @Override
    public Prediction before(Cell.Step step, Prediction question) {
        return answers.flatMap(a -> a.of(step.name())).map(question::answered)
            .orElseGet(() -> diary.answer(step, question));
    }

    @Override
    public List<Tool> tools(Cell.Documented cell) {
        var tools = new ArrayList<Tool>();
        if (cell instanceof Cell.Step step) tools.add(step.isExercise() ? Tool.TRY : Tool.AGAIN);
        if (manuscript.flatMap(m -> m.editor(cell.line())).isPresent()) tools.add(Tool.EDIT);
        tools.add(Tool.SHELL);
        if (!others.apply(cell).isEmpty()) tools.add(Tool.OTHERS);
        if (cell instanceof Cell.Step step && step.isExercise()) tools.addAll(tutor.tools(step));
        return tools;
    }

    @Override
    public boolean again(Cell.Step step) {
        if (step.isQuestion() || step.isExercise() || !step.takes(Scale.class)) return true;
        var alone = efforts.containsKey(step.name())
            ? "for " + said(effort(step)) + " again; type usual for the chapter's own" : "to run it as before";
        print(AttributedString.EMPTY,
            TerminalLines.dim(" Type tasks=1000,5000 or forks=7 or both; press Enter " + alone));
        while (true) {
            var typed = screen.ask(" again with ▸ ");
            if (typed.isEmpty()) return false;
            try {
                if (typed.get().equals("usual")) efforts.remove(step.name());
                else if (!typed.get().isBlank()) efforts.put(step.name(), effort(typed.get(), effort(step)));
                return true;
            } catch (IllegalArgumentException e) {
                screen.print(TerminalText.plain(e.getMessage(), screen.width()));
            }
        }
    }

    private static String said(Effort effort) {
        var tasks = effort.tasks().stream().map(String::valueOf).collect(Collectors.joining(","));
        return (tasks.isEmpty() ? "" : "tasks=" + tasks + " ") + "forks=" + effort.forks();
    }

    /// `tasks=1000,5000 forks=7`, read as the options are.
    static Effort effort(String typed, Effort before) {
        var words = typed.isBlank() ? List.<String>of() : List.of(typed.strip().split("\\s+"));
        for (var word : words) if (!WORD.matcher(word).matches())
            throw new IllegalArgumentException("\"" + word + "\" is not allowed; allowed: tasks=N,N… and forks=N");
        var options = new Options();
        try {
            Options.command("again", "", options).parseArgs(words.stream().map("--"::concat).toArray(String[]::new));
        } catch (CommandLine.ParameterException e) {
            throw new IllegalArgumentException(Options.said(e).replaceFirst("^--", ""), e);
        }
        return new Effort(before.pace(), options.forks == null ? before.said() : OptionalInt.of(options.forks),
            options.sizes().isEmpty() ? before.tasks() : options.sizes(), before.with());
    }

    @Override
    public Optional<Edition> edit(Cell.Documented cell) {
        var editor = manuscript.orElseThrow().editor(line(cell)).orElseThrow();
        new TerminalLoan(screen, ahead).to(() -> {
            try {
                var process = new ProcessBuilder(editor).inheritIO().start();
                try (var _ = new TerminalDeaf()) {
                    process.waitFor();
                }
            } catch (IOException e) {
                print(TerminalLines.plain(" %s cannot be started; set EDITOR to an editor that can".formatted(
                    editor.getFirst())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return read();
    }

    /// Where to edit: of an exercise the method that is the reader's, and not its check.
    private int line(Cell.Documented cell) {
        var chapter = run.edition().chapter();
        var tried = cell instanceof Cell.Step step ? Exercise.of(chapter, step) : Optional.<Exercise>empty();
        return tried.flatMap(e -> chapter.documented().stream().filter(c -> c.name().equals(e.name())).findFirst())
            .orElse(cell).line();
    }

    @Override
    public boolean watches() {
        return watches;
    }

    @Override
    public boolean saved() {
        return manuscript.filter(EditableSource::saved).isPresent();
    }

    @Override
    public boolean broken() {
        return broken;
    }

    @Override
    public Optional<Edition> read() {
        try {
            broken = true;
            var next = manuscript.orElseThrow().read(run.edition());
            broken = false;
            return next == run.edition() ? Optional.empty() : Optional.of(next);
        } catch (SourceException e) {
            print(AttributedString.EMPTY,
                TerminalLines.of(" ✗ Your change does not compile, so nothing has changed here", BOLD));
            e.getMessage().lines().forEach(line -> print(TerminalLines.plain("   " + line)));
        } catch (UncheckedIOException e) {
            screen.print(TerminalText.plain("✗ The file cannot be read: " + e.getCause().getMessage(), screen.width()));
        }
        return Optional.empty();
    }

    @Override
    public void shell() {
        new TerminalLoan(screen, ahead).to(() -> JShellSession.open(run));
    }

    @Override
    public Optional<Ahead> ahead() {
        return Optional.of(ahead).filter(_ -> reads);
    }

    /// Each function as its file has it, with the numbers of its lines.
    @Override
    public void others(Cell.Documented cell) {
        for (var listing : others.apply(cell)) {
            print(AttributedString.EMPTY, TerminalLines.of(" " + listing, BOLD));
            screen.print(TerminalText.code(listing.code(), listing.language().toLowerCase(Locale.ROOT), listing.line(),
                screen.width()));
        }
    }

    @Override
    public void hint(Cell.Step exercise) {
        tutor.hint(exercise);
    }

    @Override
    public void solution(Cell.Step exercise) {
        tutor.solution(exercise);
    }

    private void print(AttributedString... lines) {
        screen.print(List.of(lines));
    }
}

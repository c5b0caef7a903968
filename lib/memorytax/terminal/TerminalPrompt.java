package memorytax.terminal;

import memorytax.notebook.Edition;
import memorytax.notebook.Navigation;
import memorytax.notebook.source.Cell;
import memorytax.terminal.text.TerminalLines;
import org.jline.utils.AttributedString;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import static memorytax.terminal.text.TerminalLines.BOLD;

/// The line between two cells: which keys apply, and what they do.
final class TerminalPrompt {
    private static final List<String> TERMS = List.of("g", "terms"), FIND = List.of("/", "find");
    private final TerminalScreen screen;
    private final ReaderActions desk;
    private final TerminalContents contents;
    private final TerminalTerms terms;

    TerminalPrompt(TerminalScreen screen, ReaderActions desk, TerminalContents contents, TerminalTerms terms) {
        this.screen = screen;
        this.desk = desk;
        this.contents = contents;
        this.terms = terms;
    }

    /// What the reader wants. `all` is run when that is: all the rest, without another question.
    Navigation ask(Cell.Documented done, boolean first, boolean last, Runnable all) {
        while (true) {
            var tools = desk.tools(done);
            int key = Character.toLowerCase(key(prompt(tools, first, last)));
            var tool = tools.stream().filter(t -> t.key == key).findFirst();
            if (key == TerminalScreen.DISTURBED) {
                var read = desk.read();
                if (read.isPresent()) return new Navigation.Changed(read.get());
            } else if (tool.isPresent()) {
                var turn = use(tool.get(), done);
                if (turn.isPresent()) return turn.get();
                // by Ctrl-C, where a tool asks for a line
                if (Thread.currentThread().isInterrupted()) return Navigation.QUIT;
            } else switch (key) {
                case '\r', '\n', ' ' -> {
                    return Navigation.NEXT;
                }
                case 'a' -> {
                    if (last) break;
                    all.run();
                    return Navigation.NEXT;
                }
                case 'b' -> {
                    if (!first) return Navigation.BACK;
                }
                case 'l' -> screen.print(contents.lines(done, screen.width(), screen.height()));
                case '/' -> {
                    var to = find();
                    if (to.isPresent()) return to.get();
                    if (Thread.currentThread().isInterrupted()) return Navigation.QUIT;
                }
                case 'g' -> screen.print(terms.lines(done, screen.width(), screen.height()));
                case 'q', TerminalScreen.END -> {
                    return Navigation.QUIT;
                }
                default -> {
                }
            }
        }
    }

    /// Asks what to find, or where to go: back to a cell that has been read.
    private Optional<Navigation> find() {
        screen.print(List.of(AttributedString.EMPTY, TerminalLines.dim(
            " Type words to find, or a cell's number or name to go back; Enter stays")));
        var typed = screen.ask(" find ▸ ").map(String::strip).filter(words -> !words.isEmpty());
        if (typed.isEmpty()) return Optional.empty();
        var cell = contents.cell(typed.get());
        if (cell.filter(contents::isRead).isPresent()) return Optional.of(new Navigation.To(cell.get().name()));
        screen.print(cell.isEmpty() ? contents.found(typed.get(), screen.width())
            : List.of(TerminalLines.dim(" \"%s\" comes later; start with --from %s to go there".formatted(
                cell.get().title(), cell.get().name()))));
        return Optional.empty();
    }

    /// Waits until the reader has seen what stands there. False when the reader has had enough.
    ///
    /// @param to what comes next
    boolean goesOn(String to) {
        int key = key(screen.written(line(List.of(List.of(screen.enter(), to), List.of("q", "quit")), _ -> true)));
        return key != TerminalScreen.END && Character.toLowerCase(key) != 'q';
    }

    /// For who has no keys: waits for the next edition.
    Navigation watch() {
        while (!Thread.currentThread().isInterrupted()) {
            if (desk.saved()) {
                var read = desk.read();
                if (read.isPresent()) return new Navigation.Changed(read.get());
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return Navigation.QUIT;
    }

    private Optional<Navigation> use(ReaderActions.Tool tool, Cell.Documented done) {
        return switch (tool) {
            case AGAIN, TRY -> again((Cell.Step) done);
            case EDIT -> desk.edit(done).map((Edition e) -> new Navigation.Changed(e));
            case SHELL -> nothing(desk::shell);
            case OTHERS -> nothing(() -> desk.others(done));
            case HINT -> nothing(() -> desk.hint((Cell.Step) done));
            case SOLUTION -> nothing(() -> desk.solution((Cell.Step) done));
        };
    }

    /// What was saved in another window meanwhile is taken in first: nobody means the old code.
    private Optional<Navigation> again(Cell.Step step) {
        var read = desk.saved() || desk.broken() ? desk.read() : Optional.<Edition>empty();
        if (desk.broken() || !desk.again(step)) return Optional.empty();
        return Optional.of(read.isPresent() ? new Navigation.Changed(read.get(), true) : Navigation.AGAIN);
    }

    private static Optional<Navigation> nothing(Runnable run) {
        run.run();
        return Optional.empty();
    }

    private int key(String prompt) {
        try {
            for (String before = "\n"; ; before = "\r") {
                int key = screen.key(before + prompt, () -> desk.watches() && desk.saved());
                if (key != 0) return key;
            }
        } finally {
            screen.write(screen.redraws() ? "\r\033[K\033[A" : "\n");
        }
    }

    private String prompt(List<ReaderActions.Tool> tools, boolean first, boolean last) {
        var own = tools.stream().map(t -> List.of(String.valueOf(t.key), t.word)).toList();
        var keys = new ArrayList<List<String>>();
        keys.add(List.of(screen.enter(), last ? "done" : "next"));
        if (!first) keys.add(List.of("b", "back"));
        keys.addAll(own);
        keys.add(List.of("l", "list"));
        keys.add(TERMS);
        keys.add(FIND);
        if (!last) keys.add(List.of("a", "all"));
        keys.add(List.of("q", "quit"));
        if (desk.watches()) screen.print(List.of(AttributedString.EMPTY,
            TerminalLines.dim(" Watching: save the file, and the cells that your change affects run again.")));
        var fewer = keys.stream().filter(key -> key != FIND).toList(); // these two can be done without
        var fewest = fewer.stream().filter(key -> key != TERMS).toList();
        var worded = Stream.concat(own.stream(), Stream.of(keys.getFirst(), keys.getLast())).toList();
        return screen.written(Stream.of(line(keys, _ -> true), line(fewer, _ -> true), line(fewest, _ -> true),
                line(keys, worded::contains))
            .filter(line -> line.columnLength() < screen.width()).findFirst().orElseGet(() -> line(keys, _ -> false)));
    }

    /// @param worded keys whose word stands beside them: all of them, those of this cell with the first and the
    ///               last, or none, as there is room
    private static AttributedString line(List<List<String>> keys, Predicate<List<String>> worded) {
        var parts = new ArrayList<CharSequence>();
        for (var key : keys) {
            parts.add(parts.isEmpty() ? " " : "  ");
            parts.add(TerminalLines.of(key.getFirst(), BOLD));
            if (worded.test(key)) parts.add(TerminalLines.dim(" " + key.getLast()));
        }
        parts.add(" ");
        return TerminalLines.join(parts.toArray(CharSequence[]::new));
    }
}

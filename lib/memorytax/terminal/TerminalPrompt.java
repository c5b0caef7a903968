package memorytax.terminal;

import memorytax.notebook.Ahead;
import memorytax.notebook.Edition;
import memorytax.notebook.Navigation;
import memorytax.notebook.source.Cell;
import memorytax.terminal.TerminalKeys.Key;
import memorytax.terminal.text.TerminalLines;
import org.jline.utils.AttributedString;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The line between two cells: which keys apply, and what they do.
final class TerminalPrompt {
    private static final String AHEAD = "The next cells are measured while you read (w: stop that).";
    private final TerminalScreen screen;
    private final ReaderActions desk;
    private final TerminalContents contents;
    private final TerminalTerms terms;
    private final TerminalResults results;
    private final TerminalStage stage;
    /// Whether something covers the slide.
    private boolean covered;
    private boolean saysAhead = true;

    TerminalPrompt(TerminalScreen screen, ReaderActions desk, TerminalContents contents, TerminalTerms terms,
                   TerminalResults results, TerminalStage stage) {
        this.screen = screen;
        this.desk = desk;
        this.contents = contents;
        this.terms = terms;
        this.results = results;
        this.stage = stage;
    }

    /// What the reader wants. `all` is run when that is: all the rest, without another question.
    Navigation ask(Cell.Documented done, boolean last, Runnable all) {
        covered = false;
        while (true) {
            var tools = desk.tools(done);
            var keys = keys(done, tools, last);
            int key = Character.toLowerCase(key(shown(keys)));
            var tool = tools.stream().filter(t -> t.key == key).findFirst();
            if (key == TerminalScreen.DISTURBED) {
                var read = desk.read();
                if (read.isPresent()) return new Navigation.Changed(read.get());
            } else if (tool.isPresent()) {
                var turn = use(tool.get(), done);
                if (turn.isPresent()) return turn.get();
                covered = stage.covers();
                // by Ctrl-C, where a tool asks for a line
                if (Thread.currentThread().isInterrupted()) return Navigation.QUIT;
            } else switch (key) {
                case '\r', '\n', ' ' -> {
                    if (!covered) return Navigation.NEXT;
                    restore();
                }
                case 'a' -> {
                    if (last) break;
                    all.run();
                    return Navigation.NEXT;
                }
                case 'b' -> {
                    if (!contents.isFirst(done)) return Navigation.BACK;
                }
                case 'm' -> {
                    if (!stage.more().isEmpty() && !stage.turnMore()) return Navigation.QUIT;
                    covered = false;
                }
                case 'l' -> show(() -> screen.print(contents.lines(done, screen.width(), screen.height())));
                case '/', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> {
                    var to = find(key == '/' ? "" : String.valueOf((char) key));
                    if (to.isPresent()) return to.get();
                    if (Thread.currentThread().isInterrupted()) return Navigation.QUIT;
                }
                case 'g' -> show(() -> screen.print(terms.lines(done, screen.width(), screen.height())));
                case 'p' -> {
                    if (results.isBefore(done)) show(() -> screen.print(results.linesBefore(done)));
                }
                case '?' -> show(() -> screen.print(keys.help(screen.width())));
                case 'w' -> desk.ahead().ifPresent(this::turn);
                case 'q', TerminalScreen.END -> {
                    return Navigation.QUIT;
                }
                default -> {
                    if (stage.covers()) restore();
                }
            }
        }
    }

    private void turn(Ahead ahead) {
        ahead.turn(!ahead.isOn());
        saysAhead = false;
        if (!stage.covers())
            say(ahead.isOn() ? AHEAD : "Cells are measured when you come to them (w: while you read).");
    }

    private void say(String what) {
        screen.print(AttributedString.EMPTY);
        screen.print(TerminalLines.indent(" ", TerminalLines.wrap(TerminalLines.dim(what), screen.width() - 2)));
    }

    private void show(Runnable print) {
        stage.clear();
        print.run();
        covered = stage.covers();
    }

    private void restore() {
        stage.restore();
        covered = false;
    }

    /// Asks what to find, or where to go.
    ///
    /// @param begun what has been typed of it
    private Optional<Navigation> find(String begun) {
        screen.print(List.of(AttributedString.EMPTY, TerminalLines.dim(
            " Type words to find, or a cell's number or name to go there; Enter stays")));
        var typed = screen.ask(" find ▸ ", begun).map(String::strip).filter(words -> !words.isEmpty());
        var cell = typed.flatMap(contents::cell);
        if (cell.isPresent()) return Optional.of(new Navigation.To(cell.get().name()));
        if (typed.isPresent()) show(() -> screen.print(contents.found(typed.get(), screen.width(), screen.height())));
        else if (stage.covers()) restore();
        return Optional.empty();
    }

    /// Waits until the reader has seen what stands there. False when the reader has had enough.
    ///
    /// @param to what comes next
    boolean goesOn(String to) {
        var keys = new TerminalKeys(List.of(new Key(screen.enter(), to, "goes on"), TerminalKeys.QUIT), List.of());
        int key = key(keys.line(screen.width()));
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

    private Optional<Navigation> nothing(Runnable run) {
        show(run);
        return Optional.empty();
    }

    private int key(AttributedString keys) {
        try {
            for (String before = ""; ; before = stage.covers() ? "\r\033[A\033[K" : "\r") {
                var foot = stage.covers() ? screen.written(stage.foot()) : "";
                var above = before.isEmpty() || stage.covers() ? foot + "\n" : "";
                int key = screen.key(before + above + screen.written(keys), () -> desk.watches() && desk.saved());
                if (key != 0) return key;
            }
        } finally {
            screen.write(!screen.redraws() ? "\n" : "\r\033[K\033[A" + (stage.covers() ? "\033[K" : ""));
        }
    }

    private AttributedString shown(TerminalKeys keys) {
        if (desk.watches()) say("Watching: save the file, and the cells that your change affects run again.");
        if (saysAhead && !stage.covers() && desk.ahead().filter(Ahead::isBusy).isPresent()) {
            saysAhead = false; // once
            say(AHEAD);
        }
        return keys.line(screen.width());
    }

    /// The tools for code have no place on a slide, and still work.
    private TerminalKeys keys(Cell.Documented done, List<ReaderActions.Tool> tools, boolean last) {
        boolean slide = stage.covers();
        var keys = new ArrayList<Key>();
        var next = covered ? "slide" : last ? "done" : "next";
        keys.add(new Key(screen.enter(), next, covered ? "shows the slide again" : "goes on"));
        if (!contents.isFirst(done)) keys.add(TerminalKeys.BACK);
        if (!stage.more().isEmpty()) keys.add(new Key("m", stage.more(), "shows more of the cell, or less"));
        for (var tool : tools) keys.add(new Key(String.valueOf(tool.key), tool.word, tool.does));
        keys.add(TerminalKeys.LIST);
        keys.add(TerminalKeys.TERMS);
        if (results.isBefore(done)) keys.add(TerminalKeys.PREVIOUS);
        keys.add(TerminalKeys.FIND);
        if (!last) keys.add(TerminalKeys.ALL);
        keys.add(TerminalKeys.QUIT);
        var less = new ArrayList<Key>();
        if (slide) tools.stream().filter(t -> t == ReaderActions.Tool.EDIT || t == ReaderActions.Tool.SHELL)
            .map(t -> new Key(String.valueOf(t.key), t.word, t.does)).forEach(less::add);
        less.addAll(slide ? List.of(TerminalKeys.TERMS, TerminalKeys.ALL, TerminalKeys.PREVIOUS)
            : List.of(TerminalKeys.PREVIOUS, TerminalKeys.FIND, TerminalKeys.TERMS));
        var ahead = desk.ahead().map(a -> new Key("w", "ahead", a.isOn()
            ? "stops measuring the next cells while you read" : "measures the next cells while you read"));
        return new TerminalKeys(List.copyOf(keys), List.copyOf(less), ahead.stream().toList());
    }
}

package memorytax.render;

import memorytax.claim.Machine;
import memorytax.notebook.Cell;
import memorytax.notebook.Chapter;
import memorytax.notebook.Happening;
import memorytax.notebook.Reader;
import org.jline.utils.AttributedString;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import static memorytax.render.TerminalLines.BOLD;
import static memorytax.render.TerminalLines.MARGIN;
import static memorytax.render.TerminalLines.MEASURE;

/// Reads a chapter on a screen: prose, code, a key to go on, and what came of each step.
public final class TerminalReader implements Reader {
    private static final String WORKBOOK = "The Memory Tax Workbook";
    private static final int FRAMES = 3;

    private final TerminalScreen screen;
    private final Machine machine;
    private final int chapters;
    private final Function<Object, List<AttributedString>> views;
    private boolean pauses;
    private Chapter chapter;
    private Cell.Documented previous;
    private int since;

    /// @param chapters how many the workbook has
    /// @param pauses   whether to wait for a key between cells; on a pipe there is no waiting
    /// @param views    a value -> its lines, at the screen's width of that moment
    public TerminalReader(TerminalScreen screen, Machine machine, int chapters, boolean pauses, Function<Object,
        List<AttributedString>> views) {
        this.screen = screen;
        this.machine = machine;
        this.chapters = chapters;
        this.pauses = pauses && screen.interactive();
        this.views = views;
    }

    @Override
    public void opening(Chapter chapter) {
        this.chapter = chapter;
        int width = screen.width();
        String number = chapter.name().replaceAll("\\D", "");
        var place = TerminalLines.dim(number.isEmpty() ? chapter.name()
            : "Chapter %s of %d".formatted(number, chapters));
        var lines = new ArrayList<AttributedString>();
        lines.add(AttributedString.EMPTY);
        lines.add(TerminalLines.apart(TerminalLines.dim(" " + WORKBOOK), place, Math.min(width, MEASURE)));
        lines.add(AttributedString.EMPTY);
        lines.addAll(TerminalLines.indent(" ",
            TerminalLines.wrap(TerminalLines.of(chapter.title(), BOLD), Math.min(width, MEASURE) - MARGIN)));
        lines.add(AttributedString.EMPTY);
        if (!chapter.opening().isBlank()) {
            lines.addAll(TerminalText.markdown(chapter.opening(), width));
            lines.add(AttributedString.EMPTY);
        }
        lines.addAll(fact("machine", machine.hardware(), width));
        lines.addAll(fact("found", machine.software(), width));
        print(lines);
    }

    /// Waits for a key where the reader would lose sight otherwise: after a step, and after the opening or an exhibit when
    /// the next cell does not fit on the screen together with it.
    @Override
    public boolean cell(Cell.Documented cell) {
        var lines = lines(cell);
        boolean wait = previous instanceof Cell.Step || since + lines.size() > screen.height() - 2;
        if (pauses && wait && !goOn()) return false;
        previous = cell;
        print(lines);
        return true;
    }

    @Override
    public void happened(Cell.Step step, Happening happening) {
        var lines = new ArrayList<AttributedString>();
        switch (happening) {
            case Happening.Result(var value, var _) -> {
                if (value != null) lines.addAll(views.apply(value));
            }
            case Happening.Failure(var cause) -> lines.addAll(failure(cause));
            case Happening.Skipped(var missing) ->
                lines.addAll(note("– skipped: there is nothing of “%s” to go on with".formatted(title(missing))));
        }
        if (lines.isEmpty()) return;
        lines.addFirst(AttributedString.EMPTY);
        print(lines);
    }

    @Override
    public void closing() {
        print(List.of(AttributedString.EMPTY));
    }

    private List<AttributedString> lines(Cell.Documented cell) {
        var cells = chapter.documented();
        int width = screen.width();
        var lines = new ArrayList<AttributedString>();
        lines.add(AttributedString.EMPTY);
        lines.add(TerminalText.heading(cell.title(), "%d/%d".formatted(cells.indexOf(cell) + 1, cells.size()), width));
        if (!cell.prose().isBlank()) {
            lines.add(AttributedString.EMPTY);
            lines.addAll(TerminalText.markdown(cell.prose(), width));
        }
        lines.add(AttributedString.EMPTY);
        lines.addAll(TerminalText.code(cell.code(), "java", cell.line(), width));
        return lines;
    }

    /// The message, and where in the chapter it happened: nobody here looks for the library's frames.
    private List<AttributedString> failure(Throwable cause) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        var lines = new ArrayList<>(TerminalLines.indent(" ",
            TerminalLines.wrap(TerminalLines.of("✗ this step failed: " + message, BOLD),
            Math.min(screen.width(), MEASURE) - MARGIN)));
        for (var t = cause; t != null; t = t.getCause()) {
            var own = List.of(t.getStackTrace()).stream()
                .filter(f -> (chapter.name() + ".java").equals(f.getFileName())).limit(FRAMES).toList();
            own.forEach(f -> lines.add(TerminalLines.dim("     %s, %s:%d".formatted(f.getMethodName(), f.getFileName(),
                f.getLineNumber()))));
            if (!own.isEmpty()) break;
        }
        return lines;
    }

    private List<AttributedString> note(String text) {
        return TerminalLines.indent(" ",
            TerminalLines.wrap(TerminalLines.dim(text), Math.min(screen.width(), MEASURE) - MARGIN));
    }

    private String title(String name) {
        return chapter.documented().stream().filter(c -> c.name().equals(name)).map(Cell.Documented::title).findFirst()
            .orElse(name);
    }

    private static List<AttributedString> fact(String name, String text, int width) {
        var lines = TerminalLines.wrap(TerminalLines.plain(text), Math.min(width, MEASURE) - 11);
        var out = new ArrayList<AttributedString>();
        for (var line : lines) out.add(TerminalLines.join(" ",
            TerminalLines.left(TerminalLines.dim(out.isEmpty() ? name : ""), 10), line));
        return out;
    }

    private void print(List<AttributedString> lines) {
        since += lines.size();
        screen.print(lines);
    }

    /// False when the reader has had enough.
    private boolean goOn() {
        String prompt = screen.written(TerminalLines.join(" ", TerminalLines.of("⏎", BOLD),
            TerminalLines.dim(" next   "), TerminalLines.of("a", BOLD),
            TerminalLines.dim(" all the rest   "), TerminalLines.of("q", BOLD), TerminalLines.dim(" quit ")));
        try {
            for (String before = "\n"; ; before = "\r") {
                switch (screen.key(before + prompt)) {
                    case '\r', '\n', ' ' -> {
                        return true;
                    }
                    case 'a', 'A' -> {
                        pauses = false;
                        return true;
                    }
                    case 'q', 'Q', TerminalScreen.END -> {
                        return false;
                    }
                    default -> {
                    }
                }
            }
        } finally {
            since = 0;
            screen.write(screen.redraws() ? "\r\033[K\033[A" : "\n");
        }
    }
}

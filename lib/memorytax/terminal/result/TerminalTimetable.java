package memorytax.terminal.result;

import memorytax.terminal.text.TerminalLines;
import memorytax.workshop.Timetable;

import org.jline.utils.AttributedString;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// The timetable of a workshop on a terminal: a row for each activity, below the chapter that it belongs to.
public final class TerminalTimetable {
    /// Beyond it, an eye loses the way from the clock to the text.
    private static final int WIDEST = 99;

    private TerminalTimetable() {
    }

    /// @param titles of the chapters, by their numbers
    public static List<AttributedString> draw(Timetable plan, IntFunction<String> titles, int width) {
        int room = Math.min(width - TerminalLines.MARGIN, WIDEST);
        var lines = new ArrayList<AttributedString>();
        lines.addAll(TerminalLines.wrap(TerminalLines.of(" " + plan.heading(), TerminalLines.BOLD), room));
        lines.add(AttributedString.EMPTY);
        lines.add(TerminalLines.plain(" the day before    " + Timetable.PREPARE + ", on each machine"));
        int chapter = 0;
        for (int i = 0; i < plan.activities().size(); i++) {
            var row = plan.activities().get(i);
            if (row.chapter() != chapter) {
                lines.add(AttributedString.EMPTY);
                if (row.chapter() > 0) lines.add(TerminalLines.of(" " + titles.apply(row.chapter()),
                    TerminalLines.BOLD));
                chapter = row.chapter();
            }
            var head = "%5s %4d min  %-12s".formatted(Timetable.clock(plan.start(i)), row.minutes(), row.kind());
            var text = TerminalLines.wrap(TerminalLines.plain(row.what().replace("`", "")), room - head.length());
            for (int line = 0; line < text.size(); line++)
                lines.add(TerminalLines.join(line == 0 ? head : " ".repeat(head.length()), text.get(line)));
        }
        lines.add(TerminalLines.plain("%5s           end".formatted(Timetable.clock(plan.minutes()))));
        return lines;
    }
}

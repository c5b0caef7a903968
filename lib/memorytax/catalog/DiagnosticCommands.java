package memorytax.catalog;

import memorytax.file.Csv;

import java.util.List;
import java.util.stream.Collectors;

/// Commands that find in a running process what the chapters show, as `data/commands.csv` lists them.
public final class DiagnosticCommands {
    /// One command.
    ///
    /// @param chapter  that shows what it finds
    /// @param finds    what, in a few words
    /// @param language `Java`, `Go` or `Python`, or `any`
    /// @param line     to copy; `PID` stands for the number of the process
    /// @param needs    what has to be there, and since which version; empty for nothing
    public record Command(int chapter, String finds, String language, String line, String needs) {
    }

    private DiagnosticCommands() {
    }

    /// In the order of the file.
    public static List<Command> all() {
        return Csv.data("commands.csv").stream().map(row -> new Command(row.count("chapter"), row.text("finds"),
            row.text("language"), row.text("command"), row.text("needs"))).toList();
    }

    /// Those of a chapter as Markdown, which is what its cell shows: what each finds, and below it the line to copy.
    public static String markdown(int chapter) {
        return all().stream().filter(command -> command.chapter() == chapter).map(command ->
            "**%s**: %s%s.\n\n    %s".formatted(command.language(), command.finds(),
                command.needs().isEmpty() ? "" : ". Needs " + command.needs(), command.line()))
            .collect(Collectors.joining("\n\n"));
    }
}

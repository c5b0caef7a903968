package memorytax.session;

import memorytax.notebook.Run;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.shell.Setting;
import memorytax.shell.Shell;
import memorytax.terminal.text.TerminalLines;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A JShell with the library imported; at some point of a chapter also with its loads and steps as methods, and what
/// the steps have returned as variables.
public final class JShellSession {
    private static final int WIDTH = 79;
    private static final List<String> IMPORTS = List.of("import memorytax.Notebook;",
        "import static memorytax.Notebook.*;", "import memorytax.chart.Charts;", "import memorytax.chart.Mechanisms;",
        "import memorytax.child.Gate;", "import memorytax.claim.*;", "import memorytax.measure.plan.*;",
        "import memorytax.measure.process.*;",
        "import memorytax.measure.result.*;", "import memorytax.measure.runtime.*;", "import memorytax.table.Tables;",
        "import org.knowm.xchart.*;", "import tech.tablesaw.api.*;");

    private JShellSession() {
    }

    /// Opens one that belongs to no chapter, and returns when the reader leaves.
    ///
    /// @param welcome said before the first question
    /// @param members Java source: what is defined there
    /// @return an exit code, of [ExitCode]
    public static int playground(String welcome, String members) {
        var startUp = "import module java.base;\n" + String.join("\n", IMPORTS) + "\n" + members;
        Shell.open(new Setting("playground", welcome, startUp, List.of()));
        return ExitCode.GOOD;
    }

    /// Opens one at this point of a chapter, and returns when the reader leaves.
    static void open(Run run) {
        Shell.open(setting(run));
    }

    static Setting setting(Run run) {
        var chapter = run.edition().chapter();
        var variables = variables(run);
        return new Setting(chapter.name(), welcome(variables), startUp(chapter), variables);
    }

    /// What the steps have returned so far.
    static List<Setting.Variable> variables(Run run) {
        var chapter = run.edition().chapter();
        var variables = new ArrayList<Setting.Variable>();
        for (var step : chapter.steps()) {
            var value = run.values().get(step.name());
            if (value != null) variables.add(new Setting.Variable(step.name(), type(step, chapter), value));
        }
        return variables;
    }

    /// The imports first, and then every member but `main`, without its prose.
    private static String startUp(Chapter chapter) {
        return Stream.concat(imports(chapter), chapter.cells().stream().map(Cell::code)).distinct()
            .collect(Collectors.joining("\n"));
    }

    /// The chapter's own, and those that whoever types needs.
    static Stream<String> imports(Chapter chapter) {
        return Stream.concat(chapter.imports().stream(), IMPORTS.stream()).distinct();
    }

    /// A type that the chapter itself declares is another one in JShell, which compiles it anew.
    static String type(Cell.Step step, Chapter chapter) {
        var words = List.of(step.type().split("\\W+"));
        return chapter.cells().stream().map(Cell::name).anyMatch(words::contains) ? "Object" : step.type();
    }

    private static String welcome(List<Setting.Variable> variables) {
        var results = variables.stream().map(Setting.Variable::name).collect(Collectors.joining(", "));
        var first = "This is JShell. Every load and step of the chapter is a method here%s.".formatted(
            results.isEmpty() ? "" : ", and the results of the steps so far are variables: " + results);
        return """

            %s
            weigh(n -> mine(n)) weighs a task of your own; show(...) draws a result;
            help() shows what else can be typed.
            /exit or Ctrl-D takes you back to the chapter.

            """.formatted(TerminalLines.wrap(TerminalLines.plain(first), WIDTH).stream().map(Object::toString)
            .collect(Collectors.joining("\n")));
    }
}

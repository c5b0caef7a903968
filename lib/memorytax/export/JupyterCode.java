package memorytax.export;

import memorytax.notebook.Prediction;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The Java in a notebook: a chapter, method by method, for a kernel that is a JShell.
///
/// @param script where the chapter lies in the workbook: `chapters/chapter9.java`
/// @param givens a parameter of a step that no step returns -> the Java that makes its value; empty for what can only
///               be had from a command line
record JupyterCode(Chapter chapter, String script, boolean recorded,
                   BiFunction<Cell.Step, Cell.Parameter, Optional<String>> givens) {
    /// Brings the library, as JBang builds it, onto the kernel's class path.
    String library() {
        return """
            import module java.base;
            import org.dflib.jjava.kernel.JavaNotebookStatics;

            // The workbook: a folder above this notebook, or the one that MEMORY_TAX_WORKBOOK names.
            var start = Path.of(System.getenv().getOrDefault("MEMORY_TAX_WORKBOOK", "")).toAbsolutePath();
            var workbook = Stream.iterate(start, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("%1$s"))).findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no workbook in " + start + " or above it"));

            // JBang builds the library, if that has not been done, and knows its jar files.
            String jbang(String... words) throws Exception {
                var command = Stream.concat(Stream.of("./jbang"), Stream.of(words)).toList();
                var process = new ProcessBuilder(command).directory(workbook.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
                var said = new String(process.getInputStream().readAllBytes()).strip();
                if (process.waitFor() != 0)
                    throw new IllegalStateException(String.join(" ", command) + " has failed in " + workbook);
                return said;
            }

            jbang("build", "%1$s");
            for (var jar : jbang("info", "classpath", "%1$s").split(File.pathSeparator))
                JavaNotebookStatics.kernel().addToClasspath(jar);"""
            .formatted(script);
    }

    /// Imports what the chapter imports, and says how values are shown and what measures them. Names of methods are
    /// given with their class: a chapter may have a step `kernel`.
    String imports() {
        var imports = Stream.concat(chapter.imports().stream(), Stream.of("import static memorytax.Notebook.*;",
            "import org.dflib.jjava.jupyter.kernel.display.DisplayData;")).distinct()
            .collect(Collectors.joining("\n"));
        var records = "recorded(\"" + chapter.name() + "\")";
        return imports + """


            // A value as the workbook shows it.
            void show(Object value) {
                for (var forms : Notebook.views(value)) {
                    var data = new DisplayData();
                    forms.forEach(data::putData);
                    JavaNotebookStatics.kernel().display(data);
                }
            }

            """ + (recorded ? """
            // Nothing is measured: the figures are those of our recorded run.
            // To measure on this machine: var scale = scale();
            var scale = %s;""" : """
            // Each measurement is made in three processes. To measure nothing, and see our recorded run:
            // var scale = %s;
            var scale = scale();""").formatted(records);
    }

    /// The members of a block; behind those of a step the call that runs it and shows what it returns.
    ///
    /// @param happening null when the step was not run
    String of(ChapterRun.Block block, StepOutcome happening) {
        return block.cell() instanceof Cell.Step step ? block.code() + "\n\n" + call(step, happening) : block.code();
    }

    private String call(Cell.Step step, StepOutcome happening) {
        var arguments = step.parameters().stream().map(parameter -> argument(step, parameter)).toList();
        var call = "%s(%s)%s".formatted(step.name(), arguments.stream().map(a -> a.orElse("…"))
            .collect(Collectors.joining(", ")), happening instanceof StepOutcome.Result(Prediction asked, var _)
            ? ".named(\"" + step.name() + "\")" + answer(asked) : "");
        var lines = step.type().equals("void") ? List.of(call + ";")
            : List.of("var %s = %s;".formatted(step.name(), call), "show(" + step.name() + ");");
        if (arguments.stream().anyMatch(Optional::isEmpty))
            return commented("This needs what only the command line can tell:", lines);
        if (step.isExercise()) return commented("Edit the method above, and run its cell. This measures it:", lines);
        return String.join("\n", lines);
    }

    private static String commented(String why, List<String> lines) {
        return Stream.concat(Stream.of(why), lines.stream()).map(line -> "// " + line)
            .collect(Collectors.joining("\n"));
    }

    private static String answer(Prediction asked) {
        return asked.answer().map(said -> ".answered(\"" + said.replace("\\", "\\\\").replace("\"", "\\\"") + "\")")
            .orElse(asked.passed() ? ".pass()" : "");
    }

    private Optional<String> argument(Cell.Step step, Cell.Parameter parameter) {
        boolean earlier = chapter.steps().stream().anyMatch(s -> s.name().equals(parameter.name()));
        return earlier ? Optional.of(parameter.name()) : givens.apply(step, parameter);
    }
}

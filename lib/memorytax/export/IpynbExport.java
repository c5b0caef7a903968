package memorytax.export;

import com.google.gson.FormattingStyle;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import memorytax.catalog.Listing;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.view.Part;
import memorytax.view.Wording;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A chapter that has been run as a notebook for Jupyter, of nbformat 4.5. The id of a cell is the name of its method,
/// its prose has `-text` behind that: no name in Java has a hyphen. All results are in it, before anything is run.
final class IpynbExport {
    /// Jupyter's own indent.
    private static final FormattingStyle STYLE = FormattingStyle.PRETTY.withIndent(" ");
    /// The name under which JJava installs itself, and what it calls itself.
    private static final String KERNEL = "java", KERNEL_SAYS = "Java (jjava)";
    private static final int LONGEST_ID = 64;
    private static final String LIBRARY = """
        The next cells bring the library of the workbook, and need the workbook itself: this notebook in a folder of \
        it, or its folder in the variable `MEMORY_TAX_WORKBOOK`. The kernel is JJava (`pip install jjava`), on a \
        Java 25 that is the first on the `PATH`.""";
    private final ChapterRun run;
    private final JupyterCode code;
    private final JsonArray cells = new JsonArray();

    private IpynbExport(ChapterRun run, JupyterCode code) {
        this.run = run;
        this.code = code;
    }

    /// The text of the file.
    static String of(ChapterRun run, JupyterCode code) {
        return new IpynbExport(run, code).text();
    }

    private String text() {
        var chapter = run.chapter();
        words("the-opening", "# " + chapter.title(), "*" + run.place() + ".* " + run.facts().sentence(),
            chapter.opening());
        words("the-library-text", LIBRARY);
        code("the-library", code.library(), new JsonArray());
        code("the-imports", code.imports(), new JsonArray());
        if (!run.first().isEmpty())
            code("the-members", String.join("\n\n", run.first().stream().map(Cell::code).toList()), new JsonArray());
        run.blocks().forEach(this::block);
        if (!run.programs().isEmpty()) words("the-programs-text", "## In other languages");
        run.programs().forEach(program -> listing("the-program", program));
        var notebook = object("nbformat", 4, "nbformat_minor", 5, "metadata", metadata(), "cells", cells);
        return new GsonBuilder().setFormattingStyle(STYLE).disableHtmlEscaping().serializeNulls().create()
            .toJson(notebook) + "\n";
    }

    private JsonObject metadata() {
        var machine = new JsonObject();
        run.facts().machine().facts().forEach(machine::addProperty);
        return object("kernelspec", object("name", KERNEL, "display_name", KERNEL_SAYS, "language", "java"),
            "language_info", object("name", "java", "file_extension", ".jshell", "mimetype", "text/x-java-source",
                "codemirror_mode", "java", "pygments_lexer", "java"),
            "title", run.chapter().title(),
            "memorytax", object("chapter", run.chapter().name(), "run", run.facts().recorded() ? "recorded"
                : "measured", "date", run.facts().date().toString(), "machine", machine));
    }

    private void block(ChapterRun.Block block) {
        var cell = block.cell();
        var step = cell instanceof Cell.Step s ? s : null;
        var happening = step == null ? null : run.happened().get(step.name());
        words(cell.name() + "-text", "## " + cell.title(), cell.prose());
        boolean fails = happening instanceof StepOutcome.Failure || happening instanceof StepOutcome.Skipped;
        code(cell.name(), code.of(block, happening), step == null ? new JsonArray() : outputs(step, happening),
            fails ? "raises-exception" : "");
        run.functions(cell).forEach(other -> listing(cell.name(), other));
    }

    private void listing(String name, Listing other) {
        words(name + "-" + other.language(), MarkdownText.listing(other));
    }

    private JsonArray outputs(Cell.Step step, StepOutcome happening) {
        var outputs = new JsonArray();
        switch (happening) {
            case StepOutcome.Result(Object value, var _) when value != null -> {
                JupyterViews.of(value).forEach(forms -> outputs.add(display(forms)));
                var origin = run.origin(step);
                if (!origin.isEmpty()) outputs.add(display(JupyterViews.forms(new Part.Prose("*" + origin + "*"))));
            }
            case StepOutcome.Failure(Throwable cause) -> outputs.add(object("output_type", "error",
                "ename", cause.getClass().getSimpleName(), "evalue", Wording.of(cause),
                "traceback", lines(cause.getClass().getSimpleName() + ": " + Wording.of(cause))));
            case StepOutcome.Skipped(String missing) -> outputs.add(object("output_type", "stream", "name", "stderr",
                "text", lines("Skipped: it needs " + missing + ", which has no result.")));
            case null, default -> {
                // there is nothing to show
            }
        }
        return outputs;
    }

    private static JsonObject display(Map<String, String> forms) {
        var data = new JsonObject();
        forms.forEach((type, text) -> data.add(type, lines(text)));
        return object("output_type", "display_data", "metadata", new JsonObject(), "data", data);
    }

    private void words(String id, String... blocks) {
        cells.add(object("cell_type", "markdown", "id", id(id), "metadata", new JsonObject(), "source",
            lines(Stream.of(blocks).filter(block -> !block.isBlank()).map(String::strip)
                .collect(Collectors.joining("\n\n")))));
    }

    /// @param tag for Jupyter, about an error that is meant to be; may be empty
    private void code(String id, String source, JsonArray outputs, String... tag) {
        var tags = new JsonArray();
        for (var each : tag) if (!each.isEmpty()) tags.add(each);
        cells.add(object("cell_type", "code", "id", id(id), "metadata", tags.isEmpty() ? new JsonObject()
            : object("tags", tags), "execution_count", JsonNull.INSTANCE, "source", lines(source),
            "outputs", outputs));
    }

    /// Letters, digits, hyphens and underscores, 64 at the most.
    private static String id(String name) {
        var id = name.replaceAll("[^A-Za-z0-9_-]", "_");
        return id.substring(0, Math.min(LONGEST_ID, id.length()));
    }

    /// A text as nbformat writes it: an array of lines, each but the last with its end.
    private static JsonArray lines(String text) {
        var lines = new JsonArray();
        for (int from = 0, to; from < text.length(); from = to) {
            to = text.indexOf('\n', from) + 1;
            if (to == 0) to = text.length();
            lines.add(text.substring(from, to));
        }
        return lines;
    }

    /// @param members names and values by turns
    private static JsonObject object(Object... members) {
        var object = new JsonObject();
        for (int i = 0; i < members.length; i += 2) {
            var name = (String) members[i];
            switch (members[i + 1]) {
                case JsonElement element -> object.add(name, element);
                case Number number -> object.addProperty(name, number);
                case Object text -> object.addProperty(name, text.toString());
            }
        }
        return object;
    }
}

package memorytax.export;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import memorytax.Built;
import memorytax.House;
import memorytax.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// The notebook of a chapter, as Jupyter takes it: valid by the schema of nbformat, and run from its first cell to its
/// last by JJava, the kernel. All three come from PyPI, into a folder that goes with the test.
@DisabledOnOs(OS.WINDOWS)
@Timeout(600)
class JupyterTest {
    private static final String CHAPTER = "chapter4";
    private static final List<String> PACKAGES = List.of("jjava==1.0a8", "nbformat==5.11.1", "nbclient==0.11.0");
    /// Checks a notebook, adds a cell, runs all, and prints what each cell then shows as plain text.
    private static final String RUN = """
        import json, sys, nbformat
        from nbclient import NotebookClient
        notebook = nbformat.read(sys.argv[1], 4)
        nbformat.validate(notebook)
        notebook.cells.append(nbformat.v4.new_code_cell(open(sys.argv[2]).read(), id='mine'))
        NotebookClient(notebook, timeout=300, kernel_name='java').execute()
        def plain(output):
            return output.get('data', {}).get('text/plain', output.get('text', ''))
        json.dump({c.id: [plain(o) for o in c.outputs] for c in notebook.cells if c.cell_type == 'code'}, sys.stdout)
        """;
    /// A load that is typed there is weighed in another JVM, and that of the chapter as well.
    private static final String MINE = """
        import memorytax.child.Gate;

        static Gate held(int tasks) throws Exception {
            var gate = new Gate(tasks);
            for (int i = 0; i < tasks; i++)
                Thread.startVirtualThread(() -> {
                    var kept = new byte[10_000];
                    gate.here();
                    gate.await();
                    kept[0] = 1;
                });
            return gate.full();
        }

        var quietly = new Scale(Effort.quick(1, 200, 600, 1_000), scale.peers(), Progress.SILENT, Archive.NONE, "");
        var mine = quietly.sizes(1).java("held", n -> held(n)).weigh();
        System.out.print(mine.slope("held", Quantity.LIVE).get().value());
        """;
    @TempDir
    private Path folder;

    @Test
    void itRunsAndShowsWhatTheChapterShows() throws Exception {
        var python = python();
        var script = House.root().resolve("chapters/" + CHAPTER + ".java");
        var said = Said.by(Built.of(script).command(script, List.of(), List.of("--recorded", "--ipynb", "--out",
            folder.resolve("out").toString())), folder);
        assertEquals(0, said.exit(), said.err());
        var file = folder.resolve("out/" + CHAPTER + ".ipynb");
        assertTrue(said.out().contains("          " + folder.relativize(file) + ": for Jupyter\n"), said.out());

        var home = Path.of(System.getProperty("java.home"));
        var ran = Said.by(List.of(python.toString(), Files.writeString(folder.resolve("run.py"), RUN).toString(),
            file.toString(), Files.writeString(folder.resolve("mine.java"), MINE).toString()), folder, Map.of(
            "PATH", home.resolve("bin") + File.pathSeparator + System.getenv("PATH"), "JAVA_HOME", home.toString(),
            "JUPYTER_PATH", folder.resolve("venv/share/jupyter").toString(),
            "MEMORY_TAX_WORKBOOK", House.root().toString()));
        assertEquals(0, ran.exit(), ran.err());
        var shown = new TreeMap<String, List<String>>();
        JsonParser.parseString(ran.out()).getAsJsonObject().entrySet().forEach(cell -> shown.put(cell.getKey(),
            cell.getValue().getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList()));
        double mine = Double.parseDouble(shown.remove("mine").getFirst());
        assertTrue(mine > 10_000 && mine < 15_000, "live bytes of a task: " + mine);
        var written = written(file);
        assertTrue(written.get("verdict").getFirst().startsWith(" ✓ holds "), written.toString());
        assertEquals(written, shown);
    }

    /// What the notebook shows before it is run, but for the line that says where a step's figures come from.
    private static Map<String, List<String>> written(Path file) throws Exception {
        var cells = JsonParser.parseString(Files.readString(file)).getAsJsonObject().getAsJsonArray("cells");
        return cells.asList().stream().map(JsonElement::getAsJsonObject).filter(cell -> cell.has("outputs"))
            .collect(Collectors.toMap(cell -> cell.get("id").getAsString(), cell -> cell.getAsJsonArray("outputs")
                .asList().stream().map(o -> o.getAsJsonObject().getAsJsonObject("data")).map(JupyterTest::plain)
                .filter(text -> !text.strip().matches("recorded( · .*)?")).toList(), (one, _) -> one, TreeMap::new));
    }

    private static String plain(JsonObject data) {
        return data.getAsJsonArray("text/plain").asList().stream().map(JsonElement::getAsString)
            .collect(Collectors.joining());
    }

    /// A Python that has these packages.
    private Path python() throws Exception {
        var venv = folder.resolve("venv");
        var python = venv.resolve("bin/python");
        boolean made;
        try {
            made = Said.by(List.of("python3", "-m", "venv", "--copies", venv.toString()), folder).exit() == 0;
        } catch (IOException e) {
            made = false;
        }
        assumeTrue(made, "there is no python3 with venv here");
        var pip = new ArrayList<>(List.of(python.toString(), "-m", "pip", "install", "--quiet",
            "--disable-pip-version-check", "--retries", "0", "--timeout", "15"));
        pip.addAll(PACKAGES);
        assumeTrue(Said.by(pip, folder).exit() == 0, "PyPI cannot be reached, or has no " + PACKAGES);
        return python;
    }
}

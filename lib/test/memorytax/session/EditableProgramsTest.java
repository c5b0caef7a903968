package memorytax.session;

import memorytax.catalog.Listings;
import memorytax.live.LiveNotebook;
import memorytax.notebook.source.Chapter;
import memorytax.notebook.source.ChapterSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/// Two programs beside a chapter, and what an edit of them comes to. The compiler takes all but what says `wrong`.
class EditableProgramsTest {
    private static final Chapter CHAPTER = ChapterSource.read("c", """
        import memorytax.measure.plan.Scale;
        /// # C
        void main() { }
        /// ## Both
        static void both() { }
        /// ## One
        static void oneLoad() { }
        /// ## Weighed
        Object weighed(Scale scale) { return scale.sizes(1).go("one", "c.go").python("one", "c.py").weigh(); }
        /// ## Another
        Object another(Scale scale) { return scale.sizes(1).go("two", "c.go").weigh(); }
        """);
    private static final String GO = "package main\n\nfunc main() {\n\tserve(loads{\n\t\t\"one\": oneLoad,\n\t\t"
        + "\"two\": two,\n\t})\n}\n\nfunc oneLoad() {\n}\n\nfunc two() {\n}\n";
    private static final String PYTHON = "def one_load():\n    pass\n\n\nserve({\"one\": one_load})\n";
    private final EditablePrograms.Compiler compiler = (file, source) ->
        source.contains("wrong") ? file + ":1: wrong" : "";
    @TempDir
    private Path folder;
    private Path go, python;
    private EditablePrograms programs;

    @BeforeEach
    void open() throws IOException {
        go = Files.writeString(folder.resolve("c.go"), GO);
        python = Files.writeString(folder.resolve("c.py"), PYTHON);
        programs = new EditablePrograms(CHAPTER, Optional.of(folder.resolve("c.java")), builtWith(folder));
    }

    /// A class that has these programs beside it, as JBang puts them there.
    private static Class<?> builtWith(Path folder) throws IOException {
        var name = EditableProgramsTest.class.getName();
        try (var in = EditableProgramsTest.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
            var bytes = in.readAllBytes();
            return new URLClassLoader(new URL[]{folder.toUri().toURL()}, EditableProgramsTest.class.getClassLoader()) {
                Class<?> own() {
                    return defineClass(name, bytes, 0, bytes.length);
                }
            }.own();
        }
    }

    private Set<String> edit(String cell, String language, String code, String base) throws InterruptedException {
        return programs.written(CHAPTER, cell, language, code, base, compiler);
    }

    @Test
    void anEditStandsWhereTheTextWas() throws Exception {
        assertEquals(Set.of("weighed"), edit("oneLoad", "go", "func oneLoad() {\n\t_ = 1\n}\n", "func oneLoad() {\n}"));
        assertEquals(GO.replace("oneLoad() {\n", "oneLoad() {\n\t_ = 1\n"), Files.readString(go));
        assertEquals(Optional.of(Files.readString(go)), programs.text("c.go"));
        assertEquals(Set.of("weighed"), edit("oneLoad", "python", "def one_load():\n    return 1",
            "def one_load():\n    pass"));
        assertEquals(PYTHON.replace("pass", "return 1"), Files.readString(python));
        assertEquals(Set.of("another"), edit("both", "go", Files.readString(go).replace("two() {", "two() { _ = 2"),
            Files.readString(go)));
    }

    @Test
    void whatDoesNotCompileIsNotWritten() throws Exception {
        var e = assertThrows(IllegalArgumentException.class, () ->
            edit("oneLoad", "python", "def one_load():\n    wrong", "def one_load():\n    pass"));
        assertEquals("c.py:1: wrong", e.getMessage());
        assertEquals("c.go:10: the function has to be called oneLoad still: it is found by its name",
            assertThrows(IllegalArgumentException.class, () ->
                edit("oneLoad", "go", "func other() {\n}", "func oneLoad() {\n}")).getMessage());
        assertEquals(PYTHON, Files.readString(python));
        assertEquals(GO, Files.readString(go));
    }

    @Test
    void anotherWritersCodeIsNeitherLostNorInTheWay() throws Exception {
        Files.writeString(go, "// longer\n" + GO.replace("two() {", "two() { _ = 2"));
        assertEquals(Set.of("weighed", "another"),
            edit("oneLoad", "go", "func oneLoad() { _ = 1\n}", "func oneLoad() {\n}"));
        assertEquals("// longer\n" + GO.replace("two() {", "two() { _ = 2").replace("oneLoad() {", "oneLoad() { _ = 1"),
            Files.readString(go));
        var conflict = assertThrows(LiveNotebook.Conflict.class, () ->
            edit("oneLoad", "go", "func oneLoad() { _ = 3\n}", "func oneLoad() {\n}"));
        assertEquals("func oneLoad() { _ = 1\n}", conflict.theirs);
    }

    /// While it is compiled, which takes seconds, somebody saves.
    @Test
    void whatIsSavedMeanwhileStays() throws Exception {
        var times = new int[1];
        programs.written(CHAPTER, "oneLoad", "go", "func oneLoad() { _ = 1\n}", "func oneLoad() {\n}", (_, _) -> {
            try {
                if (times[0]++ == 0) Files.writeString(go, GO.replace("two() {", "two() { _ = 2"));
                return "";
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        assertEquals(GO.replace("two() {", "two() { _ = 2").replace("oneLoad() {", "oneLoad() { _ = 1"),
            Files.readString(go));
        assertEquals(2, times[0]);
    }

    @Test
    void whatAnotherEditorSavesIsTakenInIfItCompiles() throws Exception {
        assertEquals(Optional.empty(), programs.look(CHAPTER, compiler));
        Files.writeString(go, GO.replace("two() {", "two() { _ = wrong"));
        assertThrows(IllegalArgumentException.class, () -> programs.look(CHAPTER, compiler));
        assertEquals(Optional.of(GO), programs.text("c.go"));
        assertEquals(Optional.empty(), programs.look(CHAPTER, compiler));
        Files.writeString(go, GO.replace("two() {", "two() { _ = 1"));
        assertEquals(Optional.of(Set.of("another")), programs.look(CHAPTER, compiler));
        Files.writeString(go, GO);
        Files.writeString(python, PYTHON + "# more\n");
        assertEquals(Optional.of(Set.of("another")), programs.look(CHAPTER, compiler));
        Files.writeString(python, PYTHON.replace("pass", "wrong"));
        assertEquals(Optional.of(Set.of("weighed")), programs.look(CHAPTER, (_, _) -> {
            throw new IllegalStateException("no Python on this machine");
        }), "where nothing can run, the page shows what the file has");
    }

    @Test
    void whereThereIsNoFileItSaysSo() throws Exception {
        var sealed = new EditablePrograms(CHAPTER, Optional.empty(), builtWith(folder));
        assertEquals(List.of("c.go", "c.py"), sealed.all().stream().map(p -> p.file()).toList());
        var e = assertThrows(IllegalStateException.class, () ->
            sealed.written(CHAPTER, "oneLoad", "go", "func oneLoad() {}", "func oneLoad() {\n}", compiler));
        assertEquals("Only read here: c.go does not lie beside the chapter's own file.", e.getMessage());
        assertEquals("the cell “weighed” has no code in Go", assertThrows(IllegalArgumentException.class, () ->
            edit("weighed", "go", "", "")).getMessage());
    }

    /// After an edit the nearest step that measures it can be run.
    @Test
    void aTabKnowsItsStep() throws Exception {
        var tabs = new ProgramTabs(programs);
        var cells = CHAPTER.documented();
        var whole = new ProgramTabs.Tab(1, "", "weighed");
        assertEquals(Map.of("Go", whole, "Python", whole), tabs.of(CHAPTER, cells.get(0)));
        assertEquals(new ProgramTabs.Tab(10, "", "weighed"), tabs.of(CHAPTER, cells.get(1)).get("Go"));
        assertEquals(Map.of(), tabs.of(CHAPTER, cells.get(2)));
        edit("both", "go", GO.replace("\"one\": oneLoad", "\"one\": two").replace("main\n", "main\n\n"), GO);
        assertEquals(new ProgramTabs.Tab(11, "", ""), tabs.of(CHAPTER, cells.get(1)).get("Go"));
        assertEquals(2, Listings.of(CHAPTER, cells.get(1), programs.all()).size());
    }
}

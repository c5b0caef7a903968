package memorytax;

import memorytax.measure.plan.Archive;
import memorytax.measure.plan.Effort;
import memorytax.measure.plan.Progress;
import memorytax.measure.plan.Scale;
import memorytax.measure.process.UserFile;
import memorytax.measure.result.Weighings;
import memorytax.peers.Toolchains;
import memorytax.peers.UserFileReader;
import memorytax.record.StepTimes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import javax.tools.ToolProvider;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// README and the pages that it leads to say nothing that does not work: examples are weighed, links and commands lead
/// somewhere, and a chapter takes as long as README says.
@Weighs
@Timeout(600)
class ReadmeTest {
    private static final String README = House.read("README.md");
    private static final List<String> PAGES = List.of("README.md", "lib/README.md", "lib/PROTOCOL.md", "data/README.md",
        "data/CLAIMS.md", "CHANGELOG.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s#]*)#?([^)\\s]*)\\)");
    @TempDir
    private Path folder;

    @Test
    void thePythonExampleCostsWhatItHolds() throws Exception {
        var toolchains = toolchains("mine.py", block("python").getFirst());
        assumeTrue(toolchains.found("python").isPresent(), "no Python here");
        var said = said("python");
        var weighed = scale(toolchains).sizes(500, 3_000).python(said.group(1), said.group(2)).weigh();
        plausible(weighed, said.group(1), 1_800, 6_000);
    }

    @Test
    void theGoExampleCostsWhatItHolds() throws Exception {
        var toolchains = toolchains("mine.go", block("go").getFirst());
        assumeTrue(toolchains.found("go").isPresent(), "no Go here");
        var said = said("go");
        var weighed = scale(toolchains).sizes(500, 3_000).go(said.group(1), said.group(2)).weigh();
        plausible(weighed, said.group(1), 3_600, 9_000);
    }

    @Test
    void whatIsTypedIntoJShellCompiles() throws Exception {
        var imports = """
            import module java.base;
            import memorytax.Notebook;
            import memorytax.child.Gate;
            import memorytax.measure.plan.*;
            import memorytax.measure.process.*;
            import memorytax.measure.result.*;
            import static memorytax.Notebook.weigh;
            class Typed {
                static Weighings weighed(Scale scale) { return null; }
                static org.knowm.xchart.XYChart growth(Weighings weighed) { return null; }
            """;
        var typed = new StringBuilder();
        var statements = new StringBuilder();
        for (var block : Stream.of("README.md", "lib/PROTOCOL.md").flatMap(page -> block(page, "java")).toList()) {
            int end = block.startsWith("static") ? block.lastIndexOf("\n}") + 3 : 0; // a method, and what to do with it
            typed.append(block, 0, end);
            for (var line : block.substring(end).lines().toList()) {
                if (line.startsWith("import")) imports = line + ";\n" + imports;
                else statements.append(line).append(";\n");
            }
        }
        matches("`(Notebook\\.show\\(growth.*?)`").forEach(m -> statements.append(m.group(1)).append(";\n"));
        var source = Files.writeString(folder.resolve("Typed.java"),
            imports + typed + "static void all() throws Exception {\n" + statements + "}\n}\n");
        assertEquals("", compiled(source), Files.readString(source));
    }

    /// A reader saves it as it stands.
    @Test
    void theJavaExampleIsALoad() throws Exception {
        var load = block("java").stream().filter(b -> b.startsWith("static")).findFirst().orElseThrow();
        var mine = Files.writeString(folder.resolve("mine.java"),
            load.substring(0, load.lastIndexOf("\n}") + 3));
        var own = UserFileReader.read(mine, List.of(), "", ReadmeTest.class).mine();
        assertEquals(List.of("buffers"), own.stream().map(UserFile.Entrant::name).toList());
    }

    /// Half a minute more or less is the same to a reader who plans an evening.
    @Test
    void aChapterTakesAsLongAsItIsSaidToTake() {
        for (var chapter : House.chapters()) {
            var name = chapter.getFileName().toString().replace(".java", "");
            var row = matches("(?m)^\\|.*`\\./jbang " + name + "` \\| ([\\d.]+) min \\| (\\d+) min \\|").findFirst()
                .orElseThrow(() -> new AssertionError(name));
            assertEquals(StepTimes.recorded(name).total().toSeconds(), 60 * Double.parseDouble(row.group(1)), 30, name);
            assertEquals(words(read(chapter)) / 150.0, Double.parseDouble(row.group(2)), 3, name);
        }
    }

    private static long words(String chapter) {
        return chapter.lines().filter(line -> line.startsWith("///"))
            .flatMap(line -> Stream.of(line.substring(3).strip().split("\\s+"))).filter(word -> !word.isEmpty())
            .count();
    }

    @Test
    void everyLinkLeadsSomewhere() {
        for (var page : PAGES) {
            var here = House.root().resolve(page).getParent();
            var links = LINK.matcher(House.read(page)).results().filter(m -> !m.group(1).contains(":")).toList();
            assertFalse(links.isEmpty() && !page.startsWith("CHANGE"), page);
            for (var link : links) {
                var file = link.group(1).isEmpty() ? House.root().resolve(page) : here.resolve(link.group(1));
                assertTrue(Files.exists(file), page + ": " + link.group());
                if (!link.group(2).isEmpty()) assertTrue(anchors(read(file)).contains(link.group(2)),
                    page + ": no heading for " + link.group());
            }
        }
    }

    /// The headings of a page, as they are linked to.
    private static List<String> anchors(String page) {
        return Pattern.compile("(?m)^#+ (.*)$").matcher(page).results()
            .map(m -> m.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\w -]", "").replace(' ', '-')).toList();
    }

    @Test
    void everyCommandIsInTheCatalog() {
        var catalog = House.read("jbang-catalog.json");
        var named = new TreeSet<String>();
        matches("(?m)(?:^|`|& )(?:\\./)?jbang ([a-z]\\w*(?:\\.java)?)(?![:\\w])").forEach(m -> named.add(m.group(1)));
        assertTrue(named.containsAll(List.of("chapter1", "chapter1.java", "test")), named.toString());
        assertEquals(List.of(), named.stream().filter(n -> !catalog.contains("\"" + n + "\":")).toList());
        var chapters = House.chapters().stream().map(c -> "(chapters/" + c.getFileName() + ")").toList();
        assertEquals(List.of(), chapters.stream().filter(c -> !README.contains(c)).toList(), "not listed");
    }

    @Test
    void everyOptionIsThere() {
        var options = Stream.of("options/Options", "options/WeighOptions", "options/ChooseOptions",
                "options/KnobOptions", "options/ExportOptions", "cli/Workbook", "cli/WorkshopOptions",
                "cli/SiteOptions", "cli/PackOptions", "cli/RoomOptions")
            .map(name -> House.read("lib/memorytax/" + name + ".java")).reduce("", String::concat);
        var named = matches("(?<!`jbang )(--[a-z]+(?:-[a-z]+)*)") // those behind jbang are JBang's own
            .map(m -> m.group(1)).distinct().toList();
        assertTrue(named.size() > 8, named.toString());
        assertEquals(List.of(), named.stream().filter(n -> !options.contains("\"" + n + "\"")).toList());
    }

    private static void plausible(Weighings weighed, String name, int least, int most) {
        assertTrue(weighed.all().stream().allMatch(w -> w.outcome().toString().equals("ok")), weighed.all().toString());
        double bytes = weighed.slope(name).orElseThrow().value();
        assertTrue(least < bytes && bytes < most, "one more costs " + bytes + " B");
    }

    private static Scale scale(Toolchains toolchains) {
        return new Scale(Effort.quick(2), toolchains, Progress.SILENT, Archive.NONE, "readme");
    }

    /// A reader's folder in which the example was saved.
    private Toolchains toolchains(String file, String text) throws IOException {
        var saved = Files.writeString(folder.resolve(file), text);
        return new Toolchains(name -> Optional.of(name).filter(file::equals).map(_ -> read(saved)),
            folder.resolve("cache"), System.getenv());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The name and the file that README tells a reader to type.
    private static MatchResult said(String language) {
        return matches("\\." + language + "\\(\"([^\"]+)\", \"([^\"]+)\"\\)").findFirst().orElseThrow();
    }

    private static List<String> block(String language) {
        var blocks = block("README.md", language).toList();
        assertFalse(blocks.isEmpty(), "no " + language + " in README");
        return blocks;
    }

    private static Stream<String> block(String page, String language) {
        return BLOCK.matcher(House.read(page)).results().filter(m -> m.group(1).equals(language)).map(m -> m.group(2));
    }

    private static Stream<MatchResult> matches(String pattern) {
        return Pattern.compile(pattern).matcher(README).results();
    }

    /// What the compiler has against it.
    static String compiled(Path source) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var said = new StringWriter();
        var path = System.getProperty("java.class.path");
        var options = List.of("-proc:none", "-cp", path, "-d", source.getParent().toString());
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(source)).call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return said.toString();
    }
}

package memorytax;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// A chapter as JBang would build it, against the library under test: its class in a folder, and its files beside it.
///
/// @param folder on whose class path it is
public record Built(String name, Path folder) {
    /// For a JVM that lives for a few seconds: of two cores it takes half as much as it would by itself. The ones that
    /// it weighs have options of their own.
    private static final List<String> BRIEFLY = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    private static final Map<Path, Built> KEPT = new HashMap<>();
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    /// Knows what is in the libraries' jars, which takes longer than to compile a chapter.
    private static final StandardJavaFileManager FILES =
        COMPILER.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

    /// Compiles `chapter`, and copies what its `//FILES` lines name: once for as long as the tests run, into a folder
    /// that goes with them, and that nobody writes to.
    public static synchronized Built of(Path chapter) throws IOException {
        if (!KEPT.containsKey(chapter)) KEPT.put(chapter, into(kept(), chapter, chapter));
        return KEPT.get(chapter);
    }

    /// The same into a folder of one's own, from another `source`, a file of the same name: the chapter as a reader has
    /// changed it.
    public static synchronized Built into(Path folder, Path chapter, Path source) throws IOException {
        var said = new StringWriter();
        var options = List.of("-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
        if (!COMPILER.getTask(said, FILES, null, options, null, FILES.getJavaFileObjects(source)).call())
            throw new IllegalArgumentException(source + " does not compile: " + said);
        for (var line : directives(chapter, "FILES").toList()) {
            var ends = line.split("="); // target=source; without a target JBang drops the folders
            var target = folder.resolve(ends.length == 2 ? Path.of(ends[0]) : Path.of(line).getFileName());
            Files.createDirectories(target.getParent());
            Files.copy(chapter.resolveSibling(ends[ends.length - 1]), target);
        }
        return new Built(chapter.getFileName().toString().replace(".java", ""), folder);
    }

    private static Path kept() throws IOException {
        var folder = Files.createTempDirectory("memory-tax-");
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> remove(folder)));
        return folder;
    }

    private static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException e) {
            // it is in the folder for what may be deleted
        }
    }

    /// The words behind `//FILES` or another directive, line by line.
    public static Stream<String> directives(Path chapter, String directive) throws IOException {
        return Files.readAllLines(chapter).stream().filter(l -> l.startsWith("//" + directive + " "))
            .map(l -> l.substring(directive.length() + 3).strip());
    }

    /// The chapter's class, in this process.
    public Class<?> load() throws IOException, ClassNotFoundException {
        return new URLClassLoader(new URL[]{folder.toUri().toURL()}, Built.class.getClassLoader()).loadClass(name);
    }

    /// The command that runs the chapter in a process of its own.
    ///
    /// @param jvm  further options for the JVM
    /// @param args for the chapter
    public List<String> command(Path chapter, List<String> jvm, List<String> args) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp", folder + File.pathSeparator + System.getProperty("java.class.path")));
        directives(chapter, "RUNTIME_OPTIONS").flatMap(l -> Stream.of(l.split(" +"))).forEach(command::add);
        command.addAll(BRIEFLY);
        command.addAll(jvm);
        command.add(name);
        command.addAll(args);
        return command;
    }
}

package memorytax.notebook.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// Makes a class of a chapter's text while another class of that name is in use.
public final class ChapterCompiler {
    private ChapterCompiler() {
    }

    /// The classes of chapters that JBang has not built for this process, all at once: javac takes longer to begin than
    /// for a chapter. Their loader also knows the files beside them. Their files are deleted when this JVM ends.
    ///
    /// @param files of one folder: `chapters/chapter1.java`
    /// @return a chapter's own lookup by its name: `chapter1`
    /// @throws SourceException with what javac says, when one of them does not compile
    public static Map<String, MethodHandles.Lookup> all(List<Path> files) throws IOException {
        var lookups = new LinkedHashMap<String, MethodHandles.Lookup>();
        if (files.isEmpty()) return lookups;
        var folder = Files.createTempDirectory("memory-tax-");
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> delete(folder)));
        var said = new DiagnosticCollector<JavaFileObject>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8)) {
            var task = compiler.getTask(null, manager, said, options(folder), null,
                manager.getJavaFileObjectsFromPaths(files));
            if (!task.call()) throw new SourceException(said.getDiagnostics().stream()
                .filter(d -> d.getKind() == Diagnostic.Kind.ERROR).map(Object::toString).findFirst().orElse("javac"));
        }
        var loader = new URLClassLoader(new URL[]{folder.toUri().toURL(),
            files.getFirst().toAbsolutePath().getParent().toUri().toURL()}, ChapterCompiler.class.getClassLoader());
        try {
            for (var file : files) {
                var name = file.getFileName().toString().replace(".java", "");
                lookups.put(name, MethodHandles.privateLookupIn(loader.loadClass(name), MethodHandles.lookup()));
            }
            return lookups;
        } catch (ReflectiveOperationException e) {
            throw new SourceException("no chapter: " + e.getMessage());
        }
    }

    private static List<String> options(Path folder) {
        return List.of("-proc:none", "-nowarn", "-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
    }

    /// The new class, whose loader knows all that `old` knows. Its files are deleted when this JVM ends.
    ///
    /// @throws SourceException with what javac says: file, line, message, the line itself and a mark under it
    public static MethodHandles.Lookup print(Path file, String source, Class<?> old) throws IOException {
        var folder = Files.createTempDirectory("memory-tax-");
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> delete(folder)));
        var said = new DiagnosticCollector<JavaFileObject>();
        var task = ToolProvider.getSystemJavaCompiler()
            .getTask(null, null, said, options(folder), null, List.of(text(file, source)));
        if (!task.call()) throw new SourceException(said.getDiagnostics().stream()
            .filter(d -> d.getKind() == Diagnostic.Kind.ERROR).map(d -> explained(file, source, d))
            .collect(Collectors.joining("\n")));
        try {
            var type = new Loader(folder.toUri().toURL(), old.getClassLoader()).loadClass(old.getName());
            return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
        } catch (ReflectiveOperationException e) {
            throw new SourceException(file.getFileName() + " is no longer a chapter: " + e.getMessage());
        }
    }

    private static String explained(Path file, String source, Diagnostic<?> error) {
        var message = file.getFileName() + ":" + error.getLineNumber() + ": " + error.getMessage(Locale.ROOT);
        var lines = source.lines().toList();
        int line = (int) error.getLineNumber() - 1;
        if (line < 0 || line >= lines.size() || error.getColumnNumber() < 1) return message;
        return message + "\n" + lines.get(line) + "\n" + " ".repeat((int) error.getColumnNumber() - 1) + "^";
    }

    private static JavaFileObject text(Path file, String source) {
        // the name alone: javac wants a class to stand in a file of its name, and nothing asks for the folder
        return new SimpleJavaFileObject(URI.create("string:///" + file.getFileName()), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException | UncheckedIOException e) {
            // it is in the folder for temporary files, and will be gone one day
        }
    }

    /// Prefers its own classes: those of the same name that were built before are still known to its parent.
    private static final class Loader extends URLClassLoader {
        Loader(URL folder, ClassLoader parent) {
            super(new URL[]{folder}, parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                if (findResource(name.replace('.', '/') + ".class") == null) return super.loadClass(name, resolve);
                var known = findLoadedClass(name);
                return known == null ? findClass(name) : known;
            }
        }
    }
}

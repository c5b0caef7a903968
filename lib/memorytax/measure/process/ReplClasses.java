package memorytax.measure.process;

import memorytax.child.Load;
import memorytax.child.LoadReference;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import static java.lang.reflect.Modifier.FINAL;
import static java.lang.reflect.Modifier.STATIC;

/// Classes that exist only in this JVM's memory, because they were typed into JShell, written out for another one.
final class ReplClasses {
    private static final Pattern TYPED = Pattern.compile("REPL/[\\w$]+");

    private ReplClasses() {
    }

    static boolean needed(Load load) {
        return load.getClass().getName().startsWith("REPL.");
    }

    /// A folder with the classes that the load mentions, those that they mention, and the values of their variables.
    /// It is gone when this JVM ends.
    static Path pack(Load load) {
        var loader = load.getClass().getClassLoader();
        var todo = new ArrayDeque<>(Set.of(LoadReference.serialized(load).getImplClass()));
        var seen = new HashSet<String>();
        var variables = new TreeMap<String, Serializable>();
        try {
            var folder = Files.createTempDirectory("memory-tax-");
            folder.toFile().deleteOnExit(); // files are deleted in reverse order, and folders must be empty by then
            Files.createDirectory(folder.resolve("REPL")).toFile().deleteOnExit();
            while (!todo.isEmpty()) {
                var name = todo.remove();
                if (!seen.add(name)) continue;
                var bytes = bytes(loader, name);
                if (bytes.length == 0) continue; // a text that only looks like the name of a class
                write(folder.resolve(name + ".class"), bytes);
                todo.addAll(mentioned(bytes));
                addVariables(Class.forName(name.replace('/', '.'), true, loader), variables);
            }
            if (!variables.isEmpty()) write(folder.resolve(LoadReference.VARIABLES), serialized(variables));
            return folder;
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException("the load could not be written down for another JVM", e);
        }
    }

    private static Set<String> mentioned(byte[] type) {
        var names = new HashSet<String>();
        for (var entry : ClassFile.of().parse(type).constantPool())
            if (entry instanceof Utf8Entry text)
                TYPED.matcher(text.stringValue()).results().map(MatchResult::group).forEach(names::add);
        return names;
    }

    /// A variable of JShell is a static field, and never final. What cannot be serialized stays here: the load that
    /// reads it finds null, and the JVM names it.
    private static void addVariables(Class<?> type, TreeMap<String, Serializable> variables)
        throws IllegalAccessException {
        for (var field : type.getDeclaredFields()) {
            if ((field.getModifiers() & (STATIC | FINAL)) != STATIC || !field.trySetAccessible()) continue;
            if (field.get(null) instanceof Serializable value && travels(value))
                variables.put(type.getName() + "#" + field.getName(), value);
        }
    }

    private static boolean travels(Serializable value) {
        try (var out = new ObjectOutputStream(OutputStream.nullOutputStream())) {
            out.writeObject(value);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static byte[] serialized(Serializable value) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes).toFile().deleteOnExit();
    }

    private static byte[] bytes(ClassLoader loader, String name) throws IOException {
        try (var in = loader.getResourceAsStream(name + ".class")) {
            return in == null ? kept(loader, name.replace('/', '.')) : in.readAllBytes();
        }
    }

    /// JJava, a kernel of Jupyter, offers no class as a resource: the object around its class loader has them in a map.
    private static byte[] kept(ClassLoader loader, String name) {
        try {
            var around = loader.getClass().getDeclaredField("this$0");
            around.setAccessible(true);
            var declared = around.getType().getDeclaredField("declaredClasses");
            declared.setAccessible(true);
            return ((Map<?, ?>) declared.get(around.get(loader))).get(name) instanceof byte[] bytes ? bytes
                : new byte[0];
        } catch (ReflectiveOperationException | RuntimeException e) {
            return new byte[0]; // it is another kernel
        }
    }
}

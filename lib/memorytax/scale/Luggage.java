package memorytax.scale;

import memorytax.fork.Errand;
import memorytax.fork.Load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;

/// Classes that exist only in this JVM's memory, because they were typed into JShell, written out for another one.
final class Luggage {
    private Luggage() {
    }

    static boolean needed(Load load) {
        return load.getClass().getName().startsWith("REPL.");
    }

    /// A folder with the classes that the load mentions, and those that they mention.
    static Path pack(Load load) {
        var todo = new ArrayDeque<String>();
        var seen = new HashSet<String>();
        todo.add(Errand.serialized(load).getImplClass());
        try {
            var folder = Files.createTempDirectory("memory-tax-");
            while (!todo.isEmpty()) {
                var name = todo.remove();
                if (!seen.add(name)) continue;
                var bytes = bytes(load.getClass().getClassLoader(), name);
                var file = folder.resolve(name + ".class");
                Files.createDirectories(file.getParent());
                Files.write(file, bytes).toFile().deleteOnExit();
                for (var entry : ClassFile.of().parse(bytes).constantPool())
                    if (entry instanceof ClassEntry type && type.asInternalName().startsWith("REPL/")) todo.add(type.asInternalName());
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("the load could not be written down for another JVM", e);
        }
    }

    private static byte[] bytes(ClassLoader loader, String name) throws IOException {
        try (var in = loader.getResourceAsStream(name + ".class")) {
            if (in == null) throw new IOException("no class " + name);
            return in.readAllBytes();
        }
    }
}

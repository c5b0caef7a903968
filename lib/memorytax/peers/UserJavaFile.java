package memorytax.peers;

import memorytax.measure.process.Jvm;
import memorytax.measure.process.Launch;

import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// A Java file of the reader's, compiled. What it can do is read from its classes, and none of them is loaded: they
/// may want what only the weighed process has.
///
/// @param classes the folder that they are in
/// @param own     those that are written in the file itself, and not within another
record UserJavaFile(Path file, Path classes, List<ClassModel> own) {
    /// Packages of the library that had another name when a reader's file may have been written.
    private static final Map<String, String> MOVED = Map.of("memorytax.fork", "memorytax.child",
        "memorytax.scale", "memorytax.measure.plan, memorytax.measure.process and memorytax.measure.result",
        "memorytax.plot", "memorytax.chart");
    private static final String IMPORTS = "import memorytax.child.*; import memorytax.child.kit.*; ";
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s");
    private static final String DEPENDENCY = "//DEPS ";
    private static final String MAINLESS = "compiler.err.implicit.class.does.not.have.main.method";

    /// A static method that takes the number of tasks.
    record Method(String type, String name, String descriptor) {
        Launch launch(Path classes, boolean warmed) {
            return Jvm.load(classes, type, name, descriptor, warmed);
        }

        Launch launch(Path classes, List<String> flags) {
            return Jvm.load(classes, type, name, descriptor, flags);
        }
    }

    /// @param classes an empty folder
    /// @param options of javac, on top of ours
    /// @throws Refusal when it does not compile; one line, `mine.java:12: ';' expected`
    static UserJavaFile compile(Path file, Path classes, String... options) throws IOException {
        needsNoLibrary(file);
        var text = imported(Files.readString(file));
        var error = javac(file, text, classes, options);
        // a file that is there to be weighed needs no main, and javac wants one
        if (error.filter(e -> e.getCode().equals(MAINLESS)).isPresent())
            error = javac(file, text + "\nvoid main() { }\n", classes, options);
        if (error.isPresent()) throw new Refusal(explained(file, error.get()));
        return new UserJavaFile(file, classes, parsed(file, classes));
    }

    /// A load names `Gate` and what else a task says, so these need no import. All in the first line: the lines of the
    /// file keep their numbers.
    private static String imported(String text) {
        return PACKAGE.matcher(text).find() ? text : IMPORTS + text;
    }

    /// The first thing that it has against the text.
    private static Optional<Diagnostic<? extends JavaFileObject>> javac(Path file, String text, Path classes,
                                                                      String... more) {
        var said = new DiagnosticCollector<JavaFileObject>();
        var beside = file.toAbsolutePath().getParent().toString();
        var options = new ArrayList<>(List.of("-proc:none", "-nowarn", "-implicit:class", "-sourcepath", beside,
            "-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
        options.addAll(List.of(more));
        var source = new SimpleJavaFileObject(file.toUri(), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
        ToolProvider.getSystemJavaCompiler().getTask(null, null, said, options, null, List.of(source)).call();
        return said.getDiagnostics().stream().filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
            .<Diagnostic<? extends JavaFileObject>>map(d -> d).findFirst();
    }

    /// The library is there; others would have to be fetched.
    private static void needsNoLibrary(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++)
            if (lines.get(i).startsWith(DEPENDENCY) && !lines.get(i).strip().endsWith("Lib.java"))
                throw new Refusal("%s:%d: %s: libraries are not fetched here; build the program, and weigh that"
                    .formatted(file.getFileName(), i + 1, lines.get(i).strip()));
    }

    private static String explained(Path file, Diagnostic<? extends JavaFileObject> error) {
        var where = error.getSource() == null ? file.getFileName().toString()
            : Path.of(error.getSource().toUri()).getFileName() + ":" + error.getLineNumber();
        var message = error.getMessage(Locale.ROOT).strip().replaceAll("\\s*\n\\s*", ", ");
        var moved = MOVED.entrySet().stream().filter(m -> message.contains("package " + m.getKey() + " "))
            .map(m -> "; it is " + m.getValue() + " now").findFirst().orElse("");
        return where + ": " + message.replaceAll("\\s+", " ") + moved;
    }

    private static List<ClassModel> parsed(Path file, Path classes) throws IOException {
        var own = new ArrayList<ClassModel>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (var each : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
                var model = ClassFile.of().parse(each);
                var source = model.findAttribute(Attributes.sourceFile()).map(s -> s.sourceFile().stringValue());
                boolean top = model.findAttribute(Attributes.nestHost()).isEmpty();
                if (top && source.equals(Optional.of(file.getFileName().toString()))) own.add(model);
            }
        }
        return own;
    }

    /// In the order in which they are written. Those that are private, or return nothing that could be held, are not
    /// meant.
    List<Method> loads() {
        return methods().filter(m -> is(m, AccessFlag.STATIC) && !is(m, AccessFlag.PRIVATE))
            .filter(m -> takes(m).parameterList().equals(List.of(ConstantDescs.CD_int)))
            .filter(m -> !takes(m).returnType().isPrimitive())
            .map(m -> new Method(type(m), m.methodName().stringValue(), takes(m).descriptorString())).toList();
    }

    /// The class that `java` could start.
    Optional<String> program() {
        return methods().filter(m -> m.methodName().equalsString("main")).map(UserJavaFile::type).findFirst();
    }

    private Stream<MethodModel> methods() {
        return own.stream().flatMap(type -> type.methods().stream());
    }

    private static boolean is(MethodModel method, AccessFlag flag) {
        return method.flags().has(flag);
    }

    private static MethodTypeDesc takes(MethodModel method) {
        return method.methodTypeSymbol();
    }

    private static String type(MethodModel method) {
        return method.parent().orElseThrow().thisClass().asInternalName().replace('/', '.');
    }
}

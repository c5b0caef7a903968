package memorytax.peers;

import memorytax.measure.process.Jvm;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Kotlin on the JVM that runs us: its compiler is a library, which [KotlinFiles] keeps. A program is compiled once.
///
/// @param told what takes a while, when it begins
record KotlinToolchain(Surroundings surroundings, Cache cache, KotlinFiles files, Consumer<String> told)
    implements Toolchain {
    private static final Duration BUILD = Duration.ofMinutes(5);
    private static final String COMPILER = "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler";
    /// The newest classes that this compiler can write.
    private static final int NEWEST = 24;
    static final String MISSING = "no Kotlin compiler on this machine; --fetch fetches one (%d MB)"
        .formatted(KotlinFiles.megabytes());

    KotlinToolchain(Surroundings surroundings, Cache cache, Consumer<String> told) {
        this(surroundings, cache, new KotlinFiles(cache), told);
    }

    @Override
    public Language language() {
        return new Language("kotlin", "Kotlin", ".kt", true);
    }

    @Override
    public List<String> library() {
        return List.of("scale.kt");
    }

    @Override
    public Lookup look() {
        return files.here() ? Lookup.of(new FoundToolchain(Path.of(Jvm.JAVA), KotlinFiles.VERSION))
            : Lookup.missing(MISSING);
    }

    /// Fetches what is not here, before it is looked for. One sentence says what came of it.
    String fetch() throws InterruptedException {
        if (files.here()) return "Kotlin's compiler is here.";
        try {
            files.fetch(told);
            return "Fetched: Kotlin %s and its coroutines %s, into %s.".formatted(KotlinFiles.VERSION,
                KotlinFiles.COROUTINES, cache.folder().resolve("kotlin"));
        } catch (IOException e) {
            return "Kotlin's compiler cannot be fetched (%s: %s).".formatted(e.getClass().getSimpleName(),
                e.getMessage());
        }
    }

    /// One JVM like those of Java: the library's part of the program calls that of a Java child.
    @Override
    public List<String> command(FoundToolchain kotlin, ProgramText program, String load)
        throws IOException, InterruptedException {
        var classes = build(program) + File.pathSeparator + files.library();
        return Stream.concat(Jvm.program(classes, main(program)).command().stream(), Stream.of(load)).toList();
    }

    /// As the compiler names the class of a file's functions: `Chapter11Kt`.
    private static String main(ProgramText program) {
        var name = program.stem().replaceAll("[^\\p{L}\\p{N}_$]", "_");
        return (Character.isDigit(name.charAt(0)) ? "_" + name : name.substring(0, 1).toUpperCase() + name.substring(1))
            + "Kt";
    }

    @Override
    public String complaint(FoundToolchain kotlin, ProgramText program) throws IOException, InterruptedException {
        try {
            build(program);
            return "";
        } catch (Refused e) {
            return e.said;
        }
    }

    private Path build(ProgramText program) throws IOException, InterruptedException {
        var key = List.of(program.file(), program.all().toString(), KotlinFiles.VERSION, KotlinFiles.COROUTINES);
        return cache.fill(cache.place("kotlin", key, "classes"), workshop -> {
            told.accept("compiling " + program.file());
            Cache.write(workshop, program.all());
            var words = Stream.concat(compiler().stream(), program.all().keySet().stream()).toList();
            var answer = new Command(words, surroundings.variables(), workshop, BUILD).run();
            if (!answer.ok()) throw Complaint.refused(program, answer);
            return workshop.resolve("classes");
        });
    }

    private List<String> compiler() {
        return List.of(Jvm.JAVA, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow", "-cp", files.compiler(), COMPILER, "-no-stdlib", "-no-reflect",
            "-nowarn", "-jvm-target", String.valueOf(Math.min(NEWEST, Runtime.version().feature())), "-d", "classes",
            "-cp", files.library() + File.pathSeparator + Jvm.childClasses());
    }
}

package memorytax.measure.process;

import memorytax.child.Child;
import memorytax.child.JitCompilers;
import memorytax.child.LoadReference;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// How a JVM is started that is to be weighed: the java that runs us, the classes of a load and `fork`, and nothing
/// else on its class path but what the load was given.
public final class Jvm {
    /// The java that runs us.
    public static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    /// The JIT finishes what it begins before the program goes on.
    public static final String IN_STEP = "-Xbatch";
    /// One that dies for lack of memory says so. What else it would tell lies in the reader's folder afterwards.
    static final String NO_REPORT = "-XX:ErrorFile=" + (File.pathSeparatorChar == ';' ? "NUL" : "/dev/null");
    private static final Pattern TUNES = Pattern.compile("-[XD].+|-(ea|da|esa)\\b.*|--(add|enable)-.+"),
        HEAP = Pattern.compile("-Xmx.*|-XX:MaxHeapSize=.*");
    /// Enough rounds for C2 to have compiled what a task runs when it starts and parks, and to have done so again where
    /// its first guesses were wrong: a branch that is taken by a race alone shows up late. After 20 rounds 15 of 175
    /// processes kept 760 to 970 B for each of 10,000 tasks instead of 716 to 734; after 60, none of 100 did, and about
    /// one of 40 on a busy machine.
    public static final String WARMTH = "warm=60x1000";

    private Jvm() {
    }

    /// A static method that takes the number of tasks, as a load.
    ///
    /// @param classes    the folder that holds its class
    /// @param type       the name of that, `mine`
    /// @param descriptor of the method: `(I)Ljava/lang/Object;`
    /// @param warmed     started and ended some sixty thousand times before
    public static Launch load(Path classes, String type, String method, String descriptor, boolean warmed) {
        return launch(classes.toString(), List.of(), LoadReference.pack(type, method, descriptor), warmed);
    }

    /// The same in a JVM with these flags.
    public static Launch load(Path classes, String type, String method, String descriptor, List<String> flags) {
        return launch(classes.toString(), flags, LoadReference.pack(type, method, descriptor), false);
    }

    /// A class whose `main` speaks the protocol itself.
    public static Launch program(Path classes, String type) {
        return program(classes.toString(), type);
    }

    /// The same from a class path.
    public static Launch program(String classes, String type) {
        return new Launch(words(classes, List.of(), type), Map.of());
    }

    /// The same of a program whose arguments end with the name of a load: warmed. It passes on what stands before that
    /// name to [Child].
    public static Launch warmed(Launch launch) {
        var words = new ArrayList<>(launch.command());
        words.add(1, IN_STEP);
        words.add(words.size() - 1, WARMTH);
        return new Launch(List.copyOf(words), launch.environment(), (launch.flags() + " " + IN_STEP).strip());
    }

    /// @param classes a class path
    /// @param errand  the arguments of [Child]
    static Launch launch(String classes, List<String> flags, String[] errand, boolean warmed) {
        var options = new ArrayList<String>();
        if (warmed) options.add(IN_STEP); // however busy the machine
        options.addAll(flags);
        var words = words(classes, options, Child.class.getName());
        words.addAll(List.of(errand));
        if (warmed) words.add(WARMTH);
        return new Launch(List.copyOf(words), Map.of(Child.SIGNED, "1"), String.join(" ", options));
    }

    /// What is wrong with the flags that a load was given: only those that tune a JVM are allowed, and one size of its
    /// heap. Empty when all is well.
    static Optional<String> flaw(Launch launch) {
        var all = Arrays.stream(launch.flags().strip().split("\\s+"))
            .filter(flag -> !flag.isEmpty() && !launch.isVariable(flag)).toList();
        var other = all.stream().filter(flag -> !TUNES.matcher(flag).matches()).findFirst();
        if (other.isPresent()) return Optional.of("your flags have \"" + other.get()
            + "\", and a flag for the JVM begins with -X or -D");
        var heaps = all.stream().filter(flag -> HEAP.matcher(flag).matches()).distinct().toList();
        return heaps.size() < 2 ? Optional.empty() : Optional.of("your flags set another size of the heap, "
            + heaps.getFirst() + " beside " + heaps.getLast());
    }

    /// Whether a JVM is started so, be its program in Java or not.
    public static boolean is(Launch launch) {
        return launch.command().getFirst().equals(JAVA);
    }

    /// Whether that JVM compiles what its tasks run before it says that it is up.
    public static boolean warms(Launch launch) {
        return launch.command().contains(WARMTH);
    }

    private static List<String> words(String classes, List<String> options, String main) {
        var words = new ArrayList<>(List.of(JAVA));
        words.addAll(JitCompilers.FLAGS);
        words.add(NO_REPORT);
        words.addAll(options);
        var path = childClasses() + File.pathSeparator + classes;
        words.addAll(List.of("-Djava.awt.headless=true", "-cp", path, main));
        return words;
    }

    /// Where the classes of `child` are, with which a load is compiled.
    public static String childClasses() {
        return home(Child.class);
    }

    static String home(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null) throw new IllegalArgumentException(
            type.getName() + " is in no file that another JVM could load it from");
        return Path.of(URI.create(source.getLocation().toString())).toString();
    }
}

package memorytax.child;

import javax.management.ObjectName;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/// Takes the tasks of this process apart: what the class histogram holds for each of them, against what it held
/// before they came.
final class Anatomy {
    private static final int ENOUGH = 1_000;
    /// With which the JVM fills room of the heap that is not in use; nobody has made them.
    private static final String FILLER = "jdk.internal.vm.Filler";
    private Map<String, long[]> before = Map.of();

    /// The answer to `PARTS`: before a load just the word, and note is taken; after it `PARTS StackChunk=216
    /// VirtualThread=168 …`, bytes per task of every class with about one object per task or more, largest first.
    Message parts(int tasks) throws Exception {
        if (tasks > 0 && tasks < ENOUGH) return Message.of("PARTS"); // what the runtime does meanwhile would drown them
        var now = histogram();
        var pairs = new ArrayList<>();
        now.forEach((name, count) -> {
            var old = before.getOrDefault(name, new long[2]);
            if (tasks == 0 || count[0] - old[0] < 0.9 * tasks) return;
            pairs.add(name);
            pairs.add(Math.round(10.0 * (count[1] - old[1]) / tasks) / 10.0);
        });
        before = now;
        return Message.of("PARTS", pairs.toArray());
    }

    /// Class -> instances and bytes, largest first.
    private static Map<String, long[]> histogram() throws Exception {
        var classes = new LinkedHashMap<String, long[]>();
        for (String line : text().split("\n")) {
            String[] columns = line.strip().split("\\s+"); // num: instances bytes class (module)
            if (columns.length < 4 || !columns[0].endsWith(":") || columns[3].contains(FILLER)) continue;
            var counts = classes.computeIfAbsent(simple(columns[3]), _ -> new long[2]); // all lambdas are one
            counts[0] += Long.parseLong(columns[1]);
            counts[1] += Long.parseLong(columns[2]);
        }
        return classes;
    }

    private static String text() throws Exception {
        var command = new ObjectName("com.sun.management:type=DiagnosticCommand");
        return (String) ManagementFactory.getPlatformMBeanServer()
            .invoke(command, "gcClassHistogram", new Object[]{new String[0]}, new String[]{String[].class.getName()});
    }

    /// As a program writes it: `Object[]` for `[Ljava.lang.Object;`, and `byte[]` for `[B`.
    private static String simple(String name) {
        if (name.startsWith("[")) return element(name.substring(1)) + "[]";
        var plain = name.replaceAll("/0x\\w+", ""); // a hidden class, such as a lambda's
        return plain.substring(plain.lastIndexOf('.') + 1).replaceAll(".*\\$\\$Lambda", "lambda")
            .replaceAll(".*\\$(?=[A-Z])", "");
    }

    private static String element(String descriptor) {
        return switch (descriptor) {
            case "B" -> "byte";
            case "C" -> "char";
            case "D" -> "double";
            case "F" -> "float";
            case "I" -> "int";
            case "J" -> "long";
            case "S" -> "short";
            case "Z" -> "boolean";
            default -> simple(descriptor.replaceFirst("^L(.*);$", "$1"));
        };
    }
}

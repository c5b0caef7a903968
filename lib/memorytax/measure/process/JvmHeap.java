package memorytax.measure.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How large the heap of a JVM may become: what it says itself, because that depends on its flags, on variables of the
/// environment, and on the limit of a container. Without any of them it is a quarter of the machine's memory.
public final class JvmHeap {
    private static final Pattern MOST = Pattern.compile("\\bMaxHeapSize\\s*=\\s*(\\d+)");
    private static final Map<List<Object>, OptionalLong> ASKED = new ConcurrentHashMap<>();

    private JvmHeap() {
    }

    /// Bytes, for a JVM that is started so; empty when it does not say. Each JVM is asked once.
    public static OptionalLong most(Launch launch) {
        var flags = launch.command().stream().takeWhile(word -> !word.equals("-cp")).toList();
        return ASKED.computeIfAbsent(List.of(flags, launch.environment()), _ -> asked(flags, launch.environment()));
    }

    private static OptionalLong asked(List<String> flags, Map<String, String> environment) {
        try {
            var builder = new ProcessBuilder(Stream.concat(flags.stream(),
                Stream.of("-XX:+PrintFlagsFinal", "-version")).toList()).redirectErrorStream(true);
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            var says = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return MOST.matcher(says).results().mapToLong(found -> Long.parseLong(found.group(1))).findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}

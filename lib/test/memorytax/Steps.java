package memorytax;

import memorytax.measure.plan.Archive;
import memorytax.measure.plan.Effort;
import memorytax.measure.plan.Progress;
import memorytax.measure.plan.Scale;
import memorytax.peers.Toolchains;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/// The steps of a chapter that take nothing but a scale, each run alone and with little effort: whether what the
/// chapter says holds in a small run as well.
///
/// @param chapter its class
record Steps(Class<?> chapter) {
    private static final Map<Integer, Steps> KEPT = new HashMap<>();

    /// Compiles the chapter of that number into a folder.
    static Steps of(int number, Path folder) throws IOException, ClassNotFoundException {
        return new Steps(Built.into(folder, House.root().resolve("chapters/chapter" + number + ".java")).load());
    }

    /// The same, compiled once for as long as the tests run, in a folder that goes with them.
    static synchronized Steps kept(int number) throws IOException, ClassNotFoundException {
        var kept = KEPT.get(number);
        if (kept != null) return kept;
        var folder = Files.createTempDirectory("memory-tax-");
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> remove(folder)));
        KEPT.put(number, of(number, folder));
        return KEPT.get(number);
    }

    private static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException e) {
            // it is in the folder for what may be deleted
        }
    }

    /// What the step returns.
    Object run(String step, Effort effort) throws ReflectiveOperationException {
        var scale = new Scale(effort, Toolchains.beside(chapter), Progress.SILENT, Archive.NONE, step);
        var method = chapter.getDeclaredMethod(step, Scale.class);
        method.setAccessible(true);
        return method.invoke(instance(), scale);
    }

    /// The chapter itself.
    Object instance() throws ReflectiveOperationException {
        var constructor = chapter.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }
}

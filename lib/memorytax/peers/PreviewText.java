package memorytax.peers;

import memorytax.measure.process.Launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A text of Java that uses what this JDK has as a preview. It is compiled for itself, and run in a JVM that was told
/// to allow it; nothing else has to be.
final class PreviewText {
    private static final String ALLOWED = "--enable-preview";

    private PreviewText() {
    }

    /// @param source of one static method that takes the number of tasks, and of what it needs
    /// @throws Refusal when it does not compile, or has no such method
    static Launch launch(String source, String... flags) throws IOException {
        var folder = Files.createTempDirectory("memory-tax-");
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> Cache.forget(folder)));
        var classes = Files.createDirectory(folder.resolve("classes"));
        var file = Files.writeString(folder.resolve("preview.java"), source);
        var loads = UserJavaFile.compile(file, classes, ALLOWED, "--release",
            String.valueOf(Runtime.version().feature())).loads();
        if (loads.size() != 1)
            throw new Refusal("exactly one static method must take a number of tasks; here there are " + loads.size());
        return loads.getFirst().launch(classes, Stream.concat(Stream.of(ALLOWED), Stream.of(flags)).toList());
    }
}

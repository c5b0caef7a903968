package memorytax.peers;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Kotlin's compiler and its library of coroutines: files of Maven Central that nobody needs who weighs no coroutines.
/// They are fetched when that is asked for, and kept under the reader's cache folder.
///
/// @param central where they are fetched from
record KotlinFiles(Cache cache, URI central) {
    static final String VERSION = "2.2.20", COROUTINES = "1.10.2";
    private static final int MILLIS = 30_000;
    private static final Jar LIBRARY = new Jar("org/jetbrains/kotlin/kotlin-stdlib", VERSION, 1_761_444,
            "8836ccffd3585fadda9901244b20d42901d2f3cd581058d8434e2ffabcf3a3e7"),
        COROUTINE_LIBRARY = new Jar("org/jetbrains/kotlinx/kotlinx-coroutines-core-jvm", COROUTINES, 1_479_317,
            "5ca175b38df331fd64155b35cd8cae1251fa9ee369709b36d42e0a288ccce3fd");
    /// What the compiler itself needs: less than it asks for, and enough to compile.
    private static final List<Jar> ALL = List.of(LIBRARY, COROUTINE_LIBRARY,
        new Jar("org/jetbrains/annotations", "13.0", 17_536,
            "ace2a10dc8e2d5fd34925ecac03e4988b2c0f851650c94b8cef49ba1bd111478"),
        new Jar("org/jetbrains/kotlin/kotlin-reflect", "1.6.10", 3_038_560,
            "3277ac102ae17aad10a55abec75ff5696c8d109790396434b496e75087854203"),
        new Jar("org/jetbrains/kotlin/kotlin-compiler-embeddable", VERSION, 56_907_103,
            "1c6c3f810bfe6a41abcbc34b3a2ef639f1e3f4aeed3a953a4b0974eea4f41889"));

    KotlinFiles(Cache cache) {
        this(cache, URI.create("https://repo1.maven.org/maven2/"));
    }

    /// @param path of its folder in a repository, without the version
    private record Jar(String path, String version, int bytes, String sha256) {
        String name() {
            return path.substring(path.lastIndexOf('/') + 1) + "-" + version + ".jar";
        }

        String address() {
            return path + "/" + version + "/" + name();
        }
    }

    /// How many MB are fetched, at the most.
    static long megabytes() {
        return Math.round(ALL.stream().mapToInt(Jar::bytes).sum() / 1e6);
    }

    boolean here() {
        return ALL.stream().map(this::place).allMatch(Files::exists);
    }

    /// The class path of the compiler.
    String compiler() {
        return path(ALL.stream());
    }

    /// What a program needs beside its own classes.
    String library() {
        return path(Stream.of(LIBRARY, COROUTINE_LIBRARY));
    }

    private String path(Stream<Jar> jars) {
        return jars.map(jar -> place(jar).toString()).collect(Collectors.joining(File.pathSeparator));
    }

    /// Under its checksum: a file that is there is the right one.
    private Path place(Jar jar) {
        return cache.place("kotlin", List.of(jar.sha256), jar.name());
    }

    /// Fetches those that are not here.
    ///
    /// @throws IOException when one cannot be had, or is not the one that it should be; one line
    void fetch(Consumer<String> told) throws IOException, InterruptedException {
        for (var jar : ALL) cache.fill(place(jar), workshop -> {
            told.accept("fetching %s (%.1f MB)".formatted(jar.name(), jar.bytes / 1e6));
            return fetch(jar, workshop.resolve(jar.name()));
        });
    }

    private Path fetch(Jar jar, Path into) throws IOException {
        var connection = central.resolve(jar.address()).toURL().openConnection();
        connection.setConnectTimeout(MILLIS);
        connection.setReadTimeout(MILLIS);
        try (var in = connection.getInputStream()) {
            Files.copy(in, into);
        }
        if (!sha256(into).equals(jar.sha256))
            throw new IOException(jar.name() + " from " + central + " is not the file that it should be");
        return into;
    }

    private static String sha256(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            for (int n; (n = in.read(buffer)) > 0; ) digest.update(buffer, 0, n);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

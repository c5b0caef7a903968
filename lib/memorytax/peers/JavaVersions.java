package memorytax.peers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The JDKs of this machine, one for each version from 11 on; for the version of the running one, that one. The file
/// `release` in a JDK's folder says its version, and only where there is none it is asked.
record JavaVersions(Surroundings surroundings) {
    private static final String OLDEST = "11"; // what javac --release 11 makes, runs there
    private static final Pattern SAYS = Pattern.compile("version \"(\\d[^\"]*)\"");
    private static final Pattern HOMES = Pattern.compile("JAVA_HOME(_\\d+_\\w+)?");
    private static final Duration ANSWER = Duration.ofSeconds(10);

    List<FoundToolchain> find() throws InterruptedException {
        var running = new FoundToolchain(program(Path.of(System.getProperty("java.home"))),
            Runtime.version().toString());
        int own = Runtime.version().feature();
        var found = new ArrayList<>(List.of(running));
        var seen = new LinkedHashSet<Path>();
        for (var home : homes().toList()) {
            if (!Files.isExecutable(program(home)) || !seen.add(real(home))) continue;
            version(home).filter(v -> !v.matches(own + "\\b.*")).filter(VersionNumber.since(OLDEST))
                .ifPresent(v -> found.add(new FoundToolchain(program(home), v)));
        }
        return VersionNumber.newest("java", found.stream());
    }

    private static Path program(Path home) {
        return home.resolve("bin").resolve(Surroundings.WINDOWS ? "java.exe" : "java");
    }

    /// First those that variables name: `JAVA_HOMES` several, as a PATH does.
    private Stream<Path> homes() {
        var named = Stream.concat(
            surroundings.variable("JAVA_HOMES").stream().flatMap(v -> Arrays.stream(v.split(File.pathSeparator))),
            surroundings.variables().entrySet().stream().filter(e -> HOMES.matcher(e.getKey()).matches())
                .map(e -> e.getValue())).filter(v -> !v.isBlank()).map(Path::of);
        var home = surroundings.home();
        var mac = Stream.of(Path.of("/Library/Java/JavaVirtualMachines"),
                home.resolve("Library/Java/JavaVirtualMachines")).flatMap(Surroundings::below)
            .map(f -> f.resolve("Contents/Home"));
        var windows = surroundings.variable("ProgramFiles").map(Path::of).stream().flatMap(programs ->
            Stream.of("Java", "Eclipse Adoptium", "Microsoft", "Zulu", "Amazon Corretto", "BellSoft")
                .map(programs::resolve));
        var kept = Stream.of(Stream.of(Path.of("/usr/lib/jvm")), windows, Stream.of(".sdkman/candidates/java",
                ".jbang/cache/jdks", ".jdks", ".asdf/installs/java", ".local/share/mise/installs/java")
            .map(home::resolve)).flatMap(s -> s).flatMap(Surroundings::below);
        return Stream.of(named, mac, kept).flatMap(s -> s);
    }

    private Optional<String> version(Path home) throws InterruptedException {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(home.resolve("release"))) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            return asked(home);
        }
        return Stream.of("JAVA_RUNTIME_VERSION", "JAVA_VERSION").map(properties::getProperty)
            .filter(v -> v != null && v.matches("\"\\d+[^\" ]*\""))
            .map(v -> v.substring(1, v.length() - 1)).findFirst();
    }

    private Optional<String> asked(Path home) throws InterruptedException {
        var answer = new Command(List.of(program(home).toString(), "-version"), surroundings.variables(),
            Path.of("").toAbsolutePath(), ANSWER).run();
        var version = SAYS.matcher(answer.text());
        return answer.ok() && version.find() ? Optional.of(version.group(1)) : Optional.empty();
    }

    private static Path real(Path home) {
        try {
            return home.toRealPath();
        } catch (IOException e) {
            return home;
        }
    }
}

package memorytax.peers;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// How Cargo is found and made to build. It is a shell script that says what a real one would say, and has no tokio
/// before there is a file `network`.
@DisabledOnOs(OS.WINDOWS)
class RustToolchainTest {
    private static final String CARGO = """
        #!/bin/sh
        [ $1 = --version ] && echo 'cargo 1.95.0 (f2d3ce0bd 2026-03-21)' && exit
        grep -q wrong mine.rs && echo 'mine.rs:1:5: error[E0425]: cannot find value `wrong` in this scope' \\
          && echo 'error: could not compile `peer` (bin "x") due to 1 previous error' && exit 101
        if [ ! -f %1$s/fetched ]; then
          case "$*" in
            *--offline*) echo 'error: failed to download `tokio`'; exit 101;;
          esac
          [ -f %1$s/network ] || { echo 'error: failed to get `tokio` as a dependency'; exit 101; }
          touch %1$s/fetched
        fi
        echo "$SCALE_RUST $RUSTFLAGS" >> %1$s/log
        mkdir -p $CARGO_TARGET_DIR/release/deps
        echo program > $CARGO_TARGET_DIR/release/$(sed -n '/bin/,$s/^name = "\\(.*\\)"/\\1/p' Cargo.toml)
        """;
    private final Map<String, String> environment = new TreeMap<>(System.getenv());
    private final Map<String, String> texts = new TreeMap<>(Map.of("mine.rs", "one"));
    private final List<String> told = new ArrayList<>();
    @TempDir
    private Path folder;

    @BeforeEach
    void cargo() throws Exception {
        var cargo = Files.writeString(folder.resolve("cargo"), CARGO.formatted(folder));
        assertTrue(cargo.toFile().setExecutable(true));
        environment.put("CARGO", cargo.toString());
        environment.put("RUSTFLAGS", "-C target-cpu=native");
    }

    private Toolchains toolchains() {
        return new Toolchains(file -> Optional.ofNullable(texts.get(file)), folder.resolve("cache"), environment,
            told::add, VersionPlan.FOUND);
    }

    @Test
    void fetchesOnceAndBuildsOncePerText() throws Exception {
        Files.createFile(folder.resolve("network"));
        var first = toolchains().program("rust", "load", "mine.rs").getFirst();
        assertEquals(List.of("looking for Rust", "building mine.rs", "fetching tokio for mine.rs"), told,
            first.missing());
        assertEquals("load (rust 1.95.0)", first.contender().toString());
        assertEquals(first.launch(), toolchains().program("rust", "load", "mine.rs").getFirst().launch());
        Files.delete(folder.resolve("network"));
        texts.put("mine.rs", "two");
        told.clear();
        assertFalse(first.launch().equals(toolchains().program("rust", "load", "mine.rs").getFirst().launch()));
        assertEquals(List.of("looking for Rust", "building mine.rs"), told);
        assertEquals(List.of("1.95.0 -A warnings", "1.95.0 -A warnings"), Files.readAllLines(folder.resolve("log")));
    }

    /// A record stands in for it, as for a Rust that is not there.
    @Test
    void withoutTokioItIsMissingAndNotBroken() {
        var peer = toolchains().program("rust", "load", "mine.rs").getFirst();
        assertEquals("tokio is not on this machine, and cannot be fetched: "
            + "error: failed to get `tokio` as a dependency", peer.missing());
        assertFalse(peer.isBroken());
    }

    @Test
    void whatDoesNotCompileIsSaidAsJavacSaysIt() throws Exception {
        texts.put("mine.rs", "let wrong;");
        assertEquals("cannot be built: mine.rs: mine.rs:1:5: error[E0425]: cannot find value `wrong` in this scope",
            toolchains().program("rust", "load", "mine.rs").getFirst().missing());
        assertEquals("mine.rs:1: error[E0425]: cannot find value `wrong` in this scope\nlet wrong;\n    ^",
            toolchains().complaint("mine.rs", "let wrong;"));
    }

    @Test
    void aVariableThatNamesNothingIsNamed() {
        environment.put("CARGO", "/nowhere/cargo");
        assertEquals("CARGO=/nowhere/cargo is not a Cargo that can be started; name another one, or unset CARGO",
            toolchains().program("rust", "load", "mine.rs").getFirst().missing());
    }
}

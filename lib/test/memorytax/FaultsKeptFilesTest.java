package memorytax;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What a chapter finds of an earlier run is damaged: it goes on without it, and the file is a good one afterwards.
class FaultsKeptFilesTest {
    @TempDir
    private static Path whole;
    @TempDir
    private Path folder;

    /// What may have happened to a file.
    enum Damage {
        EMPTY, ZEROS, RANDOM, CUT, LATIN, CONTROLS, WIDE, LONG, HUGE, FOLDER;

        void to(Path file) throws IOException {
            var bytes = Files.readAllBytes(file);
            switch (this) {
                case EMPTY -> Files.write(file, new byte[0]);
                case ZEROS -> Files.write(file, new byte[bytes.length]);
                case RANDOM -> {
                    new Random(7).nextBytes(bytes);
                    Files.write(file, bytes);
                }
                case CUT -> Files.write(file, Arrays.copyOf(bytes, bytes.length * 2 / 3));
                case LATIN -> Files.write(file, with("grün".getBytes(StandardCharsets.ISO_8859_1), bytes));
                case CONTROLS -> Files.write(file, with("\033]0;mine\007\033[2J\r\n".getBytes(), bytes));
                case WIDE -> Files.writeString(file, "a,".repeat(2_000_000));
                case LONG -> Files.writeString(file, "a".repeat(9_000_000));
                case HUGE -> {
                    try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
                        sparse.setLength(3L << 30);
                    }
                }
                case FOLDER -> {
                    Files.delete(file);
                    Files.createDirectories(file.resolve("somebody's"));
                }
            }
        }

        /// In the middle of what was there.
        private static byte[] with(byte[] strange, byte[] bytes) {
            var all = new ByteArrayOutputStream();
            all.write(bytes, 0, bytes.length / 2);
            all.writeBytes(strange);
            all.write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
            return all.toByteArray();
        }
    }

    static Stream<Arguments> all() {
        return Stream.of("weighings.csv", "slopes.csv", "machine.csv", "steps.csv", "../notes.properties")
            .flatMap(file -> Stream.of(Damage.values()).map(damage -> Arguments.of(file, damage)));
    }

    @BeforeAll
    static void begin() throws Exception {
        assertEquals(0, new Misfortune(whole).meets("--forks", "1").exit());
    }

    @ParameterizedTest
    @MethodSource("all")
    void ofAnEarlierRun(String name, Damage damage) throws Exception {
        copy(whole.resolve("out"), folder.resolve("out"));
        var file = folder.resolve("out/stepping").resolve(name).normalize();
        damage.to(file);
        var said = new Misfortune(folder).meets("--only", "growth", "--forks", "1");
        var all = said.out() + said.err();
        assertTrue(all.chars().allMatch(c -> c >= 32 || c == '\n'), all);
        if (said.exit() != 0) {
            assertTrue(said.exit() == 1 && all.contains(name) && damage == Damage.FOLDER, said.toString());
        } else if (name.startsWith("..")) { // of the reader's own: it is kept under another name
            boolean aside = Files.exists(file.resolveSibling("notes-set-aside-1.properties"));
            assertEquals(aside, all.contains("notes-set-aside-1.properties"), said.toString());
            assertTrue(aside || damage == Damage.CUT || damage == Damage.CONTROLS, "what is cut may be whole");
        } else {
            assertTrue(Files.size(file) < 100_000 && Files.size(file) > 20, "still damaged: " + file);
        }
        if (damage == Damage.FOLDER) assertEquals(1, Misfortune.files(folder, "somebody's").size());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (var file : files.toList()) Files.copy(file, to.resolve(from.relativize(file)));
        }
    }
}

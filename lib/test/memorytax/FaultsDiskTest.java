package memorytax;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A disk that is full, or that can only be read. It is made in memory, and seen by the chapter alone, so that it is
/// gone with it; what the chapter has written is copied to another folder, `left`.
class FaultsDiskTest {
    private static final String[] SMALL = {"--only", "growth", "--forks", "1"};
    /// Where the system does not let us have a disk of our own.
    private static final int REFUSED = 99;
    /// The last line of a chapter: a page or none, so many tables, and so many charts.
    private static final Pattern WRITTEN =
        Pattern.compile("(?m)^ Written: (out/stepping[.]html, )?out/stepping/ [(](\\d+) CSV, (\\d+) charts?[)]$");
    @TempDir
    private Path folder;

    private Said on(String disk, String... args) throws Exception {
        var user = Files.getOwner(folder).getName().equals("root") ? "-m" : "-Urm";
        Assumptions.assumeTrue(House.program("unshare").isPresent(), "there is no unshare here");
        var said = new Misfortune(folder).inside("unshare", user).after(disk).meets(args);
        Assumptions.assumeTrue(said.exit() != REFUSED, "no disk may be made here: " + said.err());
        return said;
    }

    private Said onSmall(String size, String more) throws Exception {
        return on("""
            mkdir small left && mount -t tmpfs -o size=%s none small && cd small || exit 99
            %s
            "$@"
            code=$?
            cp -a . ../left
            exit $code
            """.formatted(size, more), SMALL);
    }

    /// What cannot be written is named, what is there is whole, and nothing else is said to be written.
    @ParameterizedTest
    @ValueSource(strings = {"4k", "12k", "24k", "40k", "60k", "80k"})
    void thatIsFull(String size) throws Exception {
        var said = onSmall(size, "");
        var left = folder.resolve("left");
        assertEquals(1, said.exit(), said.toString());
        assertTrue(Pattern.compile("✗ \\S*/out/stepping\\S* cannot be written: No space left on device")
            .matcher(said.out()).find(), said.out());
        Misfortune.isWhole(left);
        isSaid(said, Files.exists(left.resolve("out/stepping.html")),
            Misfortune.files(left, "(?!steps).*[.]csv").size(), Misfortune.files(left, ".*[.]svg").size());
    }

    private static void isSaid(Said said, boolean page, int tables, int charts) {
        var written = WRITTEN.matcher(said.out());
        assertTrue(written.find(), said.out());
        assertEquals(page, written.group(1) != null, written.group());
        assertEquals(tables + " CSV, " + charts, written.group(2) + " CSV, " + written.group(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"300k", "2m"})
    void thatIsSmall(String size) throws Exception {
        var said = onSmall(size, "");
        assertEquals(0, said.exit(), said.toString());
        Misfortune.isWhole(folder.resolve("left"));
        isSaid(said, true, 4, 1);
    }

    /// What an earlier run has written is there as it was, and not said to be of this one.
    @Test
    void thatIsFullOfWhatIsKept() throws Exception {
        var said = onSmall("300k", """
            "$@" >/dev/null || exit 98
            cp -a out ../before
            head -c 300000 /dev/zero >filled 2>/dev/null
            """);
        assertEquals(1, said.exit(), said.toString());
        isSaid(said, false, 0, 0);
        for (var before : Misfortune.paths(folder.resolve("before"), ".*[.](csv|html|png|svg|properties)")) {
            var after = folder.resolve("left/out").resolve(folder.resolve("before").relativize(before));
            assertEquals(-1, Files.mismatch(before, after), after + " has changed");
        }
        Misfortune.isWhole(folder.resolve("left"));
    }

    /// Whoever may do everything cannot write to it either: it is said before anything is measured.
    @ParameterizedTest
    @ValueSource(strings = {".", "out", "out/stepping"})
    void thatCanOnlyBeRead(String part) throws Exception {
        assertEquals(0, new Misfortune(folder).meets(SMALL).exit());
        var kept = Files.readString(folder.resolve("out/stepping/weighings.csv"));
        var said = on("""
            mount --bind '%1$s' '%1$s' && mount -o remount,bind,ro '%1$s' || exit 99
            cd "$PWD"
            """.formatted(folder.resolve(part)), SMALL);
        assertEquals(2, said.exit(), said.toString());
        assertEquals("stepping: --out: " + folder.resolve(part.equals(".") ? "out" : part) + " cannot be written to; "
            + "name a folder that can (--help shows all options)\n", said.err());
        assertEquals(kept, Files.readString(folder.resolve("out/stepping/weighings.csv")));
    }
}

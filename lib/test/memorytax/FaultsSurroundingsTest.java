package memorytax;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Where a chapter finds itself: folders with odd names, other languages, an empty environment, company.
class FaultsSurroundingsTest {
    private static final String[] SMALL = {"--only", "growth", "--forks", "1"};
    @TempDir
    private Path folder;

    private void isWell(Path folder, Said said) throws Exception {
        assertEquals("", said.err());
        assertEquals(0, said.exit(), said.toString());
        assertEquals(3, Files.readAllLines(folder.resolve("out/stepping/weighings.csv")).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"with blanks in it", "grün 漢字", "a@b", "100%", "%n%s", "it's", "say \"hi\"", "a;b&c",
        "$HOME", "`date`", "*", "[x]", "#1", "-out", "a=b", "new\nline", "~", "<b>", "back\\slash", "…………………………………………"})
    void inAFolderWithAnOddName(String name) throws Exception {
        var odd = folder.resolve("./" + name);
        isWell(odd, new Misfortune(odd).meets(SMALL));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', nullValues = "unset", textBlock = """
        HOME ! unset
        HOME ! /nonexistent
        TERM ! dumb
        TERM ! unset
        TERM ! no-such-terminal
        LC_ALL ! tr_TR.UTF-8
        LC_ALL ! de_DE.ISO-8859-1
        TZ ! Pacific/Apia
        TZ ! nonsense
        COLUMNS ! 0
        COLUMNS ! -5
        COLUMNS ! many
        PATH ! /nonexistent
        NO_COLOR ! 1
        EDITOR ! unset
        BROWSER ! /bin/false
        XDG_CACHE_HOME ! /proc/nobody
        GO ! /bin/false
        PYTHON ! /bin/false
        USER ! unset
        TZ ! ABC+23:59
        """)
    void inAnEnvironment(String name, String value) throws Exception {
        isWell(folder, new Misfortune(folder).with(name, value).meets(SMALL));
    }

    /// Each of three that share a folder ends with all of its rows, or says why not.
    @Test
    void inCompany() throws Exception {
        var lives = new ArrayList<Misfortune.Life>();
        for (int i = 0; i < 3; i++) lives.add(new Misfortune(folder).begins(SMALL));
        for (var life : lives) {
            var said = life.ends();
            assertTrue(said.exit() == 0 || said.exit() == 1 && said.out().contains("another"), said.toString());
        }
        isWell(folder, new Misfortune(folder).meets(SMALL));
        assertEquals(List.of(), Misfortune.files(folder, "[.].*([.]\\d+|[.]new)"));
    }
}

package memorytax;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A chapter as an installed JBang starts it in a container: no launcher has named a locale for it.
class LocaleTest {
    @TempDir
    private Path folder;

    /// What the chapter shows until it waits for a key.
    ///
    /// @param prompt how the line of keys begins
    private String shown(String locale, String prompt) throws IOException {
        Tmux.isHere();
        var chapter = TerminalSession.fixture();
        var command = new ArrayList<>(List.of("env", "-i", "PATH=" + System.getenv("PATH"), "HOME=" + folder,
            "TERM=screen-256color"));
        if (!locale.isEmpty()) command.add(locale);
        command.addAll(Built.of(chapter).command(chapter, List.of(), List.of("--out", folder.toString())));
        try (var terminal = new Tmux(folder, 80, 24, Map.of())) {
            terminal.start(command);
            terminal.await(prompt, () -> terminal.lastLine().startsWith(prompt));
            terminal.send("Enter");
            terminal.await("the first cell", () -> terminal.lastLine().contains("list"));
            var shown = terminal.screen();
            terminal.send("q");
            assertEquals(0, terminal.exit(), terminal.screen());
            assertEquals("", terminal.stderr());
            return shown;
        }
    }

    @Test
    void withoutALocaleTheTerminalKnowsUtf8() throws IOException {
        var shown = shown("", " ⏎ begin");
        assertTrue(shown.contains("──"), shown);
    }

    /// Commas, another i, other digits, another calendar: what is said, and what is written for machines, is the same.
    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "tr-TR", "de-DE", "hi-IN-u-nu-deva", "th-TH-u-ca-buddhist"})
    void everybodyReadsTheSame(String tag) throws Exception {
        assertEquals(said("en-US"), said(tag));
    }

    /// What a chapter with figures that are made up prints, and its tables.
    private List<String> said(String tag) throws Exception {
        var chapter = House.root().resolve("lib/test/fixtures/chapter0.java");
        var jvm = List.of("-Duser.language=" + tag.substring(0, 2), "-Duser.country=" + tag.substring(3, 5),
            "-Duser.extensions=" + tag.replaceFirst("^.....-?", ""));
        var out = folder.resolve("in-" + tag.substring(0, 2));
        var said = Said.by(Built.of(chapter).command(chapter, jvm, List.of("--out", out.toString())), folder);
        assertEquals("", said.err());
        var all = new ArrayList<>(List.of(said.out().replace(out.getFileName().toString(), "OUT")));
        for (var file : List.of("weighings.csv", "slopes.csv", "verdicts.csv", "growth.svg"))
            all.add(Files.readString(out.resolve("chapter0").resolve(file)));
        return all;
    }

    @Test
    void whoAsksForAsciiReadsTheNameOfTheKey() throws IOException {
        var shown = shown("LC_ALL=C", " Enter begin");
        assertTrue(shown.chars().allMatch(c -> c < 128), shown);
        assertFalse(shown.contains("~ ") || shown.contains(" ? "), shown);
    }
}

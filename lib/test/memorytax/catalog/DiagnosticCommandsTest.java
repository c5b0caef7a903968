package memorytax.catalog;

import memorytax.House;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DiagnosticCommandsTest {
    /// A terminal of 80 columns cuts a longer line of code, and then nobody can copy it.
    private static final int COLUMNS = 75;

    @Test
    void everyCommandSaysWhatItFindsAndFitsOnALine() {
        var all = DiagnosticCommands.all();
        assertEquals(Set.of("Java", "Go", "Python", "Linux"),
            all.stream().map(DiagnosticCommands.Command::language).collect(Collectors.toSet()));
        assertEquals(List.of(), all.stream().filter(command -> command.finds().isEmpty()
            || command.line().isEmpty() || command.line().length() > COLUMNS || command.finds().endsWith("."))
            .toList());
    }

    @Test
    void theChaptersThatShowTheirsHaveSome() {
        for (int chapter : List.of(2, 6, 7)) {
            assertTrue(House.read("chapters/chapter" + chapter + ".java")
                .contains("DiagnosticCommands.markdown(" + chapter + ")"), "chapter " + chapter);
            assertTrue(DiagnosticCommands.markdown(chapter).contains("\n\n    "), "chapter " + chapter);
        }
        assertTrue(DiagnosticCommands.markdown(6).startsWith("""
            **Java**: where each thread waits, virtual threads too. Needs JDK 21.

                jcmd PID Thread.dump_to_file -format=json /tmp/threads.json

            **Java**: """), DiagnosticCommands.markdown(6));
    }
}

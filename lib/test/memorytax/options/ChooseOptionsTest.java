package memorytax.options;

import memorytax.measure.process.Guest;
import memorytax.measure.process.Guests;
import memorytax.notebook.Edition;
import memorytax.notebook.source.ChapterSource;
import memorytax.service.Offer;
import memorytax.service.WaitsFor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ParameterException;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A service, described on the command line.
class ChooseOptionsTest {
    private static ChooseOptions parse(String words) {
        var options = new ChooseOptions();
        Options.command("chapter8", "", options).parseArgs(words.isEmpty() ? new String[0] : words.split(" "));
        return options;
    }

    @Test
    void answersTheQuestionsOfTheChapter() {
        assertEquals(Map.of(), parse("--quick --forks 4").said());
        assertEquals(Map.of("tasks", "50000", "depth", "0", "holding", "0", "allocating", "100MB/s", "limit", "1.5GB"),
            parse("--tasks 50_000 --depth 0 --holding 0 --allocating 100MB/s --limit 1.5GB").said());
        for (var rate : List.of("0", "1.5GB/s", "800kb/s", "10GB/s"))
            assertEquals(Map.of("allocating", rate), parse("--allocating " + rate).said());
    }

    @Test
    void leavesWhatIsWeighedOnTheWayItsOwnNumbers() {
        var options = parse("--tasks 50000 --quick");
        assertEquals(List.of(), options.effort().tasks());
        assertFalse(options.resumes(), "it is another service");
    }

    @Test
    void saysWhatTasksWaitFor() {
        assertEquals(WaitsFor.SIGNAL, parse("").waitsFor());
        assertEquals(WaitsFor.CLIENT, parse("--connections").waitsFor());
        assertFalse(parse("--connections").resumes(), "it is another service");
        assertEquals(Map.of("depth", "30", "holding", "4KB"), parse("--connections --depth 30 --holding 4KB").said());
    }

    @Test
    void invitesTasksOfChapterElevenThatWaitForASignal() {
        var chapter = new Edition(ChapterSource.read("chapter8", """
            /// # A title
            void main() { }

            /// ## Costs
            Object costs(Guests guests) {
                return guests;
            }
            """), MethodHandles.lookup());
        var options = parse("--with tokio,node,tokio");
        assertEquals(chapter, options.of(chapter));
        assertEquals(List.of(Guest.TOKIO, Guest.NODE), options.guests.all());
        assertEquals(options.guests, options.effort().with());
        assertEquals(Guests.NONE, parse("").guests);
        var both = parse("--connections --with node");
        assertEquals("--with: it does not go with --connections, because chapter 9 has no servers of node promises",
            assertThrows(IllegalArgumentException.class, () -> both.of(chapter)).getMessage());
    }

    @Test
    void otherChaptersSayWhereTheyCanBeInvited() {
        var chapter = new Edition(ChapterSource.read("chapter2", """
            /// # A title
            void main() { }

            /// ## Costs
            Object costs() {
                return 1;
            }
            """), MethodHandles.lookup());
        var options = new Options();
        Options.command("chapter2", "", options).parseArgs("--with", "node");
        assertEquals("--with: it goes with chapter1 and chapter8 only",
            assertThrows(IllegalArgumentException.class, () -> options.of(chapter)).getMessage());
        assertEquals(chapter, new Options().of(chapter));
    }

    @Test
    void saysOnWhichTermsMemoryIsToBeHad() {
        var offer = parse("--price 2.5 --machine 32GB").offer();
        assertEquals(2.5, offer.price());
        assertEquals(32L << 30, offer.machine());
        assertEquals(Offer.usual(), parse("").offer());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --tasks 1,2         | --tasks: "1,2" is not a whole number from 1 to 10,000,000
        --tasks 10000001    | --tasks: "10000001" is not a whole number from 1 to 10,000,000
        --depth -1          | --depth: "-1" is not a whole number from 0 to 1,000
        --depth deep        | --depth: "deep" is not a whole number from 0 to 1,000
        --holding 2MB       | --holding: "2MB" is not an allowed size; allowed: 0 B to 1 MB
        --limit 15MB        | --limit: "15MB" is not an allowed size; allowed: 16 MB to 16 TB
        --machine huge      | --machine: "huge" is not an allowed size; allowed: 16 MB to 16 TB
        --connections=many  | --connections: 'many' is not a boolean
        --with node,perl    | --with: "perl" is not allowed; allowed: node, tokio, kotlin, erlang, elixir, ruby
        --with node,,tokio  | --with: "" is not allowed; allowed: node, tokio, kotlin, erlang, elixir, ruby
        --price 0           | --price: "0" is not an allowed price; allowed: more than zero, like 3.24
        --price -3          | --price: "-3" is not an allowed price; allowed: more than zero, like 3.24
        """)
    void whatCannotBeMeantIsSaidInOneLine(String typed, String says) {
        var wrong = assertThrows(ParameterException.class, () -> parse(typed));
        assertEquals(says, Options.said(wrong));
    }

    @ParameterizedTest
    @ValueSource(strings = {"11GB/s", "fast", "1MB/h", "-1"})
    void whatIsNoRateIsSaidInOneLine(String typed) {
        var wrong = assertThrows(ParameterException.class, () -> parse("--allocating " + typed));
        assertEquals("--allocating: \"" + typed + "\" is not an allowed rate; allowed: 0 B/s to 10 GB/s",
            Options.said(wrong));
    }

    @Test
    void helpSaysWhatTasksAreHere() {
        var help = Options.command("chapter8", "", new ChooseOptions()).getUsageMessage();
        assertTrue(help.contains("Tasks of your service") && !help.contains("instead of the chapter's"), help);
    }
}

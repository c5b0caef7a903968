package memorytax.cli;

import memorytax.Printed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The commands for who leads a workshop.
class WorkshopPagesTest {
    @TempDir
    private Path out;

    private String said(int exit, String... words) {
        var args = Stream.concat(Stream.of(words), Stream.of("--out", out.toString())).toArray(String[]::new);
        var said = Printed.by(() -> Workbook.run(args));
        assertEquals(exit, said.exit(), Arrays.toString(args) + said.err());
        return said.out() + said.err();
    }

    @Test
    void aTimetableIsPrintedWithItsClock() {
        var plan = said(0, "--plan", "90");
        var lines = plan.lines().toList();
        assertEquals(" 90 minutes: chapters 1, 3 and 6", lines.getFirst());
        assertEquals(" the day before    ./jbang workbook --prepare, on each machine", lines.get(2));
        assertTrue(lines.get(3).startsWith(" 0:00    3 min  start       "), plan);
        assertTrue(plan.contains("\n Chapter 6: "), plan);
        assertTrue(plan.contains("\n 1:30           end\n"), plan);
        assertTrue(lines.stream().allMatch(line -> line.length() <= 99), plan);
        int sum = Pattern.compile("(?m)^ +\\d+:\\d\\d +(\\d+) min ").matcher(plan).results()
            .mapToInt(row -> Integer.parseInt(row.group(1))).sum();
        assertEquals(90, sum, plan);
        assertFalse(Files.exists(out.resolve("leader.html")), "nobody wants it");
    }

    @Test
    void theyGoTogetherAndThePagesThenHaveTheChaptersOfTheTimetable() throws IOException {
        var said = said(0, "--plan=60", "--chapters", "4,2", "--leader", "--handout");
        assertTrue(said.startsWith(" 60 minutes: chapters 2 and 4\n"), said);
        assertTrue(said.contains(" Written: " + out.resolve("leader.html") + "\n Written: "
            + out.resolve("handout.html") + "\n"), said);
        for (var page : new String[]{"leader.html", "handout.html"}) {
            var html = Files.readString(out.resolve(page));
            assertTrue(html.contains("id=\"chapter2\"") && html.contains("id=\"chapter4\""), page);
            assertFalse(html.contains("id=\"chapter1\""), page);
        }
        assertTrue(Files.readString(out.resolve("leader.html")).contains("<h2>60 minutes: chapters 2 and 4</h2>"));
        said(0, "--leader");
        assertTrue(Files.readString(out.resolve("leader.html")).contains("id=\"chapter8\""), "all chapters");
    }

    @Test
    void theCheatSheetThatIsThereGetsItsLink() throws IOException {
        said(0, "--cheatsheet");
        said(0, "--handout", "--chapters", "1");
        assertTrue(Files.readString(out.resolve("cheatsheet.html")).contains("<a href=\"handout.html\">"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--plan                    | --plan: it needs a value, MINUTES",
        "--plan soon               | --plan: \"soon\" is not a number of minutes from 1 to 1,440",
        "--plan 0                  | --plan: \"0\" is not a number of minutes from 1 to 1,440",
        "--plan -5                 | --plan: \"-5\" is not a number of minutes from 1 to 1,440",
        "--plan 9000               | --plan: \"9000\" is not a number of minutes from 1 to 1,440",
        "--plan 4                  | --plan: 4 minutes are too few for one chapter: the least is ",
        "--plan 20 --chapters 1,6  | --plan: 20 minutes are too few for these 2 chapters: the least is ",
        "--leader --chapters 1,99  | --chapters: there is no chapter 99; there are 1, 2, 3, 4, 5, 6, 7, 8",
        "--leader --chapters one   | --chapters: \"one\" is not the number of a chapter from 1 to 9,999",
        "--chapters 1              | --chapters: goes with --plan, --leader or --handout only",
        "--leader --reset          | --reset",
        "--plan 90 --glossary      | --glossary"})
    void whatCannotBeMeantIsOneLine(String words, String says) {
        var line = said(2, words.strip().split(" +"));
        assertEquals(1, line.lines().count(), line);
        assertTrue(line.startsWith("workbook: ") && line.contains(says), line);
    }

    @Test
    void helpKnowsThem() {
        var help = said(0, "--help");
        for (var option : new String[]{"--plan=MINUTES", "--chapters=", "--leader", "--handout"})
            assertTrue(help.contains(option), help);
        assertTrue(help.lines().allMatch(line -> line.length() <= 80), help);
    }
}

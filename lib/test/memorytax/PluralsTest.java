package memorytax;

import memorytax.claim.Claims;
import memorytax.claim.Measured;
import memorytax.claim.Verdict;
import memorytax.claim.Verdicts;
import memorytax.measure.result.Counted;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// One of a thing is one thing.
class PluralsTest {
    /// A number that is formatted, and behind it the plural of a noun.
    private static final Pattern PLURAL = Pattern.compile("(?<!of )%,?d ((?:[a-z]+ )?(?:tasks|forks|processes|claims|"
        + "guesses|cells|chapters|points|threads|jobs|loads|hints|rows|sizes|lines|terms|times|frames|samples))\\b");
    /// Of these there are always two or more: where each is formatted says why.
    private static final Set<String> MANY = Set.of("%d forks may agree", "All %,d processes agree",
        "chance alone would make %,d forks", "%,d threads wait at", "your %,d guesses", "%d frames</th>",
        "takes about %,d waiting tasks", "%d lines of code, at most", "it needs %,d threads, and the limit",
        "the process had %,d threads before", "these %d chapters");

    /// Whoever counts things in a sentence asks [Counted], which knows the singular.
    @Test
    void aNumberBeforeAPluralIsNeverOne() throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.walk(House.root().resolve("lib/memorytax"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                // in a weighed process Counted is not there: its messages are of "3 of 5 tasks"
                if (file.toString().replace('\\', '/').contains("/memorytax/child/")) continue;
                for (var line : Files.readAllLines(file)) {
                    if (line.strip().startsWith("//") || MANY.stream().anyMatch(line::contains)) continue;
                    var match = PLURAL.matcher(line);
                    if (match.find()) found.add(file.getFileName() + ": " + line.strip());
                }
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void countsOfOneAreSingular() {
        assertEquals("1 task", Counted.of(1, "task"));
        assertEquals("1 process", Counted.of(1, "process", "processes"));
        assertEquals("0 tasks", Counted.of(0, "task"));
        var one = Verdict.without(Claims.of("py-task"), Verdict.Ruling.HOLDS_IF, "", "");
        assertEquals("The one claim holds under a condition.", new Verdicts(List.of(one)).tally());
        var other = Verdict.without(Claims.of("go-task"), Verdict.Ruling.HOLDS, "", "");
        assertEquals("Of 2 claims, 1 holds and 1 holds under a condition.", new Verdicts(List.of(one, other)).tally());
    }

    @Test
    void whatIsTheSameIsNotOneTimesAsMuch() {
        assertEquals("about as long", new Measured(1.02, 1, 1.1, true).factor());
        assertEquals("15 times as long", new Measured(15.1, 15, 16, true).factor());
    }
}

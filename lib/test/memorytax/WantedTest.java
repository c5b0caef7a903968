package memorytax;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/// What stands behind `./jbang test`.
class WantedTest {
    @Test
    void namesAndRoundsComeInAnyOrder() {
        assertEquals(new Wanted(1, false, List.of()), Wanted.of());
        assertEquals(new Wanted(1, false, List.of("Readme", "Scale")), Wanted.of("Readme", "Scale"));
        assertEquals(new Wanted(200, false, List.of("ContextLeak")), Wanted.of("--repeat", "200", "ContextLeak"));
        assertEquals(new Wanted(20, false, List.of("ContextLeak")), Wanted.of("ContextLeak", "--repeat=20"));
        assertEquals(new Wanted(1, true, List.of("Recorded")), Wanted.of("--approve", "Recorded"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--repeat 0 Leak  | --repeat takes a whole number from 1 to 100000, not 0",
        "--repeat Leak    | --repeat takes a whole number from 1 to 100000, not Leak",
        "Leak --repeat    | --repeat takes a whole number from 1 to 100000, not nothing",
        "--repeat 999999 A| --repeat takes a whole number from 1 to 100000, not 999999",
        "--repeat 2       | --repeat needs the name of a test class, such as ContextLeakRace",
        "--approve        | --approve needs the name of a test class, such as Recorded",
        "--again Leak     | --again is no option here; there are --repeat N and --approve"})
    void whatCannotBeMeantIsOneLine(String args, String line) {
        var says = assertThrows(IllegalArgumentException.class, () -> Wanted.of(args.strip().split(" "))).getMessage();
        assertEquals(line, says);
    }
}

package memorytax.options;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

import java.util.List;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Whatever is typed is taken, or refused in one line that names a word of it.
class OptionsPropertyTest {
    @Property(tries = 2_000)
    void anyWordsAreTakenOrRefusedByName(@ForAll("words") List<String> words) {
        for (var options : List.of(new Options(), new ChooseOptions(), new KnobOptions())) {
            try {
                Options.command("chapter1", "", options).parseArgs(words.toArray(String[]::new));
            } catch (ParameterException e) {
                var said = Options.said(e);
                assertEquals(1, said.lines().count(), said);
                boolean named = words.stream().flatMap(word -> Stream.of(word, word.replaceFirst("=.*", "")))
                    .anyMatch(word -> said.contains(word.isBlank() ? '"' + word + '"' : word));
                assertTrue(named, words + ": " + said);
            }
        }
    }

    @Property
    void anyTextIsANumberOfTasksOrRefusedByName(@ForAll String text) {
        try {
            for (int tasks : new TaskNumbers.Listed().convert(text).numbers()) assertTrue(tasks > 0);
        } catch (TypeConversionException e) {
            assertTrue(Stream.of(text.split(",", -1)).anyMatch(e.getMessage()::contains), e.getMessage());
        }
    }

    @Provide
    Arbitrary<List<String>> words() {
        var known = Arbitraries.of("--forks", "--tasks", "--only", "--from", "--all", "--quick", "--out", "--recorded",
            "--exercise", "--answers", "--live", "--list", "--hint", "--help", "--set", "--explain", "--claims",
            "5", "1000", "1e3", "-1", "--", "-", "", "=", "--forks=", "--forks=0", "--tasks=1,,2", "--only=weighed",
            "-Dx=y", "@file", "\"", "'", "a=b", "--forks=5=6", "100_000", "\uff15");
        return Arbitraries.frequencyOf(Tuple.of(4, known),
            Tuple.of(1, Arbitraries.strings().ofMaxLength(8))).list().ofMaxSize(6);
    }
}

package memorytax.catalog;

import memorytax.House;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Each term is defined once, and is one that the chapters use.
class GlossaryTest {
    private static final List<Glossary.Term> TERMS = Glossary.terms();

    @Test
    void everyTermHasOneShortDefinition() {
        var names = TERMS.stream().map(Glossary.Term::name).toList();
        assertTrue(names.size() >= 20, names.toString());
        assertEquals(names.stream().distinct().toList(), names);
        assertEquals(List.of(), TERMS.stream()
            .filter(t -> !t.definition().endsWith(".") || t.definition().length() > 200)
            .map(Glossary.Term::name).toList());
    }

    @Test
    void noTermIsDefinedThatNoChapterUses() {
        var prose = House.chapters().stream().map(GlossaryTest::prose).collect(Collectors.joining(" "));
        assertEquals(List.of(), TERMS.stream().map(Glossary.Term::name)
            .filter(name -> !prose.contains(name.toLowerCase(Locale.ROOT))).toList());
    }

    private static String prose(Path chapter) {
        try {
            return Files.readAllLines(chapter).stream().filter(l -> l.startsWith("///"))
                .map(l -> l.substring(3).strip()).collect(Collectors.joining(" ")).toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theTermsStandOneBelowTheOther() {
        assertTrue(Glossary.markdown().contains("\n\n**slope**: What one more task adds."), Glossary.markdown());
    }
}

package memorytax.catalog;

import memorytax.House;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        var used = Glossary.uses(prose).stream().map(Glossary.Use::term).toList();
        assertEquals(List.of(), TERMS.stream().filter(term -> !used.contains(term)).map(Glossary.Term::name).toList());
    }

    @Test
    void aTermIsFoundInEachOfItsForms() {
        assertEquals(List.of("Tasks", "task", "frame", "Live"), found("Tasks, a task's frame. Live"));
        assertEquals(List.of("asyncio tasks", "95 %\ninterval", "one more task"),
            found("asyncio tasks and their 95 %\ninterval: one more task"));
    }

    @Test
    void otherWordsAreNoTerms() {
        assertEquals(List.of(), found("A buffer lives in a task-local; multitasking, sync.Pool; addresses in a range"));
        assertEquals(List.of("forks"), found("\"Start a task\" says how many forks"));
    }

    private static List<String> found(String text) {
        return Glossary.uses(text).stream().map(use -> text.substring(use.from(), use.to())).toList();
    }

    @Test
    void theHeadOfAColumnIsTheTermAndNoMore() {
        assertEquals("fork", Glossary.named("Forks").orElseThrow().name());
        assertTrue(Glossary.named("fork time").isEmpty());
    }

    private static String prose(Path chapter) {
        try {
            return Files.readAllLines(chapter).stream().filter(l -> l.startsWith("///"))
                .map(l -> l.substring(3).strip()).collect(Collectors.joining(" ")).replace("\"", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theTermsStandOneBelowTheOther() {
        assertTrue(Glossary.markdown().contains("\n\n**slope**: What one more task adds."), Glossary.markdown());
    }
}

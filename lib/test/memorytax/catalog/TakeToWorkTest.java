package memorytax.catalog;

import memorytax.House;
import memorytax.catalog.TakeToWork.Idiom;
import memorytax.catalog.TakeToWork.Kind;
import memorytax.notebook.source.Chapter;
import memorytax.notebook.source.ChapterSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TakeToWorkTest {
    private static final Program GO = new Program("Go", "c.go", """
        package main

        func takeToWorkNot() {
        }

        // Ends what it starts.
        func takeToWork() {
        	lost() // wrong: nothing ends it
        	// right: it ends
        	// with the call
        	defer cancel()
        }

        func after() {
        }
        """);
    private static final Program PYTHON = new Program("Python", "c.py", """
        def before(): pass

        async def take_to_work(listen):
            # not in Python: a
            # timer

            pass

        serve()
        """);

    private static Chapter chapter(String prose) {
        return ChapterSource.read("c", """
            /// # T
            void main() { }

            /// ## Weigh them
            static int a;

            /// ## What to take to work
            ///
            %s
            static void takeToWork() {
                // wrong: slow
                run(1);
                // right: quick
                for (;;) {
                }
            }
            """.formatted(prose.strip().replaceAll("(?m)^", "/// ")));
    }

    @Test
    void sentencesAndCodeOfAllLanguagesAreRead() {
        var take = TakeToWork.of(chapter("""
            - Weigh it
              twice ("Weigh them").
            - Weigh `it` ("Weigh
              them") well.

            No sentence of its own.
            """), List.of(GO, PYTHON)).orElseThrow();
        assertEquals(List.of("Weigh it twice (\"Weigh them\").", "Weigh `it` (\"Weigh them\") well."),
            take.sentences());
        assertEquals(List.of(new Idiom("Java", Kind.WRONG, "slow", "run(1);"),
            new Idiom("Java", Kind.RIGHT, "quick", "for (;;)"),
            new Idiom("Go", Kind.WRONG, "nothing ends it", "lost()"),
            new Idiom("Go", Kind.RIGHT, "it ends with the call", "defer cancel()"),
            new Idiom("Python", Kind.ABSENT, "a timer", "")), take.idioms());
    }

    @Test
    void aSentenceNamesACellThatIsThere() {
        var elsewhere = assertThrows(IllegalStateException.class,
            () -> TakeToWork.of(chapter("- Weigh it (\"Weigh all\")."), List.of()));
        assertEquals("c, What to take to work: there is no cell \"Weigh all\"", elsewhere.getMessage());
        assertThrows(IllegalStateException.class, () -> TakeToWork.of(chapter("- Weigh it."), List.of()));
    }

    private static List<String> chapters() {
        return catalog().chapters();
    }

    private static Catalog catalog() {
        return Catalog.in(House.root()).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("chapters")
    void everyChapterHasThreeToFiveSentencesAndThreeLanguages(String name) {
        Path file = catalog().scripts().get(name);
        var chapter = ChapterSource.read(name, House.read("chapters/" + file.getFileName()));
        var take = TakeToWork.of(chapter, catalog().programs(chapter)).orElseThrow();
        assertTrue(take.sentences().size() >= 3 && take.sentences().size() <= 5, take.sentences().toString());
        for (var language : List.of("Java", "Go", "Python")) {
            var idioms = take.idioms().stream().filter(idiom -> idiom.language().equals(language)).toList();
            assertEquals(count(idioms, Kind.WRONG), count(idioms, Kind.RIGHT), language + ": " + idioms);
            assertTrue(!idioms.isEmpty(), "no code in " + language);
        }
        // a page in another language has no more columns than one of Java
        var wide = catalog().programs(chapter).stream().flatMap(p -> p.function("takeToWork").stream())
            .flatMap(listing -> listing.code().lines()).map(line -> line.replace("\t", "    "))
            .filter(line -> line.length() > 72).toList();
        assertEquals(List.of(), wide);
    }

    private static long count(List<Idiom> idioms, Kind kind) {
        return idioms.stream().filter(idiom -> idiom.kind() == kind).count();
    }

    @Test
    void aFunctionIsFoundWithItsLine() {
        assertEquals(new Listing("Go", "c.go", "takeToWork", 7, """
            func takeToWork() {
            	lost() // wrong: nothing ends it
            	// right: it ends
            	// with the call
            	defer cancel()
            }"""), GO.function("takeToWork").orElseThrow());
        var python = PYTHON.function("takeToWork").orElseThrow();
        assertEquals("c.py:3", python.where());
        assertTrue(python.code().endsWith("timer\n\n    pass"), python.code());
        assertEquals(List.of(), Stream.of(GO, PYTHON).flatMap(p -> p.function("toWork").stream()).toList());
    }
}

package memorytax.knob;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A figure, as people type it.
class FigureTest {
    /// What is typed, the bytes for one task, the kind, the number of tasks or a dash.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2,600 B per virtual thread               | 2600      | virtual thread  | -
        20 KB per asyncio task                   | 20480     | asyncio task    | -
        ~2.5 KB/goroutine                        | 2560      | goroutine       | -
        180 MB for 10,000 asyncio tasks          | 18874.368 | asyncio task    | 10000
        10 MB for 1000 threads                   | 10485.76  | platform thread | 1000
        0.5 GB with 100k goroutines, live        | 5368.70912 | goroutine      | 100000
        1 MB per thread                          | 1048576   | platform thread | -
        2.6 KB for each of 10,000 goroutines     | 2662.4    | goroutine       | 10000
        A vthread takes 900 bytes                | 900       | virtual thread  | -
        900bytes per Loom thread                 | 900       | virtual thread  | -
        one goroutine uses about 2kb             | 2048      | goroutine       | -
        2 kilobytes per go routine               | 2048      | goroutine       | -
        3k per coroutine                         | 3072      | asyncio task    | -
        20KiB per Python task at 50_000 tasks    | 20480     | asyncio task    | 50000
        512 MB with a million goroutines         | 536.870912 | goroutine      | 1000000
        2 GB for 1.5 million virtual threads     | 1431.655765 | virtual thread | 1500000
        1.5 MB per OS thread                     | 1572864   | platform thread | -
        2 MB for one java thread                 | 2097152   | platform thread | -
        """)
    void isUnderstood(String typed, double bytes, String kind, String tasks) {
        var figure = Figure.of("  " + typed + "\n");
        assertEquals(bytes, figure.perTask(), 1e-3);
        assertEquals(kind, figure.kind().one());
        assertEquals(tasks.equals("-") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(tasks)), figure.tasks());
        assertEquals(List.of(), figure.unused());
        assertEquals(figure, Figure.of(figure.text()), "as it is noted");
    }

    /// What is typed, the quantity or a dash, the settings, what is not used.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        900 B live per virtual thread, warmed             | live     | [warmed]         | []
        0.5 GB heap with 100k goroutines                  | live     | []               | []
        20 KB RSS per asyncio task (Python 3.12)          | resident | [Python 3.12]    | []
        3 KB peak per goroutine with GOGC=25              | peak     | [GOGC=25]        | []
        1 MB reserved per thread with -Xss1m              | reserved | [-Xss1m]         | []
        80 MB for 10,000 vthreads in a container, ZGC     | charged  | [ZGC]            | []
        300 MB in total for 20,000 asyncio tasks          | total    | []               | []
        4 KB per goroutine on Go 1.22, sunny, on my MacBook | -      | [Go 1.22]        | [sunny, MacBook]
        2 KB per virtual thread with SerialGC, JDK 21     | -        | [SerialGC, JDK 21] | []
        6 KB per asyncio task, development mode, one arena | -       | [development mode, one arena] | []
        asyncio on Python 3.12 - 20 KB per task           | -        | [Python 3.12]    | []
        2 KB per virtual thread with 3 cores and 4 disks  | -        | []               | [cores, disks, 3, 4]
        """)
    void itsCircumstancesAreUnderstoodAndTheOthersNamed(String typed, String quantity, String settings, String unused) {
        var figure = Figure.of(typed);
        assertEquals(quantity, figure.quantity().map(Object::toString).orElse("-"));
        assertEquals(settings, figure.settings().toString());
        assertEquals(unused, figure.unused().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        7 parsecs                    | it has no size; allowed: SIZES
        2,600 per virtual thread     | it has no size; allowed: SIZES
        0 KB per goroutine           | it has no size; allowed: 1 B or more
        20 KB                        | it names no kind of task; allowed: KINDS
        20 KB per task               | it names no kind of task; allowed: KINDS
        2-3 KB per goroutine         | a range is not one figure; allowed: one size, SIZES
        2 KB to 3 KB per goroutine   | a range is not one figure; allowed: one size, SIZES
        2 KB or 5 KB per goroutine   | it has more than one size: 2 KB, 5 KB; allowed: one size, SIZES
        1 KB per green thread        | "green thread" is not weighed here; allowed: KINDS
        1 KB per Kotlin coroutine    | "kotlin" is not weighed here; allowed: KINDS
        300 B per fiber              | "fiber" is not weighed here; allowed: KINDS
        """)
    void whatIsNoneIsRefusedInOneLine(String typed, String why) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> Figure.of(typed));
        var sizes = "a number with B, KB, MB or GB, like 2,600 B per virtual thread";
        var kinds = "virtual thread, goroutine, asyncio task, platform thread";
        assertEquals("\"" + typed + "\": " + why.replace("SIZES", sizes).replace("KINDS", kinds),
            refusal.getMessage());
    }

    @Test
    void nothingAndALongTextAreRefusedInOneShortLine() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Figure.of(" \n")).getMessage()
            .contains("nothing was typed; allowed: a figure, like "));
        var wild = assertThrows(IllegalArgumentException.class, () -> Figure.of("\u001b[31m\n" + "long ".repeat(500)))
            .getMessage();
        assertTrue(wild.length() < 200 && wild.chars().noneMatch(Character::isISOControl), wild);
    }

    @Test
    void saysWhatWasUnderstood() {
        assertEquals("2,600 B per virtual thread", Figure.of("2,600 B per virtual thread").toString());
        assertEquals("180 MB for 10,000 asyncio tasks (18 KB each)",
            Figure.of("180 MB for 10,000 asyncio tasks").toString());
        assertEquals("2.5 KB per goroutine with 100,000 of them",
            Figure.of("2.5kb/goroutine, 100k of them").toString());
    }

    @Test
    void aChapterAsksForOneInWords() {
        var asked = Figure.asked().usually("20 KB per asyncio task");
        assertTrue(asked.isText() && asked.isWish());
        assertEquals(Optional.of("20 KB per asyncio task"), asked.pass().answer());
        var answered = asked.answered("3 KB per goroutine  with GOGC=25");
        assertEquals(Optional.of("3 KB per goroutine with GOGC=25"), answered.answer(), "its letters are kept");
        assertEquals(List.of("GOGC=25"), Figure.of(answered).settings());
        assertThrows(IllegalArgumentException.class, () -> asked.answered("q"));
        assertFalse(asked.asked().isEmpty());
        assertThrows(IllegalStateException.class, () -> Figure.of(asked));
    }
}

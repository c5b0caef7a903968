package memorytax.table;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TitlesTest {
    @Test
    void unitsAreSpelledAsEverywhere() {
        assertEquals("GC ms per GB", Titles.of("gc_ms_per_gb"));
        assertEquals("allocated MB", Titles.of("allocated_mb"));
        assertEquals("KB", Titles.of("kb"));
        assertEquals("bytes per op", Titles.of("bytes_per_op"));
        assertEquals("k/s", Titles.of("k/s"));
        assertEquals("gcc dumb mbx", Titles.of("gcc_dumb_mbx"));
    }

    @Test
    void parametersAreWords() {
        assertEquals("depth 10, 1 KB", Titles.words("depth=10 kb=1"));
        assertEquals("1,000 tasks, depth 10", Titles.words("1,000 tasks depth=10"));
        assertEquals("1,000 tasks", Titles.words("1,000 tasks"));
        assertEquals("", Titles.words(""));
    }
}

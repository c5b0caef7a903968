package memorytax.terminal.chart;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TerminalNamesTest {
    @Test
    void whatTellsAContenderFromOthersStays() {
        assertEquals("virtual threads (untracked)", TerminalNames.fit("virtual threads (untracked)", 27));
        assertEquals("untracked", TerminalNames.fit("virtual threads (untracked)", 26));
        assertEquals("0 left: closed", TerminalNames.fit("0 left: virtual threads (closed)", 20));
        assertEquals("200 handed to one, 1", TerminalNames.fit("goroutines (200 handed to one), 1", 31));
        assertEquals("virtual threads", TerminalNames.kind("virtual threads (untracked)"));
        assertEquals("goroutines", TerminalNames.kind("goroutines"));
        assertEquals("scheduled callbacks", TerminalNames.fit("scheduled callbacks", 10));
    }
}

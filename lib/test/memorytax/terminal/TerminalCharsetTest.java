package memorytax.terminal;

import org.junit.jupiter.api.Test;

import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TerminalCharsetTest {
    @Test
    void aLocaleIsNamedByAnyOfThreeVariables() {
        assertFalse(TerminalCharset.named(Map.of("TERM", "xterm", "LANG", "", "LC_TIME", "C")));
        for (var name : new String[]{"LC_ALL", "LC_CTYPE", "LANG"})
            assertTrue(TerminalCharset.named(Map.of(name, "C")), name);
    }
}

package memorytax.child;

import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.OptionalLong;

import static org.junit.jupiter.api.Assertions.assertEquals;

class MessageTest {
    @Test
    void areWrittenAndReadTheSame() {
        for (var line : new String[]{"READY runtime=go version=1.26.8 can=live,parts", "LOAD tasks=5000 depth=100",
            "EXIT", "FAILED reason=no room: a=b and more"})
            assertEquals(line, Message.parse(line).orElseThrow().toString());
    }

    @Test
    void anythingElseIsNoWord() {
        for (var line : new String[]{"", "  ", "ready", "LOADEDX tasks=1", "Hello READY", "\u0000", "= = ="})
            assertEquals(Optional.empty(), Message.parse(line), line);
    }

    @Test
    void whatIsNoNumberIsMissing() {
        var words = Message.parse("LOADED tasks=many spawn_ms=38").orElseThrow();
        assertEquals(OptionalLong.empty(), words.number("tasks"));
        assertEquals(OptionalLong.of(38), words.number("spawn_ms"));
    }

    @Test
    void aReasonStaysOnOneLine() {
        assertEquals("FAILED reason=one two", Message.of("FAILED", "reason", "one\ntwo").toString());
    }
}

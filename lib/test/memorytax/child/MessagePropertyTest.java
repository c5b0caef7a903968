package memorytax.child;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.Map;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Whatever a child prints is a line of the protocol, or none.
class MessagePropertyTest {
    @Property
    void anyLineIsAWordOrNone(@ForAll String line) {
        Message.parse(line).ifPresent(words -> assertTrue(Message.VERBS.contains(words.verb())));
    }

    @Property
    void anythingBehindAVerbIsReadOrPassedOver(@ForAll("verbs") String verb, @ForAll String rest) {
        var words = Message.parse(verb + " " + rest).orElseThrow();
        assertEquals(verb, words.verb());
        words.values().keySet().forEach(words::number);
        assertEquals(Optional.of(words.verb()), Message.parse(words.toString()).map(Message::verb));
    }

    @Property
    void whatIsSentIsWhatIsHeard(@ForAll("verbs") String verb, @ForAll("pairs") Map<String, String> values) {
        var sent = new Message(verb, values);
        assertEquals(Optional.of(sent), Message.parse(sent.toString()));
    }

    @Provide
    Arbitrary<String> verbs() {
        return Arbitraries.of(Message.VERBS);
    }

    @Provide
    Arbitrary<Map<String, String>> pairs() {
        var key = Arbitraries.strings().alpha().numeric().withChars("_-.").ofMinLength(1)
            .filter(k -> !k.equals("reason"));
        var value = Arbitraries.strings().filter(v -> v.chars().noneMatch(c -> Character.isWhitespace(c)
            || Character.isISOControl(c)));
        return Arbitraries.maps(key, value).ofMaxSize(6);
    }
}

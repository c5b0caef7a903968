package memorytax.child;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/// One line of the scale's protocol: a verb and `KEY=value` words, the same in every language. A value holds no
/// blank, except that of `reason`, which takes the rest of the line.
///
/// @param verb   one of [#VERBS]
/// @param values in the order in which they were written
public record Message(String verb, Map<String, String> values) {
    /// What a child may say and what a parent may say.
    public static final Set<String> VERBS = Set.of("READY", "LOAD", "LOADED", "LIVE", "PARTS", "UNLOAD", "UNLOADED",
        "MARK", "WEIGHED", "FAILED", "EXIT");

    /// `LOAD tasks=10000` from `"LOAD", "tasks", 10_000`.
    public static Message of(String verb, Object... pairs) {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) values.put(pairs[i].toString(), pairs[i + 1].toString());
        return new Message(verb, values);
    }

    /// Empty when the line is not of the protocol: a child may print what it likes.
    public static Optional<Message> parse(String line) {
        String[] words = line.strip().split(" +");
        if (!VERBS.contains(words[0])) return Optional.empty();
        var values = new LinkedHashMap<String, String>();
        for (int i = 1; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            if (words[i].startsWith("reason=")) {
                values.put("reason", line.substring(line.indexOf("reason=") + 7).strip());
                break;
            }
            if (equals > 0) values.put(words[i].substring(0, equals), words[i].substring(equals + 1));
            else values.put("name", words[i]);
        }
        return Optional.of(new Message(words[0], values));
    }

    /// The value of a key; empty when it is not there.
    public String text(String key) {
        return values.getOrDefault(key, "");
    }

    /// Empty when the key is missing or its value is no whole number.
    public OptionalLong number(String key) {
        try {
            return OptionalLong.of(Long.parseLong(text(key)));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /// The line as it is sent, without its end.
    @Override
    public String toString() {
        return values.entrySet().stream().map(e -> " " + e.getKey() + "=" + e.getValue().replaceAll("[\r\n]+", " "))
            .collect(Collectors.joining("", verb, ""));
    }
}

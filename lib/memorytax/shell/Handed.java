package memorytax.shell;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Values that are handed over to a shell, and back: its code runs in this same JVM, and takes them from here.
public final class Handed {
    private static final Map<String, Object> VALUES = new ConcurrentHashMap<>();

    private Handed() {
    }

    /// The value that has this key; null when there is none, or no longer. It is for the shell to know its type.
    @SuppressWarnings("unchecked")
    public static <T> T over(String key) {
        return (T) VALUES.get(key);
    }

    /// Takes a value out of a shell; its code calls this. Null is no value.
    public static void back(String key, Object value) {
        if (value == null) VALUES.remove(key);
        else VALUES.put(key, value);
    }

    /// @param shell of which there is only one with this number
    static String key(int shell, String name) {
        return shell + " " + name;
    }

    static void keep(int shell, String name, Object value) {
        VALUES.put(key(shell, name), value);
    }

    /// Java that has this value.
    static String source(int shell, String name) {
        return "%s.over(\"%s\")".formatted(Handed.class.getName(), key(shell, name));
    }

    static void clear(int shell) {
        VALUES.keySet().removeIf(key -> key.startsWith(shell + " "));
    }
}

package memorytax.shell;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Values that are handed over to a shell: its code runs in this same JVM, and takes them from here.
public final class Handed {
    private static final Map<String, Object> VALUES = new ConcurrentHashMap<>();

    private Handed() {
    }

    /// The value that has this key; null when there is none, or no longer. It is for the shell to know its type.
    @SuppressWarnings("unchecked")
    public static <T> T over(String key) {
        return (T) VALUES.get(key);
    }

    /// @param shell of which there is only one with this number
    static String key(int shell, Setting.Variable variable) {
        return shell + " " + variable.name();
    }

    static void keep(int shell, Setting.Variable variable) {
        VALUES.put(key(shell, variable), variable.value());
    }

    static void clear(int shell) {
        VALUES.keySet().removeIf(key -> key.startsWith(shell + " "));
    }
}

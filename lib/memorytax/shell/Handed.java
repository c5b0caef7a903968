package memorytax.shell;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Values that are handed over to a shell: its code runs in this same JVM, and takes them from here.
public final class Handed {
    private static final Map<String, Object> VALUES = new ConcurrentHashMap<>();

    private Handed() {
    }

    /// The value of that name; null when there is none, or no longer. It is for the shell to know its type.
    @SuppressWarnings("unchecked")
    public static <T> T over(String name) {
        return (T) VALUES.get(name);
    }

    static void keep(Setting.Variable variable) {
        VALUES.put(variable.name(), variable.value());
    }

    static void clear() {
        VALUES.clear();
    }
}

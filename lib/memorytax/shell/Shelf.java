package memorytax.shell;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Where values lie that were handed over to a shell: its code runs in this same JVM, and takes them from here.
public final class Shelf {
    private static final Map<String, Object> VALUES = new ConcurrentHashMap<>();

    private Shelf() {
    }

    /// What lies there under this name; null when nothing does.
    public static Object take(String name) {
        return VALUES.get(name);
    }

    static void put(Setting.Variable variable) {
        VALUES.put(variable.name(), variable.value());
    }

    static void clear() {
        VALUES.clear();
    }
}

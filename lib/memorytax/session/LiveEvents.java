package memorytax.session;

import memorytax.live.Listener;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What has happened in a live chapter, for all pages that show it: whoever comes later hears first how things stand.
final class LiveEvents {
    private record Event(String name, Object data) {
    }

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final Map<String, Event> last = new LinkedHashMap<>();

    /// @param key a later event of the same key makes this one superfluous
    synchronized void happened(String key, String name, Object data) {
        last.remove(key); // what comes later stands later
        last.put(key, new Event(name, data));
        listeners.forEach(listener -> listener.happened(key, name, data));
    }

    /// Nobody needs to hear any more of what has this key.
    synchronized void over(String key) {
        last.remove(key);
    }

    synchronized Runnable follow(Listener listener) {
        last.forEach((key, event) -> listener.happened(key, event.name, event.data));
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}

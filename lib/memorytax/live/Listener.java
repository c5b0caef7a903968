package memorytax.live;

/// Who hears of what happens. Must be quick.
@FunctionalInterface
public interface Listener {
    /// @param key   of what it is about: a later event of the same key makes an earlier one superfluous
    /// @param event as the page knows it: `states`, `plan`, `weighed`, `progress`, `section`, `chapters`, `board`
    /// @param data  anything that Gson can write
    void happened(String key, String event, Object data);
}

package memorytax.live;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A way into a server.
public interface Way {
    /// The one HTTP method that it takes.
    String method();

    /// Which paths it takes; its group `name` names a cell, a file or a script, where there is one.
    Pattern path();

    /// The part of a path, as it was sent, that names it; empty where there is none.
    default String name(String rawPath) {
        return part("name", rawPath);
    }

    /// What a group of [#path] has of a path, as it was sent; empty where there is none.
    default String part(String group, String rawPath) {
        var matcher = path().matcher(rawPath);
        return matcher.matches() && path().namedGroups().containsKey(group) ? matcher.group(group) : "";
    }

    /// Which of these a request asks for, by its path as it was sent, not decoded: no path that is written otherwise
    /// leads there.
    static <W extends Way> Optional<W> of(W[] ways, String rawPath) {
        return Stream.of(ways).filter(way -> way.path().matcher(rawPath).matches()).findFirst();
    }

    /// Whether it changes something.
    default boolean writes() {
        return !method().equals("GET");
    }
}

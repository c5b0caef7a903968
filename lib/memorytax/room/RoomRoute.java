package memorytax.room;

import memorytax.live.Way;

import java.util.Optional;
import java.util.regex.Pattern;

/// What can be asked of a room. There are no other ways in, and all of them lead through [RoomFilter].
enum RoomRoute implements Way {
    /// The page as it stands now, and its address as somebody types it.
    PAGE("GET", "/"), BARE("GET", ""),
    /// What lets the page fill in.
    SCRIPT("GET", "/room\\.js"),
    /// What happens from now on, as server-sent events.
    EVENTS("GET", "/events"),
    /// Takes the pack of a seat, or another one in its place.
    PACK("PUT", "/pack");

    private final String method;
    private final Pattern path;

    RoomRoute(String method, String behindCode) {
        this.method = method;
        this.path = Pattern.compile("/(?<code>[0-9A-Za-z-]{8,9})" + behindCode);
    }

    static Optional<RoomRoute> of(String rawPath) {
        return Way.of(values(), rawPath);
    }

    /// The code that a path has in it.
    String code(String rawPath) {
        return part("code", rawPath);
    }

    @Override
    public Pattern path() {
        return path;
    }

    @Override
    public String method() {
        return method;
    }
}

package memorytax.room;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a room is: `http://192.168.1.7:8080/7K3M-9QXT/`.
///
/// @param host with the port
public record RoomAddress(String host, RoomCode code) {
    private static final Pattern TYPED =
        Pattern.compile("(?:http://)?((?:[A-Za-z0-9.-]+|\\[[0-9a-fA-F:.]+])(?::\\d{1,5})?)/([0-9A-Za-z-]{8,9})/?");

    /// What somebody has typed, with or without `http://` and the slash at the end.
    ///
    /// @throws IllegalArgumentException with one line that says what is allowed
    public static RoomAddress read(String typed) {
        var parts = TYPED.matcher(typed.strip());
        var code = parts.matches() ? RoomCode.read(parts.group(2)) : Optional.<RoomCode>empty();
        if (code.isPresent()) try {
            var address = new RoomAddress(parts.group(1), code.get());
            if (address.uri("").getHost() != null && address.uri("").getPort() <= 65_535) return address;
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new IllegalArgumentException("\"" + typed + "\" is no address of a room; type it as the room's page shows"
            + " it: http://192.168.1.7:8080/7K3M-9QXT");
    }

    /// Of something in the room.
    ///
    /// @param name behind the code; empty for its page
    URI uri(String name) {
        return URI.create("http://" + host + "/" + code.text() + "/" + name);
    }

    /// As a seat types it.
    @Override
    public String toString() {
        return "http://" + host + "/" + code.text();
    }
}

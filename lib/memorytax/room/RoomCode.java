package memorytax.room;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the address of a room has in it, so that only who was told it comes in: 40 random bits, as `7K3M-9QXT`.
///
/// @param text eight signs, and a dash in the middle
public record RoomCode(String text) {
    /// Crockford's Base32: it has no I, L, O and U, so nobody takes one sign for another.
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;

    /// Another one each time.
    static RoomCode random() {
        return of(new SecureRandom().ints(LENGTH, 0, SIGNS.length()).mapToObj(i -> SIGNS.substring(i, i + 1))
            .collect(Collectors.joining()));
    }

    /// The code that somebody has typed, in small letters or without its dash, with O for 0 and I or L for 1; empty
    /// where it cannot be one.
    static Optional<RoomCode> read(String typed) {
        var signs = typed.toUpperCase(Locale.ROOT).replace("-", "").replace('O', '0').replace('I', '1')
            .replace('L', '1');
        return signs.length() == LENGTH && signs.chars().allMatch(c -> SIGNS.indexOf(c) >= 0) ? Optional.of(of(signs))
            : Optional.empty();
    }

    private static RoomCode of(String signs) {
        return new RoomCode(signs.substring(0, LENGTH / 2) + "-" + signs.substring(LENGTH / 2));
    }

    /// Whether that is this code. Takes as long for a wrong one as for the right one.
    boolean is(String typed) {
        var read = read(typed).map(RoomCode::text).orElse("");
        return MessageDigest.isEqual(read.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
    }
}

package memorytax.room;

import memorytax.file.AtomicFile;
import memorytax.file.OutputFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/// What makes a seat the one that it was before: 128 random bits, which never leave this machine. What a room is told
/// is made of them and of its code, so two rooms cannot find out that a seat was in both.
///
/// @param text 32 digits, hexadecimal
public record SeatKey(String text) {
    /// Its name in the folder of results.
    public static final String FILE = "seat.key";

    /// The one of this folder, made when it is asked for the first time. Nobody but its owner can read the file.
    ///
    /// @throws IllegalStateException with one line, when the file is damaged
    public static SeatKey in(Path out) {
        var file = out.resolve(FILE);
        try {
            if (!Files.exists(file)) AtomicFile.writeSecret(file, random() + "\n");
            var text = Files.size(file) > 100 ? "" : Files.readString(file, StandardCharsets.ISO_8859_1).strip();
            if (isOne(text)) return new SeatKey(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException(OutputFolder.shown(file)
            + " is damaged. Delete it: the room then takes this machine for another seat");
    }

    private static String random() {
        var bits = new byte[16];
        new SecureRandom().nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }

    /// As this room is told it.
    String of(RoomCode room) {
        return hash(text + " " + room.text());
    }

    static boolean isOne(String text) {
        return text.matches("[0-9a-f]{32}");
    }

    /// 128 bits of it, hexadecimal, from which nobody gets back to the text.
    static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(
                text.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}

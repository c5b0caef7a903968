package memorytax.cli;

import memorytax.room.RoomAddress;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The options for who gives results away.
final class PackOptions {
    @Option(names = "--pack", description = "Write what was measured on this machine into one file to give away, with "
        + "nothing in it that names a person or a computer: out/mine.zip.")
    boolean pack;
    @Option(names = "--send", paramLabel = "ADDRESS", converter = Address.class, description = "Send the same to the "
        + "room of a workshop, whose address the leader shows. Sent again, it replaces what you sent before.")
    RoomAddress send;
    @Option(names = "--with-guesses", description = "With --pack or --send: your guesses, too.")
    boolean guesses;

    /// Whether a pack is wanted, for whomever it is.
    boolean any() {
        return pack || send != null;
    }

    /// The one that is given, for a line that says what is wrong; empty where none is.
    String named() {
        return pack ? "--pack" : send != null ? "--send" : guesses ? "--with-guesses" : "";
    }

    private static final class Address implements ITypeConverter<RoomAddress> {
        @Override
        public RoomAddress convert(String text) {
            try {
                return RoomAddress.read(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}

package memorytax.options;

import memorytax.measure.process.Guests;
import memorytax.notebook.source.Chapter;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.regex.Pattern;

/// `node,tokio`: whom a reader wants to have beside the contenders of a chapter.
final class GuestNames implements ITypeConverter<Guests> {
    /// Where a chapter has room for them: in a series, or as a parameter of a step.
    private static final Pattern ROOM = Pattern.compile("\\.guests\\(\\)|\\bGuests guests\\b");

    @Override
    public Guests convert(String text) {
        try {
            return Guests.of(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    /// @throws IllegalArgumentException with one line, when the chapter has no room for them
    static void check(Guests guests, Chapter chapter) {
        if (!guests.all().isEmpty() && !ROOM.matcher(chapter.source()).find())
            throw new IllegalArgumentException("--with: it goes with chapter1 and chapter8 only");
    }
}

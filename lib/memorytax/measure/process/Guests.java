package memorytax.measure.process;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The tasks of chapter 11 that a reader has asked for with `--with`. A step receives them as its parameter
/// `Guests guests`.
///
/// @param all each once, in the order in which they were named
public record Guests(List<Guest> all) {
    /// None.
    public static final Guests NONE = new Guests(List.of());

    /// Those that are named, with commas between them: `node,tokio`. One that is named twice counts once.
    ///
    /// @throws IllegalArgumentException with one line, for a name that is not known
    public static Guests of(String names) {
        return new Guests(Stream.of(names.split(",", -1)).map(Guests::one).distinct().toList());
    }

    private static Guest one(String name) {
        var typed = name.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(Guest.values()).filter(g -> g.typed().equals(typed)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("\"" + name.strip() + "\" is not allowed; allowed: "
                + Arrays.stream(Guest.values()).map(Guest::typed).collect(Collectors.joining(", "))));
    }

    /// `node promises, tokio tasks`
    @Override
    public String toString() {
        return all.stream().map(Guest::load).collect(Collectors.joining(", "));
    }
}

package memorytax.catalog;

import java.util.Optional;

/// A chapter's program in another language than Java.
///
/// @param language `Go`, `Python`, …
/// @param file     its name, without a folder
/// @param text     all of it
public record Program(String language, String file, String text) {
    /// The whole file.
    Listing whole() {
        return new Listing(language, file, "", 1, text);
    }

    /// Its function that does the same as a method in Java; empty where there is none. It has the same name, or in
    /// Python and Rust that name as these write it: `take_to_work` for `takeToWork`.
    public Optional<Listing> function(String method) {
        var reads = ProgramLanguage.of(language);
        if (reads.isEmpty()) return Optional.empty();
        var name = reads.get().name(method);
        var found = reads.get().function(name).matcher(text);
        if (!found.find()) return Optional.empty();
        int line = (int) text.substring(0, found.start()).chars().filter(c -> c == '\n').count() + 1;
        return Optional.of(new Listing(language, file, name, line, found.group().strip()));
    }

    /// The same program with other code in the place of one of its listings.
    ///
    /// @throws IllegalArgumentException when the function is gone, and its tab would be, too; one line says so
    public Program with(Listing listing, String code) {
        int from = 0;
        for (int line = 1; line < listing.line(); line++) from = text.indexOf('\n', from) + 1;
        var old = listing.code().stripTrailing();
        if (!text.startsWith(old, from)) throw new IllegalStateException(listing + " is of another text");
        var next = new Program(language, file, text.substring(0, from) + code.stripTrailing()
            + text.substring(from + old.length()));
        if (!listing.name().isEmpty() && next.function(listing.name()).isEmpty())
            throw new IllegalArgumentException("%s:%d: the function has to be called %s still: it is found by its name"
                .formatted(file, listing.line(), listing.name()));
        return next;
    }
}

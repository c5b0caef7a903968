package memorytax.claim;

/// What a vendor, or somebody who measured in public, says of a runtime, and where: what a row of data/vendors.csv has
/// beyond a claim of the post.
///
/// @param vendor    who says it, as a sentence begins: `The Tokio tutorial`
/// @param words     an excerpt of it, letter by letter
/// @param date      of the page as it was read: `2025-07-31`, or the year alone
/// @param version   that it speaks of: `Tokio 1`; empty where it names none
/// @param retracted what the same vendor has said before, and no longer says; mostly empty
public record Quote(String vendor, String words, String date, String version, String retracted) {
    /// `“they require only a single allocation and 64 bytes of memory” (Tokio 1, 2025-07-31)`
    @Override
    public String toString() {
        return "“%s” (%s)".formatted(words, version.isEmpty() ? date : version + ", " + date);
    }
}

package memorytax.claim;

import java.util.Optional;

/// A statement with a number in it, as somebody published it: one row of data/claims.csv, or of data/vendors.csv.
///
/// @param id        `py-task`
/// @param chapter   that judges it
/// @param section   of the post where it stands; empty for a vendor's
/// @param statement in our words
/// @param figure    as its source puts it: `~20 KB`; empty when it gives none
/// @param low       of the range by which it is judged, in `unit`; NaN without a figure
/// @param high      of that range
/// @param unit      `B`, `x` (a ratio), or empty
/// @param source    `post`, the page of a vendor, or a reader's file
/// @param finding   how a measured figure is told: `it costs {}`
/// @param quote     the vendor's own words; empty for claims of the post, and a reader's
public record Claim(String id, int chapter, String section, String statement, String figure, double low, double high,
                    String unit, String source, String finding, Optional<Quote> quote) {
    public Claim {
        if (finding.isEmpty()) finding = "the measured value is {}";
    }

    /// One that is no vendor's.
    public Claim(String id, int chapter, String section, String statement, String figure, double low, double high,
                 String unit, String source, String finding) {
        this(id, chapter, section, statement, figure, low, high, unit, source, finding, Optional.empty());
    }

    /// One that does not say how its figure is told.
    public Claim(String id, int chapter, String section, String statement, String figure, double low, double high,
                 String unit, String source) {
        this(id, chapter, section, statement, figure, low, high, unit, source, "");
    }

    /// The figure with a dash and a sign for times: `35–50 MB`, `8×–10×`.
    public String written() {
        return figure.replaceAll("(?<=\\d)x\\b", "×").replaceAll("(?<=[\\d×])-(?=\\d)", "–");
    }

    /// Who says what, in a row: `The Tokio tutorial: A Tokio task takes …`; of the post what it says.
    public String named() {
        return quote.map(q -> q.vendor() + ": ").orElse("") + statement;
    }

    /// Whether there is a range to judge by.
    public boolean hasFigure() {
        return !Double.isNaN(low);
    }

    /// `go-task: A goroutine costs about 2.5 KB (~2.5 KB)`
    @Override
    public String toString() {
        return id + ": " + statement + (figure.isEmpty() ? "" : " (" + figure + ")");
    }
}

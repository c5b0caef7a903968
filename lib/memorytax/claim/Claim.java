package memorytax.claim;

/// A statement with a number in it, as somebody published it: one row of data/claims.csv.
///
/// @param id        `py-task`
/// @param chapter   that judges it
/// @param section   of the post where it stands
/// @param statement in our words
/// @param figure    as the post puts it: `~20 KB`; empty when it gives none
/// @param low       of the range by which it is judged, in `unit`; NaN without a figure
/// @param high      of that range
/// @param unit      `B`, `x` (a ratio), or empty
/// @param finding   how a measured figure is told: `it costs {}`
public record Claim(String id, int chapter, String section, String statement, String figure, double low, double high,
                    String unit, String source, String finding) {
    public Claim {
        if (finding.isEmpty()) finding = "the measured value is {}";
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

package memorytax.claim;

import memorytax.claim.Verdict.Ruling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Holds the claims of a chapter against what was measured. What nobody measured is "not measured".
///
/// ```java
/// Judge.ofChapter(1)
///     .by("go-task", "weighed", weighed.slope("goroutines").map(Measured::of))
///     .verdicts()
/// ```
public final class Judge {
    private final List<Claim> claims;
    private final Map<String, Verdict> verdicts = new HashMap<>();
    private Claim last;

    private Judge(List<Claim> claims) {
        this.claims = claims;
    }

    public static Judge ofChapter(int chapter) {
        return new Judge(Claims.ofChapter(chapter));
    }

    /// Judges a claim with a figure. *Holds* when the measured interval lies inside the claimed range, *refuted* when
    /// it lies outside, *undecided* when it straddles an edge.
    ///
    /// @param cell the step that measured it
    public Judge by(String id, String cell, Optional<Measured> measured) {
        last = claim(id);
        if (measured.isEmpty()) return put(new Verdict(last, Ruling.NOT_MEASURED, Double.NaN, Double.NaN, Double.NaN, "", cell, true, ""));
        var m = measured.get();
        var condition = rule(last, m) == Ruling.UNDECIDED ? "The interval straddles the edge of the claim: more forks would tell." : "";
        return put(new Verdict(last, rule(last, m), m.value(), m.low(), m.high(), condition, cell, m.here(), ""));
    }

    /// Judges a claim without a figure, by what was seen.
    public Judge seen(String id, String cell, Ruling ruling, String because) {
        last = claim(id);
        return put(new Verdict(last, ruling, Double.NaN, Double.NaN, Double.NaN, because, cell, true, ""));
    }

    /// Turns the refuted claim judged last into *holds only if*, when it lies inside under a condition that was
    /// measured.
    public Judge onlyIf(String condition, Measured under) {
        var v = verdicts.get(last.id());
        if (v.ruling() != Ruling.REFUTED || rule(last, under) != Ruling.HOLDS) return this;
        return put(new Verdict(last, Ruling.HOLDS_IF, v.measured(), v.low(), v.high(), condition, v.cell(), v.here(), v.published()));
    }

    /// Adds a sentence to the claim judged last.
    public Judge note(String text) {
        var v = verdicts.get(last.id());
        return put(new Verdict(last, v.ruling(), v.measured(), v.low(), v.high(), (v.condition() + " " + text).strip(), v.cell(), v.here(), v.published()));
    }

    /// Puts beside the claim judged last what public benchmarks found, from data/published.csv.
    public Judge published(String kind, int tasks) {
        var v = verdicts.get(last.id());
        return put(new Verdict(last, v.ruling(), v.measured(), v.low(), v.high(), v.condition(), v.cell(), v.here(), Published.of(kind, tasks)));
    }

    /// Every claim of the chapter, in the order of data/claims.csv.
    public Verdicts verdicts() {
        var all = new ArrayList<Verdict>();
        for (var claim : claims) all.add(verdicts.getOrDefault(claim.id(), new Verdict(claim, Ruling.NOT_MEASURED, Double.NaN, Double.NaN, Double.NaN, "", "", true, "")));
        return new Verdicts(List.copyOf(all));
    }

    private static Ruling rule(Claim claim, Measured m) {
        if (m.low() >= claim.low() && m.high() <= claim.high()) return Ruling.HOLDS;
        return m.high() < claim.low() || m.low() > claim.high() ? Ruling.REFUTED : Ruling.UNDECIDED;
    }

    private Judge put(Verdict verdict) {
        verdicts.put(verdict.claim().id(), verdict);
        return this;
    }

    private Claim claim(String id) {
        return claims.stream().filter(c -> c.id().equals(id)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("data/claims.csv has no claim " + id + " for this chapter"));
    }
}

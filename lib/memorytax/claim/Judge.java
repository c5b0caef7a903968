package memorytax.claim;

import memorytax.claim.Verdict.Ruling;
import memorytax.measure.result.Backpacks;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Chance;
import memorytax.measure.result.Weighings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Holds the claims of a chapter against what was measured. What nobody measured is "not measured".
///
/// ```java
/// Judge.ofChapter(1).in("weighed")
///     .by("go-task", Measured.task(weighed, "goroutines"))
///     .verdicts()
/// ```
public final class Judge {
    /// "About" is 20 % either way, here as in both files.
    static final double ABOUT = 0.2;
    private final List<Claim> claims;
    private final Map<String, Verdict> verdicts = new HashMap<>();
    private String cell = "", wait = "", otherWait = "";
    private Verdict last;

    private Judge(List<Claim> claims) {
        this.claims = new ArrayList<>(claims);
    }

    /// The claims that data/claims.csv and data/vendors.csv give to this chapter.
    public static Judge ofChapter(int chapter) {
        return new Judge(Claims.ofChapter(chapter));
    }

    /// Claims that are in neither of them.
    static Judge of(List<Claim> claims) {
        return new Judge(claims);
    }

    /// Also claims of other chapters, which are judged anew.
    public Judge and(String... ids) {
        Arrays.stream(ids).map(Claims::of).forEach(claims::add);
        return this;
    }

    /// The step that measured what follows.
    public Judge in(String cell) {
        this.cell = cell;
        return this;
    }

    /// Judges a claim with a figure. *Holds* when the measured interval lies inside the claimed range, *refuted* when
    /// it lies outside, *undecided* when it straddles an edge.
    public Judge by(String id, Optional<Measured> measured) {
        var claim = claim(id);
        if (measured.isEmpty()) return put(Verdict.without(claim, Ruling.NOT_MEASURED, "", cell));
        var m = measured.get();
        return put(Verdict.without(claim, rule(claim.low(), claim.high(), m), "", cell).with(m));
    }

    /// Turns a refuted claim into *holds only if*, when it lies inside under a condition that was measured as well.
    public Judge onlyIf(String condition, Optional<Measured> under) {
        var claim = last.claim();
        boolean holds = under.isPresent() && rule(claim.low(), claim.high(), under.get()) == Ruling.HOLDS;
        return last.ruling() == Ruling.REFUTED && holds ? put(last.but(Ruling.HOLDS_IF, condition)) : this;
    }

    /// The same for a claim without a figure: it does not hold everywhere, and it does under this condition.
    public Judge onlyIf(String condition, boolean under) {
        if (last.ruling() != Ruling.REFUTED || !under) return this;
        return put(last.but(Ruling.HOLDS_IF, (condition + " " + last.condition()).strip()));
    }

    /// What the tasks wait for by which claims are judged that name no wait, and another wait that was measured: what
    /// [#other] speaks of.
    public Judge waits(String wait, String other) {
        this.wait = wait;
        otherWait = other;
        return this;
    }

    /// Says which wait the claim judged last was judged for, and what was measured for the other. A claim that holds
    /// for the other alone *holds only if* its tasks wait for that.
    ///
    /// @param under empty where it was not measured
    public Judge other(Optional<Measured> under) {
        if (last.ruling() == Ruling.NOT_MEASURED) return this;
        onlyIf("Each task waits for " + otherWait + ".", under);
        var figure = under.map(m -> " Where each waits for " + otherWait + ": " + last.with(m).figure() + ".");
        return note("Judged for tasks that wait for " + wait + "; the claim does not say what they wait for."
            + figure.orElse(""));
    }

    /// Judges a claim without a figure by what was seen; what nobody saw is not measured.
    ///
    /// @param says what that was, in a sentence without its end
    public Judge when(String id, Optional<Boolean> seen, boolean here, String says) {
        var claim = claim(id);
        if (seen.isEmpty()) return put(Verdict.without(claim, Ruling.NOT_MEASURED, "", cell));
        var verdict = Verdict.without(claim, seen.get() ? Ruling.HOLDS : Ruling.REFUTED, says + ".", cell);
        return put(here ? verdict : verdict.recorded());
    }

    /// The same by what was seen in each process: it holds where all agree that it does, is refuted where all agree
    /// that it does not, and is undecided otherwise.
    public Judge each(String id, List<Boolean> seen, boolean here, String says) {
        boolean some = seen.contains(true), all = !seen.contains(false);
        when(id, seen.isEmpty() ? Optional.empty() : Optional.of(all), here, says);
        put(last.by(seen.size()));
        return seen.size() == 1 || some && !all ? put(last.but(Ruling.UNDECIDED, last.condition())) : this;
    }

    /// A second thing that has to be seen for the claim judged last. Where nobody saw it, it is left at the first.
    public Judge also(Optional<Boolean> seen, String says) {
        if (seen.isEmpty() || last.ruling() == Ruling.NOT_MEASURED) return this;
        var verdict = put(seen.get() ? last : last.but(Ruling.REFUTED, last.condition()));
        return verdict.note(says + ".");
    }

    /// Judges "needs as much as": the one contender's task costs no less than the other's.
    public Judge keeps(String id, Weighings weighed, String contender, String other) {
        var claim = claim(id);
        if (weighed.contenders().stream().noneMatch(c -> c.name().equals(contender)))
            return put(Verdict.without(claim, Ruling.NOT_MEASURED, "No free-threaded Python was found: "
                + "python3.14t, python3.13t, or the one that PYTHON_FREE_THREADED names.", ""));
        var ratio = Measured.ratio(Measured.task(weighed, contender), Measured.task(weighed, other));
        if (ratio.isEmpty()) return put(Verdict.without(claim, Ruling.NOT_MEASURED, "", cell));
        var ruling = rule(1 - ABOUT, Double.POSITIVE_INFINITY, ratio.get());
        return put(Verdict.without(claim, ruling, "", cell).with(ratio.get()));
    }

    /// Judges whether a task carries an object of that kind, by taking it apart.
    ///
    /// @param more what else there is to say of the parts
    public Judge carries(String id, Backpacks backpacks, String contender, String part, String more) {
        var claim = claim(id);
        var parts = backpacks.of(contender);
        if (parts.isEmpty()) return put(Verdict.without(claim, Ruling.NOT_MEASURED, "", cell));
        boolean there = parts.get().bytes().keySet().stream().anyMatch(part::equals);
        var says = (there ? "There is a " : "There is no ") + part + " for each task. Found: "
            + String.join(", ", parts.get().bytes().keySet()) + ". " + more;
        var verdict = Verdict.without(claim, there ? Ruling.HOLDS : Ruling.REFUTED, says, cell);
        return put(backpacks.here(contender) ? verdict : verdict.recorded());
    }

    /// Says of a size claimed for a whole process how many tasks it would take: a calculation, and marked as one.
    public Judge reachedWith(Weighings weighed, String contender) {
        return weighed.tasksIn(last.claim().low(), contender).map(tasks -> note(String.format(Locale.ROOT,
            "Calculated from the slope: it takes about %,d waiting tasks to fill %s.",
            Math.round(tasks / 1000) * 1000, Bytes.of(last.claim().low())))).orElse(this);
    }

    /// Says of a claimed ratio of two processes what it would take: bytes that each of the `tasks` of the larger one
    /// had to hold on top. A calculation, and marked as one.
    public Judge reachedHolding(Optional<Measured> over, Optional<Measured> under, int tasks) {
        if (over.isEmpty() || under.isEmpty()) return this;
        double each = (last.claim().low() * under.get().value() - over.get().value()) / tasks;
        return each <= 0 ? this
            : note("Calculated: for " + VerdictFigures.figure(last.claim().low(), last.claim().unit())
                + ", each of its tasks would have to hold another " + Bytes.of(each) + ".");
    }

    /// Adds a sentence to the claim judged last.
    public Judge note(String text) {
        return put(last.but(last.ruling(), (last.condition() + " " + text).strip()));
    }

    /// Puts beside the claim judged last what public benchmarks found, from data/published.csv.
    public Judge published(String kind, int tasks) {
        return put(last.beside(Published.of(kind, tasks)));
    }

    /// Every claim of the chapter, in the order of its file.
    public Verdicts verdicts() {
        return new Verdicts(claims.stream().map(c -> verdicts.getOrDefault(c.id(),
            Verdict.without(c, Ruling.NOT_MEASURED, "", ""))).toList());
    }

    private static Ruling rule(double low, double high, Measured m) {
        if (m.luck() > Chance.ENOUGH) return Ruling.UNDECIDED;
        if (m.low() >= low && m.high() <= high) return Ruling.HOLDS;
        return m.high() < low || m.low() > high ? Ruling.REFUTED : Ruling.UNDECIDED;
    }

    private Judge put(Verdict verdict) {
        last = verdict;
        verdicts.put(verdict.claim().id(), verdict);
        return this;
    }

    private Claim claim(String id) {
        return claims.stream().filter(c -> c.id().equals(id)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException(
                "neither data/claims.csv nor data/vendors.csv has a claim " + id + " for this chapter"));
    }
}

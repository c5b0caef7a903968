package memorytax.claim;

import memorytax.claim.Verdict.Ruling;
import memorytax.measure.result.TextColumns;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// All that a chapter has to say of the claims that it judges.
public record Verdicts(List<Verdict> all) {
    /// `Of 10 claims, 3 hold, 6 are refuted and 1 is not measured.`, `The one claim holds.`, `All 3 claims hold.`
    public String tally() {
        var there = rulings();
        if (there.isEmpty()) return "There is no claim to judge.";
        var one = there.getFirst().predicate(all.size());
        if (there.size() == 1) return all.size() == 1 ? "The one claim " + one + "."
            : (all.size() == 2 ? "Both claims " : "All " + all.size() + " claims ") + one + ".";
        var parts = there.stream().map(r -> count(r) + " " + r.predicate(count(r))).toList();
        return "Of " + all.size() + " claims, " + String.join(", ", parts.subList(0, parts.size() - 1)) + " and "
            + parts.getLast() + ".";
    }

    /// The same in as few words as will do: `3 hold`, `6 refuted`, `1 not measured`; none without a claim.
    public List<String> counts() {
        return rulings().stream().map(r -> r.counted(count(r))).toList();
    }

    /// Those that there are.
    private List<Ruling> rulings() {
        return Stream.of(Ruling.values()).filter(r -> count(r) > 0).toList();
    }

    private long count(Ruling ruling) {
        return all.stream().filter(v -> v.ruling() == ruling).count();
    }

    /// A line per claim.
    @Override
    public String toString() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("", "", "claimed", "measured"));
        for (var v : all)
            rows.add(List.of(v.ruling().mark() + " " + v.ruling(), v.claim().id(), v.claim().written(), v.figure()));
        return all.size() + (all.size() == 1 ? " claim\n" : " claims\n") + TextColumns.of(rows);
    }
}

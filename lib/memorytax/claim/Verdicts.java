package memorytax.claim;

import memorytax.measure.result.TextColumns;

import java.util.ArrayList;
import java.util.List;

/// All that a chapter has to say of the claims that it judges.
public record Verdicts(List<Verdict> all) {
    /// `Of 10 claims 3 hold, 6 are refuted, 1 is not measured.`
    public String tally() {
        var parts = new ArrayList<String>();
        for (var ruling : Verdict.Ruling.values()) {
            long count = all.stream().filter(v -> v.ruling() == ruling).count();
            if (count > 0) parts.add(ruling.counted(count));
        }
        return "Of " + all.size() + (all.size() == 1 ? " claim " : " claims ") + String.join(", ", parts) + ".";
    }

    /// A line per claim.
    @Override
    public String toString() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("", "", "claimed", "measured"));
        for (var v : all)
            rows.add(List.of(v.ruling().mark() + " " + v.ruling(), v.claim().id(), v.claim().figure(), v.figure()));
        return all.size() + " claims\n" + TextColumns.of(rows);
    }
}

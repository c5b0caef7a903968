package memorytax.claim;

import memorytax.scale.Columns;

import java.util.ArrayList;
import java.util.List;

/// All that a chapter has to say of the claims that it judges.
public record Verdicts(List<Verdict> all) {
    /// A line per claim.
    @Override
    public String toString() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("", "", "claimed", "measured"));
        for (var v : all)
            rows.add(List.of(v.ruling().mark() + " " + v.ruling(), v.claim().id(), v.claim().figure(), v.figure()));
        return all.size() + " claims\n" + Columns.of(rows);
    }
}

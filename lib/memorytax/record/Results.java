package memorytax.record;

import memorytax.claim.Verdicts;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What other chapters have weighed: the reader's own runs of them, where they come from this machine and these
/// versions, else ours. A step receives it as its parameter `Results results`.
///
/// @param out      the folder that has those of the reader: `out`
/// @param machine  that the reader sits at
/// @param recorded only ours
public record Results(Path out, Machine machine, boolean recorded) {
    /// The processes of these contenders in a step of a chapter. Of each the reader's own, if they suffice to tell what
    /// one more task needs.
    public Weighings of(int chapter, String step, String... contenders) {
        var all = new ArrayList<Weighing>();
        for (var contender : contenders) {
            var own = own(chapter, step, contender);
            all.addAll(own.isEmpty() ? new Recorded("chapter" + chapter, true).weighings(step, contender) : own);
        }
        return new Weighings(step, List.copyOf(all));
    }

    private List<Weighing> own(int chapter, String step, String contender) {
        var earlier = new Earlier(out.resolve("chapter" + chapter));
        if (recorded || !earlier.ofThisMachine(machine)) return List.of();
        var own = earlier.weighings(step, contender);
        boolean tells = new Weighings(step, own).variants().values().stream()
            .anyMatch(w -> w.slope(contender).isPresent() && w.here(contender));
        return tells ? own : List.of();
    }

    /// All processes of a step of a chapter; of each contender the reader's own, likewise.
    public Weighings all(int chapter, String step) {
        var earlier = new Earlier(out.resolve("chapter" + chapter)).contenders(step);
        var ours = new Recorded("chapter" + chapter, true).contenders(step);
        return of(chapter, step, Stream.of(recorded ? List.<String>of() : earlier, ours).flatMap(List::stream)
            .distinct().toArray(String[]::new));
    }

    /// What processes of a contender have told in a step of a chapter: of the reader's own run, else of ours.
    public Reports told(int chapter, String step, String contender) {
        var earlier = new Earlier(out.resolve("chapter" + chapter));
        var own = recorded || !earlier.ofThisMachine(machine) ? List.<Reports.Report>of()
            : earlier.reports(step, contender);
        return new Reports(step, own.isEmpty() ? new Recorded("chapter" + chapter, true).reports(step, contender)
            : own);
    }

    /// What all chapters say of the claims of the post, and of the vendors' figures.
    ///
    /// @param more of the chapter that is being read
    public Ledger ledger(Verdicts more) {
        return recorded ? Ledger.recorded(more) : Ledger.withRecords(out, more);
    }

    /// `chapters 1 and 2, by the reader's own runs in out`
    @Override
    public String toString() {
        return recorded ? "our recorded runs" : "the runs in " + out + ", else our recorded ones";
    }
}

package memorytax.record;

import memorytax.measure.plan.Archive;
import memorytax.measure.process.Guest;
import memorytax.measure.result.Parts;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Trace;
import memorytax.measure.result.Weighing;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The record of a chapter, in which the reader's guests are found as well: where the chapter has not weighed one of
/// them, the field of chapter 11 has.
///
/// @param chapter whose record it is in all else
/// @param field   the record of chapter 11
public record GuestArchive(Archive chapter, Archive field) implements Archive {
    /// Ours, of a chapter and of chapter 11.
    ///
    /// @param only shown instead of measuring
    public static Archive recorded(String chapter, boolean only) {
        return new GuestArchive(new Recorded(chapter, only), new Recorded("chapter" + Guest.CHAPTER, only));
    }

    @Override
    public List<Weighing> weighings(String step, String contender) {
        var own = chapter.weighings(step, contender);
        return own.isEmpty() && Guest.of(contender).isPresent() ? field.weighings(Guest.FIELD, contender) : own;
    }

    @Override
    public Optional<Parts> parts(String step, String contender) {
        return chapter.parts(step, contender);
    }

    @Override
    public List<Reports.Report> reports(String step, String contender) {
        return chapter.reports(step, contender);
    }

    @Override
    public List<Trace> traces(String step, String contender) {
        return chapter.traces(step, contender);
    }

    @Override
    public Map<String, String> machine() {
        return chapter.machine();
    }

    @Override
    public boolean only() {
        return chapter.only();
    }

    @Override
    public boolean here(String step, String contender) {
        return chapter.here(step, contender);
    }
}

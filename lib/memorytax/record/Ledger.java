package memorytax.record;

import memorytax.claim.Claim;
import memorytax.claim.Claims;
import memorytax.claim.Verdict;
import memorytax.claim.Verdicts;
import memorytax.measure.result.TextColumns;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every claim of the post, every figure of a vendor, and what the chapters have said of it in the end. The vendors'
/// figures are there as soon as a chapter has judged one of them, in a run of the reader's or in ours.
///
/// @param lines in the order of data/claims.csv, then in that of data/vendors.csv
/// @param basis whose runs it knows
public record Ledger(List<Line> lines, Basis basis) {
    /// Whose runs a ledger knows.
    public enum Basis {
        /// The reader's alone.
        OWN,
        /// The reader's, and ours where those have measured nothing.
        WITH_RECORDS,
        /// Ours alone.
        RECORDED
    }

    /// What is said of a claim.
    ///
    /// @param chapter that says it: that of the claim, or a later one that has judged it again
    public record Line(int chapter, Verdict verdict) {
        /// `chapter2`, whose page has the cell that measured it.
        public String page() {
            return "chapter" + chapter;
        }

        /// Whether a vendor says it, and not the post.
        public boolean ofVendor() {
            return verdict.claim().quote().isPresent();
        }

        private boolean measured() {
            return verdict.ruling() != Verdict.Ruling.NOT_MEASURED;
        }

        private Verdict onThisMachine() {
            return verdict.here() ? verdict : Verdict.without(verdict.claim(), Verdict.Ruling.NOT_MEASURED, "", "");
        }
    }

    /// What was measured goes before what was not, what was measured here before what is recorded, and a later chapter
    /// before an earlier one, since it knows more.
    private static final Comparator<Line> WEIGHT = Comparator.comparing(Line::measured)
        .thenComparing(line -> line.verdict.here()).thenComparing(Line::chapter);

    /// What the reader's own runs have said. A chapter that was not run has measured nothing.
    ///
    /// @param out where the chapters' folders are
    public static Ledger of(Path out) {
        return of(own(out), Basis.OWN);
    }

    /// The same; where they have measured nothing, what our recorded runs say.
    ///
    /// @param more of a chapter that is being read, and has not been written yet
    public static Ledger withRecords(Path out, Verdicts more) {
        return of(Stream.concat(Stream.concat(own(out), records()), lines(more)), Basis.WITH_RECORDS);
    }

    /// What our recorded runs say, and nothing else.
    public static Ledger recorded(Verdicts more) {
        return of(Stream.concat(records(), lines(more)), Basis.RECORDED);
    }

    private static Ledger of(Stream<Line> said, Basis basis) {
        var best = new TreeMap<String, Line>();
        said.forEach(line -> best.merge(line.verdict.claim().id(), line,
            (a, b) -> WEIGHT.compare(a, b) > 0 ? a : b));
        boolean judged = best.values().stream().anyMatch(Line::ofVendor) || records().anyMatch(Line::ofVendor);
        return new Ledger(Stream.concat(Claims.all().stream(), judged ? Claims.vendors().stream() : Stream.empty())
            .map(c -> best.getOrDefault(c.id(), new Line(c.chapter(), Verdict.without(c, Verdict.Ruling.NOT_MEASURED,
                "", "")))).toList(), basis);
    }

    private static Stream<Line> own(Path out) {
        return chapters().flatMap(n -> lines(n, new Earlier(out.resolve("chapter" + n)).verdicts()));
    }

    private static Stream<Line> records() {
        return chapters().flatMap(n -> lines(n, new Recorded("chapter" + n, true).verdicts()));
    }

    private static Stream<Integer> chapters() {
        return Stream.of(Claims.all(), Claims.vendors()).flatMap(List::stream).map(Claim::chapter).sorted().distinct();
    }

    private static Stream<Line> lines(int chapter, List<Verdict> verdicts) {
        return verdicts.stream().map(v -> new Line(chapter, v));
    }

    private static Stream<Line> lines(Verdicts verdicts) {
        return verdicts.all().stream().map(v -> new Line(v.claim().chapter(), v));
    }

    /// The post's claims, and the vendors' figures where there are any: each a ledger of its own.
    public List<Ledger> parts() {
        return lines.stream().collect(Collectors.partitioningBy(Line::ofVendor)).values().stream()
            .filter(part -> !part.isEmpty()).map(part -> new Ledger(part, basis)).toList();
    }

    /// Above one of the parts.
    public String title() {
        return ofVendors() ? "The vendors' own figures" : "The post's claims";
    }

    /// Whether nothing in it is a claim of the post.
    public boolean ofVendors() {
        return !lines.isEmpty() && lines.stream().allMatch(Line::ofVendor);
    }

    /// The verdicts alone.
    public Verdicts verdicts() {
        return new Verdicts(lines.stream().map(Line::verdict).toList());
    }

    /// Of one of the parts, how many claims hold, are refuted and so on: a sentence for what was measured on this
    /// machine, which is the same in every ledger of it, and another for all that the ledger shows, where that is more.
    /// Each says what it counts.
    public List<String> tallies() {
        if (basis == Basis.RECORDED) return List.of("In our recorded runs: " + tally(verdicts().all()));
        var here = lines.stream().map(Line::onThisMachine).toList();
        var own = "Measured on this machine: " + tally(here);
        if (lines.stream().noneMatch(line -> line.measured() && !line.verdict.here())) return List.of(own);
        return List.of(own, (basis == Basis.OWN ? "With our recorded results for languages that this machine does not "
            + "have: " : "With our recorded results for all that you have not measured: ") + tally(verdicts().all()));
    }

    private static String tally(List<Verdict> verdicts) {
        var sentence = new Verdicts(verdicts).tally();
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    /// Part by part: a line per claim, and the tallies.
    @Override
    public String toString() {
        var parts = parts();
        return parts.stream().map(part -> (parts.size() > 1 ? part.title() + "\n" : "") + part.text())
            .collect(Collectors.joining("\n\n"));
    }

    private String text() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("", "", "claimed", "measured", "in"));
        for (var line : lines) {
            var v = line.verdict;
            rows.add(List.of(v.ruling().mark() + " " + v.ruling(), v.claim().id(), v.claim().written(), v.figure(),
                line.measured() ? line.page() + " " + v.cell() : ""));
        }
        return TextColumns.of(rows) + "\n" + String.join("\n", tallies());
    }
}

package memorytax.record;

import memorytax.claim.Claims;
import memorytax.claim.Verdict;
import memorytax.claim.VerdictFigures;
import memorytax.claim.Verdicts;
import memorytax.file.CsvRow;
import memorytax.measure.result.Bytes;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Figures of a chapter by the name of where they stand, for texts that must not have any typed into them. What was
/// measured on this machine goes before what is recorded. A name has parts with `|` between them:
///
/// - `slope | weighed | goroutines | resident`: what one more task costs, from slopes.csv. Behind the step there may be
///   parameters: `weighed depth=100`.
/// - `told | burst workers=512 | goroutines (workers) | seen from outside | peak_bytes`: the median of what processes
///   told, from told.csv.
/// - `answer | perTask`: the measured answer to a question, from answers.csv.
/// - `claim | py-task`: the figure as the post writes it; `verdict | py-task`: what was measured.
public final class Figures {
    private final Earlier own;
    private final Recorded ours;
    private final Path out;

    /// A figure as people write it.
    ///
    /// @param here measured on this machine, or said by the post; otherwise recorded
    public record Figure(String text, boolean here) {
    }

    /// Those of a chapter.
    ///
    /// @param chapter `chapter1`
    /// @param out     the folder with the reader's own results
    public Figures(String chapter, Path out) {
        this.out = out;
        own = new Earlier(out.resolve(chapter));
        ours = new Recorded(chapter, true);
    }

    /// The one of this name; empty when there is none.
    public Optional<Figure> named(String name) {
        var parts = List.of(name.strip().split("\\s*\\|\\s*"));
        return switch (parts.getFirst() + " " + parts.size()) {
            case "slope 4" -> slope(parts).map(found -> found.written(Bytes::of));
            case "told 5" -> told(parts)
                .map(found -> found.written(value -> figure(value, parts.get(4))));
            case "answer 2" -> answer(parts.get(1)).filter(a -> !a.measured().isEmpty())
                .map(a -> new Figure(a.measured(), a.here()));
            case "claim 2" -> Claims.find(parts.get(1)).filter(claim -> !claim.figure().isEmpty())
                .map(claim -> new Figure(claim.written(), true));
            case "verdict 2" -> verdict(parts.get(1)).filter(v -> !Double.isNaN(v.measured()))
                .map(v -> new Figure(VerdictFigures.value(v), v.here()));
            default -> Optional.empty();
        };
    }

    /// What was measured for the question that this step asks; empty where no run has a row for it. A run that was
    /// able to decide it goes before one that was not.
    public Optional<AnswersCsv.Answer> answer(String step) {
        return Stream.<WrittenRun>of(own, ours).flatMap(run -> Stream.ofNullable(
            AnswersCsv.read(run.rows(AnswersCsv.FILE.name())).get(step)).map(answer ->
            new AnswersCsv.Answer(answer.label(), answer.measured(), answer.here() && run == own)))
            .min(Comparator.comparing(answer -> answer.measured().isEmpty()));
    }

    /// What the chapters say of this claim in the end.
    public Optional<Verdict> verdict(String claim) {
        return Ledger.withRecords(out, new Verdicts(List.of())).verdicts().all().stream()
            .filter(v -> v.claim().id().equals(claim)).findFirst();
    }

    /// The values that a name is about, from one of the two runs.
    private record Found(List<Double> values, boolean here) {
        Figure written(DoubleFunction<String> form) {
            return new Figure(form.apply(values.stream().sorted().toList().get((values.size() - 1) / 2)), here);
        }
    }

    private Optional<Found> slope(List<String> parts) {
        return found(SlopesCsv.FILE.name(), parts,
            row -> words(row).equals(words(parts)) && row.text("quantity").equals(parts.get(3)));
    }

    private Optional<Found> told(List<String> parts) {
        return found(ReportsCsv.FILE.name(), parts, row -> words(row).containsAll(words(parts))
            && row.text("name").equals(parts.get(3)) && row.text("figure").equals(parts.get(4)));
    }

    private Optional<Found> found(String file, List<String> parts, Predicate<CsvRow> wanted) {
        var step = parts.get(1).split(" ")[0];
        return Stream.<WrittenRun>of(own, ours).map(run -> {
            var rows = run.rows(file).stream().filter(row -> StepFile.of(row).equals(step)
                && row.text(ContenderColumns.CONTENDER).equals(parts.get(2))).filter(wanted).toList();
            return new Found(rows.stream().flatMap(row -> row.number("value").stream().boxed()).toList(),
                run == own && rows.stream().noneMatch(Origin.RECORDED::isOf));
        }).filter(found -> !found.values.isEmpty()).findFirst();
    }

    private static Set<String> words(CsvRow row) {
        return Stream.of(row.text(ContenderColumns.PARAMS).split(" ")).filter(word -> !word.isEmpty())
            .collect(Collectors.toSet());
    }

    private static Set<String> words(List<String> parts) {
        return Stream.of(parts.get(1).split(" ")).skip(1).collect(Collectors.toSet());
    }

    /// With the unit that the name of the figure ends with.
    private static String figure(double value, String name) {
        var unit = name.replaceFirst(".*_", "");
        if (name.contains("bytes")) return Bytes.of(value);
        var number = String.format(Locale.ROOT, Math.abs(value) < 10 && value != Math.rint(value) ? "%.1f" : "%,.0f",
            value);
        return switch (unit) {
            case "ms", "ns" -> number + " " + unit;
            case "seconds" -> number + " s";
            case "percent" -> number + " %";
            default -> number;
        };
    }
}

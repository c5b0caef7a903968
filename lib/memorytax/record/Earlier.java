package memorytax.record;

import com.univocity.parsers.common.TextParsingException;
import memorytax.claim.Headline;
import memorytax.claim.Verdict;
import memorytax.file.Csv;
import memorytax.measure.plan.Archive;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Parts;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Trace;
import memorytax.measure.result.Weighing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What the reader's own last run of a chapter has measured, so that whoever goes on does not measure it again.
///
/// @param folder of that run: `out/chapter1`
public record Earlier(Path folder) implements Archive {
    /// Whether the last run came from this machine and these versions. The time does not count.
    public boolean ofThisMachine(Machine now) {
        var then = new LinkedHashMap<>(machine());
        then.put("started", now.get("started"));
        return then.equals(now.facts());
    }

    /// Whether that run has anything of a step.
    public boolean knows(String step) {
        return Stream.of("weighings.csv", "parts.csv", "told.csv", "traces.csv")
            .anyMatch(file -> rows(file, step).findAny().isPresent());
    }

    @Override
    public List<Weighing> weighings(String step, String contender) {
        return rows("weighings.csv", step).filter(r -> r.get("contender").equals(contender))
            .map(Recorded::written).toList();
    }

    /// Who was weighed in a step.
    List<String> contenders(String step) {
        return rows("weighings.csv", step).map(r -> r.get("contender")).distinct().toList();
    }

    @Override
    public Optional<Parts> parts(String step, String contender) {
        return Recorded.parts(rows("parts.csv", step).filter(r -> r.get("contender").equals(contender)).toList());
    }

    @Override
    public List<Reports.Report> reports(String step, String contender) {
        return Recorded.words(rows("told.csv", step).filter(r -> r.get("contender").equals(contender)).toList(),
            new Outcome.Weighed());
    }

    @Override
    public List<Trace> traces(String step, String contender) {
        return Recorded.traces(rows("traces.csv", step).filter(r -> r.get("contender").equals(contender)).toList(),
            new Outcome.Weighed());
    }

    /// What that run has said of the claims; what it has judged without measuring anything here is recorded.
    public List<Verdict> verdicts() {
        return all("verdicts.csv").stream().flatMap(row -> Verdict.written(row).stream()).toList();
    }

    /// What was to be remembered of it.
    public Optional<Headline> headline() {
        return all("headline.csv").stream().map(Headline::written).findFirst();
    }

    @Override
    public Map<String, String> machine() {
        var facts = new LinkedHashMap<String, String>();
        all("machine.csv").forEach(row -> facts.put(row.get("key"), row.get("value")));
        return facts;
    }

    @Override
    public boolean only() {
        return true;
    }

    @Override
    public boolean here(String step, String contender) {
        return rows("parts.csv", step).filter(r -> r.get("contender").equals(contender))
            .anyMatch(r -> "here".equals(r.get("origin")));
    }

    private Stream<Map<String, String>> rows(String file, String step) {
        return all(file).stream().filter(r -> step.equals(r.get("step")));
    }

    /// A file that is not there, or not as it should be, holds nothing.
    private List<Map<String, String>> all(String file) {
        try (var in = Files.newInputStream(folder.resolve(file))) {
            return Csv.rows(in);
        } catch (IOException | TextParsingException e) {
            return List.of();
        }
    }
}

package memorytax.record;

import memorytax.claim.Headline;
import memorytax.file.Csv;
import memorytax.file.CsvRow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the reader's own last run of a chapter has measured, so that whoever goes on does not measure it again.
///
/// @param folder of that run: `out/chapter1`
public record Earlier(Path folder) implements WrittenRun {
    /// Whether the last run came from this machine and these versions. The time does not count, nor whether a browser
    /// was open.
    public boolean ofThisMachine(Machine now) {
        return now.isSame(new Machine(machine()));
    }

    /// The steps of which that run has anything. None when one of its files cannot be read: what it had is not known.
    public Set<String> steps() {
        return troubles().isEmpty() ? ChapterFiles.RESULTS.stream().filter(StepFile.class::isInstance)
            .flatMap(file -> rows(file.name()).stream()).map(StepFile::of).collect(Collectors.toSet()) : Set.of();
    }

    /// What was to be remembered of it.
    public Optional<Headline> headline() {
        return HeadlineCsv.read(rows(HeadlineCsv.FILE.name()));
    }

    @Override
    public boolean only() {
        return true;
    }

    @Override
    public boolean here(String step, String contender) {
        var rows = rows(PartsCsv.FILE, step, contender);
        return !rows.isEmpty() && PartsCsv.read(step, rows).here(contender);
    }

    /// A file that is not there, or not as it should be, holds nothing.
    @Override
    public List<CsvRow> rows(String name) {
        try {
            return checked(name);
        } catch (IOException | IllegalArgumentException e) {
            return List.of();
        }
    }

    /// What cannot be read of it, a line for each file that is not as it should be.
    public List<String> troubles() {
        return ChapterFiles.RESULTS.stream().flatMap(file -> trouble(file.name())).toList();
    }

    private Stream<String> trouble(String name) {
        try {
            checked(name);
        } catch (IllegalArgumentException e) {
            return Stream.of(e.getMessage());
        } catch (IOException e) {
            // there is none
        }
        return Stream.empty();
    }

    private List<CsvRow> checked(String name) throws IOException {
        var rows = Csv.rows(folder.resolve(name + ".csv"));
        for (var file : ChapterFiles.RESULTS) if (file.name().equals(name)) file.check(rows);
        return rows;
    }
}

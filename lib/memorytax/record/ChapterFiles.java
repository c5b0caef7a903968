package memorytax.record;

import memorytax.claim.UserVerdicts;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The files in a chapter's folder that keep their form, because other tools read them. Whoever adds one adds it here.
public final class ChapterFiles {
    /// What was measured, and what follows from it.
    static final List<ChapterFile> RESULTS = List.of(WeighingsCsv.FILE, SlopesCsv.FILE, PartsCsv.FILE,
        ReportsCsv.FILE, TracesCsv.FILE, VerdictsCsv.FILE);
    /// Their names, without `.csv`. No step's own table may take the place of one.
    public static final List<String> NAMES = Stream.of(RESULTS.stream().map(ChapterFile::name),
        Stream.of(AnswersCsv.FILE.name(), HeadlineCsv.FILE.name(), MachineCsv.NAME)).flatMap(names -> names).toList();

    private ChapterFiles() {
    }

    /// Whether a step has measured this, so that it must not be lost.
    public static boolean measured(Object value) {
        return RESULTS.stream().anyMatch(file -> file instanceof StepFile<?, ?> rows && rows.takes(value));
    }

    /// Each file by its name, in the order in which they are to be written. One of which there is nothing is left out,
    /// so that what other runs on this machine have found stays as it was; where nothing was measured or judged there
    /// is none at all.
    ///
    /// @param folder  of the chapter, with the files of the run before
    /// @param values  of the chapter's steps
    /// @param machine that they come from
    public static SequencedMap<String, String> texts(Path folder, String chapter, Collection<?> values,
                                                     Machine machine) {
        var before = Optional.of(new Earlier(folder)).filter(run -> run.ofThisMachine(machine));
        var texts = new LinkedHashMap<String, String>();
        for (var file : RESULTS)
            file.text(chapter, values, before).ifPresent(text -> texts.put(file.name(), text));
        if (texts.isEmpty()) return texts;
        for (var file : List.<ChapterFile>of(AnswersCsv.FILE, HeadlineCsv.FILE))
            file.text(chapter, values, before).ifPresent(text -> texts.put(file.name(), text));
        var kept = before.filter(run -> !steps(values).containsAll(run.steps()));
        texts.put(MachineCsv.NAME, // last: until then it says where the older rows come from
            MachineCsv.text(kept.map(machine::beside).orElse(machine)));
        return texts;
    }

    /// The steps of which these values have rows.
    private static Set<String> steps(Collection<?> values) {
        return RESULTS.stream().flatMap(file -> file instanceof StepFile<?, ?> rows ? rows.steps(values)
            : Stream.<String>empty()).collect(Collectors.toSet());
    }

    /// The file that is named after a step, where what it returned has one.
    public static Optional<String> own(Object value) {
        return switch (value) {
            case UserVerdicts own when !own.verdicts().all().isEmpty() ->
                Optional.of(VerdictsCsv.text(own.verdicts().all()));
            case Ledger ledger -> Optional.of(LedgerCsv.text(ledger));
            default -> Optional.empty();
        };
    }
}

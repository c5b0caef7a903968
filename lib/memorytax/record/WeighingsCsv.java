package memorytax.record;

import memorytax.file.CsvColumns;
import memorytax.file.CsvRow;
import memorytax.measure.result.Calibration;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Reading;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// weighings.csv: a row for each process that was weighed. Bytes are whole numbers, what is not known is empty, and
/// files of older runs end with the column `outcome`.
///
/// | column | |
/// |---|---|
/// | `chapter`, `step`, `contender`, `runtime`, `version`, `params`, `tasks`, `fork` | which process it was |
/// | `baseline_bytes`, `resident_bytes`, `peak_bytes` | resident size up and empty, loaded, and at the most |
/// | `live_bytes` | what a full collection has left |
/// | `threads`, `spawn_ms` | when it was loaded, and how long that took |
/// | `outcome` | `ok`, `recorded`, `failed: …` or `skipped: …` |
/// | `charged_bytes`, `baseline_charged_bytes` | what a container's limit counts, loaded and empty |
/// | `charged_by` | who counted that: the `kernel` all of it, or we `at least` the stacks and page tables |
/// | `swap_bytes`, `huge_bytes` | of it what was written out, and what lies in huge pages |
/// | `flags` | what its runtime was told |
/// | `baseline_reserved_bytes`, `reserved_bytes` | addresses that it has asked for, empty and loaded |
/// | `baseline_pss_bytes`, `pss_bytes` | resident, of shared pages only its part, empty and loaded |
public final class WeighingsCsv {
    private static final String KERNEL = "kernel", AT_LEAST = "at least";
    private static final CsvColumns<Weighing> COLUMNS = ContenderColumns.of(Weighing::contender)
        .with(ContenderColumns.PARAMS, w -> ContenderColumns.params(w.tasks(), w.params()))
        .with("tasks", Weighing::tasks)
        .with("fork", Weighing::fork)
        .with("baseline_bytes", w -> w.baseline().map(Reading::resident))
        .with("resident_bytes", w -> w.loaded().map(Reading::resident))
        .with("peak_bytes", w -> w.loaded().map(Reading::peak))
        .with("live_bytes", Weighing::live)
        .with("threads", w -> w.loaded().map(Reading::threads))
        .with("spawn_ms", Weighing::spawnMillis)
        .with("outcome", Weighing::outcome)
        .with("charged_bytes", w -> w.loaded().map(Reading::charged))
        .with("swap_bytes", w -> w.loaded().map(Reading::swapped))
        .with("huge_bytes", w -> w.loaded().map(Reading::huge))
        .with("flags", Weighing::flags)
        .with("baseline_charged_bytes", w -> w.baseline().map(Reading::charged))
        .with("charged_by", w -> w.loaded().or(w::baseline).filter(r -> r.charged().isPresent())
            .map(r -> r.kernel().all() ? KERNEL : AT_LEAST))
        .with("baseline_reserved_bytes", w -> w.baseline().map(Reading::reserved))
        .with("reserved_bytes", w -> w.loaded().map(Reading::reserved))
        .with("baseline_pss_bytes", w -> w.baseline().map(Reading::pss))
        .with("pss_bytes", w -> w.loaded().map(Reading::pss));
    static final StepFile<Weighings, Weighing> FILE = new StepFile<>("weighings", WeighingsCsv::taken,
        Weighings::step, value -> value.all().stream(), COLUMNS, WeighingsCsv::read);

    private WeighingsCsv() {
    }

    static Stream<Weighings> taken(Collection<?> values) {
        return ChapterFile.only(Weighings.class,
            values.stream().map(v -> v instanceof Calibration known ? known.weighed() : v).toList());
    }

    /// The processes, as they were written.
    ///
    /// @throws IllegalArgumentException with one line that names the file and the row
    public static List<Weighing> read(List<CsvRow> rows) {
        return rows.stream().map(WeighingsCsv::weighing).toList();
    }

    private static Weighing weighing(CsvRow row) {
        int threads = (int) row.whole("threads").orElse(0);
        var baseline = row.whole("baseline_bytes").stream().mapToObj(bytes -> new Reading(bytes,
            OptionalLong.empty(), threads, kernel(row, "baseline_charged_bytes", bytes), 0, 0,
            row.whole("baseline_reserved_bytes"), row.whole("baseline_pss_bytes"))).findFirst();
        var loaded = row.whole("resident_bytes").stream().mapToObj(bytes -> new Reading(bytes,
            row.whole("peak_bytes"), threads, kernel(row, "charged_bytes", bytes), row.whole("swap_bytes").orElse(0),
            row.whole("huge_bytes").orElse(0), row.whole("reserved_bytes"),
            row.whole("pss_bytes"))).findFirst();
        return new Weighing(ContenderColumns.contender(row), ContenderColumns.tasks(row),
            ContenderColumns.params(row), row.count("fork"), baseline, loaded, row.whole("live_bytes"),
            row.whole("spawn_ms"), Outcome.parse(row.text("outcome")), row.text("flags"));
    }

    private static Reading.Kernel kernel(CsvRow row, String charged, long bytes) {
        var kernel = row.whole(charged).stream().map(all -> all - bytes).findFirst();
        return kernel.isEmpty() ? Reading.Kernel.UNKNOWN
            : new Reading.Kernel(kernel, row.text("charged_by").equals(KERNEL));
    }
}

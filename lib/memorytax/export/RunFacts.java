package memorytax.export;

import memorytax.record.Machine;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What an export says of a run beside its results.
///
/// @param machine  that the figures come from
/// @param recorded the whole run is read from data/recorded; otherwise it was measured here
/// @param date     of the run
public record RunFacts(Machine machine, boolean recorded, LocalDate date) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /// `A recorded run of 12 March 2026, on 2 cores of …` as Markdown, with the versions.
    String sentence() {
        return (recorded ? "A recorded run of " : "Measured on ") + DAY.format(date) + " on "
            + MarkdownText.escape(machine.hardware()) + ", with " + MarkdownText.escape(machine.software()) + ".";
    }
}

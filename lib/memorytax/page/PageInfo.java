package memorytax.page;

import memorytax.catalog.NextChapter;
import memorytax.record.Machine;

import java.time.LocalDate;
import java.util.Optional;

/// What stands at the foot of a page, and what a chapter cannot know of itself.
///
/// @param machine  that the figures come from
/// @param resumed  some of it was measured in an earlier run
/// @param recorded the whole run is read from data/recorded; otherwise it was measured here
/// @param date     of the run
/// @param chapters how many the workbook has
/// @param next     the chapter to go on with; empty after the last one
public record PageInfo(Machine machine, boolean resumed, boolean recorded, LocalDate date, int chapters,
                      Optional<NextChapter> next) {
}

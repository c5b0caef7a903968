package memorytax.export;

import memorytax.catalog.Catalog;
import memorytax.catalog.Listing;
import memorytax.catalog.Listings;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.view.Provenance;
import memorytax.view.Wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A chapter and what came of it, as an export writes it down.
///
/// @param happened name of a step -> what came of it; a step that was not run has none
/// @param listings a cell -> its load in other languages; empty for most
/// @param files    a step -> what was written for it, relative to the export: `chapter1/growth.csv`
record ChapterRun(Chapter chapter, RunFacts facts, Map<String, StepOutcome> happened, Provenance provenance,
                  Function<Cell.Documented, List<Listing>> listings, Function<Cell.Step, List<String>> files) {
    /// A cell that is shown, and the members without prose that follow it in the file.
    record Block(Cell.Documented cell, List<Cell.Folded> folded) {
        /// The code of all of them.
        String code() {
            return Stream.concat(Stream.of(cell.code()), folded.stream().map(Cell::code)).map(String::strip)
                .collect(Collectors.joining("\n\n"));
        }
    }

    /// The functions of the name of a cell in other languages.
    List<Listing> functions(Cell.Documented cell) {
        return listings.apply(cell).stream().filter(listing -> !listing.name().isEmpty()).toList();
    }

    /// The whole programs in other languages, which the first cell that is not run comes with.
    List<Listing> programs() {
        return chapter.documented().stream().flatMap(cell -> listings.apply(cell).stream())
            .filter(listing -> listing.name().isEmpty()).toList();
    }

    /// The members without prose that stand before every cell.
    List<Cell.Folded> first() {
        return chapter.cells().stream().takeWhile(Cell.Folded.class::isInstance).map(Cell.Folded.class::cast).toList();
    }

    /// The cells in file order.
    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        for (var cell : chapter.cells()) {
            if (cell instanceof Cell.Documented documented) blocks.add(new Block(documented, new ArrayList<>()));
            else if (cell instanceof Cell.Folded aside && !blocks.isEmpty()) blocks.getLast().folded().add(aside);
        }
        return blocks;
    }

    /// `Chapter 9 of 11 of The Memory Tax Workbook`; of what is no chapter, the name of the workbook.
    String place() {
        int number = Catalog.number(chapter.name());
        return number > 0 ? Wording.place(String.valueOf(number), Listings.CHAPTERS) + " of " + Wording.WORKBOOK
            : Wording.WORKBOOK;
    }

    /// Where the figures of a step come from, and in how many forks: `recorded · 5 forks`; empty for what rests on no
    /// measurement.
    String origin(Cell.Step step) {
        return Stream.of(provenance.tag(step.name()), provenance.forks(step.name())).filter(word -> !word.isEmpty())
            .collect(Collectors.joining(" · "));
    }
}

package memorytax.page;

import memorytax.catalog.Catalog;
import memorytax.notebook.source.CellNames;
import memorytax.notebook.source.Chapter;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where a page of the whole workbook leads for a cell of a chapter: to the chapter's page where it has been run, and
/// to its source where it has not.
///
/// @param out where the pages are
record CellLinks(Catalog catalog, Path out) {
    /// `chapter1.html#weighed`, or `../chapters/chapter1.java`
    String place(Chapter chapter, String cell) {
        var page = chapter.name() + ".html";
        return Files.isRegularFile(out.resolve(page)) ? page + "#" + cell
            : file(catalog.scripts().get(chapter.name()));
    }

    /// Of any file, as the page would lead to it.
    String file(Path file) {
        return out.toAbsolutePath().normalize().relativize(file.toAbsolutePath().normalize()).toString()
            .replace('\\', '/');
    }

    /// Markdown in which the headings that it quotes are links.
    String linked(Chapter chapter, String markdown) {
        return CellNames.linked(markdown,
            heading -> chapter.titled(heading).map(cell -> place(chapter, cell.name())));
    }
}

package memorytax.page;

import memorytax.file.AtomicFile;
import memorytax.view.Wording;

import java.io.IOException;
import java.nio.file.Path;

/// What a static host shows for an address that leads nowhere.
///
/// @param out    where this page goes
/// @param around the page
public record MissingPage(Path out, Neighbours around) {
    /// Its name, as static hosts want it.
    public static final String FILE = "404.html";

    /// Writes it.
    public Path write() throws IOException {
        var file = out.resolve(FILE);
        AtomicFile.write(file, PagePolicy.sealed(html()));
        return file;
    }

    /// Its link is absolute where the site's address is known: the page stands for any folder.
    private String html() {
        return """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <title>No such page · %1$s</title>
            <meta name="robots" content="noindex">
            <link rel="icon" href="%2$s">
            <style>
            %3$s%4$s</style></head>
            <body class="index">
            <main id="top">
            <header class="head"><p class="kicker">%1$s</p><h1>There is no such page</h1>
            <div class="prose"><p>All chapters: <a href="%5$s">%1$s</a></p></div></header>
            </main>
            </body></html>
            """.formatted(Wording.WORKBOOK, PageMeta.ICON, Page.style(), Page.resource("index.css"),
            around.base().isEmpty() ? IndexPage.FILE : PageText.escape(around.base()));
    }
}

package memorytax.page;

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
        return PageFrame.write(out, FILE, html());
    }

    /// Its link is absolute where the site's address is known: the page stands for any folder.
    private String html() {
        return PageFrame.of("""
            <title>No such page · %s</title>
            <meta name="robots" content="noindex">
            <link rel="icon" href="%s">
            """.formatted(Wording.WORKBOOK, PageMeta.ICON), Page.style() + Page.resource("index.css"), "index", """
            <main id="top">
            <header class="head"><p class="kicker">%1$s</p><h1>There is no such page</h1>
            <div class="prose"><p>All chapters: <a href="%2$s">%1$s</a></p></div></header>
            </main>
            """.formatted(Wording.WORKBOOK,
            around.base().isEmpty() ? IndexPage.FILE : PageText.escape(around.base())));
    }
}

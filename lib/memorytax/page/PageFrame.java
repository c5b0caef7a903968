package memorytax.page;

import memorytax.file.AtomicFile;

import java.io.IOException;
import java.nio.file.Path;

/// What all pages have around them: a head with the style inside, and a policy when they are written.
final class PageFrame {
    private PageFrame() {
    }

    /// A page.
    ///
    /// @param head  from the title on, each line with its end
    /// @param style CSS
    /// @param kind  of the page, a class of its body; empty for a chapter
    /// @param body  each line with its end
    static String of(String head, String style, String kind, String body) {
        return """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            %s<style>
            %s</style></head>
            <body%s>
            %s</body></html>
            """.formatted(head, style, kind.isEmpty() ? "" : " class=\"" + kind + "\"", body);
    }

    /// Writes a page that has nothing beside it.
    ///
    /// @param name in the folder of results
    static Path write(Path out, String name, String html) throws IOException {
        var file = out.resolve(name);
        AtomicFile.write(file, PagePolicy.sealed(html));
        return file;
    }
}

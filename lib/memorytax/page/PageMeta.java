package memorytax.page;

import memorytax.notebook.source.Chapter;
import memorytax.view.Wording;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// What the head of a page says to those who show a link to it: its title, a sentence, a picture; and its icon.
///
/// @param title       without the workbook's name
/// @param description plain text
/// @param file        of the page: `chapter1.html`
/// @param picture     that stands for the page, relative to it; shown only where it is there
record PageMeta(String title, String description, String file, String picture) {
    private static final int LONGEST = 200;
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?!])\\s+(?=\\p{Lu})");
    /// The icon of all pages: it stands in each, and nobody asks for it.
    static final String ICON = "data:image/svg+xml," + URLEncoder.encode(Page.resource("icon.svg").strip(),
        StandardCharsets.UTF_8).replace("+", "%20");

    /// The question that the chapter asks, and the first sentences of its opening.
    static PageMeta of(Chapter chapter) {
        var head = PageHead.of(chapter);
        var text = PageText.plain(head.heading());
        for (var sentence : SENTENCE_END.split(PageText.plain(chapter.opening()))) {
            if (text.length() + sentence.length() >= LONGEST) break;
            text += " " + sentence;
        }
        return new PageMeta(head.kicker(), text, chapter.name() + ".html", picture(chapter.name()));
    }

    /// Where the picture of a page is, on a site.
    ///
    /// @param name of the page, without an ending
    static String picture(String name) {
        return "preview/" + name + ".png";
    }

    /// The lines of the head, from the title on.
    String html(Neighbours around) {
        var lines = new StringBuilder("""
            <title>%s</title>
            <meta name="description" content="%s">
            <meta property="og:type" content="article">
            <meta property="og:site_name" content="%s">
            <meta property="og:title" content="%s">
            <meta property="og:description" content="%2$s">
            """.formatted(PageText.escape(title.equals(Wording.WORKBOOK) ? title : title + " · " + Wording.WORKBOOK),
            PageText.escape(description), Wording.WORKBOOK, PageText.escape(title)));
        if (!around.base().isEmpty()) lines.append("""
            <meta property="og:url" content="%1$s">
            <link rel="canonical" href="%1$s">
            """.formatted(PageText.escape(around.base() + (file.equals(IndexPage.FILE) ? "" : file))));
        if (around.there().test(picture)) lines.append("""
            <meta property="og:image" content="%s">
            <meta property="og:image:width" content="1200">
            <meta property="og:image:height" content="630">
            <meta name="twitter:card" content="summary_large_image">
            """.formatted(PageText.escape(around.base() + picture)));
        return lines + "<link rel=\"icon\" href=\"" + ICON + "\">\n";
    }
}
